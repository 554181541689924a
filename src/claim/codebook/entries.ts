// What the codebook says of each field and value: its meaning and the sentence that shows it.
import { EntenteError } from '../../base/error.js';
import { tableRows } from '../../lexicon/table.js';

/** A field or a value by its path: `transfer.stage.ordered`; what every kind has stands under `claim`. */
export interface Entry {
  readonly path: string;
  readonly meaning: string;
  readonly language: string;
  /** A sentence whose reading shows the field; empty where the reader gives none. */
  readonly example: string;
}

/** The entries by path, in the order of the table. */
export function codebookEntries(): ReadonlyMap<string, Entry> {
  return new Map(
    tableRows('codebook.tsv').map((row) => [
      row['of']!,
      { path: row['of']!, meaning: row['meaning']!, language: row['language']!, example: row['example']! },
    ]),
  );
}

/** The entry of a path; throws where a field of the schema has none. */
export function entryOf(entries: ReadonlyMap<string, Entry>, path: string): Entry {
  const found = entries.get(path);
  if (found !== undefined) return found;
  throw new EntenteError('bad-shape', `no entry for ${path}`, {
    source: 'codebook.tsv',
    hint: 'Add a row that says what it means',
  });
}
