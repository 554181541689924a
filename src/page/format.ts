// Which format a file has: by its name, else by its first bytes. A new format is one more row here and one reader.
import { Buffer } from 'node:buffer';

/** The formats that are read. */
export type Form = 'html' | 'text' | 'jsonl';

const BY_EXTENSION: Readonly<Record<string, Form>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  text: 'text',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** First bytes of what is no text, with the word for it. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF file, which is not read yet'],
  ['WARC/', 'a WARC file, which is not read yet'],
  ['PK\u0003\u0004', 'a zip archive: unpack it first'],
  ['\u001f\u008b', 'gzip data under a name without .gz'],
];
const SAMPLE = 2_048;

/** The format that a name announces (`.gz` aside), undefined for an unknown ending. */
export function formatOf(name: string): Form | undefined {
  const ending = /\.([a-z0-9]+)$/.exec(name.toLowerCase().replace(/\.gz$/, ''))?.[1];
  return ending === undefined ? undefined : BY_EXTENSION[ending];
}

/** The format by the first bytes, or why the bytes are refused. */
export function sniff(bytes: Uint8Array): Form | { refused: string } {
  const head = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1');
  const refused = REFUSED.find(([start]) => head.startsWith(start));
  if (refused !== undefined) return { refused: refused[1] };
  const marked = head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff');
  if (head.includes('\0') && !marked) return { refused: 'binary data' };
  if (/^(?:\u00ef\u00bb\u00bf)?\s*\{\s*"/.test(head)) return 'jsonl';
  return /<(?:!doctype|html|head|body|div|p|article|meta|script|span|table|h1)\b/i.test(head)
    ? 'html'
    : 'text';
}
