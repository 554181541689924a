// Intervals of the calendar: the unit around a day, so many units away, a part of it.
import { addDays, daysInMonth, isoDay } from '../../base/date.js';
import type { Unit, YearPart } from './value.js';

/** Two ISO days, both inclusive. */
export interface Interval {
  readonly start: string;
  readonly end: string;
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

/** ISO weekday, Monday 1 to Sunday 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** From the first day of a year to the last day of another; undefined outside the years 1 to 9999. */
export function yearsInterval(from: number, to: number): Interval | undefined {
  return from < 1 || to > 9999 || to < from
    ? undefined
    : { start: isoDay(from, 1, 1)!, end: isoDay(to, 12, 31)! };
}

/** Whole months counted from `year`; `month` may lie outside 1 to 12, `count` months long. */
export function monthsInterval(year: number, month: number, count = 1): Interval | undefined {
  const first = year * 12 + month - 1;
  const last = first + count - 1;
  if (first < 12 || last >= 120_000) return undefined;
  const [lastYear, lastMonth] = [Math.floor(last / 12), (last % 12) + 1];
  return {
    start: isoDay(Math.floor(first / 12), (first % 12) + 1, 1)!,
    end: isoDay(lastYear, lastMonth, daysInMonth(lastYear, lastMonth))!,
  };
}

/** The part of a year; undefined where that year has no such day. Winter begins in the year that it is named by. */
export function partOfYear(part: YearPart, year: number): Interval | undefined {
  switch (part.kind) {
    case 'month':
      return monthsInterval(year, part.month);
    case 'day':
      return dayInterval(isoDay(year, part.month, part.day));
    case 'section':
      return monthsInterval(year, 1 + (part.index - 1) * (12 / part.parts), 12 / part.parts);
    case 'months':
      return monthsInterval(year, part.first, ((part.last - part.first + 12) % 12) + 1);
    case 'days':
      return { start: `${pad(year)}-${part.from}`, end: `${pad(year)}-${part.to}` };
  }
}

/** The unit of the calendar that holds a day, `shift` units on; hours count as their day. */
export function unitAround(day: string, unit: Unit, shift: number): Interval | undefined {
  const year = yearOf(day);
  switch (unit) {
    case 'hour':
    case 'day':
      return dayInterval(movedDay(day, shift));
    case 'week':
      return days(movedDay(day, 1 - weekdayOf(day) + shift * 7), 6);
    case 'weekend':
      return days(movedDay(day, 6 - weekdayOf(day) + shift * 7), 1);
    case 'month':
      return monthsInterval(year, monthOf(day) + shift);
    case 'quarter':
      return monthsInterval(year, Math.floor((monthOf(day) - 1) / 3) * 3 + 1 + shift * 3, 3);
    case 'year':
      return yearsInterval(year + shift, year + shift);
    case 'decade':
      return tens(Math.floor(year / 10) * 10 + shift * 10, 9);
    case 'century':
      return tens(Math.floor((year - 1) / 100) * 100 + 1 + shift * 100, 99);
  }
}

/** The day `count` units on: 31 January and a month is the last of February; undefined outside the calendar. */
export function movedBy(day: string, unit: Unit, count: number): string | undefined {
  if (unit === 'hour') return movedDay(day, Math.sign(count) * Math.ceil(Math.abs(count) / 24));
  if (unit === 'day') return movedDay(day, count);
  if (unit === 'week' || unit === 'weekend') return movedDay(day, count * 7);
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit];
  const target = monthsInterval(yearOf(day), monthOf(day) + count * months);
  return target === undefined ? undefined : min(`${target.start.slice(0, 8)}${day.slice(8)}`, target.end);
}

/** From `low` to `high` of an interval. Of a year: its first or last quarter, May to August; of a month: ten days each. */
export function partOf(whole: Interval, low: number, high: number): Interval {
  const months = monthCount(whole);
  if (months === 1) return partOfMonth(whole, low, high);
  if (months === 12) return partOfTwelve(yearOf(whole.start), low, high);
  if (months < 120) return whole;
  const first = yearOf(whole.start);
  const count = months / 12;
  return yearsInterval(first + Math.round(count * low), first + Math.round(count * high) - 1) ?? whole;
}

/** The number of whole months that an interval is made of, 0 where it is not. */
export function monthCount({ start, end }: Interval): number {
  if (!start.endsWith('-01') || Number(end.slice(8)) !== daysInMonth(yearOf(end), monthOf(end))) return 0;
  return (yearOf(end) - yearOf(start)) * 12 + monthOf(end) - monthOf(start) + 1;
}

function partOfTwelve(year: number, low: number, high: number): Interval {
  const third = low === 0 || high === 1 ? 0.25 : 1 / 3;
  const first = isThird(low) ? Math.round(12 * (low < 0.5 ? third : 1 - third)) : Math.round(12 * low);
  const last = isThird(high) ? Math.round(12 * (high < 0.5 ? third : 1 - third)) : Math.round(12 * high);
  return monthsInterval(year, first + 1, Math.max(1, last - first))!;
}

function partOfMonth({ start, end }: Interval, low: number, high: number): Interval {
  const count = Number(end.slice(8));
  const from = isThird(low) ? (low < 0.5 ? 10 : 20) : Math.round(count * low);
  const to = isThird(high) ? (high < 0.5 ? 10 : 20) : Math.round(count * high);
  return { start: addDays(start, from), end: addDays(start, Math.max(from, to - 1)) };
}

const isThird = (share: number): boolean => share === 0.33 || share === 0.67;
const pad = (year: number): string => String(year).padStart(4, '0');
const min = (a: string, b: string): string => (a < b ? a : b);

function tens(from: number, more: number): Interval | undefined {
  return yearsInterval(from, from + more);
}

function dayInterval(day: string | undefined): Interval | undefined {
  return day === undefined ? undefined : { start: day, end: day };
}

function days(from: string | undefined, more: number): Interval | undefined {
  const end = from === undefined ? undefined : movedDay(from, more);
  return from === undefined || end === undefined ? undefined : { start: from, end };
}

/** A day moved by days, undefined outside the years 1 to 9999. */
function movedDay(day: string, count: number): string | undefined {
  const year = yearOf(day) + count / 365;
  return year > 2 && year < 9998 ? addDays(day, count) : undefined;
}
