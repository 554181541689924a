// The dateline that wire copy opens with ("MOSCOW (IDN) – ", "Nairobi, May 3 (Reuters) - "): a piece of its own, no part of the sentence behind it.

/** Characters that a dateline has at most. */
const LONGEST = 260;

const NAME = String.raw`\p{Lu}[\p{L}'.]*(?:[ -]\p{Lu}[\p{L}'.]*){0,3}`;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}'.]{2,}(?:[ /-][\p{Lu}'.]{2,}){0,3}`;
const MORE = String.raw`(?:, ?[\p{L}\d. ]{2,30}){0,2}`;
const AGENCY = String.raw` ?[([][\p{L}][\p{L}\d./ -]{1,29}[)\]]`;
const DASH = ' ?-{1,2} ';
/** A place in capitals needs no agency; one in small letters does. An address may stand before either. */
const DATELINE = new RegExp(
  `^(?:https?:\\S{1,150}\\s{1,3})?(?:${CAPITALS}${MORE}(?:${AGENCY})?|${NAME}${MORE}${AGENCY})${MORE}${DASH}(?=["'\\d]?\\p{L}|\\d)`,
  'u',
);

/** Offset at which the dateline that stands at `start` of a shadow string ends, undefined where there is none. */
export function datelineEnd(shadow: string, start: number): number | undefined {
  const found = DATELINE.exec(shadow.slice(start, start + LONGEST));
  return found === null ? undefined : start + found[0].length;
}
