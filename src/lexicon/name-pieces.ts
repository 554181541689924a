// Cuts text into runs of letters and digits and single signs, and says when two letters are the same but for case and accents.

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

/** The code unit without accent and case; what the keys of phrases are made of. */
export const foldedCode = (code: number): number => (code < KNOWN ? folded[code]! : code);

/** True where `found` is `wanted` or `wanted` without its accent. */
export const sameLetter = (found: number, wanted: number): boolean =>
  found === wanted || (wanted < KNOWN && found === bare[wanted]);

/** True where `found` is the capital of `wanted`, with or without its accent. */
export const capitalOf = (found: number, wanted: number): boolean =>
  wanted < KNOWN && (found === uppers[wanted] || found === uppers[bare[wanted]!]);

const kindOf = (code: number): number => {
  if (code < KNOWN) return kinds[code]!;
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? LETTER : 0;
};
const isLetter = (code: number): boolean => kindOf(code) === LETTER;
const HYPHEN = 0x2d;

/** The pieces of one text at a time; the arrays are reused and only `count` of them hold. */
export class Pieces {
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);

  /** Cuts `text`; a hyphen between two letters only parts pieces and is none itself: `Guinea-Bissau` is `Guinea`, `Bissau`. */
  cut(text: string): void {
    this.count = 0;
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const kind = kindOf(code);
      let end = at + 1;
      if (kind === LETTER) while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
      if (kind !== BLANK && !(code === HYPHEN && this.#joins(text, at))) this.#add(at, end);
      at = end;
    }
  }

  #joins(text: string, at: number): boolean {
    return at > 0 && isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1));
  }

  #add(start: number, end: number): void {
    if (this.count === this.starts.length) {
      const twice = (old: Int32Array): Int32Array<ArrayBuffer> => {
        const grown = new Int32Array(old.length * 2);
        grown.set(old);
        return grown;
      };
      this.starts = twice(this.starts);
      this.ends = twice(this.ends);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }
}
