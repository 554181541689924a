// Markers of the frame: content later than the page's date, a headline that the text does not bear out.
import { quoteOf } from '../../base/span.js';
import { tableRows } from '../../lexicon/table.js';
import type { LineageDocument } from '../tie.js';
import { markerAt, type TextMarker } from './marker.js';

/** Months after the page's date that a month told as past must lie. */
const MONTHS_LATER = 2;
/** Before a month that is still to come, or that a title or series carries. */
const TO_COME =
  /(?:until|till|by|before|through|from|for|planned|scheduled|expected|due|next|end of|to|jusqu['’]en|d['’]ici|avant|prévue?s?|pour|fin|à partir de)\s+(?:the\s+)?$/iu;
const LEAST_TITLE_WORDS = 3;
const LEAST_BORNE_OUT = 0.34;
const STEM = 5;

/** Soft markers where the text tells of months after the page's own date. */
export function laterContent({ text, published }: LineageDocument): TextMarker[] {
  if (published === undefined) return [];
  const limit = monthIndex(Number(published.slice(0, 4)), Number(published.slice(5, 7))) + MONTHS_LATER;
  told ??= monthsTold();
  const { months, pattern } = told;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const month = months.get(match[1]!.toLowerCase());
    if (month === undefined || monthIndex(Number(match[2]), month) < limit) return [];
    if (
      TO_COME.test(text.slice(Math.max(0, match.index - 40), match.index)) ||
      tellsFuture(text, match.index)
    )
      return [];
    const span = { start: match.index, end: match.index + match[0].length };
    const why = `later than the page's date, ${published.slice(0, 10)}`;
    return [markerAt(text, span, { kind: 'later-content', strength: 'soft', why })];
  });
}

/** True where the sentence around speaks of what will be. */
function tellsFuture(text: string, at: number): boolean {
  const from = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at), 0);
  const end = text.indexOf('. ', at);
  const sentence = text.slice(from, end < 0 ? text.length : end);
  return /\b(?:will|would|plans?|planned|scheduled|expected|aims?|could|may|might|set to|due|sera|seront|devrait|devraient|prévu|prévue|doit|doivent)\b/iu.test(
    sentence,
  );
}

/** Months by name, and what finds one with its year. */
interface MonthsTold {
  readonly months: ReadonlyMap<string, number>;
  readonly pattern: RegExp;
}

let told: MonthsTold | undefined;

function monthsTold(): MonthsTold {
  const months = new Map<string, number>();
  for (const row of tableRows('months.tsv')) {
    const language = row['language'];
    if ((language === 'en' || language === 'fr') && row['name']!.length > 3)
      months.set(row['name']!, Number(row['month']));
  }
  const names = [...months.keys()].join('|');
  const pattern = new RegExp(
    `(?<=(?:^|\\s)(?:in|en|since|depuis)\\s{1,4})(${names})\\s{1,4}((?:19|20)\\d{2})(?!\\d)`,
    'giu',
  );
  return { months, pattern };
}

function monthIndex(year: number, month: number): number {
  return year * 12 + month;
}

/** A soft marker of the title where the text neither tells of its act nor names most of its words. */
export function unsupportedTitle({ title, text, language }: LineageDocument): TextMarker[] {
  if (title === undefined || text === '') return [];
  const stems = stemsOf(title);
  if (stems.length < LEAST_TITLE_WORDS) return [];
  const body = new Set(stemsOf(text));
  const missing = stems.filter((stem) => !body.has(stem));
  const acts = actStems(language ?? 'en');
  const missesAct = missing.some((stem) => acts.has(stem));
  if (!missesAct || missing.length <= stems.length * (1 - LEAST_BORNE_OUT)) return [];
  const why = `the text tells of ${stems.length - missing.length} of the ${stems.length} things that its title names`;
  return [
    { ...quoteOf(title, 0, title.length), kind: 'unsupported-title', strength: 'soft', where: 'title', why },
  ];
}

const acting = new Map<string, ReadonlySet<string>>();

/** The stems of words that tell of an act. */
function actStems(language: string): ReadonlySet<string> {
  const known = acting.get(language);
  if (known !== undefined) return known;
  const rows = tableRows('triggers.tsv').filter((row) => row['language'] === language);
  const made = new Set(rows.map((row) => stemOf(row['form']!)));
  acting.set(language, made);
  return made;
}

function stemsOf(text: string): string[] {
  return [...text.matchAll(/[\p{L}\p{M}]{4,}/gu)].map(([word]) => stemOf(word));
}

function stemOf(word: string): string {
  return word.toLowerCase().slice(0, STEM);
}
