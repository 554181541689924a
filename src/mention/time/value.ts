// What an expression of time says before it is laid on the calendar.

/** Stretches of the calendar, from fine to coarse. */
export const UNITS = [
  'hour',
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
] as const;
export type Unit = (typeof UNITS)[number];

/** `last March`, `this March`, `next March`. */
export type Pick = 'last' | 'this' | 'next';

/** What comes round once a year: a month, a day, the n-th of so many sections, months (`12` to `2`), month-days. */
export type YearPart =
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  | { readonly kind: 'section'; readonly parts: 2 | 4; readonly index: number }
  | { readonly kind: 'months'; readonly first: number; readonly last: number }
  | { readonly kind: 'days'; readonly from: string; readonly to: string };

/** `3 March 2021`, `in December`, `summer of 2019`, `the first quarter of last year`. */
export interface Yearly {
  readonly form: 'yearly';
  readonly part: YearPart;
  readonly year?: number;
  readonly of?: TimeValue;
  readonly pick?: Pick;
  /** Counted from the time told before instead of from the speaker's day: "that summer". */
  readonly told?: boolean;
}

export type TimeValue =
  | Yearly
  | { readonly form: 'years'; readonly from: number; readonly to: number }
  /** A day of a month that is not named: "the 14th". */
  | { readonly form: 'monthday'; readonly day: number }
  | {
      readonly form: 'weekday';
      readonly weekday: number;
      readonly pick?: Pick;
      readonly week?: number;
      readonly told?: boolean;
    }
  /** `last week`: one unit away from the speaker's, or (`told`) from that of the time told before: "the next day". */
  | { readonly form: 'unit'; readonly unit: Unit; readonly shift: number; readonly told: boolean }
  /** `three years ago`, or (`told`) `four days later`. */
  | { readonly form: 'shift'; readonly unit: Unit; readonly count: number; readonly told: boolean }
  /** `the past five years` up to the speaker's day, `the next two months` (count above 0) from it on. */
  | { readonly form: 'stretch'; readonly unit: Unit; readonly count: number }
  /** `early 2023`: from `low` to `high` of it, each 0 to 1. */
  | { readonly form: 'part'; readonly of: TimeValue; readonly low: number; readonly high: number }
  | { readonly form: 'range'; readonly from: TimeValue; readonly to: TimeValue };

/** How the words before it tie it in: in it, from it on, after it, up to its end, up to its start; `onset`: from it on if ahead. */
export const CUES = ['within', 'start', 'after', 'onset', 'end', 'before'] as const;
export type Cue = (typeof CUES)[number];
