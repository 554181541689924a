// Times counted from another day: "last week", "three years ago", "quatre jours plus tard", "the past five years", "on Monday".
import { readDate } from './dates.js';
import { afterArticle, afterOf, isSign, type Line, longest, type Read } from './line.js';
import { isWord } from './tokens.js';
import type { Pick, TimeValue, Unit } from './value.js';
import type { Found } from './words.js';

const PICKS: Readonly<Record<string, Pick>> = {
  previous: 'last',
  current: 'this',
  following: 'next',
  nearest: 'this',
};
const LETTERS: Readonly<Record<string, Unit>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** A time of any of these shapes at a token. */
export function readRelative(line: Line, at: number): Read | undefined {
  return longest([
    readAgo(line, at),
    readCounted(line, at),
    readAhead(line, at),
    readStretch(line, at),
    readPhrase(line, at),
    readPicked(line, at),
    readWeekday(line, at),
  ]);
}

/** A number of units: "three years", "une semaine", "48 hours". */
function readAmount(line: Line, at: number): { unit: Unit; count: number; next: number } | undefined {
  const token = line.tokens[at];
  const word = line.words.find('number', line.tokens, at);
  const single = /^(?:an?|une?)$/.test(token?.lower ?? '') ? { value: '1', next: at + 1 } : undefined;
  const digits = /^\d{1,3}$/.test(token?.text ?? '') ? { value: token!.text, next: at + 1 } : undefined;
  const number = digits ?? word ?? single;
  const unit = number && readUnit(line, number.next);
  return unit && { unit: unit.unit, count: Number(number.value) * unit.count, next: unit.next };
}

/** A unit of the calendar; of "fortnight" and "décennie" the count says how many of the unit it is. */
function readUnit(line: Line, at: number): { unit: Unit; count: number; next: number } | undefined {
  const found = line.words.find('unit', line.tokens, at);
  const match = /^P(T?)(\d+)([HDWMY])$/.exec(found?.value ?? '');
  if (match === null) return undefined;
  const unit = match[1] === 'T' ? (match[3] === 'H' ? 'hour' : undefined) : LETTERS[match[3]!];
  return unit && { unit, count: Number(match[2]), next: found!.next };
}

/** "il y a trois ans": the way stands before the amount. */
function readAgo(line: Line, at: number): Read | undefined {
  const way = line.words.find('relative', line.tokens, at);
  if (way === undefined || (way.value !== 'ago' && way.value !== 'from-now')) return undefined;
  const hedge = line.words.find('hedge', line.tokens, way.next)?.next ?? way.next;
  const amount = readAmount(line, hedge);
  if (amount === undefined) return undefined;
  return {
    value: shift(amount.unit, way.value === 'ago' ? -amount.count : amount.count, false),
    next: amount.next,
  };
}

/** "three years ago", "four days later", "un mois auparavant": the way stands behind. */
function readCounted(line: Line, at: number): Read | undefined {
  const amount = readAmount(line, at);
  const way = amount && line.words.find('relative', line.tokens, amount.next);
  if (way === undefined) return undefined;
  const sign = { ago: -1, 'from-now': 1, 'before-anchor': -1, 'after-anchor': 1 }[way.value];
  if (sign === undefined || (way.value.endsWith('-anchor') && !standsAlone(line, way))) return undefined;
  return { value: shift(amount!.unit, sign * amount!.count, way.value.endsWith('-anchor')), next: way.next };
}

/** "in three weeks", "within 48 hours", "dans deux ans", "depuis trois ans", read at the amount. */
function readAhead(line: Line, at: number): Read | undefined {
  const before = line.tokens[at - 1]?.lower ?? '';
  const bare = afterArticle(line, at);
  const beforeArticle = bare > at && before === 'dans' && line.tokens[at]!.lower === 'les' ? bare : at;
  const amount = readAmount(line, beforeArticle);
  if (amount === undefined || line.words.find('relative', line.tokens, amount.next)?.value === 'ago')
    return undefined;
  if (/^(?:in|within|dans)$/.test(before))
    return { value: shift(amount.unit, amount.count, false), next: amount.next };
  return before === 'depuis'
    ? { value: shift(amount.unit, -amount.count, false), next: amount.next }
    : undefined;
}

/** "the past five years", "the next two months", "ces trois dernières années", "les prochains six mois". */
function readStretch(line: Line, at: number): Read | undefined {
  const start = afterArticle(line, at);
  const number = line.words.find('number', line.tokens, start);
  const side = (from: number): Found | undefined => line.words.find('relative', line.tokens, from);
  const digits = /^\d{1,3}$/.test(line.tokens[start]?.text ?? '')
    ? Number(line.tokens[start]!.text)
    : undefined;
  const count = digits ?? (number && Number(number.value));
  if (count !== undefined) {
    const pick = side(digits === undefined ? number!.next : start + 1);
    const unit = pick && readUnit(line, pick.next);
    return unit && stretch(pick.value, unit.unit, { count: count * unit.count, next: unit.next });
  }
  const pick = side(start);
  const amount = pick && readAmount(line, pick.next);
  return amount && stretch(pick.value, amount.unit, amount);
}

