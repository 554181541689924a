// Number words, the cues around numbers, units and currencies of a language, as phrases.

import { Phrases } from './phrases.js';
import type { Tongue } from './pieces.js';
import { tableRows } from './table.js';

/** What a number word says. */
export interface NumberWord {
  readonly kind: 'cardinal' | 'ordinal' | 'multiplier' | 'fraction' | 'vague';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
}

/**
 * What a cue does to the number beside it. `none`: no count ("both", "twice") and no cue ("handed over"); `name`: the number is a name's ("resolution
 * 2100"); `year`: such a number is a year ("since 2010"); `change`: a verb after which "from A to B" is no range; `total`: a noun or verb that counts what it names ("the
 * number of X", "number 400"); `per`: the number holds per a time; `superlative`, `ranked`: a rank; `part`: a part of
 * what was counted before ("including").
 */
export type CueEffect =
  | 'approximate'
  | 'low'
  | 'high'
  | 'exact'
  | 'range-between'
  | 'range-to'
  | 'none'
  | 'name'
  | 'year'
  | 'change'
  | 'total'
  | 'per'
  | 'superlative'
  | 'ranked'
  | 'part';

/** What units.tsv says of a noun. */
export interface Unit {
  readonly unit: string;
  readonly kind:
    | 'people'
    | 'casualties'
    | 'things'
    | 'time'
    | 'percent'
    | 'mass'
    | 'distance'
    | 'area'
    | 'other';
}

/** The tables of a language for reading quantities. */
export interface NumberLexicon {
  readonly numbers: Phrases<NumberWord>;
  readonly before: Phrases<CueEffect>;
  readonly after: Phrases<CueEffect>;
  readonly units: Phrases<Unit>;
  readonly currencies: Phrases<string>;
  /** The plural of a unit's form where units.tsv has one after it, else the form: "man" gives "men". */
  readonly plural: (form: string) => string;
}

const lexica = new Map<Tongue, NumberLexicon>();

/** The tables, read once. Number words that mean no count ("several", "many", "no") are left out. */
export function numberLexicon(language: Tongue): NumberLexicon {
  const known = lexica.get(language);
  if (known !== undefined) return known;
  const before = new Phrases<CueEffect>({ cut: language });
  const after = new Phrases<CueEffect>({ cut: language });
  const none = new Set<string>();
  for (const row of rows('quantity-cues.tsv', language)) {
    const effect = row['effect'] as CueEffect;
    if (effect === 'none') none.add(row['form']!);
    (row['position'] === 'before' ? before : after).add(row['form']!, effect);
  }
  const units = new Phrases<Unit>({ cut: language });
  const plurals = new Map<string, string>();
  let last = { form: '', unit: '' };
  for (const row of rows('units.tsv', language)) {
    const form = row['form']!;
    const unit = row['unit']!;
    units.add(form, { unit, kind: row['kind'] as Unit['kind'] });
    if (last.unit === unit && last.form.slice(0, 1) === form.slice(0, 1)) plurals.set(last.form, form);
    last = { form, unit };
  }
  const currencies = new Phrases<string>({ cut: language });
  for (const row of rows('currencies.tsv', language))
    currencies.add(row['form']!, row['code']!, { cased: /^\p{Lu}+$/u.test(row['form']!) });
  const plural = (form: string): string => plurals.get(form) ?? form;
  const made = { numbers: numbersOf(language, none), before, after, units, currencies, plural };
  lexica.set(language, made);
  return made;
}

function numbersOf(language: Tongue, none: ReadonlySet<string>): Phrases<NumberWord> {
  const numbers = new Phrases<NumberWord>({ cut: language });
  for (const row of rows('number-words.tsv', language)) {
    const word: NumberWord = {
      kind: row['kind'] as NumberWord['kind'],
      value: figure(row['value']!),
      low: figure(row['low']!),
      high: figure(row['high']!),
      approximate: row['approximate'] === 'yes',
    };
    if (!none.has(row['form']!) && counts(word)) numbers.add(row['form']!, word);
  }
  return numbers;
}

/** Zero, "several" and "some" are no figures; a fraction without one is kept for its bounds. */
function counts({ kind, value, low, high }: NumberWord): boolean {
  if (kind === 'vague') return value !== null || high !== null || (low !== null && low > 2);
  return value !== 0;
}

function figure(cell: string): number | null {
  return cell === '' ? null : Number(cell);
}

function rows(file: string, language: Tongue): ReturnType<typeof tableRows> {
  return tableRows(file).filter((row) => row['language'] === language || row['language'] === 'both');
}
