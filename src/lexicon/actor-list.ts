// The reader's own actors: a table of names and codes, whose names are the beginnings of words.
import { type Found, Phrases } from './name-phrases.js';

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
  const phrases = new Phrases<Listed>({ opens: true, size: lines.length * 3 + 64 });
  lines.forEach((line, at) => {
    const [name = '', code = ''] = cellsOf(line, mark);
    if (name === '' || (at === 0 && /^(?:name|actor)$/i.test(name))) return;
    phrases.add(name.replaceAll('_', ' '), { name, code });
  });
  return { find: (shadow) => phrases.find(shadow) };
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
