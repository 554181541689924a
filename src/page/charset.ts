// Bytes to text: by byte order mark, header, the page's own declaration, valid UTF-8, then detection.
import { Buffer, isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import type { Page } from './page.js';

/** A decoded text with the charset it was decoded by and why. */
export interface Decoded {
  readonly content: string;
  readonly charset: Page['charset'];
}

type Basis = Page['charset']['basis'];

const HEAD = 4096;
const DETECTION_SAMPLE = 100_000;
const FALLBACK = 'windows-1252';
/** Text that says UTF-8 and breaks it at most this often per valid multi-byte letter is UTF-8 with a few broken bytes. */
const BROKEN_SHARE = 0.1;

/** The text of the bytes. Never throws: what can not be decoded becomes U+FFFD. */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decoded(bytes, marked, 'bom');
  if (isUtf8(bytes))
    return { content: utf8(bytes), charset: { name: 'utf-8', basis: utf8Basis(bytes, contentType) } };
  for (const [label, basis] of declarations(bytes, contentType)) {
    if (label !== 'utf-8' || mostlyUtf8(bytes)) return decoded(bytes, label, basis);
  }
  const detected = detect(bytes);
  return detected === undefined ? decoded(bytes, FALLBACK, 'fallback') : decoded(bytes, detected, 'detected');
}

function decoded(bytes: Uint8Array, name: string, basis: Basis): Decoded {
  // Decoded as a stream: in one call some Node 20 releases read windows-1252 as latin1 and lose quotes, œ and €.
  const decoder = new TextDecoder(name);
  return { content: decoder.decode(bytes, { stream: true }) + decoder.decode(), charset: { name, basis } };
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Bytes of ASCII alone are valid in nearly every charset: what they declare is then only a name. */
function utf8Basis(bytes: Uint8Array, contentType: string | undefined): Basis {
  const [first] = declarations(bytes, contentType);
  return first?.[0] === 'utf-8' ? first[1] : 'valid-utf8';
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
}

/** The charsets that header and markup declare, header first, by their standard names. */
function declarations(bytes: Uint8Array, contentType: string | undefined): [string, Basis][] {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const found: [string | undefined, Basis][] = [
    [/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1], 'header'],
    [/<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1], 'meta'],
    [/^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1], 'meta'],
  ];
  return found.flatMap(([label, basis]) => {
    const name = standardName(label, basis);
    return name === undefined ? [] : [[name, basis] as [string, Basis]];
  });
}

/** The WHATWG name of a label; a page that reads as ASCII can not be the UTF-16 that it declares. */
function standardName(label: string | undefined, basis: Basis): string | undefined {
  if (label === undefined) return undefined;
  try {
    const name = new TextDecoder(label).encoding;
    return basis === 'meta' && name.startsWith('utf-16') ? 'utf-8' : name;
  } catch {
    return undefined;
  }
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = utf8(bytes);
  let broken = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) letters += 1;
  }
  return broken <= BROKEN_SHARE * letters;
}

function detect(bytes: Uint8Array): string | undefined {
  const name = chardet.detect(bytes.subarray(0, DETECTION_SAMPLE));
  return name === null || name === 'UTF-8' || name === 'ASCII' ? undefined : standardName(name, 'detected');
}