function stretch(
  way: string,
  unit: Unit,
  { count, next }: { count: number; next: number },
): Read | undefined {
  const sign = { previous: -1, following: 1 }[way];
  return sign === undefined || count === 0
    ? undefined
    : { value: { form: 'stretch', unit, count: sign * count }, next };
}

/** A whole phrase of the table: "last week", "the next day", "l'été dernier", "mardi prochain". */
function readPhrase(line: Line, at: number): Read | undefined {
  const found = line.words.find('relative', line.tokens, at);
  const match = /^(anchor-)?([a-z]+)(?:-(\d))?:(.+)$/.exec(found?.value ?? '');
  if (match === null || !standsAlone(line, found!)) return undefined;
  const value = phraseValue(line, found!, match);
  return value && { value, next: found!.next };
}

function phraseValue(
  line: Line,
  found: Found,
  [, anchor, unit, weekday, side = '']: RegExpExecArray,
): TimeValue | undefined {
  const told = anchor !== undefined;
  if (unit === 'weekday') return { form: 'weekday', weekday: Number(weekday), pick: PICKS[side]!, told };
  if (side === '-1..0') return { form: 'stretch', unit: unit as Unit, count: -1 };
  const shiftBy = Number(side);
  if (!/\d/.test(side)) return undefined;
  if (unit === 'season') return seasonPhrase(line, found, { shiftBy, told });
  return { form: 'unit', unit: unit as Unit, shift: shiftBy, told };
}

function seasonPhrase(
  line: Line,
  found: Found,
  { shiftBy, told }: { shiftBy: number; told: boolean },
): TimeValue | undefined {
  const words = found.form.split(/[ '’]/);
  for (let at = 0; at < words.length; at += 1) {
    const months = line.words.season(words[at]!);
    if (months !== undefined)
      return {
        form: 'yearly',
        part: months,
        told,
        pick: shiftBy < 0 ? 'last' : shiftBy > 0 ? 'next' : 'this',
      };
  }
  return undefined;
}

/** "next Monday", "last March", "this quarter" word by word; in French "samedi dernier" is in the table, "mars dernier" a date. */
function readPicked(line: Line, at: number): Read | undefined {
  if (line.words.language !== 'en') return undefined;
  const way = line.words.find('relative', line.tokens, at);
  const pick = way && PICKS[way.value];
  if (pick === undefined) return undefined;
  const weekday = readWeekday(line, way!.next);
  if (weekday?.value.form === 'weekday') return { value: { ...weekday.value, pick }, next: weekday.next };
  const month = line.words.find('month', line.tokens, way!.next);
  const date = month && readDate(line, way!.next);
  if (date?.value.form !== 'yearly' || date.value.year !== undefined || date.value.of !== undefined)
    return undefined;
  return { value: { ...date.value, pick }, next: date.next };
}

/** "Monday", "Monday night", "mardi soir", "Friday last week", "Monday, 3 March". Plurals tell a habit. */
function readWeekday(line: Line, at: number): Read | undefined {
  const found = line.words.find('weekday', line.tokens, at);
  if (found === undefined) return undefined;
  const date = readDate(
    line,
    isSign(line, found.next, ',') ? found.next + 1 : afterArticle(line, found.next),
  );
  if (date?.value.form === 'yearly' && date.value.part.kind === 'day') return date;
  const short = !/(?:day|di|dimanche)$/.test(found.form.toLowerCase());
  if (short) return undefined;
  const weekday = Number(found.value);
  const week = line.words.find('relative', line.tokens, afterOf(line, found.next));
  const shifted = /^week:([+-]\d|0)$/.exec(week?.value ?? '');
  if (shifted !== null)
    return { value: { form: 'weekday', weekday, week: Number(shifted[1]) }, next: week!.next };
  return { value: { form: 'weekday', weekday }, next: found.next };
}

/** "the day before" is a time, "the day before the vote" is one only for who knows when the vote was. */
function standsAlone(line: Line, found: Found): boolean {
  if (!/(?:before|after|avant|après|de|of)$/.test(found.form)) return true;
  const next = line.tokens[found.next];
  return (
    next === undefined ||
    !(line.words.is('article', next) || isWord(next)) ||
    line.words.is('verb', next) ||
    line.words.is('join', next)
  );
}

const shift = (unit: Unit, count: number, told: boolean): TimeValue => ({ form: 'shift', unit, count, told });
