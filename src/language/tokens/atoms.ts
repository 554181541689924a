// Atoms: runs of letters, of digits and of one and the same stop or rule, and single other signs. Tokens are made of whole atoms.

/** What an atom is made of. */
export const ATOM = { letters: 1, digits: 2, sign: 3 } as const;

const BLANK = 4;
const MARK = 5;
/** Longer runs are cut, so that work per atom stays bounded. */
const LONGEST = 128;
/** Signs that come in runs: `...`, `--`, `!!!`, `=====`. */
const REPEATED = new Set([...'.-=_*~#!?+…'].map((sign) => sign.charCodeAt(0)));
/** So many of any other sign in a row are one atom as well: nobody closes eight brackets. */
const MANY = 8;
const classes = new Uint8Array(65_536);

function classOf(unit: number): number {
  const known = classes[unit]!;
  if (known !== 0) return known;
  const sign = String.fromCharCode(unit);
  const found = /\p{L}/u.test(sign)
    ? ATOM.letters
    : /\p{N}/u.test(sign)
      ? ATOM.digits
      : /\p{M}/u.test(sign) || unit === 0x200c || unit === 0x200d || unit === 0xad
        ? MARK
        : /[\s\p{Zs}\u0000\ufeff]/u.test(sign)
          ? BLANK
          : ATOM.sign;
  classes[unit] = found;
  return found;
}

/** Atoms of a text in order: UTF-16 offsets, kinds, and whether a blank goes before. */
export interface Atoms {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  /** 1 where a blank or the start of the text goes before, 2 where an empty line does, or the end of a line where lines are sentences. */
  readonly gaps: Uint8Array;
}

/** From which share of lines that end with a stop on lines are sentences; text that is wrapped by width has few. */
const STOPPED_LINES = 0.6;
const ENOUGH_LINES = 3;

/** True where the lines of a text are sentences each: most end with a stop. */
function linesAreSentences(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const stopped = lines.filter((line) => /[.!?:;"')\]]\s*$/.test(line)).length;
  return lines.length >= ENOUGH_LINES && stopped >= STOPPED_LINES * lines.length;
}

/** The atoms of a text; every sign that is no blank lies in exactly one. Surrogate pairs stay whole. */
export function atomsOf(text: string): Atoms {
  const ending = linesAreSentences(text) ? 1 : 2;
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const kinds = new Uint8Array(text.length);
  const gaps = new Uint8Array(text.length);
  let count = 0;
  let gap = 2;
  let lines = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const kind = classOf(unit);
    if (kind === BLANK) {
      lines += unit === 10 ? 1 : 0;
      gap = Math.max(gap, lines >= ending ? 2 : 1);
      at += 1;
      continue;
    }
    const from = at;
    at = endOf(text, at, kind);
    starts[count] = from;
    ends[count] = at;
    kinds[count] = kind === MARK ? ATOM.sign : kind;
    gaps[count] = gap;
    count += 1;
    gap = 0;
    lines = 0;
  }
  return {
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    kinds: kinds.slice(0, count),
    gaps: gaps.slice(0, count),
  };
}

function endOf(text: string, from: number, kind: number): number {
  const unit = text.charCodeAt(from);
  const pair = unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(from + 1));
  let at = from + (pair ? 2 : 1);
  const run = kind === ATOM.letters || kind === ATOM.digits;
  const repeated = REPEATED.has(unit) || (kind === ATOM.sign && !pair && isMany(text, from, unit));
  while (at < text.length && at - from < LONGEST) {
    const next = text.charCodeAt(at);
    const found = classOf(next);
    if (found !== MARK && !(run && found === kind) && !(repeated && next === unit)) break;
    at += 1;
  }
  return at;
}

function isMany(text: string, from: number, unit: number): boolean {
  for (let at = from + 1; at < from + MANY; at += 1) if (text.charCodeAt(at) !== unit) return false;
  return true;
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
