// Bytes to text: by byte order mark, header, the page's own declaration, valid UTF-8, then detection.
import { Buffer, isUtf8 } from 'node:buffer';
import { brokenShare, decodedBy, detectCharset, standardName } from './detect.js';
import type { Page } from './page.js';

/** A decoded text with the charset it was decoded by and why. */
export interface Decoded {
  readonly content: string;
  readonly charset: Page['charset'];
}

type Basis = Page['charset']['basis'];
type Declaration = readonly [name: string, basis: Basis];

/** Bytes at the start of a page in which it may declare its charset. */
const HEAD = 4096;
const FALLBACK = 'windows-1252';
/**
 * Broken characters for each good letter beyond ASCII up to which bytes are UTF-8 with errors: a page that joins a broken
 * comment to an article. In other charsets two letters seldom look like one of UTF-8; less often still where it is declared.
 */
const UTF8_ERRORS = { declared: 1, undeclared: 0.25 };
/** A declaration under which more of the letters than this are broken is wrong. */
const WRONG = 0.1;

/** The text of the bytes. Never throws: what can not be decoded becomes U+FFFD. */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decoded(bytes, marked, 'bom');
  const declared = declarations(bytes, contentType);
  const [first] = declared;
  if (first !== undefined && isEscaped(bytes, first)) return decoded(bytes, ...first);
  if (isUtf8(bytes)) {
    const basis = first?.[0] === 'utf-8' ? first[1] : 'valid-utf8';
    return { content: utf8(bytes), charset: { name: 'utf-8', basis } };
  }
  const saysUtf8 = declared.find(([name]) => name === 'utf-8');
  if (utf8Errors(bytes) <= UTF8_ERRORS[saysUtf8 === undefined ? 'undeclared' : 'declared'])
    return decoded(bytes, 'utf-8', saysUtf8?.[1] ?? 'detected');
  const plausible = declared.find(([name]) => name !== 'utf-8' && brokenShare(bytes, name) <= WRONG);
  if (plausible !== undefined) return decoded(bytes, ...plausible);
  const detected = detectCharset(bytes);
  return detected === undefined ? decoded(bytes, FALLBACK, 'fallback') : decoded(bytes, detected, 'detected');
}

function decoded(bytes: Uint8Array, name: string, basis: Basis): Decoded {
  return { content: decodedBy(bytes, name), charset: { name, basis } };
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
}

/** Japanese mail charset: all of its bytes are ASCII, so that it passes for UTF-8; only its escapes show it. */
function isEscaped(bytes: Uint8Array, [name]: Declaration): boolean {
  return name === 'iso-2022-jp' && bytes.includes(0x1b);
}

/** The charsets that header and markup declare, header first, by their standard names. */
function declarations(bytes: Uint8Array, contentType: string | undefined): readonly Declaration[] {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const found: readonly [string | undefined, Basis][] = [
    [/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1], 'header'],
    [/<meta[^>]{0,300}?charset\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(head)?.[1], 'meta'],
    [/^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1], 'meta'],
  ];
  return found.flatMap(([label, basis]) => {
    const name = label === undefined ? undefined : standardName(label);
    if (name === undefined) return [];
    // A page whose declaration can be read as ASCII can not be the UTF-16 that it or its server declares.
    return [[name.startsWith('utf-16') ? 'utf-8' : name, basis] as const];
  });
}

/** Broken characters for each good letter beyond ASCII, were the bytes UTF-8. */
function utf8Errors(bytes: Uint8Array): number {
  const text = utf8(bytes);
  let [broken, letters] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) letters += 1;
  }
  return broken / letters;
}
