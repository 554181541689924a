// Pieces of a text as the lexicon counts them: numbers, runs of letters and single signs; dashes only part them.

/** The languages that the lexicon has words of. */
export type Tongue = 'en' | 'fr';

/** A piece and where it stands, UTF-16. */
export interface Piece {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
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

/** The pieces of `shadow` from `start` to `end`; apostrophes, dashes and blanks must be plain there already. */
export function piecesOf(
  shadow: string,
  language: Tongue,
  { start, end } = { start: 0, end: shadow.length },
): Piece[] {
  const found: Piece[] = [];
  const pattern = PIECES[language];
  pattern.lastIndex = 0;
  const within = shadow.slice(start, end);
  let after = 0;
  for (let match = pattern.exec(within); match !== null; match = pattern.exec(within)) {
    const { 0: text, index } = match;
    found.push({
      text,
      lower: text.toLowerCase(),
      start: start + index,
      end: start + index + text.length,
      number: isDigit(text) ? finite(numberOf(text, language)) : null,
      gap: gapOf(within.slice(after, index)),
    });
    after = index + text.length;
  }
  return found;
}

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

function gapOf(between: string): Piece['gap'] {
  if (!between.includes('-')) return between === '' ? '' : ' ';
  return between.length === 1 ? '-' : '--';
}
