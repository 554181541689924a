// Words that tell a claim from what merely sounds like one, by use: claim-words.tsv.
import { tableRows } from '../../lexicon/table.js';

/** How a word counts: the table's column `use`. */
export type WordUse =
  | 'vague'
  | 'people'
  | 'attack'
  | 'era'
  | 'helping'
  | 'ahead'
  | 'grabbing'
  | 'realm'
  | 'supporting'
  | 'getting'
  | 'beside'
  | 'minor'
  | 'lawless'
  | 'beating'
  | 'struggle'
  | 'projectile'
  | 'denying'
  | 'rejecting'
  | 'hearsay'
  | 'pointing'
  | 'hoping'
  | 'onslaught'
  | 'ascribing'
  | 'mutual'
  | 'sending'
  | 'occurring'
  | 'speech'
  | 'conquest'
  | 'matter'
  | 'reception'
  | 'ending'
  | 'anybody'
  | 'idiom'
  | 'regime';

let table: ReadonlyMap<WordUse, ReadonlySet<string>> | undefined;

/** True where the lemma is of the use in either language. */
export function isWord(use: WordUse, lemma: string): boolean {
  table ??= read();
  return table.get(use)?.has(lemma.toLowerCase()) ?? false;
}

function read(): Map<WordUse, Set<string>> {
  const found = new Map<WordUse, Set<string>>();
  for (const { lemma = '', use = '' } of tableRows('claim-words.tsv')) {
    const words = found.get(use as WordUse) ?? new Set();
    found.set(use as WordUse, words.add(lemma));
  }
  return found;
}
