// Names of those whom texts rest on, compared: "the Karst Post" and "Karst Post", "UN" and "UN panel", "AFP" and its full name.
import { agencyName } from './rests.js';

const ARTICLE = /^(?:the|le|la|les|l['’])\s*/i;

/** The form that names are compared by: no article, lower case, agencies by their full name. */
export function nameKey(name: string): string {
  const bare = name.replace(ARTICLE, '').trim();
  return (agencyName(bare) ?? bare)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** True where the names are one. */
export function isSameName(first: string, second: string): boolean {
  return nameKey(first) === nameKey(second);
}

/** True where `part` names `whole` by some of its words: a report of the "UN" is that of the "UN panel". */
export function isPartOfName(part: string, whole: string): boolean {
  const words = nameKey(whole).split(' ');
  return nameKey(part)
    .split(' ')
    .every((word) => words.includes(word));
}

/** Words that begin with a capital at the start of a sentence and name nobody. */
const NOBODY =
  /^(?:a|an|one|two|three|four|five|some|several|many|local|senior|officials?|sources?|residents?|witnesses|analysts?|diplomats?|experts?|un|une|des|deux|plusieurs|habitants|témoins)$/iu;

/** A speaker as a key, or undefined for one who is nobody in particular: "officials", "two sources", "residents". */
export function speakerKey(speaker: string): string | undefined {
  const words = speaker.replace(ARTICLE, '').trim().split(/\s+/);
  const isNamed = words.some((word) => /^\p{Lu}/u.test(word) && !NOBODY.test(word));
  return isNamed ? nameKey(speaker) : undefined;
}
