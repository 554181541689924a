// Days, months and years as the calendar names them: "3 March 2021", "March 3-5", "le 1er mai", "2013-17", "2021-03-05".
import { daysInMonth, isoDay } from '../../base/date.js';
import { afterOf, isSign, type Line, longest, type Read } from './line.js';
import { isNumber, isWord } from './tokens.js';
import type { TimeValue, Yearly } from './value.js';

const EARLIEST = 1800;
const LATEST = 2099;

/** A date of any of these shapes at a token; a month or a year alone is `bare`. */
export function readDate(line: Line, at: number): Read | undefined {
  return longest([
    readIso(line, at),
    readNumeric(line, at),
    readDayMonth(line, at),
    readMonth(line, at),
    readYears(line, at),
  ]);
}

/** A day of the month, 1 to 31, with the index after "3rd" or "1er". */
export function readDay({ tokens }: Line, at: number): { day: number; next: number } | undefined {
  const token = tokens[at];
  if (token === undefined || !/^\d{1,2}$/.test(token.text) || isDecimal({ tokens }, at)) return undefined;
  const day = Number(token.text);
  if (day < 1 || day > 31) return undefined;
  const ordinal = tokens[at + 1]?.glued === true && /^(?:st|nd|rd|th|er|e)$/.test(tokens[at + 1]!.lower);
  return { day, next: at + (ordinal ? 2 : 1) };
}

/** A year from 1800 to 2099 that is no part of another number or name ("1,950", "Army-2019"). */
export function readYear(line: Line, at: number): { year: number; next: number } | undefined {
  const { tokens } = line;
  const token = tokens[at];
  if (token === undefined || !/^\d{4}$/.test(token.text) || isDecimal(line, at)) return undefined;
  const year = Number(token.text);
  const dash = isSign(line, at - 1, '-') && token.glued && tokens[at - 1]!.glued;
  const named = dash && isWord(tokens[at - 2]) && !/^mid?$/.test(tokens[at - 2]!.lower);
  const after = tokens[at + 1];
  const compound =
    isSign(line, at + 1, '-') && after!.glued && isWord(tokens[at + 2]) && tokens[at + 2]!.glued;
  const unit = after?.text === '%' || (after?.glued === true && isWord(after) && after.text !== "'s");
  if (year < EARLIEST || year > LATEST || named || compound || unit) return undefined;
  return { year, next: at + 1 };
}

/** Digits on the other side of a dot, comma or colon. */
function isDecimal({ tokens }: Pick<Line, 'tokens'>, at: number): boolean {
  const joined = (sign: number, number: number, glue: number): boolean =>
    /^[.,:/]$/.test(tokens[sign]?.text ?? '') &&
    isNumber(tokens[number]) &&
    tokens[glue]?.glued === true &&
    tokens[Math.max(sign, number)]!.glued;
  const money = /^[$€£]$/.test(tokens[at - 1]?.text ?? '');
  return money || joined(at - 1, at - 2, at) || joined(at + 1, at + 2, at + 1);
}

function readIso({ tokens }: Line, at: number): Read | undefined {
  const [year, first, month, second, day] = tokens.slice(at, at + 5);
  if (!isNumber(day) || first?.text !== '-' || second?.text !== '-' || !glued([first, month, second, day]))
    return undefined;
  if (!/^\d{4}$/.test(year!.text)) return undefined;
  return dayOf(Number(year!.text), Number(month!.text), Number(day!.text), at + 5);
}

/** "05/03/2021": day first in French; in English only where the numbers leave no choice. */
function readNumeric({ tokens, words }: Line, at: number): Read | undefined {
  const [first, one, second, two, year] = tokens.slice(at, at + 5);
  if (!isNumber(first) || !isNumber(second) || !glued([one, second, two, year])) return undefined;
  if (!/^[/.]$/.test(one!.text) || two!.text !== one!.text || !/^\d{4}$/.test(year!.text)) return undefined;
  const [a, b] = [Number(first!.text), Number(second!.text)];
  if (words.language === 'en' && a <= 12 && b <= 12 && a !== b) return undefined;
  return b > 12 ? dayOf(Number(year!.text), a, b, at + 5) : dayOf(Number(year!.text), b, a, at + 5);
}

function dayOf(year: number, month: number, day: number, next: number): Read | undefined {
  if (isoDay(year, month, day) === undefined || year < EARLIEST || year > LATEST) return undefined;
  return { value: { form: 'yearly', part: { kind: 'day', month, day }, year }, next };
}

/** "3 March", "3-5 March", "March 3", "March 3-5", "du 3 au 5 mars", each with or without a year. */
function readDayMonth(line: Line, at: number): Read | undefined {
  return line.words.language === 'en'
    ? longest([dayFirst(line, at), monthFirst(line, at)])
    : dayFirst(line, at);
}

function dayFirst(line: Line, at: number): Read | undefined {
  const first = readDay(line, at);
  if (first === undefined) return undefined;
  const second = secondDay(line, first.next);
  const month = line.words.find('month', line.tokens, afterOf(line, second?.next ?? first.next));
  return month && dated(line, month.next, { month: Number(month.value), days: [first.day, second?.day] });
}

