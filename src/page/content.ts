// Bytes from somewhere -> pages: inflated, told by name or first bytes, and given to the reader of their format.
import { EntenteError } from '../base/error.js';
import { contentId } from '../base/id.js';
import { decode } from './charset.js';
import { type Form, formatOf, isGzip, SNIFFED, sniff } from './format.js';
import { type Chunks, gathered, inflated, peeked } from './inflate.js';
import { readJsonl } from './jsonl.js';
import type { Page, PageResult } from './page.js';

/** Where bytes come from: the name tells their format, the id and source are what results are reported under. */
export interface Origin {
  /** A file's name with its ending; empty where there is none. */
  readonly name: string;
  readonly id: string;
  readonly source: string;
}

type Reader = (chunks: Chunks, origin: Origin, maxBytes: number) => AsyncGenerator<PageResult>;

/** One reader for each format; each yields its pages as they come and holds one at a time. */
const READERS: Readonly<Record<Form, Reader>> = {
  html: onePage('html'),
  text: onePage('text'),
  jsonl: (chunks, { source }, maxBytes) => readJsonl(chunks, source, maxBytes),
};

/** The pages in the bytes. Throws typed errors, and whatever error the bytes' own stream has. */
export async function* pagesOf(chunks: Chunks, origin: Origin, maxBytes: number): AsyncGenerator<PageResult> {
  const { name, source } = origin;
  const outer = await peeked(chunks, SNIFFED);
  const zipped = outer.head.length > 0 && (isGzip(outer.head) || name.toLowerCase().endsWith('.gz'));
  const { head, chunks: whole } = zipped
    ? await peeked(inflated(outer.chunks, 'gzip', source), SNIFFED)
    : outer;
  const named = formatOf(name);
  // Lines called so are read whatever is among them: one broken line must not cost the others.
  const form = named === 'jsonl' ? named : sniff(head);
  if (typeof form === 'object') throw new EntenteError('not-text', form.refused, { source });
  yield* READERS[named ?? form](whole, origin, maxBytes);
}

function onePage(form: 'html' | 'text'): Reader {
  return async function* (chunks, origin, maxBytes) {
    const { id, source } = origin;
    yield { page: pageOf(await gathered(chunks, { maxBytes, source }), form, { id, source }) };
  };
}

/** One page of bytes that are known to be of this form; throws `empty` or, for what is no text after all, `not-text`. */
export function pageOf(
  bytes: Uint8Array,
  form: 'html' | 'text',
  { id, source, contentType }: { id: string; source: string; contentType?: string },
): Page {
  if (bytes.length === 0) throw new EntenteError('empty', 'there is nothing in it', { source });
  const told = sniff(bytes);
  if (typeof told === 'object') throw new EntenteError('not-text', told.refused, { source });
  return { id, source, form, hash: contentId(bytes), bytes, ...decode(bytes, contentType), given: {} };
}
