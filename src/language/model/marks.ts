// What a gazetteer knows of a single word: the given name of somebody, part of an organisation's name, a place.
import { entries, tableRows } from '../../lexicon/table.js';

/** Marks by bit. `in-` means a word of a longer name. */
export const MARKS = ['given', 'surname', 'state', 'demonym', 'place', 'in-place', 'org', 'in-org'] as const;
type Mark = (typeof MARKS)[number];

/** The marks of a number as {@link gazetteerMarks} gives it. */
export function marksOf(bits: number): readonly Mark[] {
  return MARKS.filter((_, at) => (bits & (1 << at)) !== 0);
}

/** Capitalised word -> bits of its marks, from the tables of the lexicon. */
export function gazetteerMarks(): Map<string, number> {
  const found = new Map<string, number>();
  const mark = (word: string, name: Mark): void => {
    if (/^\p{Lu}/u.test(word) && word.length > 1)
      found.set(word, (found.get(word) ?? 0) | (1 << MARKS.indexOf(name)));
  };
  const names = (surfaces: readonly (string | undefined)[], alone: Mark, inside: Mark): void => {
    for (const surface of surfaces) {
      const words = (surface ?? '').split(/[\s'’-]+/u).filter((word) => word !== '');
      for (const word of words) mark(word, words.length === 1 ? alone : inside);
    }
  };
  for (const row of tableRows('given-names.tsv')) mark(row['name']!, 'given');
  for (const row of tableRows('persons.tsv')) names(entries(row['short']), 'surname', 'surname');
  for (const row of tableRows('states.tsv')) {
    names([row['name_en'], row['name_fr'], ...entries(row['other_names'])], 'state', 'in-place');
    names([...entries(row['capitals_en']), ...entries(row['capitals_fr'])], 'place', 'in-place');
    names([...entries(row['demonyms_en']), ...entries(row['demonyms_fr'])], 'demonym', 'demonym');
  }
  for (const row of tableRows('places.tsv'))
    names([row['name_en'], row['name_fr'], ...entries(row['other_names'])], 'place', 'in-place');
  for (const row of tableRows('regions.tsv')) names([row['name_en'], row['name_fr']], 'place', 'in-place');
  for (const table of ['organisations.tsv', 'armed-groups.tsv'])
    for (const row of tableRows(table))
      names(
        [row['name_en'], row['name_fr'], ...entries(row['acronyms']), ...entries(row['other_names'])],
        'org',
        'in-org',
      );
  for (const table of ['companies.tsv', 'media.tsv', 'thinktanks.tsv', 'named-forces.tsv'])
    for (const row of tableRows(table)) names([row['name'], ...entries(row['other_names'])], 'org', 'in-org');
  return found;
}