function monthFirst(line: Line, at: number): Read | undefined {
  const month = line.words.find('month', line.tokens, at);
  const first = month && readDay(line, month.next);
  // "In May 20 soldiers" counts soldiers.
  if (first === undefined || line.tokens[at - 1]?.lower === 'in') return undefined;
  const second = secondDay(line, first.next);
  return dated(line, second?.next ?? first.next, {
    month: Number(month!.value),
    days: [first.day, second?.day],
  });
}

function secondDay(line: Line, at: number): { day: number; next: number } | undefined {
  return /^(?:-|to|and|au|et)$/.test(line.tokens[at]?.lower ?? '') ? readDay(line, at + 1) : undefined;
}

function dated(
  line: Line,
  at: number,
  given: { month: number; days: [number, number | undefined] },
): Read | undefined {
  const { month, days } = given;
  const last = days[1] ?? days[0];
  if (Math.max(...days.map((day) => day ?? 1)) > daysInMonth(2024, month) || last < days[0]) return undefined;
  const tail = readTail(line, at);
  const value = (day: number): Yearly => ({
    form: 'yearly',
    part: { kind: 'day', month, day },
    ...tail.year,
  });
  return {
    value: days[1] === undefined ? value(last) : { form: 'range', from: value(days[0]), to: value(last) },
    next: tail.next,
  };
}

function readMonth(line: Line, at: number): Read | undefined {
  const month = line.words.find('month', line.tokens, at);
  if (month === undefined) return undefined;
  const tail = readTail(line, month.next);
  const value: Yearly = { form: 'yearly', part: { kind: 'month', month: Number(month.value) }, ...tail.year };
  return { value, next: tail.next, bare: tail.next === month.next };
}

/** The year that follows a part of one: "2021", ", 2021", "of last year", "dernier". */
export function readTail(
  line: Line,
  at: number,
): { year: Pick<Yearly, 'year' | 'of' | 'pick'>; next: number } {
  const from = isSign(line, at, ',') ? at + 1 : afterOf(line, at);
  const filled = line.words.language === 'fr' ? afterYearWord(line, from) : from;
  const year = readYear(line, filled);
  if (year !== undefined && !isRangeOn(line, year.next))
    return { year: { year: year.year }, next: year.next };
  const relative = line.words.find('relative', line.tokens, from);
  const shift = /^year:([+-]\d|0)$/.exec(relative?.value ?? '');
  if (shift !== null && !isSign(line, at, ',')) {
    const of: TimeValue = { form: 'unit', unit: 'year', shift: Number(shift[1]), told: false };
    return { year: { of }, next: relative!.next };
  }
  const pick = line.words.language === 'fr' ? line.words.find('relative', line.tokens, at) : undefined;
  if (pick?.value === 'previous') return { year: { pick: 'last' }, next: pick.next };
  if (pick?.value === 'following') return { year: { pick: 'next' }, next: pick.next };
  return { year: {}, next: at };
}

/** The index after "l'année", "l'an". */
function afterYearWord(line: Line, at: number): number {
  const article = line.words.is('article', line.tokens[at]) ? at + 1 : at;
  const unit = line.words.find('unit', line.tokens, article);
  return unit?.value === 'P1Y' ? unit.next : at;
}

/** "2013", "2013-17", "2013-2017", "2020/21", "the 1990s", "the Cold War"; one year and a named stretch are bare. */
function readYears(line: Line, at: number): Read | undefined {
  const period = line.words.find('period', line.tokens, at);
  const named = /^(\d{4})\/(\d{4})$/.exec(period?.value ?? '');
  if (named !== null)
    return { value: years(Number(named[1]), Number(named[2])), next: period!.next, bare: true };
  const first = readYear(line, at);
  if (first === undefined) return undefined;
  const last = lastYear(line, first.year, first.next);
  return last === undefined
    ? { value: years(first.year, first.year), next: first.next, bare: true }
    : { value: years(first.year, last), next: first.next + 2 };
}

/** The second year after "2013-" or "2013/": four digits, or two that come later in the century. */
function lastYear(line: Line, first: number, at: number): number | undefined {
  const text = line.tokens[at + 1]?.text ?? '';
  if (!isSign(line, at, '-/') || !/^(?:\d{2}|\d{4})$/.test(text) || isSign(line, at + 2, '-/'))
    return undefined;
  if (text.length === 2 && !glued([line.tokens[at], line.tokens[at + 1]])) return undefined;
  const last =
    text.length === 4
      ? Number(text)
      : first - (first % 100) + Number(text) + (Number(text) < first % 100 ? 100 : 0);
  return last > first && last <= LATEST && last - first < 90 ? last : undefined;
}

const isRangeOn = (line: Line, at: number): boolean =>
  isSign(line, at, '-') && isNumber(line.tokens[at + 1]) && line.tokens[at]!.glued;
const years = (from: number, to: number): TimeValue => ({ form: 'years', from, to });
const glued = (tokens: readonly (Line['tokens'][number] | undefined)[]): boolean =>
  tokens.every((token) => token?.glued);
