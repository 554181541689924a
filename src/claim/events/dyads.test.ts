// Events of sentences: who does what to whom, in the codes of PLOVER.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentId } from '../../base/id.js';
import type { Document } from '../../document/document.js';
import { readDocument } from '../../document/read.js';
import { type ActorList, actorsFromTable } from '../../lexicon/actor-list.js';
import { tableRows } from '../../lexicon/table.js';
import { CLAIM_KINDS } from '../claim.js';
import { eventsOf } from './dyads.js';

function documentOf(content: string): Document {
  const bytes = new TextEncoder().encode(content);
  return readDocument({
    ...{ id: 'd', source: 'd', form: 'article', hash: contentId(bytes), bytes, content },
    charset: { name: 'utf-8', basis: 'given' },
    given: { language: 'en', published: '2024-05-01' },
  });
}

const dyads = (text: string, list?: ActorList): string[] =>
  eventsOf(documentOf(text), { list }).map(
    ({ source, type, target }) => `${source ?? '---'} ${type} ${target ?? '---'}`,
  );

describe('events', () => {
  it('go from who acts to whom, in both voices', () => {
    expect(dyads('Kenya accused Somalia of smuggling sugar.')).toEqual(['KEN ACCUSE SOM']);
    expect(dyads('Two Kenyan fishermen were arrested by Uganda.')).toEqual(['UGA COERCE KEN']);
  });

  it('go both ways where it is mutual, not among those who are met', () => {
    expect(dyads('Chad met Niger on Monday.').sort()).toEqual(['NER CONSULT TCD', 'TCD CONSULT NER']);
    expect(dyads('Peru and Chile restored diplomatic relations.').sort()).toEqual([
      'CHL SUPPORT PER',
      'PER SUPPORT CHL',
    ]);
  });

  it('hold what is refused as a refusal and nothing else', () => {
    expect(dyads('Poland refused to send tanks to Georgia.')).toEqual(['POL REJECT GEO']);
  });

  it('take a vow to attack for a threat, a plain will-not for a refusal', () => {
    expect(dyads('Sudan vowed to attack Chad.')).toEqual(['SDN THREATEN TCD']);
    expect(dyads('Israel will not negotiate with Lebanon.')).toEqual(['ISR REJECT LBN']);
  });

  it('know whose people are meant, and who acts where an arrest is', () => {
    expect(dyads('Chad and Niger warned their citizens.').sort()).toEqual([
      'NER THREATEN NER',
      'TCD THREATEN TCD',
    ]);
    expect(dyads('Twelve Egyptian fishermen were arrested in Libya.')).toEqual(['LBY COERCE EGY']);
  });

  it('hold nothing of what is only hoped', () => {
    expect(dyads('Kenya hopes that Somalia will expel the Ethiopian ambassador.')).toEqual([]);
  });

  it('leave out what only dates another event', () => {
    expect(dyads('Norway praised Malta five years after Libya arrested three Maltese sailors.')).toEqual([
      'NOR SUPPORT MLT',
    ]);
  });

  it('take what is about to happen as happening, what is promised as promised', () => {
    expect(dyads('Ghana is about to resume diplomatic relations with Togo.')).toEqual(['GHA SUPPORT TGO']);
    expect(dyads('Ghana plans to resume diplomatic relations with Togo.')).toEqual(['GHA AGREE TGO']);
  });

  it('know a protest against nobody named as one at home', () => {
    expect(dyads('Thousands of Kenyan students demonstrated on Friday.')).toEqual(['KEN PROTEST KEN']);
  });

  it('take the codes of a list that the user brings', () => {
    const list = actorsFromTable('name\tcode\nRURITANIA\tRUR\nTHE SY\tSYL\nGRAUSTARK\tGRK');
    expect(dyads('Ruritania accused Graustark of fraud.', list)).toEqual(['RUR ACCUSE GRK']);
    expect(dyads('The Syrian government accused Graustark of fraud.', list)).toEqual(['SYR ACCUSE GRK']);
  });

  it('stand where their evidence stands, whatever the text', () => {
    const words = fc.constantFrom(
      'Kenya',
      'met',
      'and',
      'Peru',
      'accused',
      'of',
      'the',
      'troops',
      '.',
      'was',
      'to',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (parts) => {
        const document = documentOf(parts.join(' '));
        for (const { start, end, source, target } of eventsOf(document)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(document.text.length);
          expect(source ?? target).not.toBeNull();
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('plover-cameo.tsv', () => {
  it('gives one code to a kind, stage and type, as CAMEO writes them', () => {
    const rows = tableRows('plover-cameo.tsv');
    const keys = rows.map((row) => `${row['kind']} ${row['stage']} ${row['type']}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of rows) {
      expect(CLAIM_KINDS).toContain(row['kind']);
      expect(row['cameo']).toMatch(/^(?:0[1-9]|1\d|20)\d{1,2}$/);
    }
  });
});
