// Lays a value on the calendar: an interval of days, how fine it is, and the day that it was counted from.

import type { Precision } from '../../base/date.js';
import { addDays } from '../../base/date.js';
import {
  type Interval,
  monthOf,
  monthsInterval,
  movedBy,
  partOf,
  partOfYear,
  unitAround,
  weekdayOf,
  yearOf,
  yearsInterval,
} from './calendar.js';
import type { Pick, TimeValue, Yearly, YearPart } from './value.js';

/** What a value is counted from. */
export interface Setting {
  /** The speaker's day. */
  readonly anchor?: string;
  /** The time told before, for "four days later". */
  readonly told?: Interval;
  /** True where the thing lies ahead: "on Monday" is the next one then. */
  readonly future: boolean;
}

/** Days with their precision; `anchor` where they were counted from one. */
export interface Laid extends Interval {
  readonly precision: Precision;
  readonly anchor?: string;
}

/** Why a value has no days. */
export interface Unlaid {
  readonly why: string;
}

/** The days of a value in its setting, or why there are none. */
export function lay(value: TimeValue, setting: Setting): Laid | Unlaid {
  switch (value.form) {
    case 'years':
      return laid(yearsInterval(value.from, value.to), value.from === value.to ? 'year' : 'range');
    case 'yearly':
      return layYearly(value, setting);
    case 'monthday':
      return layMonthDay(value.day, setting);
    case 'part':
      return layPart(value, setting);
    case 'range':
      return layRange(value, setting);
    default:
      return layCounted(value, setting);
  }
}

export const isLaid = (result: Laid | Unlaid): result is Laid => 'start' in result;

const NO_ANCHOR: Unlaid = {
  why: 'there is no dateline, no dated sentence before it and no date of publication to count from',
};
const NO_DAY: Unlaid = { why: 'the calendar has no such day' };
const NOT_TOLD: Unlaid = { why: 'no time fine enough is told before it' };

function laid(interval: Interval | undefined, precision: Precision, anchor?: string): Laid | Unlaid {
  return interval === undefined
    ? NO_DAY
    : { ...interval, precision, ...(anchor !== undefined && { anchor }) };
}

function precisionOf(part: YearPart): Precision {
  if (part.kind === 'month' || part.kind === 'day') return part.kind;
  if (part.kind === 'days') return part.from === part.to ? 'day' : 'range';
  return part.kind === 'section' && part.parts === 4 ? 'quarter' : 'range';
}

function layYearly(value: Yearly, setting: Setting): Laid | Unlaid {
  const precision = precisionOf(value.part);
  if (value.year !== undefined) return laid(partOfYear(value.part, value.year), precision);
  if (value.of !== undefined) {
    const whole = lay(value.of, setting);
    return isLaid(whole) ? laid(partOfYear(value.part, yearOf(whole.start)), precision, whole.anchor) : whole;
  }
  if (value.told === true && setting.told === undefined) return NOT_TOLD;
  const anchor = value.told === true ? setting.told!.end : setting.anchor;
  if (anchor === undefined) return NO_ANCHOR;
  const year = yearOf(anchor);
  const near = Array.from({ length: 17 }, (_, index) => partOfYear(value.part, year - 8 + index));
  return laid(
    picked(
      near.filter((part) => part !== undefined),
      { anchor, future: setting.future, pick: value.pick },
    ),
    precision,
    anchor,
  );
}

/** Of intervals in order: the last begun by the anchor, or, ahead, the first not over; `last` is over, `next` not begun. */
function picked(
  near: readonly Interval[],
  given: { anchor: string; future: boolean; pick: Pick | undefined },
): Interval | undefined {
  const { anchor, future, pick } = given;
  if (pick === 'last') return near.findLast(({ end }) => end < anchor);
  if (pick === 'next') return near.find(({ start }) => start > anchor);
  if (pick === 'this') {
    const same = near.find(({ start }) => yearOf(start) === yearOf(anchor));
    const running = near.find(({ start, end }) => start <= anchor && anchor <= end);
    return running ?? same;
  }
  return future ? near.find(({ end }) => end >= anchor) : near.findLast(({ start }) => start <= anchor);
}

function layMonthDay(day: number, { anchor, future }: Setting): Laid | Unlaid {
  if (anchor === undefined) return NO_ANCHOR;
  const near: Interval[] = [];
  for (let shift = -2; shift <= 2; shift += 1) {
    const month = monthsInterval(yearOf(anchor), monthOf(anchor) + shift);
    const start = month && addDays(month.start, day - 1);
    if (start !== undefined && start <= month!.end) near.push({ start, end: start });
  }
  return laid(picked(near, { anchor, future, pick: undefined }), 'day', anchor);
}

function layPart(value: Extract<TimeValue, { form: 'part' }>, setting: Setting): Laid | Unlaid {
  const whole = lay(value.of, setting);
  if (!isLaid(whole)) return whole;
  const part = partOf(whole, value.low, value.high);
  const same = part.start === whole.start && part.end === whole.end;
  const quarter = whole.precision === 'year' && part.start.slice(5) + part.end.slice(5);
  const precision = same
    ? whole.precision
    : quarter === '01-0103-31' || quarter === '10-0112-31'
      ? 'quarter'
      : 'range';
  return laid(part, precision, whole.anchor);
}

