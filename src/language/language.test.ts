// Parsing as a caller sees it: offsets, trees, odd text, the same twice.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConllu } from './conllu.js';
import { identify, identifyPassage } from './identify.js';
import { LANGUAGES, type Language, type Parse } from './language.js';
import { readModel } from './model/model.js';
import { isTree } from './network/tree.js';
import { parse } from './parse.js';
import { writeConllu } from './write-conllu.js';

const TEXT =
  "BAMAKO (XYZ) – Mali's army hasn't received the four Mi-171 helicopters (CAR). , and the minister, Awa Diallo, met Gen. Paul Okoye in Lagos on 3 May.It was “brief”, she said.\n\nThe U.S. didn’t comment";
const TEXTE =
  "L’armée du Niger n'a pas reçu les 13 500 fusils. Aujourd'hui, Mme Awa Diallo s'est rendue aux États-Unis ; elle y a rencontré M. Paul Okoye.";

/** What no word holds. */
const BLANK = /^[\s\0\ufeff]*$/u;

function check({ text, sentences }: Parse): void {
  let before = 0;
  for (const { start, end, words, names } of sentences) {
    expect(BLANK.test(text.slice(before, start))).toBe(true);
    expect(isTree(words.map(({ head }) => head))).toBe(true);
    let at = start;
    let token = -1;
    for (const word of words) {
      if (word.start >= at) expect(BLANK.test(text.slice(at, word.start))).toBe(true);
      expect(word.token === token || word.token === token + 1).toBe(true);
      expect(word.end).toBeGreaterThan(word.start);
      token = word.token;
      at = word.end;
    }
    expect(at).toBe(end);
    for (const { from, to } of names) expect(from >= 0 && to > from && to <= words.length).toBe(true);
    before = end;
  }
  expect(BLANK.test(text.slice(before))).toBe(true);
}

const forms = (text: string, language: Language): string[][] =>
  parse(text, { language }).sentences.map(({ words }) => words.map(({ form }) => form));

describe('parse', () => {
  it('points into the source', () => {
    check(parse(TEXT, { language: 'en' }));
    check(parse(TEXTE, { language: 'fr' }));
  });

  it('ends sentences at stops, missing blanks, empty lines and datelines, and not at titles or broken places', () => {
    expect(
      parse(TEXT, { language: 'en' }).sentences.map(({ start, end }) => TEXT.slice(start, end).slice(-8)),
    ).toEqual([' (XYZ) –', 'n 3 May.', 'he said.', ' comment']);
    const ends = parse(TEXTE, { language: 'fr' }).sentences.map(({ end }) => TEXTE.slice(0, end).slice(-8));
    expect(ends.filter((end) => !end.endsWith(';'))).toEqual([' fusils.', 'l Okoye.']);
  });

  it('takes words apart as Universal Dependencies do', () => {
    const english = forms(TEXT, 'en').flat();
    expect(english).toEqual(expect.arrayContaining(["'s", 'has', "n't", 'did', '(', 'XYZ', ')']));
    const french = forms(TEXTE, 'fr').flat();
    expect(french).toEqual(expect.arrayContaining(["L'", 'de', 'le', '13 500', "Aujourd'hui", 'à', 'les']));
  });

  it('tells who does what', () => {
    const [{ words, names }] = parse('Turkey sold three drones to Niger in May 2022.', { language: 'en' })
      .sentences as [Parse['sentences'][0]];
    const root = words.findIndex(({ head }) => head === 0);
    expect(words[root]).toMatchObject({ lemma: 'sell', upos: 'VERB' });
    expect(words[0]).toMatchObject({ deprel: 'nsubj', head: root + 1 });
    expect(words[3]).toMatchObject({ lemma: 'drone', deprel: 'obj', head: root + 1 });
    expect(names.map(({ type }) => type)).toEqual(['LOC', 'LOC']);
  });

  it.each(LANGUAGES)('reads anything in %s: nothing thrown, no offset lost, the same twice', (language) => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            '\ud800',
            '\u0000',
            '\u0301',
            '👩‍👩‍👧',
            'ال',
            '(',
            ')',
            ' ',
            '.',
            "don't",
            'Mali',
            '\n\n',
            '`',
            '\u200d',
            '10 000',
          ),
          { maxLength: 60 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const first = parse(text, { language });
        check(first);
        expect(parse(text, { language })).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts what never ends, and says so', () => {
    const endless = parse(`${'a b, '.repeat(400)}`, { language: 'en' });
    check(endless);
    expect(endless.sentences.slice(0, -1).every(({ cut, words }) => cut && words.length <= 160)).toBe(true);
    check(parse('x'.repeat(100_000), { language: 'en' }));
    check(parse('('.repeat(5_000), { language: 'fr' }));
  });
});

describe('CoNLL-U', () => {
  it('comes back as it was written', () => {
    const parsed = parse(TEXT, { language: 'en' });
    const back = readConllu(writeConllu(parsed), 'test');
    expect(back.map(({ words }) => words.map(({ head, deprel, lemma }) => [head, deprel, lemma]))).toEqual(
      parsed.sentences.map(({ words }) => words.map(({ head, deprel, lemma }) => [head, deprel, lemma])),
    );
    expect(writeConllu(parsed)).toContain('NER=B-');
  });

  it('says file and line of a bad row', () => {
    expect(() => readConllu('1\tx\n', 'bad.conllu')).toThrowError(/columns/);
  });
});

describe('models', () => {
  it('refuse a damaged file', () => {
    const bytes = readFileSync(new URL('../../models/fr.model', import.meta.url));
    bytes[bytes.length - 3]! ^= 1;
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'entente-')), 'fr.model');
    writeFileSync(file, bytes);
    expect(() => readModel(file)).toThrowError(/checksum/);
    expect(() => readModel(`${file}.none`)).toThrowError(/can not be read/);
  });
});

describe('identify', () => {
  it('tells languages apart, and passages from the text around them', () => {
    expect(identify('Le président a signé un accord de défense avec ses voisins.')).toBe('fr');
    expect(identifyPassage('Short one.', 'fr')).toBe('fr');
    expect(
      identifyPassage(
        'The ministers signed the agreement yesterday and will meet again in the spring.',
        'fr',
      ),
    ).toBe('en');
  });

  it.each([
    ['en', 'The Turkish base in Mogadishu has trained 10,000 Somali soldiers.'],
    ['fr', "Djakarta a confirmé mardi l'achat à Navantia de dix-huit corvettes Avante supplémentaires."],
  ])('is not led astray by names (%s): %s', (language, sentence) => {
    expect(identifyPassage(sentence, language)).toBe(language);
  });
});
