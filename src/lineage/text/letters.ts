// What a UTF-16 code unit is to lineage: part of a word, a sign of its own, or nothing; and its lower-case form.

/** How a code unit takes part in words. */
export const LETTER = { none: 0, letter: 1, digit: 2, ideograph: 3 } as const;

const SIZE = 0x10000;
const classes = new Uint8Array(SIZE);
const lower = new Uint16Array(SIZE);

for (let code = 0; code < SIZE; code += 1) {
  classes[code] = classOf(code);
  const folded = classes[code] === LETTER.letter ? String.fromCharCode(code).toLowerCase() : '';
  lower[code] = folded.length === 1 ? folded.charCodeAt(0) : code;
}

/** The class of a code unit, one of {@link LETTER}. */
export function letterClass(code: number): number {
  return classes[code]!;
}

/** The lower-case form of a code unit, by Unicode's simple mapping; itself where it has none. */
export function lowerCase(code: number): number {
  return lower[code]!;
}

/** True for a letter that its lower-case form differs from. */
export function isCapital(code: number): boolean {
  return lower[code] !== code;
}

function classOf(code: number): number {
  if (code < 0x80) return asciiClass(code);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? LETTER.letter : LETTER.none;
  if (code === 0xd7 || code === 0xf7) return LETTER.none;
  if (isIdeograph(code)) return LETTER.ideograph;
  if (code < 0x2000)
    return /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? LETTER.letter : LETTER.none;
  // Halves of surrogate pairs stay together with their neighbours: letters of other planes are words too.
  if (code >= 0xd800 && code < 0xe000) return LETTER.letter;
  return /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? LETTER.letter : LETTER.none;
}

function asciiClass(code: number): number {
  if (code >= 0x30 && code <= 0x39) return LETTER.digit;
  const upper = code & ~0x20;
  return upper >= 0x41 && upper <= 0x5a ? LETTER.letter : LETTER.none;
}

/** Kana, Han and Hangul syllables are written without spaces: each sign counts as a word. */
function isIdeograph(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}
