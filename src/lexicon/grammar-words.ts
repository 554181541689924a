// Words of grammar by use, in either language: prepositions that say where, verbs of control, pronouns that open a clause.
import { EntenteError } from '../base/error.js';
import { tableRows } from './table.js';

let table: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The words of a use, lower case, plain apostrophes; throws `bad-shape` for a use that grammar-words.tsv lacks. */
export function grammarWords(use: string): ReadonlySet<string> {
  table ??= read();
  const words = table.get(use);
  if (words === undefined)
    throw new EntenteError('bad-shape', `no words of the use ${use}`, { source: 'grammar-words.tsv' });
  return words;
}

function read(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { form = '', use = '' } of tableRows('grammar-words.tsv')) {
    const words = found.get(use) ?? new Set();
    found.set(use, words.add(form));
  }
  return found;
}
