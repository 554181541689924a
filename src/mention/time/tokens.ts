// The words, numbers and signs of a text, line by line, as the grammar of times sees them.
import type { Span } from '../../base/span.js';
import type { Language } from '../../language/language.js';

/** A word, a run of digits or one sign. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  /** True where no blank stands before it. */
  readonly glued: boolean;
}

/** Elided words keep their apostrophe in French (`l'`, `d'`); in English `'s` is a word of its own. */
const TOKEN: Readonly<Record<Language, RegExp>> = {
  en: /'s(?!\p{L})|\p{L}[\p{L}\p{M}]*|\d+|[^\s]/giu,
  fr: /\p{L}[\p{L}\p{M}]*(?:'(?=\p{L}))?|\d+|[^\s]/giu,
};

/** The tokens of each line of a shadow text; no expression of time reaches over the end of a line. */
export function linesOf(shadow: string, language: Language): Token[][] {
  const lines: Token[][] = [];
  let at = 0;
  for (const line of shadow.split('\n')) {
    lines.push(tokensOf(line, language, at));
    at += line.length + 1;
  }
  return lines;
}

/** The tokens of a text without line ends; `offset` is added to every span. */
export function tokensOf(text: string, language: Language, offset = 0): Token[] {
  let end = -1;
  return Array.from(text.matchAll(TOKEN[language]), (match) => {
    const start = match.index;
    const glued = start === end;
    end = start + match[0].length;
    return { start: start + offset, end: end + offset, text: match[0], lower: match[0].toLowerCase(), glued };
  });
}

/** True for a run of digits. */
export const isNumber = (token: Token | undefined): boolean => token !== undefined && /^\d/.test(token.text);

/** True for a token that is made of letters. */
export const isWord = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{L}/u.test(token.text);
