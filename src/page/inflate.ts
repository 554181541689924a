// Streams to bytes with an upper bound, inflated on the way: what grows past the bound is stopped, not stored.
import { Buffer } from 'node:buffer';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EntenteError } from '../base/error.js';

/** What bounds the reading, and the name under which it fails. */
export interface InflateOptions {
  readonly maxBytes: number;
  readonly source: string;
}

/** The bytes of a stream under a content encoding (`gzip`, `deflate`, `br` or none); throws `too-large` or `bad-archive`. */
export async function inflated(
  stream: Readable,
  encoding: string,
  { maxBytes, source }: InflateOptions,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of opened(stream, encoding.trim().toLowerCase()) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new EntenteError('too-large', `more than ${maxBytes / 1e6} MB`, { source });
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof EntenteError || encoding === '') throw cause;
    throw new EntenteError('bad-archive', `the ${encoding} data is broken or cut off`, { source, cause });
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks);
}

/** A readable stream of inflated bytes; unknown encodings are passed through. */
export function opened(stream: Readable, encoding: string): Readable {
  if (encoding === 'gzip' || encoding === 'x-gzip') return pipeline(stream, createGunzip(), ignore);
  if (encoding === 'deflate') return pipeline(stream, createInflate(), ignore);
  return encoding === 'br' ? pipeline(stream, createBrotliDecompress(), ignore) : stream;
}

/** The reader of the stream sees the error; the pipeline's own callback has nothing to add. */
function ignore(): void {}
