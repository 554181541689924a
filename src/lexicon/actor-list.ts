// The reader's own actors: a table of names and codes, whose names are the beginnings of words.
import { type Found, Phrases } from './phrases.js';

/** An actor of a list: its name as the list spells it and its code, empty where the list says that the name is nobody. */
export interface Listed {
  readonly name: string;
  readonly code: string;
}

/** Finds the actors of one list in a text that is a shadow. */
export interface ActorList {
  find(text: string): Found<Listed>[];
}

/**
 * The actors of a table with a name and a code in each line, parted by tabs, else by commas or semicolons; a first line
 * `name, code` is a header. A name matches in any case, and its last word need only begin a word of the text: `BULGAR`
 * finds `Bulgarians`, as in the actor dictionaries of event coders. Underscores count as blanks.
 */
export function actorsFromTable(text: string): ActorList {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const mark = ['\t', ';', ','].find((sign) => lines[0]?.includes(sign)) ?? '\t';
  const size = lines.length * 3 + 64;
  const phrases = new Phrases<Listed>({ cut: 'name', opens: true, size });
  const short = new Phrases<Listed>({ cut: 'name', size });
  lines.forEach((line, at) => {
    const [name = '', code = ''] = cellsOf(line, mark);
    if (name === '' || (at === 0 && /^(?:name|actor)$/i.test(name))) return;
    const words = name.replaceAll('_', ' ');
    if (lastWord(words) > SHORT) phrases.add(words, { name, code });
    else for (const spelt of spellings(words)) short.add(spelt, { name, code });
  });
  return { find: (shadow) => [...short.find(shadow), ...phrases.find(shadow)] };
}

/** Letters of a last word that is too short to be the beginning of another: `AU` must not find `Australian`. */
const SHORT = 3;

const lastWord = (name: string): number => name.split(' ').at(-1)?.replace(/\W/g, '').length ?? 0;

/** A name as a text may spell it: `THE AU` as `the AU`, `SAM LEE` as `Sam Lee`; one word only as it stands. */
function spellings(name: string): ReadonlySet<string> {
  const small = name.replace(/\p{L}+/gu, (word) => `${word[0]!}${word.slice(1).toLowerCase()}`);
  return new Set([name, name.replace(/^THE\b/, 'the'), name.includes(' ') ? small : name]);
}

/** Cells of one line; a cell in double quotes may hold the mark. */
function cellsOf(line: string, mark: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]!;
    if (sign === '"' && quoted && line[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (sign === mark && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}
