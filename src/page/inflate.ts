// Streams of bytes: looked at ahead, inflated on the way, and gathered with an upper bound; what grows past it is stopped, not stored.
import { Buffer } from 'node:buffer';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { EntenteError } from '../base/error.js';

/** Bytes in pieces, as they come. */
export type Chunks = AsyncIterable<Buffer>;

/** What bounds the reading, and the name under which it fails. */
export interface GatherOptions {
  readonly maxBytes: number;
  readonly source: string;
}

/** A stream whose first bytes are known already; {@link chunks} still holds all of it. */
export interface Peeked {
  readonly head: Buffer;
  readonly chunks: Chunks;
}

/** More than this many encodings one inside the other is an attack and no page. */
const MAX_ENCODINGS = 3;
/** The error codes of zlib and brotli themselves, as against those of the stream that feeds them. */
const BROKEN = /^(?:Z_|ERR__ERROR|ERR_BROTLI)/;

/** All bytes of the pieces in one; throws `too-large` as soon as there are more than allowed. */
export async function gathered(chunks: Chunks, { maxBytes, source }: GatherOptions): Promise<Uint8Array> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) throw new EntenteError('too-large', `more than ${maxBytes / 1e6} MB`, { source });
    kept.push(chunk);
  }
  return Buffer.concat(kept);
}

/** The pieces and their first `size` bytes (fewer where there are no more). */
export async function peeked(chunks: Chunks, size: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const ahead: Buffer[] = [];
  for (let length = 0; length < size; ) {
    const next = await iterator.next();
    if (next.done === true) break;
    ahead.push(Buffer.from(next.value));
    length += next.value.length;
  }
  return { head: Buffer.concat(ahead).subarray(0, size), chunks: resumed(ahead, iterator) };
}

async function* resumed(ahead: readonly Buffer[], iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* ahead;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
      yield Buffer.from(next.value);
  } finally {
    await iterator.return?.();
  }
}

/**
 * The pieces without their content encodings (`gzip`, `deflate`, `br`, several with commas; empty for none).
 * Throws `bad-archive` where the data is broken or cut off and `not-text` for an encoding that is not known.
 */
export async function* inflated(chunks: Chunks, encodings: string, source: string): AsyncGenerator<Buffer> {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_ENCODINGS)
    throw new EntenteError('bad-archive', 'too many encodings one inside the other', { source });
  let inner = chunks;
  for (const name of names.reverse()) inner = await through(inner, name, source);
  try {
    yield* inner;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (!BROKEN.test(code)) throw cause;
    throw new EntenteError('bad-archive', `the ${encodings} data is broken or cut off`, { source, cause });
  }
}

async function through(chunks: Chunks, name: string, source: string): Promise<Chunks> {
  const { head, chunks: whole } = await peeked(chunks, 1);
  const inflater = inflaterOf(name, head[0] ?? 0);
  if (inflater === undefined)
    throw new EntenteError('not-text', `the encoding ${name.slice(0, 40)} is not known`, { source });
  return pipeline(Readable.from(whole), inflater, ignore);
}

/** Some servers send `deflate` without its two bytes of header: the first one tells. */
function inflaterOf(name: string, first: number): Transform | undefined {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'deflate') return (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
  return name === 'br' ? createBrotliDecompress() : undefined;
}

/** The reader of the stream sees the error; the pipeline's own callback has nothing to add. */
function ignore(): void {}
