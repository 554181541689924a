// Tab-separated tables of the lexicon: a header row, one row an entry, `origin` last.
import { readFileSync } from 'node:fs';
import { EntenteError } from '../base/error.js';

/** A row: column name to cell. */
export type Row = Readonly<Record<string, string>>;

/** Columns and cells of a table beside this file; throws `bad-shape` with file and line where a row has too many or too few cells. */
export function tableCells(file: string): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const [header = '', ...lines] = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = header.split('\t');
  const rows = lines.map((line, at) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) {
      throw new EntenteError('bad-shape', `${cells.length} cells under ${columns.length} columns`, {
        source: file,
        line: at + 2,
      });
    }
    return cells;
  });
  return { columns, rows };
}

/** The rows of a table by column name; throws as {@link tableCells} does. */
export function tableRows(file: string): readonly Row[] {
  const { columns, rows } = tableCells(file);
  return rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index]!])));
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
