// What the readers of the grammar share: a line of tokens, a value read from it, words that may stand between.
import type { Token } from './tokens.js';
import type { TimeValue } from './value.js';
import type { TimeWords } from './words.js';

/** A line of a text with the words of its language. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly words: TimeWords;
}

/** A value and the index of the token after it; `bare` where it is a time only if words around it say so ("2019", "mars"). */
export interface Read {
  readonly value: TimeValue;
  readonly next: number;
  readonly bare?: boolean;
}

/** The read that reaches furthest, the earlier one of two that reach as far. */
export function longest(reads: readonly (Read | undefined)[]): Read | undefined {
  let best: Read | undefined;
  for (const read of reads)
    if (read !== undefined && (best === undefined || read.next > best.next)) best = read;
  return best;
}

/** The index after an article of `clause-words.tsv` or "the", where one stands there. */
export function afterArticle({ tokens, words }: Line, at: number): number {
  return words.is('article', tokens[at]) ? at + 1 : at;
}

/** The index after an "of", "de", "du", where one stands there. */
export function afterOf({ tokens, words }: Line, at: number): number {
  const found = words.find('anchor', tokens, at);
  return found?.value === 'of' ? found.next : at;
}

/** Where a value may begin: here, after an article, after "the month of", "l'année", "about". */
export function starts(line: Line, at: number): number[] {
  const hedged = line.words.find('hedge', line.tokens, at)?.next ?? at;
  const inner = afterArticle(line, hedged);
  const unit = line.words.find('unit', line.tokens, inner);
  return [...new Set([at, hedged, inner, unit === undefined ? inner : afterOf(line, unit.next)])];
}

/** True where the token is that sign. */
export const isSign = ({ tokens }: Line, at: number, signs: string): boolean =>
  tokens[at] !== undefined && signs.includes(tokens[at].text) && tokens[at].text.length === 1;
