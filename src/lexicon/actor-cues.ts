// The small words that tell actors from places, owners from neighbours, and what stands for whom.
import { tableRows } from './table.js';

const cues = new Map<string, ReadonlyMap<string, string>>();

/** What a use of words holds, form or lemma in lower case -> value; forms keep the case of the table where that matters (`États`). */
export function cuesOf(language: string, use: string): ReadonlyMap<string, string> {
  if (cues.size === 0) {
    const made = new Map<string, Map<string, string>>();
    for (const row of tableRows('actor-cues.tsv')) {
      const key = `${row['language']}/${row['use']}`;
      const values = made.get(key) ?? new Map<string, string>();
      made.set(key, values.set(row['form']!, row['value']!));
    }
    for (const [key, values] of made) cues.set(key, values);
  }
  return cues.get(`${language}/${use}`) ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();

const lemmas = new Map<string, ReadonlyMap<string, string>>();

/** The lemmas of a class of `noun-classes.tsv` with their values: `cuesOfClass('en', 'civil')` has `tennis`. */
export function nounClass(language: string, kind: string): ReadonlyMap<string, string> {
  const key = `${language}/${kind}`;
  const known = lemmas.get(key);
  if (known !== undefined) return known;
  const rows = tableRows('noun-classes.tsv').filter(
    (row) => row['language'] === language && row['class'] === kind,
  );
  const found = new Map(rows.map((row) => [row['lemma']!, row['value']!]));
  lemmas.set(key, found);
  return found;
}
