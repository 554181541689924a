// Parts of longer times: "the first quarter of 2024", "fin mars", "the end of next year", "summer 2019", "at Christmas".
import { readDate, readTail, readYear } from './dates.js';
import { afterOf, isSign, type Line, longest, type Read, starts } from './line.js';
import { readRelative } from './relative.js';
import type { TimeValue, Unit, Yearly, YearPart } from './value.js';
import type { Found } from './words.js';

const UNIT_OF: Readonly<Record<string, Unit>> = {
  P1W: 'week',
  P1M: 'month',
  P3M: 'quarter',
  P1Y: 'year',
  P10Y: 'decade',
};

/** Any value at a token: a date, a time counted from another, or a part of one of them. */
export function readValue(line: Line, at: number): Read | undefined {
  return longest([readYearly(line, at), readPart(line, at), readRelative(line, at), readDate(line, at)]);
}

/** "early 2023", "the end of the year", "mid-March", "fin 2023": the first, middle or last of something. */
function readPart(line: Line, at: number): Read | undefined {
  const part = line.words.find('period', line.tokens, at);
  const share = shares(part);
  if (share === undefined) return undefined;
  const whole = longest(starts(line, afterOf(line, part!.next)).map((from) => readWhole(line, from)));
  const { value, next } = whole ?? { value: ownUnit(part!.form), next: part!.next };
  return value && { value: { form: 'part', of: value, ...share }, next };
}

/** The unit that "mid-year" and "year-end" hold in themselves. */
function ownUnit(form: string): TimeValue | undefined {
  const unit = (['year', 'month'] as const).find((name) =>
    new RegExp(`(?:^|-|mid)${name}(?:-|$)`).test(form),
  );
  return unit && { form: 'unit', unit, shift: 0, told: false };
}

/** What can have an early and a late part; "the year", "mois" is the one that we are in. */
export function readWhole(line: Line, at: number): Read | undefined {
  const unit = line.words.find('unit', line.tokens, at);
  const current = unit && UNIT_OF[unit.value];
  const running = unit && line.words.find('relative', line.tokens, unit.next);
  const next = running?.value === 'current' ? running.next : unit?.next;
  const here: Read | undefined = current && {
    value: { form: 'unit', unit: current, shift: 0, told: false },
    next: next!,
  };
  return longest([here, readYearly(line, at), readRelative(line, at), readDate(line, at)]);
}

/** Quarters, halves, seasons and feasts; a season or feast without a year is bare. */
function readYearly(line: Line, at: number): Read | undefined {
  const section = readSection(line, at);
  if (section !== undefined) return section;
  const season = line.words.find('season', line.tokens, at);
  const months = season && line.words.season(season.form);
  const feast = /^(\d\d-\d\d)\/(\d\d-\d\d)$/.exec(line.words.find('period', line.tokens, at)?.value ?? '');
  if (months !== undefined) return inYear(line, season!.next, months);
  if (feast === null) return undefined;
  return inYear(line, line.words.find('period', line.tokens, at)!.next, {
    kind: 'days',
    from: feast[1]!,
    to: feast[2]!,
  });
}

function inYear(line: Line, at: number, part: YearPart): Read {
  const tail = readTail(line, at);
  return { value: { form: 'yearly', part, ...tail.year }, next: tail.next, bare: tail.next === at };
}

/** "first quarter", "Q3 2021", "premier semestre de l'année", always of a year. */
function readSection(line: Line, at: number): Read | undefined {
  const found = line.words.find('period', line.tokens, at);
  const share = shares(found);
  const quarters = /quart|trim|^[QT]\d$/i.test(found?.form ?? '');
  const halves = /half|sem|moiti|^H\d$/i.test(found?.form ?? '') && !/semaine/.test(found?.form ?? '');
  if (share === undefined || !(quarters || halves)) return undefined;
  const parts = quarters ? 4 : 2;
  const part: YearPart = { kind: 'section', parts, index: Math.round(share.low * parts) + 1 };
  return sectionOf(line, found!.next, part);
}

function sectionOf(line: Line, at: number, part: YearPart): Read {
  const value: Yearly = { form: 'yearly', part };
  const from = isSign(line, at, ',') ? at + 1 : afterOf(line, at);
  const year = longest(starts(line, from).map((start) => readYearOnly(line, start)));
  if (year === undefined) return { value, next: at };
  return year.value.form === 'years'
    ? { value: { ...value, year: year.value.from }, next: year.next }
    : { value: { ...value, of: year.value }, next: year.next };
}

/** "2024", "last year", "the year". */
function readYearOnly(line: Line, at: number): Read | undefined {
  const year = readYear(line, at);
  if (year !== undefined)
    return { value: { form: 'years', from: year.year, to: year.year }, next: year.next };
  const whole = readWhole(line, at);
  return whole?.value.form === 'unit' && whole.value.unit === 'year' ? whole : undefined;
}

function shares(found: Found | undefined): { low: number; high: number } | undefined {
  const match = /^(\d(?:\.\d+)?)\/(\d(?:\.\d+)?)$/.exec(found?.value ?? '');
  return match === null ? undefined : { low: Number(match[1]), high: Number(match[2]) };
}
