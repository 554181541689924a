// The words that the baseline reader looks for, by language and use, compiled to patterns once.
import { anyOf, tableRows } from './table.js';

/** What the words of a table row are used for. */
export type WordUse =
  | 'instrument'
  | 'military'
  | 'force'
  | 'item'
  | 'modality'
  | 'saying'
  | 'according'
  | 'group'
  | 'measure';

/** A verb or noun that tells of an act of a kind: where the act leads (`stage`) and which way things go. */
export interface Trigger {
  readonly stage: string;
  /** `out`: the subject gives; `in`: the subject gets; empty where neither. */
  readonly direction: string;
}

interface Words {
  readonly pattern: RegExp;
  readonly values: ReadonlyMap<string, string>;
}

const words = new Map<string, Words>();
const triggers = new Map<string, { pattern: RegExp; values: ReadonlyMap<string, Trigger> }>();

/** A fresh pattern for all words of a use, with flags `giu`. */
export function wordPattern(language: string, use: WordUse): RegExp {
  return new RegExp(wordsOf(language, use).pattern);
}

/** The value that the lexicon gives a word of this use. */
export function wordValue(language: string, use: WordUse, form: string): string {
  return wordsOf(language, use).values.get(form.toLowerCase()) ?? '';
}

function wordsOf(language: string, use: WordUse): Words {
  const key = `${language}/${use}`;
  const known = words.get(key);
  if (known !== undefined) return known;
  const rows = tableRows('words.tsv').filter((row) => row['language'] === language && row['use'] === use);
  const made = {
    pattern: anyOf(rows.map((row) => row['form']!)),
    values: new Map(rows.map((row) => [row['form']!, row['value']!])),
  };
  words.set(key, made);
  return made;
}

/** The pattern and the meaning of all triggers of a kind. */
export function triggersOf(
  language: string,
  kind: string,
): { pattern: RegExp; values: ReadonlyMap<string, Trigger> } {
  const key = `${language}/${kind}`;
  const known = triggers.get(key);
  if (known !== undefined) return { pattern: new RegExp(known.pattern), values: known.values };
  const rows = tableRows('triggers.tsv').filter(
    (row) => row['language'] === language && row['kind'] === kind,
  );
  const values = new Map(
    rows.map((row) => [row['form']!, { stage: row['stage']!, direction: row['direction']! }]),
  );
  const made = { pattern: anyOf([...values.keys()]), values };
  triggers.set(key, made);
  return { pattern: new RegExp(made.pattern), values };
}
