// The lexicon of times of a language, ready to be looked up at a token: phrases, numbers, months.
import type { Language } from '../../language/language.js';
import { shadowOf } from '../../language/tokens/shadow.js';
import { type Row, tableRows } from '../../lexicon/table.js';
import { type Token, tokensOf } from './tokens.js';
import type { YearPart } from './value.js';

/** What `time-words.tsv` calls a kind, `number` for cardinals, `hedge` for "about" and "at least". */
export type WordKind =
  | 'weekday'
  | 'month'
  | 'season'
  | 'unit'
  | 'relative'
  | 'anchor'
  | 'period'
  | 'vague'
  | 'number'
  | 'hedge';

/** What `clause-words.tsv` says a word does: opens a clause, joins two, is an article, a verb, a link to what is said. */
export type ClauseUse = 'open' | 'join' | 'article' | 'verb' | 'link' | 'pronoun';

/** A phrase found at a token: its value in the table, its words, and the index of the token after it. */
export interface Found {
  readonly value: string;
  readonly form: string;
  readonly next: number;
}

/** Two words with something between them that make a range: `from … to`. */
export interface RangeWords {
  readonly open: readonly string[];
  readonly close: readonly string[];
}

interface Phrase {
  readonly words: readonly string[];
  readonly value: string;
  readonly form: string;
  /** Written with a capital, and only then what it says: Monday, March, Easter. */
  readonly capital: boolean;
}

/** What a last word of French takes up: "à la fin de" holds for "du", "d'" and "des". */
const MERGED: Readonly<Record<string, readonly string[]>> = {
  de: ['de', 'du', "d'", 'des'],
  à: ['à', 'au', 'aux'],
};

/** The words of one language. */
export class TimeWords {
  readonly ranges: readonly RangeWords[];
  /** By kind, then by first word. */
  private readonly phrases = new Map<WordKind, Map<string, Phrase[]>>();
  private readonly uses = new Set<string>();

  constructor(readonly language: Language) {
    const rows = tableRows('time-words.tsv').filter((row) => row['language'] === language);
    const twoPart = (row: Row): boolean => row['form']!.includes('…');
    for (const row of rows) if (!twoPart(row)) this.add(row['kind'] as WordKind, row['form']!, row['value']!);
    const months = tableRows('months.tsv').filter((row) => row['language'] === language);
    for (const row of months) this.addMonth(row, isShort(row, months));
    for (const row of tableRows('number-words.tsv')) if (row['language'] === language) this.addNumber(row);
    for (const row of tableRows('quantity-cues.tsv')) if (row['language'] === language) this.addHedge(row);
    for (const row of tableRows('clause-words.tsv'))
      if (row['language'] === language) this.uses.add(`${row['use']} ${row['form']}`);
    this.ranges = rows.filter(twoPart).map((row) => {
      const [open, close] = row['form']!.split('…').map((part) => this.split(part.trim()));
      return { open: open!, close: close! };
    });
    for (const lists of this.phrases.values())
      for (const list of lists.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** True where the token is a word of that use. */
  is(use: ClauseUse, token: Token | undefined): boolean {
    return token !== undefined && this.uses.has(`${use} ${token.lower}`);
  }

  /** The longest phrase of a kind that begins at token `at`. */
  find(kind: WordKind, tokens: readonly Token[], at: number): Found | undefined {
    const first = tokens[at];
    const list = first === undefined ? undefined : this.phrases.get(kind)?.get(first.lower);
    const phrase = list?.find(
      ({ words, capital }) => (!capital || isCapital(first!)) && this.fits(words, tokens, at),
    );
    return phrase && { value: phrase.value, form: phrase.form, next: at + phrase.words.length };
  }

  /** True where the words stand at token `at`. */
  fits(words: readonly string[], tokens: readonly Token[], at: number): boolean {
    const last = words.length - 1;
    return words.every((word, index) => {
      const lower = tokens[at + index]?.lower;
      return (
        lower === word || (index === last && lower !== undefined && (MERGED[word]?.includes(lower) ?? false))
      );
    });
  }

  /** The months of a season of the northern hemisphere, as of CLDR's "spring"; undefined where it has none ("rainy season"). */
  season(form: string): YearPart | undefined {
    const value = this.phrases
      .get('season')
      ?.get(this.split(form)[0]!)
      ?.find((phrase) => phrase.form === form)?.value;
    const match = /^(\d\d)\/(\d\d)$/.exec(value ?? '');
    return match === null ? undefined : { kind: 'months', first: Number(match[1]), last: Number(match[2]) };
  }

  private add(kind: WordKind, form: string, value: string): void {
    const words = this.split(form);
    const capital =
      this.language === 'en' && /^(?:weekday|month|period)$/.test(kind) && /^\p{Lu}/u.test(form);
    const merged = words.length === 1 && kind === 'anchor' ? (MERGED[words[0]!] ?? words) : [words[0]!];
    const lists = this.phrases.get(kind) ?? new Map<string, Phrase[]>();
    this.phrases.set(kind, lists);
    for (const first of merged) {
      const list = lists.get(first) ?? [];
      if (list.some((phrase) => phrase.form === form)) continue;
      list.push({ words, value, form, capital });
      lists.set(first, list);
    }
  }

  /** English months are told from "may" and "march" by their capital; short forms may end in a dot. */
  private addMonth(row: Row, short: boolean): void {
    const lower = row['name']!;
    const name = this.language === 'en' ? `${lower[0]!.toUpperCase()}${lower.slice(1)}` : lower;
    this.add('month', name, row['month']!);
    if (short) this.add('month', `${name}.`, row['month']!);
  }

  private addNumber(row: Row): void {
    if (row['kind'] === 'cardinal' && /^\d+$/.test(row['value']!))
      this.add('number', row['form']!, row['value']!);
  }

  private addHedge(row: Row): void {
    if (row['position'] === 'before' && !row['effect']!.startsWith('range'))
      this.add('hedge', row['form']!, '');
  }

  private split(form: string): string[] {
    return tokensOf(shadowOf(form), this.language).map((token) => token.lower);
  }
}

const known = new Map<Language, TimeWords>();

/** The words of a language, read once. */
export function timeWords(language: Language): TimeWords {
  const words = known.get(language) ?? new TimeWords(language);
  known.set(language, words);
  return words;
}

const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text);

/** True where a longer name of the same month begins like it: "sept" is short, "may" is not. */
const isShort = (row: Row, months: readonly Row[]): boolean =>
  months.some(
    (other) => other['month'] === row['month'] && other !== row && other['name']!.startsWith(row['name']!),
  );
