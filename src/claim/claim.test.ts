// The baseline reader on the seed, and what holds of claims whatever the text.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentId } from '../base/id.js';
import type { Document } from '../document/document.js';
import { readDocument } from '../document/read.js';
import { tableRows } from '../lexicon/table.js';
import type { PageForm } from '../page/page.js';
import { baselineReader } from './baseline/reader.js';
import type { Claim } from './claim.js';
import { CLAIM_KINDS } from './claim.js';
import { KINDS } from './kinds.js';
import { parseClaim } from './schema.js';
import { sentencesOf } from './sentences.js';

function documentOf(content: string, form: PageForm = 'article', language = 'en'): Document {
  const bytes = new TextEncoder().encode(content);
  const given = form === 'article' ? { language, published: '2024-05-01' } : {};
  return readDocument({
    id: 'd',
    source: 'd',
    form,
    hash: contentId(bytes),
    bytes,
    content,
    charset: { name: 'utf-8', basis: 'given' },
    given,
  });
}

const read = (text: string, language = 'en'): readonly Claim[] =>
  baselineReader.read(documentOf(text, 'article', language));
const kinds = (text: string, language = 'en'): string[] => read(text, language).map((claim) => claim.kind);

describe('the baseline reader', () => {
  it('reads the four kinds it knows', () => {
    expect(
      kinds('Exampleland aside, Ghana and Togo signed a defence cooperation agreement in March 2022.'),
    ).toEqual(['agreement']);
    expect(kinds('Turkey delivered six armed drones to Togo.')).toEqual(['transfer']);
    expect(kinds('About 300 Rwandan soldiers are deployed in the Central African Republic.')).toEqual([
      'presence',
    ]);
    expect(kinds('France accounted for 12 percent of arms imports of Senegal in 2015-19.')).toEqual([
      'share',
    ]);
    expect(kinds('Le Ghana a livré douze blindés au Togo.', 'fr')).toEqual(['transfer']);
  });
  it('claims nothing where nothing ties two states', () => {
    for (const text of [
      'Ghana met Togo in the final.',
      'Ghana and Togo have armies.',
      'The airline of Ghana ordered ten jets from France.',
      '',
    ])
      expect(kinds(text)).toEqual([]);
    expect(read('Ghana und Togo unterzeichneten ein Militärabkommen.', 'de')).toEqual([]);
  });
  it('keeps doubt and speaker as data', () => {
    const [claim] = read('Kenya may send 200 soldiers to Haiti, according to two officials.');
    expect(claim).toMatchObject({
      modality: 'possible',
      attribution: [{ speaker: 'two officials' }],
      quantities: [{ value: 200, unit: 'soldiers' }],
    });
    expect(claim!.time).toEqual({ end: '2024-05-01', precision: 'unknown', basis: 'bound' });
  });
  it('takes no number out of a designation', () => {
    expect(read('Ghana ordered four Mi-171 helicopters from France.')[0]?.quantities).toMatchObject([
      { value: 4, unit: 'helicopters' },
    ]);
    expect(read('Ghana ordered Mi-171 helicopters from France.')[0]?.quantities).toEqual([]);
  });
  it('is a function of the document, and its evidence stands in the text', () => {
    const piece = fc.constantFrom(
      'Mali',
      'Russia',
      ' signed ',
      'a defence agreement with',
      ' 300 ',
      'soldiers',
      'in',
      ' to ',
      'Niger',
      '. ',
      'le',
      "l'",
      '`',
      '“',
      'deployed',
      '39 percent',
      'of arms transfers',
      '\n\n',
      '\ud800',
      'may ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('en', 'fr'), (parts, language) => {
        const document = documentOf(parts.join(' '), 'article', language);
        const claims = baselineReader.read(document);
        expect(baselineReader.read(document)).toEqual(claims);
        expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
        for (const claim of claims) {
          expect(document.text.slice(claim.evidence.start, claim.evidence.end)).toBe(claim.evidence.quote);
          expect(parseClaim(JSON.parse(JSON.stringify(claim)))).toEqual(JSON.parse(JSON.stringify(claim)));
        }
      }),
      { numRuns: 300 },
    );
  });
});

const seed = path.join(import.meta.dirname, '../../../shared/seed/page.txt');

describe.skipIf(!existsSync(seed))('the seed page (skipped where ../shared is absent)', () => {
  const document = documentOf(existsSync(seed) ? readFileSync(seed, 'utf8') : '', 'text');
  const claims = baselineReader.read(document);
  it('says what the page lacks, and finds its frame', () => {
    expect(document.findings.map(({ kind }) => kind)).toEqual(['byline-missing']);
    expect(new Set(document.frame.map(({ kind }) => kind))).toEqual(
      new Set([
        'title',
        'date_line',
        'visit_counter',
        'comment_widget',
        'site_navigation',
        'author_box',
        'related_posts',
        'post_navigation',
      ]),
    );
  });
  it('finds the headline, the 28 governments, the 400 men and the 39 percent', () => {
    expect(claims.some(({ kind, evidence }) => kind === 'agreement' && evidence.where === 'title')).toBe(
      true,
    );
    expect(claims.some(({ kind, fields }) => kind === 'agreement' && fields['count'] === 28)).toBe(true);
    expect(
      claims.some(
        ({ kind, quantities }) =>
          kind === 'presence' && quantities[0]?.value === 400 && quantities[0].approximate,
      ),
    ).toBe(true);
    expect(
      claims.some(
        ({ kind, fields }) =>
          kind === 'share' && fields['percent'] === 39 && fields['period'] === '2013/2017',
      ),
    ).toBe(true);
  });
});

describe('sentences', () => {
  it('do not end at abbreviations', () => {
    const text = 'U.S. officials spoke to Gen. Smith. He left (CAR). , and went on.';
    expect(sentencesOf(documentOf(text)).map((sentence) => sentence.text)).toEqual([
      'U.S. officials spoke to Gen. Smith.',
      'He left (CAR). , and went on.',
    ]);
  });
});

describe('the lexicon', () => {
  it('is whole: every row has its cells and an origin, every state one code', () => {
    for (const table of [
      'states.tsv',
      'regions.tsv',
      'words.tsv',
      'triggers.tsv',
      'outlets.tsv',
      'months.tsv',
      'bylines.tsv',
      'frame-hints.tsv',
      'frame-phrases.tsv',
    ]) {
      for (const row of tableRows(table))
        expect(row['origin'], `${table}: ${JSON.stringify(row)}`).toBeTruthy();
    }
    const codes = tableRows('states.tsv').map((row) => row['iso3']);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[A-Z]{3}$/.test(code!))).toBe(true);
  });
  it('has the fourteen kinds', () => {
    expect(Object.keys(KINDS)).toEqual([...CLAIM_KINDS]);
  });
});
