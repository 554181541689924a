// Pages from anywhere: files, folders, globs, standard input, JSON lines, URLs. One bad input is one failure, never the end.
import type { LookupFunction } from 'node:net';
import { addAbortSignal, Readable } from 'node:stream';
import { asEntenteError, EntenteError } from '../base/error.js';
import { isPublicAddress } from './address.js';
import { pageOf, pagesOf } from './content.js';
import { fetchPage } from './fetch.js';
import { fromPath } from './files.js';
import type { Limits } from './limits.js';
import { LIMITS } from './limits.js';
import type { Page, PageResult } from './page.js';

/** What the reading takes from its surroundings. */
export interface ReadPagesOptions {
  /** What the input `-` reads; nothing at all where left out. */
  readonly stdin?: Readable;
  readonly limits?: Limits;
  /** Also fetch from private and loopback addresses. */
  readonly allowLocal?: boolean;
  /** ISO date-time, asked when a page is fetched. */
  readonly now?: () => string;
  /** The name look-up of fetches; the system's where left out. */
  readonly lookup?: LookupFunction;
  /** Ends the run: what is under way becomes one failure `interrupted`, and nothing comes after it. */
  readonly signal?: AbortSignal;
}

/**
 * The pages of all inputs in the order given; folders in code-unit order of their names.
 *
 * Never throws for a bad input: it becomes one failure that says which and why. One page is held at a time.
 */
export async function* readPages(
  inputs: readonly string[],
  options: ReadPagesOptions = {},
): AsyncGenerator<PageResult> {
  const stopped = (): boolean => options.signal?.aborted === true;
  for (const input of inputs) {
    if (stopped()) return yield interrupted(input);
    for await (const result of fromInput(input, options)) {
      if (stopped()) return yield interrupted(input);
      yield result;
    }
  }
}

function interrupted(source: string): PageResult {
  return { failure: new EntenteError('interrupted', 'stopped before the end', { source }) };
}

function fromInput(input: string, options: ReadPagesOptions): AsyncGenerator<PageResult> {
  if (input === '-') return fromStdin(options);
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(input)
    ? fromUrl(input, options)
    : fromPath(input, (options.limits ?? LIMITS).maxBytes);
}

async function* fromStdin({ stdin, limits = LIMITS, signal }: ReadPagesOptions): AsyncGenerator<PageResult> {
  const source = 'standard input';
  const stream = stdin ?? Readable.from([]);
  if (signal !== undefined) addAbortSignal(signal, stream);
  try {
    yield* pagesOf(stream, { name: '', id: '-', source }, limits.maxBytes);
  } catch (error) {
    yield { failure: asEntenteError(error, 'not-found', { source }) };
  }
}

async function* fromUrl(address: string, options: ReadPagesOptions): AsyncGenerator<PageResult> {
  const { limits = LIMITS, allowLocal = false, lookup, signal, now } = options;
  const allows = allowLocal ? (): boolean => true : isPublicAddress;
  const surroundings = { ...(lookup && { lookup }), ...(signal && { signal }) };
  try {
    const { bytes, url, contentType } = await fetchPage(address, { limits, allows, ...surroundings });
    const form = /^text\/plain/i.test(contentType) ? 'text' : 'html';
    const page: Page = pageOf(bytes, form, { id: address, source: address, contentType });
    yield { page: { ...page, url, ...(now && { captured: now() }) } };
  } catch (error) {
    yield { failure: placed(asEntenteError(error, 'network'), address) };
  }
}

/** The same error, said of its source where it was thrown without one. */
function placed(error: EntenteError, source: string): EntenteError {
  if (error.place.source !== undefined) return error;
  const { code, message, place, cause, hint } = error;
  return new EntenteError(code, message, { ...place, source, cause, ...(hint !== undefined && { hint }) });
}
