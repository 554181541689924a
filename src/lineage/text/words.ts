// The words of a text as packed arrays: a 32-bit hash, where the word stands, and what it is.
import { figureHash } from './figures.js';
import { hashOf } from './hash.js';
import { isCapital, LETTER, letterClass } from './letters.js';
import { quotationsOf } from './quotations.js';

/** What a word is, as bits of {@link Words.flags}. */
export const WORD = {
  /** A number in digits or words, a month or a weekday. */
  figure: 1,
  /** Written with a capital inside a sentence. */
  name: 2,
  /** Inside quotation marks. */
  quoted: 4,
  /** The first word of a sentence. */
  first: 8,
  /** Likely to carry meaning: long, a figure, a name, or a sign that is a word. */
  content: 16,
} as const;

/** Letters of a word that is hardly ever an article, preposition or pronoun. */
const LONG = 5;

/** The words of a text in order. Hashes are of lower-case forms; numbers in words have the hash of their digits. */
export interface Words {
  readonly hashes: Uint32Array;
  /** UTF-16 offsets into the text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly flags: Uint8Array;
}

let hashes = new Uint32Array(4096);
let starts = new Uint32Array(4096);
let ends = new Uint32Array(4096);
let flags = new Uint8Array(4096);

/** The words of a text. Apostrophes and hyphens part words; `2,400` is one. */
export function wordsOf(text: string): Words {
  let count = 0;
  let first = true;
  for (let at = 0; at < text.length; ) {
    const kind = letterClass(text.charCodeAt(at));
    if (kind === LETTER.none) {
      if (endsSentence(text, at)) first = true;
      at += 1;
      continue;
    }
    if (count === hashes.length) grow();
    const end =
      kind === LETTER.ideograph ? at + 1 : kind === LETTER.digit ? numberEnd(text, at) : wordEnd(text, at);
    record(text, { at, end, count, first });
    count += 1;
    first = false;
    at = end;
  }
  const words = {
    hashes: hashes.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    flags: flags.slice(0, count),
  };
  markQuoted(text, words);
  return words;
}

function record(
  text: string,
  { at, end, count, first }: { at: number; end: number; count: number; first: boolean },
): void {
  const capital = isCapital(text.charCodeAt(at));
  const hash = hashOf(text, at, end);
  const figure = figureHash(hash, capital);
  const kind = letterClass(text.charCodeAt(at));
  const isFigure = kind === LETTER.digit || figure !== undefined;
  const isContent = isFigure || capital || end - at >= LONG || kind === LETTER.ideograph;
  hashes[count] = figure ?? hash;
  starts[count] = at;
  ends[count] = end;
  flags[count] =
    (isFigure ? WORD.figure : 0) |
    (capital && !first && figure === undefined ? WORD.name : 0) |
    (first ? WORD.first : 0) |
    (isContent ? WORD.content : 0);
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && isWordPart(text.charCodeAt(at))) at += 1;
  return at;
}

function isWordPart(code: number): boolean {
  const kind = letterClass(code);
  return kind === LETTER.letter || kind === LETTER.digit;
}

/** Digits, with `,` or `.` between two of them, and letters that follow at once (`60th`). */
function numberEnd(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isWordPart(code)) continue;
    const joins = (code === 0x2c || code === 0x2e) && letterClass(text.charCodeAt(at + 1)) === LETTER.digit;
    if (!joins || at + 1 >= text.length) break;
  }
  return at;
}

function endsSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x0a || code === 0x21 || code === 0x3f || code === 0x3a || code === 0x201c || code === 0x22)
    return true;
  return code === 0x2e && text.charCodeAt(at + 1) <= 0x20;
}

function markQuoted(text: string, words: Words): void {
  let at = 0;
  for (const { start, end } of quotationsOf(text)) {
    while (at < words.starts.length && words.starts[at]! < start) at += 1;
    for (; at < words.starts.length && words.starts[at]! < end; at += 1) words.flags[at]! |= WORD.quoted;
  }
}

function grow(): void {
  hashes = doubled(hashes, Uint32Array);
  starts = doubled(starts, Uint32Array);
  ends = doubled(ends, Uint32Array);
  const wider = new Uint8Array(flags.length * 2);
  wider.set(flags);
  flags = wider;
}

function doubled(array: Uint32Array<ArrayBuffer>, Kind: Uint32ArrayConstructor): Uint32Array<ArrayBuffer> {
  const wider = new Kind(array.length * 2);
  wider.set(array);
  return wider;
}
