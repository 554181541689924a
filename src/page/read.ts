// Pages from anywhere: files, folders, globs, standard input, JSON lines, URLs. One bad input is one failure, never the end.
import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { glob, isDynamicPattern } from 'tinyglobby';
import { asEntenteError, EntenteError, type ErrorCode } from '../base/error.js';
import { contentId } from '../base/id.js';
import { decode } from './charset.js';
import { fetchPage } from './fetch.js';
import { type Form, formatOf, sniff } from './format.js';
import { inflated, opened } from './inflate.js';
import { readJsonl } from './jsonl.js';
import { LIMITS, type Limits } from './limits.js';
import type { PageResult } from './page.js';

/** What the reading takes from its surroundings. */
export interface ReadPagesOptions {
  readonly stdin?: Readable;
  readonly limits?: Limits;
  /** Also fetch from private and loopback addresses. */
  readonly allowLocal?: boolean;
  /** ISO date-time, asked when a page is fetched. */
  readonly now?: () => string;
  readonly lookup?: LookupFunction;
  readonly signal?: AbortSignal;
}

/** The pages of all inputs in the order given; folders in code-unit order of their names. */
export async function* readPages(
  inputs: readonly string[],
  options: ReadPagesOptions = {},
): AsyncGenerator<PageResult> {
  for (const input of inputs) {
    if (input === '-')
      yield* fromStream(options.stdin ?? Readable.from([]), { name: '', source: 'standard input' }, options);
    else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) yield await fromUrl(input, options);
    else yield* fromPath(input, options);
  }
}

async function fromUrl(address: string, options: ReadPagesOptions): Promise<PageResult> {
  try {
    const fetched = await fetchPage(address, {
      limits: options.limits ?? LIMITS,
      allowLocal: options.allowLocal ?? false,
      ...pick(options),
    });
    const form: Form = /^text\/plain/i.test(fetched.contentType) ? 'text' : 'html';
    const result = pageOf(fetched.bytes, form, { id: address, source: address }, fetched.contentType);
    if (!('page' in result)) return result;
    const captured = options.now === undefined ? {} : { captured: options.now() };
    return { page: { ...result.page, url: fetched.url, ...captured } };
  } catch (error) {
    return { failure: placed(asEntenteError(error, 'network'), address) };
  }
}

/** The same error, said of its source where it was thrown without one. */
function placed(error: EntenteError, source: string): EntenteError {
  if (error.place.source !== undefined) return error;
  return new EntenteError(error.code, error.message, {
    ...error.place,
    source,
    cause: error.cause,
    ...(error.hint !== undefined && { hint: error.hint }),
  });
}

function pick({ lookup, signal }: ReadPagesOptions): { lookup?: LookupFunction; signal?: AbortSignal } {
  return { ...(lookup && { lookup }), ...(signal && { signal }) };
}

async function* fromPath(input: string, options: ReadPagesOptions): AsyncGenerator<PageResult> {
  const found = await stat(input).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error)) {
    yield* found.isDirectory() ? fromFolder(input, options) : fromFile(input, options);
    return;
  }
  if (found.code !== 'ENOENT' || !isDynamicPattern(input)) {
    yield { failure: fileError(found, input) };
    return;
  }
  const matches = (await glob(input, { absolute: path.isAbsolute(input), dot: false })).sort(byCodeUnit);
  if (matches.length === 0)
    yield { failure: new EntenteError('not-found', 'nothing matches this pattern', { source: input }) };
  for (const match of matches) yield* fromFile(match, options);
}

/** Every readable file below the folder; what can not be listed is one failure. */
async function* fromFolder(folder: string, options: ReadPagesOptions): AsyncGenerator<PageResult> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  if (entries instanceof Error) {
    yield { failure: fileError(entries, folder) };
    return;
  }
  const visible = entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  for (const entry of visible) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* fromFolder(full, options);
    else if (formatOf(entry.name) !== undefined) yield* fromFile(full, options);
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function* fromFile(file: string, options: ReadPagesOptions): AsyncGenerator<PageResult> {
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  try {
    yield* fromStream(stream, { name: path.basename(file), source: file }, options);
  } catch (error) {
    yield {
      failure: error instanceof EntenteError ? error : fileError(error as NodeJS.ErrnoException, file),
    };
  } finally {
    stream.destroy();
  }
}

async function* fromStream(
  stream: Readable,
  origin: { name: string; source: string },
  options: ReadPagesOptions,
): AsyncGenerator<PageResult> {
  const { name, source } = origin;
  const { maxBytes } = options.limits ?? LIMITS;
  const encoding = name.endsWith('.gz') ? 'gzip' : '';
  const format = formatOf(name);
  if (format === 'jsonl') {
    yield* readJsonl(opened(stream, encoding) as AsyncIterable<Buffer>, source, maxBytes);
    return;
  }
  if (format === undefined && name === '') {
    yield* fromUnknown(stream, source, maxBytes);
    return;
  }
  const bytes = await inflated(stream, encoding, { maxBytes, source });
  const known = format ?? sniff(bytes);
  if (known === 'jsonl') yield* readJsonl(Readable.from([Buffer.from(bytes)]), source, maxBytes);
  else yield pageOf(bytes, known, { id: source, source });
}

/** Standard input says nothing of itself: the first bytes decide whether it is lines or one page. */
async function* fromUnknown(stream: Readable, source: string, maxBytes: number): AsyncGenerator<PageResult> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>;
  const first = await chunks.next();
  const head = first.done === true ? Buffer.alloc(0) : Buffer.from(first.value);
  const rest = (async function* (): AsyncGenerator<Buffer> {
    yield head;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next())
      yield Buffer.from(next.value);
  })();
  const form = sniff(head);
  if (form === 'jsonl') yield* readJsonl(rest, source, maxBytes);
  else yield pageOf(await inflated(Readable.from(rest), '', { maxBytes, source }), form, { id: '-', source });
}

function pageOf(
  bytes: Uint8Array,
  form: Form | { refused: string },
  origin: { id: string; source: string },
  contentType?: string,
): PageResult {
  const { id, source } = origin;
  if (bytes.length === 0) return { failure: new EntenteError('empty', 'the file is empty', { source }) };
  if (typeof form === 'object') return { failure: new EntenteError('not-text', form.refused, { source }) };
  const refused = sniff(bytes);
  if (typeof refused === 'object')
    return { failure: new EntenteError('not-text', refused.refused, { source }) };
  return {
    page: {
      id,
      source,
      form: form === 'text' ? 'text' : 'html',
      hash: contentId(bytes),
      bytes,
      ...decode(bytes, contentType),
      given: {},
    },
  };
}

const FILE_ERRORS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['not-found', 'no such file or folder'],
  EACCES: ['no-permission', 'may not be read'],
  EPERM: ['no-permission', 'may not be read'],
};

function fileError(error: NodeJS.ErrnoException, source: string): EntenteError {
  const [code, message] = FILE_ERRORS[error.code ?? ''] ?? (['not-found', error.message] as const);
  return new EntenteError(code, message, { source, cause: error });
}
