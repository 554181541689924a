// Which format a file has: by its name, else by its first bytes. A new format is a row here and a reader in content.ts.
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
  ['\u001f\u008b', 'gzip data inside gzip data'],
];

const MARKUP =
  /<(?:!--|(?:!doctype|\?xml|html|head|body|div|p|a|article|section|meta|script|style|span|table|h1)\b)/i;

/** How many first bytes {@link sniff} looks at. */
export const SNIFFED = 4_096;

/** The format that a name announces (`.gz` aside), undefined for an unknown ending. */
export function formatOf(name: string): Form | undefined {
  const ending = /\.([a-z0-9]+)$/.exec(name.toLowerCase().replace(/\.gz$/, ''))?.[1];
  return ending === undefined || !Object.hasOwn(BY_EXTENSION, ending) ? undefined : BY_EXTENSION[ending];
}

/** True where the bytes begin as gzip data does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The format by the first bytes, or why the bytes are refused. */
export function sniff(bytes: Uint8Array): Form | { refused: string } {
  const raw = Buffer.from(bytes.subarray(0, SNIFFED)).toString('latin1');
  const refused = REFUSED.find(([start]) => raw.startsWith(start));
  if (refused !== undefined) return { refused: refused[1] };
  const head = raw.replaceAll('\0', '').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  if (/^\s*\{[ \t]*"/.test(head)) return 'jsonl';
  const wide = raw.startsWith('\u00ff\u00fe') || raw.startsWith('\u00fe\u00ff');
  if (raw.includes('\0') && !wide) return { refused: 'binary data' };
  return MARKUP.test(head) ? 'html' : 'text';
}
