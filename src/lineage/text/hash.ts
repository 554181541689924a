// Hashes of words and of runs of words, 32 bits each.
import { lowerCase } from './letters.js';

/** FNV-1a, 32 bits: offset basis and prime (Fowler, Noll and Vo). */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const COMMA = 0x2c;
const POINT = 0x2e;

/** The hash of a word's lower-case form; the separators of a number do not count, so that `2,400` is `2400`. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = BASIS;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== COMMA && code !== POINT) hash = Math.imul(hash ^ lowerCase(code), PRIME);
  }
  return scattered(hash);
}

/** The hash of `length` words in a row from `from`. */
export function runHash(words: Uint32Array, from: number, length: number): number {
  let hash = length;
  for (let at = from; at < from + length; at += 1) hash = Math.imul(hash, 0x01000193) ^ words[at]!;
  return scattered(hash);
}

/** Spreads every bit over the word: the finaliser of MurmurHash3 (Appleby, public domain). */
export function scattered(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
