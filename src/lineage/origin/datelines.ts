// Datelines: "GAO, Mali, Aug 15 (SEA) –", "MOSCOW (IDN) –", "/TASS/": where a text begins, and which agency wrote it.
import type { Span } from '../../base/span.js';

/** A dateline of a text. */
export interface Dateline extends Span {
  readonly place: string;
  readonly agency?: string;
}

const CITY = String.raw`\p{Lu}[\p{Lu}\p{M}’'.-]{2,24}(?:[ -]\p{Lu}[\p{Lu}\p{M}’'.-]*){0,3}`;
const REGION = String.raw`(?:,[ ]\p{Lu}[\p{L}.]{1,20}(?:[ ]\p{Lu}[\p{L}.]{1,20}){0,2})?`;
const DAY = String.raw`(?:,[ ](?:\p{L}{3,9}\.?[ ]\d{1,2}(?:,[ ]\d{4})?|\d{1,2}(?:er)?[ ]\p{L}{3,9}\.?(?:[ ]\d{4})?))?`;
const AGENCY = String.raw`[ ]?(?:\((?<round>\p{Lu}[\p{L}\d .&-]{1,30})\)|/(?<slashed>\p{Lu}[\p{L} -]{1,20})/)`;
const DASH = '[ ]*(?:[–—]|--?)[ ]+';
const WITH_AGENCY = new RegExp(
  String.raw`(?<place>${CITY})${REGION}${DAY}(?:${AGENCY}(?:${DASH}|\.[ ]+))`,
  'gu',
);
const WITH_DAY = new RegExp(
  String.raw`(?<place>${CITY})${REGION},[ ](?:\p{L}{3,9}\.?[ ]\d{1,2}|\d{1,2}(?:er)?[ ]\p{L}{3,9}\.?)(?:,?[ ]\d{4})?${DASH}`,
  'gu',
);

/** The datelines of a text in order: at its start, at a paragraph's start, or behind the end of a sentence. */
export function datelinesOf(text: string): Dateline[] {
  const found = [WITH_AGENCY, WITH_DAY].flatMap((pattern) => [...text.matchAll(pattern)]);
  return found
    .filter(({ index }) => beginsSentence(text, index))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      place: match.groups!['place']!,
      ...agencyOf(match),
    }))
    .sort((a, b) => a.start - b.start)
    .filter((line, at, all) => at === 0 || line.start > all[at - 1]!.start);
}

function agencyOf(match: RegExpExecArray): { agency?: string } {
  const agency = match.groups!['round'] ?? match.groups!['slashed'];
  return agency === undefined ? {} : { agency };
}

function beginsSentence(text: string, at: number): boolean {
  return at === 0 || /(?:\n|[.!?]["”’)]?\s+)$/.test(text.slice(Math.max(0, at - 4), at));
}
