// Days written in running text, in many languages: "31. Mai 2012", "April 11, 2021", "2020年10月30日", "30.10.2020".
import { readFileSync } from 'node:fs';
import { isoDay } from '../../base/date.js';
import type { Span } from '../../base/span.js';

/** A day and where it stands in the text that was searched. */
export interface TextDay extends Span {
  readonly day: string;
}

const months = new Map<string, number>();
const table = readFileSync(new URL('../../lexicon/months.tsv', import.meta.url), 'utf8');
for (const row of table.trim().split('\n').slice(1)) {
  const [name = '', month] = row.split('\t');
  months.set(name, Number(month));
}

const DAY_MONTH_YEAR =
  /(?<![\d.:])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?[.,]?[\s-]{1,3}(?:de |of |d')?(\p{L}{3,14})[.,]?[\s-]{1,3}(?:de |del )?((?:19|20)\d\d)(?!\d)/giu;
const MONTH_DAY_YEAR =
  /(?<!\p{L})(\p{L}{3,14})[.,]?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}((?:19|20)\d\d)(?!\d)/giu;
const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)/gu;
const YEAR_MONTH_DAY = /(?<!\d)((?:19|20)\d\d)\.?\s(?:m\.\s)?(\p{L}{3,14})\s(\d{1,2})(?!\d)/giu;
const NUMBERS = /(?<![\d.,/-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d|\d\d)(?![\d%])/gu;
const EARLIEST = 1990;
const LATEST = 2100;

/** Every full day in the text in the order of its place; `monthFirst` decides 03/04/2021 where the numbers do not. */
export function daysIn(text: string, { monthFirst = false } = {}): TextDay[] {
  if (!/\d/.test(text)) return [];
  const found: TextDay[] = [];
  const add = (match: RegExpMatchArray, year: number, month: number | undefined, day: number): void => {
    const value =
      month === undefined || year < EARLIEST || year > LATEST ? undefined : isoDay(year, month, day);
    if (value !== undefined)
      found.push({ day: value, start: match.index!, end: match.index! + match[0].length });
  };
  for (const match of text.matchAll(YEAR_FIRST))
    add(match, Number(match[1]), Number(match[2]), Number(match[3]));
  for (const match of text.matchAll(DAY_MONTH_YEAR))
    add(match, Number(match[3]), monthOf(match[2]!), Number(match[1]));
  for (const match of text.matchAll(MONTH_DAY_YEAR))
    add(match, Number(match[3]), monthOf(match[1]!), Number(match[2]));
  for (const match of text.matchAll(YEAR_MONTH_DAY))
    add(match, Number(match[1]), monthOf(match[2]!), Number(match[3]));
  for (const match of text.matchAll(NUMBERS)) {
    const year = match[4]!.length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
    const [day, month] = dayAndMonth(Number(match[1]), Number(match[3]), monthFirst && match[2] !== '.');
    add(match, year, month, day);
  }
  return found.sort((a, b) => a.start - b.start);
}

function dayAndMonth(first: number, second: number, monthFirst: boolean): readonly [number, number] {
  if (first > 12) return [first, second];
  if (second > 12) return [second, first];
  return monthFirst ? [second, first] : [first, second];
}

function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase();
  return months.get(lower) ?? months.get(lower.normalize('NFC').replace(/i̇/g, 'i'));
}

/** The ISO day or date-time of a machine-written value, kept with its offset; undefined for what is none. */
export function isoValue(raw: string, { monthFirst = false } = {}): string | undefined {
  const text = raw.trim();
  const match =
    /^((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:[T\s_]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?/i.exec(
      text,
    );
  if (match !== null) return fromParts(match);
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(text);
  return daysIn(text.slice(0, 80), { monthFirst })[0]?.day;
}

function fromParts([, year, month, day, hour, minute, second, zone]: RegExpExecArray): string | undefined {
  const value = isoDay(Number(year), Number(month), Number(day));
  if (value === undefined || Number(year) < EARLIEST || Number(year) > LATEST) return undefined;
  if (hour === undefined || Number(hour) > 23) return value;
  return `${value}T${hour}:${minute}:${second ?? '00'}${zone === undefined ? '' : zoneLabel(zone)}`;
}

function zoneLabel(zone: string): string {
  if (zone.toUpperCase() === 'Z') return 'Z';
  const digits = zone.slice(1).replace(':', '');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2) || '00'}`;
}

function fromEpoch(text: string): string | undefined {
  const ms = text.length === 10 ? Number(text) * 1000 : Number(text);
  const value = new Date(ms).toISOString();
  return Number(value.slice(0, 4)) < EARLIEST || Number(value.slice(0, 4)) > LATEST ? undefined : value;
}
