// How sure a stretch of text is, who says it, how many and when: by cue words alone.

import { boundTime, isoDay, type Time, time, yearTime } from '../../base/date.js';
import { type Quantity, quantity } from '../../base/quantity.js';
import { quoteOf } from '../../base/span.js';
import { grammarWords } from '../../lexicon/grammar-words.js';
import { wordPattern, wordValue } from '../../lexicon/words.js';
import type { Attribution, Modality } from '../claim.js';
import type { Sentence } from '../sentences.js';

const BY_WEIGHT: readonly Modality[] = [
  'denied',
  'improbable',
  'estimate',
  'possible',
  'probable',
  'conditional',
  'urged',
  'planned',
];

/** The modality of the strongest cue in the text, `fact` without one. */
export function modalityOf(text: string, language: string): Modality {
  const found = new Set<string>();
  for (const [form] of text.matchAll(wordPattern(language, 'modality')))
    found.add(wordValue(language, 'modality', form));
  return BY_WEIGHT.find((modality) => found.has(modality)) ?? 'fact';
}

const SPEAKER = 90;

/** Who the sentence says is speaking: "according to X", "X said that", ", X said". Empty where the text speaks for itself. */
export function attributionOf(sentence: Sentence, text: string, language: string): Attribution[] {
  const according = wordPattern(language, 'according').exec(text);
  if (according !== null) {
    const from = according.index + according[0].length;
    return speaker(sentence, text, { from, to: speakerEnd(text, from), cue: according[0] });
  }
  for (const match of text.matchAll(wordPattern(language, 'saying'))) {
    const before = clauseBefore(text, match.index);
    if (before === undefined) continue;
    const after = text.slice(match.index + match[0].length);
    if (
      before.from > 0
        ? !/^\s*(?:\p{L}+(?:\s+\p{L}+){0,2}\s*)?(?:[.,"”»]\s*)?$/u.test(after)
        : !/^\s*(?:(?:on|in)\s\p{L}+\s)?(?:that\b|que\b|qu'|about\b|,|:)/u.test(after)
    )
      continue;
    return speaker(sentence, text, { ...before, cue: match[0] });
  }
  return [];
}

function speakerEnd(text: string, from: number): number {
  const stop = /[,.;:)»”"]/.exec(text.slice(from + 1));
  return stop === null ? text.length : from + 1 + stop.index;
}

/** The words before a verb of saying: from the sentence's start, or after the last comma. */
function clauseBefore(text: string, verb: number): { from: number; to: number } | undefined {
  const comma = text.lastIndexOf(', ', verb);
  const from = comma < 0 ? 0 : comma + 2;
  const length = verb - from;
  return length < 3 || length > SPEAKER ? undefined : { from, to: verb };
}

function speaker(
  sentence: Sentence,
  text: string,
  at: { from: number; to: number; cue: string },
): Attribution[] {
  const raw = text.slice(at.from, at.to);
  const start = at.from + (raw.length - raw.trimStart().length);
  const end = at.to - (raw.length - raw.trimEnd().length);
  if (end <= start || end - start > SPEAKER) return [];
  const local = quoteOf(sentence.text, start, end);
  const evidence = { ...local, start: sentence.start + start, end: sentence.start + end };
  return [{ speaker: local.quote, cue: at.cue, evidence }];
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  quinze: 15,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  cent: 100,
};
const FIGURE = `(\\d{1,3}(?:[,.\\u00a0\\u202f ]\\d{3})+|\\d+|${Object.keys(NUMBER_WORDS).join('|')})`;
const BEFORE =
  "(?:(about|around|some|nearly|almost|roughly|approximately|more than|over|at least|up to|as many as|fewer than|less than|environ|près de|quelque|plus de|au moins|jusqu'à|moins de)\\s*)?(?:the |les |des )?";

/** The number before a noun at `noun`, with its doubt; undefined where none stands there. */
export function countBefore(text: string, noun: number, unit: string): Quantity | undefined {
  const before = text.slice(Math.max(0, noun - 70), noun);
  const match = new RegExp(
    `${BEFORE}(?<![\\p{L}\\p{N}.-])${FIGURE}(?:\\s[\\p{L}\\p{N}.'-]+){0,3}\\s*$`,
    'iu',
  ).exec(before);
  if (match === null) return undefined;
  const value = figureOf(match[2]!);
  return value === undefined ? undefined : withDoubt(value, (match[1] ?? '').toLowerCase(), unit);
}

function figureOf(text: string): number | undefined {
  const word = NUMBER_WORDS[text.toLowerCase()];
  if (word !== undefined) return word;
  const value = Number(text.replace(/[,.\u00a0\u202f ]/g, ''));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

const LOW = grammarWords('low-bound');
const HIGH = grammarWords('high-bound');

function withDoubt(value: number, doubt: string, unit: string): Quantity {
  if (LOW.has(doubt)) return quantity({ low: value, unit });
  if (HIGH.has(doubt)) return quantity({ high: value, unit });
  return quantity({ value, unit, approximate: doubt !== '' });
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const FULL = new RegExp(
  `(?:(\\d{1,2})(?:er)?\\s)?(${[...MONTHS, ...MOIS].join('|')})\\s((?:19|20)\\d\\d)`,
  'iu',
);
const RANGE = /\b((?:19|20)\d\d)\s?[-–]\s?((?:19|20)?\d\d)\b/;
const YEAR = /(?:\bin|\ben)\s((?:19|20)\d\d)\b(?!\s?[-–]\s?\d)/;

/** When, by the text's own words: a day, a month, a range of years or a year; else no later than the document's day. */
export function timeOf(text: string, documentDay: string | undefined): Time {
  return rangeTime(text) ?? fullTime(text) ?? yearOnly(text) ?? boundTime(documentDay);
}

function rangeTime(text: string): Time | undefined {
  const match = RANGE.exec(text);
  if (match === null) return undefined;
  const first = Number(match[1]);
  const last = match[2]!.length === 2 ? Number(match[1]!.slice(0, 2) + match[2]) : Number(match[2]);
  if (last <= first) return undefined;
  return time({
    start: isoDay(first, 1, 1)!,
    end: isoDay(last, 12, 31)!,
    precision: 'range',
    basis: 'stated',
  });
}

function fullTime(text: string): Time | undefined {
  const match = FULL.exec(text);
  if (match === null) return undefined;
  const name = match[2]!.toLowerCase();
  const month = Math.max(MONTHS.indexOf(name), MOIS.indexOf(name)) + 1;
  const year = Number(match[3]);
  if (match[1] !== undefined) {
    const day = isoDay(year, month, Number(match[1]));
    return day === undefined ? undefined : time({ start: day, end: day, precision: 'day', basis: 'stated' });
  }
  const last = [31, 30, 29, 28].map((day) => isoDay(year, month, day)).find((day) => day !== undefined)!;
  return time({ start: isoDay(year, month, 1)!, end: last, precision: 'month', basis: 'stated' });
}

function yearOnly(text: string): Time | undefined {
  const match = YEAR.exec(text);
  return match === null ? undefined : yearTime(Number(match[1]));
}
