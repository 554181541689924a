// One speaker in several texts: the same words between quotation marks, and the same name beside them.
import { quotationsOf } from '../text/quotations.js';
import { wordsOf } from '../text/words.js';

/** What somebody is quoted with: the words, and the names in the sentence around. */
export interface Quoted {
  readonly key: string;
  readonly names: ReadonlySet<string>;
}

/** Words of a quotation that two people do not say by chance. */
const LEAST_WORDS = 4;
/** Characters around a quotation in which its speaker stands. */
const AROUND = 120;
const NAME = /\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+/gu;

/** The quotations of a text long enough to tell. */
export function quotedIn(text: string): Quoted[] {
  return quotationsOf(text).flatMap(({ start, end }) => {
    const hashes = wordsOf(text.slice(start + 1, end - 1)).hashes;
    if (hashes.length < LEAST_WORDS) return [];
    const around = `${text.slice(Math.max(0, start - AROUND), start)} ${text.slice(end, end + AROUND)}`;
    return [
      {
        key: hashes.join(' '),
        names: new Set([...around.matchAll(NAME)].flatMap(([name]) => endings(name))),
      },
    ];
  });
}

/** "Defence Minister Ido Sarr" is also "Ido Sarr". */
function endings(name: string): string[] {
  const words = name.split(' ');
  return words.length < 2 ? [] : words.slice(0, -1).map((_, from) => words.slice(from).join(' '));
}

/** The name that both are quoted beside, where the one's words stand in the other's; undefined otherwise. */
export function sameSpeaker(first: Quoted, second: Quoted): string | undefined {
  if (!first.key.includes(second.key) && !second.key.includes(first.key)) return undefined;
  const shared = [...first.names].filter((name) => second.names.has(name));
  return shared.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}
