// Tab-separated tables of the lexicon: a header row, one row an entry, `origin` last.
import { readFileSync } from 'node:fs';
import { EntenteError } from '../base/error.js';

/** A row: column name to cell. */
export type Row = Readonly<Record<string, string>>;

/** Columns and lines of a table beside this file; throws `bad-shape` with file and line where a row has too many or too few cells. */
export function tableLines(file: string): {
  readonly columns: readonly string[];
  readonly lines: readonly string[];
} {
  const [header = '', ...lines] = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = header.split('\t');
  lines.forEach((line, at) => {
    let cells = 1;
    for (let tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', tab + 1)) cells += 1;
    if (cells === columns.length) return;
    throw new EntenteError('bad-shape', `${cells} cells under ${columns.length} columns`, {
      source: file,
      line: at + 2,
    });
  });
  return { columns, lines };
}

/** The rows of a table by column name; throws as {@link tableLines} does. */
export function tableRows(file: string): readonly Row[] {
  const { columns, lines } = tableLines(file);
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]!]));
  });
}

/** The entries of a cell that holds several, separated by `|`. */
export function entries(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}

/** A pattern that matches any of the forms as whole words, longest first. */
export function anyOf(forms: readonly string[], flags = 'giu'): RegExp {
  const sorted = [...new Set(forms)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const body = sorted.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}])`, flags);
}
