// A sentence as the readers of numbers and things see it: pieces of its text beside its words.

import type { Language, ParsedSentence, Word } from '../../language/language.js';
import { shadowOf } from '../../language/tokens/shadow.js';
import { type Equipment, equipmentPhrases } from '../../lexicon/equipment.js';
import { type NumberLexicon, numberLexicon } from '../../lexicon/numbers.js';
import type { Phrases } from '../../lexicon/phrases.js';
import { type Piece, piecesOf } from '../../lexicon/pieces.js';

/** What is read of a sentence at once. */
export interface Context {
  readonly language: Language;
  readonly words: readonly Word[];
  readonly pieces: readonly Piece[];
  /** For each piece the index of the word that it begins or lies in. */
  readonly wordOf: readonly number[];
  readonly lexicon: NumberLexicon;
  readonly equipment: Phrases<Equipment>;
}

/** The context of a sentence of `text`. */
export function contextOf({ words, start, end }: ParsedSentence, text: string, language: Language): Context {
  const shadow = shadowOf(text.slice(start, end));
  const pieces = piecesOf(shadow, language).map((piece) => ({
    ...piece,
    start: piece.start + start,
    end: piece.end + start,
  }));
  return {
    language,
    words,
    pieces,
    wordOf: wordsOf(pieces, words),
    lexicon: numberLexicon(language),
    equipment: equipmentPhrases(language),
  };
}

function wordsOf(pieces: readonly Piece[], words: readonly Word[]): number[] {
  let at = 0;
  return pieces.map(({ start }) => {
    while (at < words.length - 1 && words[at]!.end <= start) at += 1;
    return at;
  });
}

/** The index of the first piece of a word, or -1; the piece that ends it where `last`. */
export function pieceOf({ pieces, words }: Context, word: number, last = false): number {
  const span = words[word];
  if (span === undefined) return -1;
  const inside = (piece: Piece): boolean => piece.start >= span.start && piece.end <= span.end;
  return last ? pieces.findLastIndex(inside) : pieces.findIndex(inside);
}
