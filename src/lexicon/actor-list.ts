// The reader's own actors: a table of names and codes, whose names are the beginnings of words.
import { stableId } from '../base/id.js';
import { actorRows } from './actor-rows.js';
import { type Found, Phrases } from './phrases.js';

/** An actor of a list: its name as the list spells it and its code, empty where the list says that the name is nobody. */
export interface Listed {
  readonly name: string;
  readonly code: string;
}

/** Finds the actors of one list in a text that is a shadow. */
export interface ActorList {
  /** A short hash of its rows: another list, another id. */
  readonly id: string;
  find(text: string): Found<Listed>[];
}

/**
 * The actors of a table as {@link actorRows} reads it. A name matches in any case, and its last word need only begin a
 * word of the text: `BULGAR` finds `Bulgarians`, as in the actor dictionaries of event coders. Underscores count as blanks.
 */
export function actorsFromTable(text: string, source?: string): ActorList {
  const rows = actorRows(text, source);
  const size = rows.length * 3 + 64;
  const phrases = new Phrases<Listed>({ cut: 'name', opens: true, size });
  const short = new Phrases<Listed>({ cut: 'name', size });
  for (const { name, code } of rows) {
    const words = name.replaceAll('_', ' ');
    if (lastWord(words) > SHORT) phrases.add(words, { name, code });
    else for (const spelt of spellings(words)) short.add(spelt, { name, code });
  }
  return {
    id: stableId(rows.flatMap(({ name, code }) => [name, code])).slice(0, ID_DIGITS),
    find: (shadow) => [...short.find(shadow), ...phrases.find(shadow)],
  };
}

const ID_DIGITS = 8;

/** Letters of a last word that is too short to be the beginning of another: `AU` must not find `Australian`. */
const SHORT = 3;

const lastWord = (name: string): number => name.split(' ').at(-1)?.replace(/\W/g, '').length ?? 0;

/** A name as a text may spell it: `THE AU` as `the AU`, `SAM LEE` as `Sam Lee`; one word only as it stands. */
function spellings(name: string): ReadonlySet<string> {
  const small = name.replace(/\p{L}+/gu, (word) => `${word[0]!}${word.slice(1).toLowerCase()}`);
  return new Set([name, name.replace(/^THE\b/, 'the'), name.includes(' ') ? small : name]);
}
