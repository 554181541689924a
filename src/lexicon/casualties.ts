// Words of killing and injuring, and where those who are killed stand beside them.

import { Phrases } from './phrases.js';
import type { Tongue } from './pieces.js';
import { tableRows } from './table.js';

/** What a word says: `object` and `noun` count what follows (what goes before, in the passive), `subject` what goes before; `none` is no harm ("peine de mort"). */
export interface CasualtyWord {
  readonly unit: 'deaths' | 'injured';
  readonly role: 'object' | 'subject' | 'noun' | 'none';
}

const tables = new Map<Tongue, Phrases<CasualtyWord>>();

/** The casualty words of a language. */
export function casualtyWords(language: Tongue): Phrases<CasualtyWord> {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const made = new Phrases<CasualtyWord>({ cut: language });
  for (const row of tableRows('casualty-words.tsv')) {
    if (row['language'] !== language) continue;
    made.add(row['form']!, {
      unit: row['unit'] as CasualtyWord['unit'],
      role: row['role'] as CasualtyWord['role'],
    });
  }
  tables.set(language, made);
  return made;
}
