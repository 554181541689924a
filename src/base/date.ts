// Dates with doubt: an interval of ISO days, how precise it is, and how it was found.
import { EntenteError } from './error.js';

export const PRECISIONS = ['day', 'month', 'quarter', 'year', 'range', 'unknown'] as const;
/** How fine the interval is. */
export type Precision = (typeof PRECISIONS)[number];

export const TIME_BASES = ['stated', 'relative', 'bound'] as const;
/** `stated`: the text gives it; `relative`: resolved against the anchor; `bound`: only no later (or earlier) than. */
export type TimeBasis = (typeof TIME_BASES)[number];

/** When a thing happened, holds or will: ISO days, `end` inclusive, an open side left out. */
export interface Time {
  readonly start?: string;
  readonly end?: string;
  readonly precision: Precision;
  readonly basis: TimeBasis;
  /** The ISO day that a relative time was resolved against. */
  readonly anchor?: string;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** True for a day of the (proleptic) Gregorian calendar written `YYYY-MM-DD`; false for 2023-02-29. */
export function isIsoDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number of days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `YYYY-MM-DD` of a year, month (1 to 12) and day; undefined where there is no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDay(text) ? text : undefined;
}

/** The day `count` days after (or, negative, before) an ISO day. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${requireDay(day)}T00:00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** A checked, frozen time; throws `bad-date` for a day that does not exist or a start after the end. */
export function time(input: Time): Time {
  for (const day of [input.start, input.end, input.anchor]) if (day !== undefined) requireDay(day);
  if (input.start !== undefined && input.end !== undefined && input.start > input.end) {
    throw new EntenteError('bad-date', `start ${input.start} lies after end ${input.end}`);
  }
  return Object.freeze({ ...input });
}

/** The time of which nothing is said: no later than the document's own day, or nothing at all without one. */
export function boundTime(documentDay?: string): Time {
  const end = documentDay === undefined ? {} : { end: documentDay };
  return time({ ...end, precision: 'unknown', basis: 'bound' });
}

/** The whole year as a stated interval: 2017 -> 2017-01-01 to 2017-12-31. */
export function yearTime(year: number): Time {
  return time({ start: isoDay(year, 1, 1)!, end: isoDay(year, 12, 31)!, precision: 'year', basis: 'stated' });
}

function requireDay(day: string): string {
  if (isIsoDay(day)) return day;
  throw new EntenteError('bad-date', `"${day}" is no day`, { hint: 'Write days as YYYY-MM-DD.' });
}
