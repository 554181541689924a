// Words that give a rank: `largest` is the first, `deuxième` the second.
import { tableRows } from './table.js';

let ranks: ReadonlyMap<string, number> | undefined;

/** The rank that a form says in either language, undefined for any other word. */
export function rankOfWord(form: string): number | undefined {
  ranks ??= new Map(tableRows('rank-words.tsv').map((row) => [row['form']!, Number(row['rank'])]));
  return ranks.get(form.toLowerCase());
}
