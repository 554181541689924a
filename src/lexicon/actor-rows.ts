// The rows of a table of actors as a user writes it, TSV or CSV, each fault with its line.
import { EntenteError } from '../base/error.js';
import type { Listed } from './actor-list.js';

/**
 * The names and codes of a table, parted by tabs, else by semicolons or commas. A first line that holds `name` (or
 * `actor`) and `code` says in which columns they stand, else they are the first two. Empty lines and lines that begin
 * with `#` are left out. Throws `bad-shape` or `empty` that names the line.
 */
export function actorRows(text: string, source?: string): Listed[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((content, at) => ({ content, place: { line: at + 1, ...(source !== undefined && { source }) } }))
    .filter(({ content }) => content.trim() !== '' && !content.startsWith('#'));
  const mark = ['\t', ';', ','].find((sign) => lines[0]?.content.includes(sign)) ?? '\t';
  const rows = lines.map(({ content, place }) => ({ cells: cellsOf(content, { mark, place }), place }));
  const header = headerOf(rows[0]?.cells ?? []);
  const own = header === undefined ? rows : rows.slice(1);
  if (own.length === 0)
    throw new EntenteError('empty', 'the list has no actors', {
      ...(source !== undefined && { source }),
      hint: HINT,
    });
  return own.map(({ cells, place }) => listed(cells, { ...(header ?? { name: 0, code: 1 }), place }));
}

const HINT = 'Write a name and a code in each line, parted by a tab or a comma';

interface Place {
  readonly line: number;
  readonly source?: string;
}

function headerOf(cells: readonly string[]): { name: number; code: number } | undefined {
  const at = (pattern: RegExp): number => cells.findIndex((cell) => pattern.test(cell));
  const found = { name: at(/^(?:name|actor)$/i), code: at(/^code$/i) };
  if (found.name < 0) return undefined;
  return found.code < 0 ? { ...found, code: found.name + 1 } : found;
}

function listed(
  cells: readonly string[],
  { name: named, code: coded, place }: { name: number; code: number; place: Place },
): Listed {
  const fault = (message: string): EntenteError =>
    new EntenteError('bad-shape', message, { ...place, hint: HINT });
  const [name, code] = [cells[named], cells[coded]];
  if (name === undefined || code === undefined) throw fault('a name without a code');
  if (!/[\p{L}\p{N}]/u.test(name)) throw fault(`a code without a name (${shown(code)})`);
  if (/\s/.test(code)) throw fault(`this is no code: ${shown(code)}`);
  if (CONTROL.test(name) || CONTROL.test(code)) throw fault('the line is no text');
  return { name, code };
}

/** Control signs, and the sign for bytes that are no UTF-8. */
const CONTROL = /[\p{Cc}\uFFFD]/u;
const SHOWN = 40;
const shown = (cell: string): string => (cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell);

/** Cells of one line; a cell in double quotes may hold the mark. */
function cellsOf(line: string, { mark, place }: { mark: string; place: Place }): string[] {
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
  if (quoted) throw new EntenteError('bad-shape', 'a double quote is not closed', place);
  return [...cells, cell.trim()];
}
