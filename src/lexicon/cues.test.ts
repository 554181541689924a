// The tables of cue words hold what their readers know, once each.
import { describe, expect, it } from 'vitest';
import { modalityCues, sayingCues } from './cues.js';
import { tableRows } from './table.js';

const MODALITIES = /^(?:fact|estimate|probable|possible|improbable|planned|urged|conditional|denied)$/;
const SCOPES =
  /^(?:governs-comp|governs-noun|adverb|auxiliary|adjective|determiner|noun|mark|time|background|own)$/;
const PATTERNS = /^(?:say-verb|say-form|according-to|noun|reckoning|claim-noun|medium)$/;

describe('cue tables', () => {
  it.each([
    'attribution-cues.tsv',
    'modality-cues.tsv',
  ])('%s has no row twice and an origin for each', (file) => {
    const rows = tableRows(file);
    const keys = rows.map((row) => Object.values(row).join('|'));
    expect(new Set(keys).size).toBe(rows.length);
    for (const row of rows) {
      expect(row['origin'], JSON.stringify(row)).not.toBe('');
      expect(row['language']).toMatch(/^(?:en|fr)$/);
    }
  });

  it('know their columns', () => {
    for (const row of tableRows('modality-cues.tsv')) {
      expect(row['modality'], row['form']).toMatch(MODALITIES);
      expect(row['scope'], row['form']).toMatch(SCOPES);
      expect(row['when'], row['form']).toMatch(/^(?:|passive|conditional)$/);
      expect(row['speaker'], row['form']).toMatch(/^(?:yes|no)$/);
    }
    for (const row of tableRows('attribution-cues.tsv'))
      expect(row['pattern'], row['lemma']).toMatch(PATTERNS);
  });

  it('give a cue by language and use', () => {
    expect(sayingCues('en', 'say-verb').get('announce')).toEqual({ strong: true, event: true });
    expect(sayingCues('fr', 'say-verb').get('announce')).toBeUndefined();
    expect(sayingCues('fr', 'according-to').has("d'après")).toBe(true);
    expect(modalityCues('en', 'governs-comp').get('deny')?.[0]).toEqual({
      modality: 'denied',
      when: '',
      speaker: true,
    });
    expect(modalityCues('en', 'adjective').get('remote')?.[0]?.modality).toBe('improbable');
  });
});
