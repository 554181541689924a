// Names of those whom texts rest on, compared: "the Karst Post" and "Karst Post", "UN" and "UN panel", "AFP" and its full name.
import { agencyName } from './rests.js';

const ARTICLE = /^(?:the|le|la|les|l['’])\s*/i;

/** The form that names are compared by: no article, lower case, agencies by their full name. */
export function nameKey(name: string): string {
  const bare = name.replace(ARTICLE, '').trim();
  return (agencyName(bare) ?? bare).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
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

/** A speaker as a key, or undefined for one who is nobody in particular: "officials", "two sources", "residents". */
export function speakerKey(speaker: string): string | undefined {
  const bare = speaker.replace(ARTICLE, '').trim();
  return /\p{Lu}/u.test(bare.replace(/^(?:A|An|One|Two|Three|Some|Several|Un|Une|Des|Deux)\s/u, '').slice(0, 60)) &&
    !/^\p{Lu}?\p{Ll}+$/u.test(bare)
    ? nameKey(bare)
    : isName(bare)
      ? nameKey(bare)
      : undefined;
}

function isName(word: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(word) && !/^(?:Officials?|Sources?|Residents?|Witnesses|Analysts?|Diplomats?|Experts?)$/u.test(word);
}
