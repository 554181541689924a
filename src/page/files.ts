// Pages of files, folders and globs: one file open at a time, names in code-unit order, what can not be read is one failure.
import { createReadStream, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { asEntenteError, EntenteError, type ErrorCode } from '../base/error.js';
import { pagesOf } from './content.js';
import { formatOf } from './format.js';
import type { PageResult } from './page.js';

const CHUNK = 1 << 18;

/** The pages of a path or, where there is nothing of that very name, of the glob that it may be. */
export async function* fromPath(input: string, maxBytes: number): AsyncGenerator<PageResult> {
  const found = await looked(input);
  if (!(found instanceof EntenteError))
    yield* found.isDirectory() ? fromNamedFolder(input, maxBytes) : fromFile(input, maxBytes);
  else if (found.code === 'not-found' && isDynamicPattern(input)) yield* fromGlob(input, maxBytes);
  else yield { failure: found };
}

async function* fromGlob(pattern: string, maxBytes: number): AsyncGenerator<PageResult> {
  // `**` reaches the files below a folder by itself: the folder too would give them twice.
  const onlyFiles = pattern.includes('**');
  const matches = await glob(pattern, {
    absolute: path.isAbsolute(pattern),
    onlyFiles,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  if (matches.length === 0)
    yield { failure: new EntenteError('not-found', 'nothing matches this pattern', { source: pattern }) };
  for (const match of matches.map((name) => name.replace(/\/$/, '')).sort(byCodeUnit)) {
    const found = await looked(match);
    if (found instanceof EntenteError) yield { failure: found };
    else yield* fromFound(match, found, maxBytes);
  }
}

function fromFound(place: string, found: Stats, maxBytes: number): AsyncGenerator<PageResult> {
  return found.isDirectory() ? fromFolder(place, maxBytes) : fromFile(place, maxBytes);
}

/** A folder that was asked for by name: without a page in it that is said. */
async function* fromNamedFolder(folder: string, maxBytes: number): AsyncGenerator<PageResult> {
  let empty = true;
  for await (const result of fromFolder(folder, maxBytes)) {
    empty = false;
    yield result;
  }
  if (empty)
    yield {
      failure: new EntenteError('empty', 'no page in this folder', {
        source: folder,
        hint: 'Files of HTML, text or JSON lines are read from a folder by their endings',
      }),
    };
}

/** Every file of a known format below the folder, hidden ones and links to folders left out. */
async function* fromFolder(folder: string, maxBytes: number): AsyncGenerator<PageResult> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    fileError(error, folder),
  );
  if (entries instanceof EntenteError) {
    yield { failure: entries };
    return;
  }
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  for (const entry of visible.sort((a, b) => byCodeUnit(a.name, b.name))) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* fromFolder(place, maxBytes);
    else if (formatOf(entry.name) !== undefined) yield* fromEntry(place, maxBytes);
  }
}

/** A pipe or socket that lies in a folder would make the run wait for ever: only regular files, also behind links. */
async function* fromEntry(place: string, maxBytes: number): AsyncGenerator<PageResult> {
  const found = await looked(place);
  if (found instanceof EntenteError) yield { failure: found };
  else if (found.isFile()) yield* fromFile(place, maxBytes);
}

async function* fromFile(file: string, maxBytes: number): AsyncGenerator<PageResult> {
  const stream = createReadStream(file, { highWaterMark: CHUNK });
  try {
    yield* pagesOf(stream, { name: path.basename(file), id: file, source: file }, maxBytes);
  } catch (error) {
    yield { failure: fileError(error, file) };
  } finally {
    stream.destroy();
  }
}

function looked(place: string): Promise<Stats | EntenteError> {
  return stat(place).catch((error: unknown) => fileError(error, place));
}

/** The order of UTF-16 code units: the same on every machine. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const FILE_ERRORS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['not-found', 'no such file or folder'],
  ENOTDIR: ['not-found', 'no such file or folder'],
  ENAMETOOLONG: ['not-found', 'no such file or folder, the name is too long'],
  ELOOP: ['not-found', 'a link that leads back to itself'],
  EISDIR: ['not-text', 'a folder, not a file'],
  ENXIO: ['not-text', 'a socket, not a file'],
  EACCES: ['no-permission', 'may not be read'],
  EPERM: ['no-permission', 'may not be read'],
};

/** Why a file could not be read, in words; an error of ours stays as it is. */
export function fileError(error: unknown, source: string): EntenteError {
  if (error instanceof EntenteError) return error;
  const known = FILE_ERRORS[(error as NodeJS.ErrnoException).code ?? ''];
  return known === undefined
    ? asEntenteError(error, 'not-found', { source })
    : new EntenteError(...known, { source, cause: error });
}
