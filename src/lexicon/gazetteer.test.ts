// Names are found as their tables have them, the longest first, with the liberties that texts take.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorsFromTable } from './actor-list.js';
import { knownIn } from './gazetteer.js';
import { Phrases } from './phrases.js';

const found = (text: string, language = 'en'): string[] =>
  knownIn(text, language).map(({ start, end, values }) => `${text.slice(start, end)}: ${values[0]!.table}`);

describe('knownIn', () => {
  it('takes the longest name at each place', () => {
    expect(found('Guinea-Bissau and Guinea')).toEqual(['Guinea-Bissau: states', 'Guinea: states']);
  });

  it('keeps to capitals for acronyms and names, and lets nouns have them', () => {
    expect(found('let us nato')).toEqual([]);
    expect(found('The Foreign Minister')).toEqual(['Foreign Minister: offices']);
    expect(found('un soldat Français', 'fr')).toContain('Français: states');
  });

  it('reads names in capitals and without their accents', () => {
    expect(found('BAMAKO')).toEqual(['BAMAKO: states']);
    expect(found('in Lome')).toEqual(['Lome: states']);
    expect(found('MALIAN')).toEqual(['MALIAN: states']);
  });

  it('gives every row that a form may name', () => {
    const [rsf] = knownIn('RSF', 'en');
    expect(rsf!.values.length).toBeGreaterThan(1);
  });

  it('finds demonyms of the language only', () => {
    expect(found('les troupes maliennes', 'fr')).toContain('maliennes: states');
    expect(found('the maliennes')).toEqual([]);
  });

  it('never throws, overlaps or points outside, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('en', 'fr'),
        (text, language) => {
          let last = 0;
          for (const { start, end } of knownIn(`${text} Mali ${text}`, language)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length * 2 + 6);
        },
      ),
    );
  });
});

describe('Phrases', () => {
  it('tells apart what only hashes or cases alike', () => {
    const phrases = new Phrases<number>({ cut: 'name', size: 4 });
    for (let at = 0; at < 500; at += 1) phrases.add(`Name${at} of it`, at);
    for (let at = 0; at < 500; at += 7) expect(phrases.find(`x Name${at} of it`)[0]!.values).toEqual([at]);
    expect(phrases.find('name3 of it')).toEqual([]);
  });
});

describe('actorsFromTable', () => {
  const codes = (table: string, text: string): string[] =>
    actorsFromTable(table)
      .find(text)
      .map(({ values }) => values[0]!.code);

  it('reads tabs, commas and semicolons, with or without a header', () => {
    for (const table of ['name\tcode\nBULGAR\tBGR\n', 'name,code\n"BULGAR",BGR', 'BULGAR;BGR'])
      expect(codes(table, 'The Bulgarians left')).toEqual(['BGR']);
  });

  it('finds the beginnings of words, short names as whole words only', () => {
    const table = 'AU\tIGO\nDENMARK\tDNK\nDEN\tXXX';
    expect(codes(table, 'Australian troops in Denmark')).toEqual(['DNK']);
    expect(codes(table, 'the AU said')).toEqual(['IGO']);
  });

  it('keeps a comma inside quotes and takes underscores for blanks', () => {
    expect(codes('"LAKE_TOWN, OLD",LKT', 'in Lake Town, Old')).toEqual(['LKT']);
  });
});
