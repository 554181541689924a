// What is a letter or digit, when two letters are the same but for case and accents, and the hash of a word without them.

/** Above this code unit letters are compared as they stand. */
const KNOWN = 0x2200;
const BLANK = 1;
const LETTER = 2;
const kinds = new Uint8Array(KNOWN);
const folded = new Uint16Array(KNOWN);
const bare = new Uint16Array(KNOWN);
const uppers = new Uint16Array(KNOWN);
for (let code = 0; code < KNOWN; code += 1) {
  const sign = String.fromCharCode(code);
  if (/\s/.test(sign)) kinds[code] = BLANK;
  else if (/[\p{L}\p{M}\p{N}]/u.test(sign)) kinds[code] = LETTER;
  const base = one(code < 0xc0 ? sign : sign.normalize('NFD').replace(/\p{M}/gu, ''), code);
  bare[code] = base;
  folded[code] = one(String.fromCharCode(base).toLowerCase(), base);
  uppers[code] = one(sign.toUpperCase(), code);
}

function one(text: string, otherwise: number): number {
  return text.length === 1 ? text.charCodeAt(0) : otherwise;
}

/** True for a letter, an accent or a digit. */
export const isLetter = (code: number): boolean =>
  code < KNOWN ? kinds[code] === LETTER : /[\p{L}\p{N}]/u.test(String.fromCharCode(code));

export const isBlank = (code: number): boolean => code < KNOWN && kinds[code] === BLANK;

/** The code unit without accent and case. */
export const foldedCode = (code: number): number => (code < KNOWN ? folded[code]! : code);

/** True where `found` and `wanted` differ in accent and case at most. */
export const sameFolded = (found: number, wanted: number): boolean =>
  foldedCode(found) === foldedCode(wanted);

/** True where `found` is `wanted` or `wanted` without its accent. */
export const sameLetter = (found: number, wanted: number): boolean =>
  found === wanted || (wanted < KNOWN && found === bare[wanted]);

/** True where `found` is the capital of `wanted`, with or without its accent. */
export const capitalOf = (found: number, wanted: number): boolean =>
  wanted < KNOWN && (found === uppers[wanted] || found === uppers[bare[wanted]!]);

/** What a hash of letters begins with (32-bit FNV-1a). */
export const HASH_START = 0x811c9dc5;

/** The hash with one more code unit, case and accent apart. */
export const hashWith = (hash: number, code: number): number =>
  Math.imul(hash ^ foldedCode(code), 0x01000193);

/** The hash of a word, or of a part of a text; words that are alike but for case and accents have the same. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = HASH_START;
  for (let at = start; at < end; at += 1) hash = hashWith(hash, text.charCodeAt(at));
  return hash;
}
