// The charset that bytes seem to have, by the text between the tags: markup is English and would outvote a Russian article.
import { Buffer } from 'node:buffer';
import chardet from 'chardet';

/** Letters of the article's own language settle within this many bytes. */
const SAMPLE = 50_000;
/** A candidate that leaves more than this share of broken characters among the letters beyond ASCII is not it. */
const BROKEN_SHARE = 0.01;
/** Controls that no charset's text holds: what stands there is a letter of another charset. */
const BROKEN = /[\u0080-\u009f\ufffd]/;

/** The WHATWG name of the likeliest charset; undefined where nothing speaks for any. Linear in the length of the bytes. */
export function detectCharset(bytes: Uint8Array): string | undefined {
  const sample = telling(bytes);
  const names = chardet.analyse(sample).flatMap(({ name }) => standardName(name) ?? []);
  const usable = names.filter((name) => name !== 'utf-8' && !name.startsWith('utf-16'));
  return usable.find((name) => brokenShare(sample, name) <= BROKEN_SHARE) ?? usable[0];
}

/** The WHATWG name of a charset's label (`latin1` -> `windows-1252`); undefined for one that is not known. */
export function standardName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The text of the bytes. Never throws for a known charset: what can not be decoded becomes U+FFFD. */
export function decodedBy(bytes: Uint8Array, name: string): string {
  // Decoded as a stream: in one call some Node 20 releases read windows-1252 as latin1 and lose quotes, œ and €.
  const decoder = new TextDecoder(name);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** Of the characters beyond ASCII, the share that the charset has no letter for. */
export function brokenShare(bytes: Uint8Array, name: string): number {
  let [broken, letters] = [0, 0];
  for (const char of decodedBy(bytes, name)) {
    if (char < '\u0080') continue;
    letters += 1;
    if (BROKEN.test(char)) broken += 1;
  }
  return broken / Math.max(letters, 1);
}

/** The lines between tags, outside scripts and styles, that hold bytes beyond ASCII; all bytes where there are none. */
function telling(bytes: Uint8Array): Uint8Array {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // Odd places hold the slash of a closing tag: what follows an opening one is code.
  const parts = page.split(/<(\/?)(?:script|style)\b[^<>]*>/i);
  const text = parts.filter((_, at) => at % 2 === 0 && (at === 0 || parts[at - 1] === '/')).join('\n');
  const lines = text.split(/<[^<>]*>|[\r\n]+/).filter((line) => /[\x80-\xff]/.test(line));
  const sample = lines.join('\n').slice(0, SAMPLE);
  return sample === '' ? bytes.subarray(0, SAMPLE) : Buffer.from(sample, 'latin1');
}
