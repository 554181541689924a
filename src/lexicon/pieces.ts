// Pieces of a text as the lexicon counts them: numbers, runs of letters and single signs; dashes inside words only part them.
import { hashOf, isBlank, isLetter } from './letters.js';

/** The languages that the lexicon has words of. */
export type Tongue = 'en' | 'fr';

/**
 * How a text is cut: as a language writes its numbers and elisions, letters and digits apart and dashes left out
 * (`F-16`: `F`, `16`); or as names are looked up, in any language, letters and digits together and only hyphens inside
 * words left out (`Guinea-Bissau`: `Guinea`, `Bissau`; `G5`).
 */
export type Cut = Tongue | 'name';

/** A piece and where it stands, UTF-16. */
export interface Piece {
  readonly text: string;
  /** The hash of its letters without case and accents. */
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

/** A piece as a language writes it. */
export interface WrittenPiece extends Piece {
  readonly lower: string;
  /** The number that a piece of digits stands for, as the language writes numbers: `1,5` is 1.5 in French. */
  readonly number: number | null;
  /** What parts the piece from the one before: nothing (`''`), a blank, a dash inside a word (`-`), a dash with blanks (`--`). */
  readonly gap: '' | ' ' | '-' | '--';
}

const PIECES: Readonly<Record<Tongue, RegExp>> = {
  en: /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?|(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}]*|[^\s\p{L}\p{N}-]/gu,
  fr: /\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?|(?:\p{Lu}\.){2,}|(?:[dlnmtscj]|qu|jusqu|lorsqu|puisqu|aujourd)'(?=\p{L}|$)|\p{L}[\p{L}\p{M}]*|[^\s\p{L}\p{N}-]/giu,
};
/** A decimal sign with three digits after it is read as grouping: "1,500 soldats", "1.500 soldats". */
const GROUPED = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** The pieces of `shadow` as a language writes; apostrophes, dashes and blanks must be plain there already. */
export function piecesOf(shadow: string, language: Tongue): WrittenPiece[] {
  const found: WrittenPiece[] = [];
  let after = 0;
  for (const { 0: text, index } of shadow.matchAll(PIECES[language])) {
    const end = index + text.length;
    found.push({
      ...{ text, lower: text.toLowerCase(), key: hashOf(text), start: index, end },
      number: isDigit(text) ? finite(numberOf(text, language)) : null,
      gap: gapOf(shadow.slice(after, index)),
    });
    after = end;
  }
  return found;
}

const HYPHEN = 0x2d;

/** The pieces of names in `shadow`. By code units and not by a pattern, since the names of all tables are cut before the first text is read. */
export function namePieces(shadow: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  while (at < shadow.length) {
    const code = shadow.charCodeAt(at);
    const start = at;
    at += 1;
    if (isLetter(code)) while (at < shadow.length && isLetter(shadow.charCodeAt(at))) at += 1;
    else if (isBlank(code) || (code === HYPHEN && isInside(shadow, start))) continue;
    found.push({ text: shadow.slice(start, at), key: hashOf(shadow, start, at), start, end: at });
  }
  return found;
}

/** True between two letters. */
const isInside = (text: string, at: number): boolean =>
  at > 0 && isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1));

function isDigit(text: string): boolean {
  const unit = text.charCodeAt(0);
  return unit >= 48 && unit <= 57;
}

function finite(figure: number): number | null {
  return Number.isFinite(figure) ? figure : null;
}

function numberOf(text: string, language: Tongue): number {
  if (language === 'en') return Number(text.replace(/[, ]/g, ''));
  if (GROUPED.test(text)) return Number(text.replace(/[.,]/g, ''));
  return Number(
    (text.split('.').length > 2 ? text.replaceAll('.', '') : text).replaceAll(' ', '').replace(',', '.'),
  );
}

function gapOf(between: string): WrittenPiece['gap'] {
  if (!between.includes('-')) return between === '' ? '' : ' ';
  return between.length === 1 ? '-' : '--';
}