/** "from March to June 2020": what one end leaves out, the other gives. */
function layRange({ from, to }: Extract<TimeValue, { form: 'range' }>, setting: Setting): Laid | Unlaid {
  const last = lay(to.form === 'yearly' && from.form === 'yearly' ? yearFrom(to, from) : to, setting);
  if (!isLaid(last)) return last;
  // A month or weekday alone is the last one before the other end; "last year" is counted from the speaker's day.
  const borrows = from.form === 'yearly' || from.form === 'weekday' || from.form === 'monthday';
  const anchor = borrows ? last.end : setting.anchor;
  const first = lay(openEnd(from, to, last), {
    ...setting,
    ...(anchor !== undefined && { anchor }),
    future: false,
  });
  if (!isLaid(first)) return first;
  if (first.start > last.end) return NO_DAY;
  const counted = last.anchor ?? (borrows ? undefined : first.anchor);
  return laid({ start: first.start, end: last.end }, 'range', counted);
}

/** The second end in the year of the first where it names none and the first does. */
function yearFrom(to: Yearly, from: Yearly): Yearly {
  if (from.year === undefined || to.year !== undefined || to.of !== undefined) return to;
  const same = partOfYear(to.part, from.year);
  const first = partOfYear(from.part, from.year);
  const wraps = same !== undefined && first !== undefined && same.end < first.start;
  return { ...to, year: from.year + (wraps ? 1 : 0) };
}

/** The first end in the month or year of the second where it names none. */
function openEnd(from: TimeValue, to: TimeValue, last: Laid): TimeValue {
  const year = yearOf(last.end);
  if (from.form === 'monthday')
    return { form: 'yearly', part: { kind: 'day', month: monthOf(last.end), day: from.day }, year };
  if (from.form !== 'yearly' || to.form !== 'yearly' || from.year !== undefined || from.of !== undefined)
    return from;
  const same = partOfYear(from.part, year);
  return { ...from, year: same !== undefined && same.start <= last.end ? year : year - 1 };
}

type Counted = Extract<TimeValue, { form: 'weekday' | 'unit' | 'shift' | 'stretch' }>;

function layCounted(value: Counted, setting: Setting): Laid | Unlaid {
  const told = 'told' in value && value.told === true;
  if (told && setting.told === undefined) return NOT_TOLD;
  if (!told && setting.anchor === undefined) return NO_ANCHOR;
  if (told && value.form !== 'weekday' && tooCoarse(value, setting.told!)) return NOT_TOLD;
  const ahead = value.form === 'shift' ? value.count > 0 : value.form === 'unit' && value.shift > 0;
  const anchor = told ? (ahead ? setting.told!.end : setting.told!.start) : setting.anchor!;
  switch (value.form) {
    case 'weekday':
      return laid(weekdayNear(value, anchor, setting.future), 'day', anchor);
    case 'unit':
      return laid(unitNear(value, anchor, setting.future), PRECISION_OF[value.unit], anchor);
    case 'shift':
      return layShift(value, anchor);
    case 'stretch':
      return laid(stretchFrom(value, anchor), 'range', anchor);
  }
}

const PRECISION_OF = {
  hour: 'day',
  day: 'day',
  weekend: 'range',
  week: 'range',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'range',
  century: 'range',
} as const;

const DAYS_OF = {
  hour: 1,
  day: 1,
  weekend: 7,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
  decade: 3653,
  century: 36525,
};

/** "four days later" needs a day before it, "the next year" no more than a year. */
function tooCoarse({ unit }: Exclude<Counted, { form: 'weekday' }>, told: Interval): boolean {
  return (Date.parse(told.end) - Date.parse(told.start)) / 86_400_000 >= DAYS_OF[unit];
}

function weekdayNear(
  value: Extract<Counted, { form: 'weekday' }>,
  anchor: string,
  future: boolean,
): Interval {
  const ahead = (value.weekday - weekdayOf(anchor) + 7) % 7;
  const day = (count: number): Interval => ({ start: addDays(anchor, count), end: addDays(anchor, count) });
  if (value.week !== undefined) return day(value.weekday - weekdayOf(anchor) + value.week * 7);
  if (value.pick === 'next') return day(ahead === 0 ? 7 : ahead);
  if (value.pick === 'last') return day(ahead - 7);
  return day(future || ahead === 0 ? ahead : ahead - 7);
}

function unitNear(
  { unit, shift }: Extract<Counted, { form: 'unit' }>,
  anchor: string,
  future: boolean,
): Interval | undefined {
  const interval = unitAround(anchor, unit, shift);
  const early =
    unit === 'weekend' && shift === 0 && !future && interval !== undefined && interval.start > anchor;
  return early ? unitAround(anchor, unit, -1) : interval;
}

/** Days are counted to the day, and weeks from a day told before; months and years to the month and the year. */
function layShift({ unit, count, told }: Extract<Counted, { form: 'shift' }>, anchor: string): Laid | Unlaid {
  const day = movedBy(anchor, unit, count);
  if (day === undefined) return NO_DAY;
  const around = unit === 'decade' || unit === 'century' ? 'year' : unit === 'week' && told ? 'day' : unit;
  return laid(unitAround(day, around, 0), PRECISION_OF[around], anchor);
}

function stretchFrom(
  { unit, count }: Extract<Counted, { form: 'stretch' }>,
  anchor: string,
): Interval | undefined {
  const other = movedBy(anchor, unit, count);
  if (other === undefined) return undefined;
  return count < 0 ? { start: other, end: anchor } : { start: anchor, end: other };
}
