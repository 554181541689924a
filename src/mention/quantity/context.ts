// A sentence as the readers of numbers and things see it: pieces of its text beside its words.

import type { Language, ParsedSentence, Word } from '../../language/language.js';
import { shadowOf } from '../../language/tokens/shadow.js';
import { type Equipment, equipmentPhrases } from '../../lexicon/equipment.js';
import { type NumberLexicon, numberLexicon } from '../../lexicon/numbers.js';
import type { Phrases } from '../../lexicon/phrases.js';
import { piecesOf, type WrittenPiece } from '../../lexicon/pieces.js';

/** What is read of a sentence at once. */
export interface Context {
  readonly language: Language;
  readonly words: readonly Word[];
  readonly pieces: readonly WrittenPiece[];
  /** For each piece the index of the word that it begins or lies in. */
  readonly wordOf: readonly number[];
  /** For each word the first and the last piece in it, -1 for none. */
  readonly firstPiece: readonly number[];
  readonly lastPiece: readonly number[];
  /** Words of a type's name, however it was cut and tagged: `F`, `-`, `16` of "F-16"; `Challenger`, `2`. */
  readonly coded: ReadonlySet<number>;
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
  const wordOf = wordsOf(pieces, words);
  const equipment = equipmentPhrases(language);
  const coded = codedOf(words);
  for (const word of designatedWords(pieces, equipment, wordOf)) coded.add(word);
  return {
    language,
    words,
    pieces,
    wordOf,
    coded,
    ...insidesOf(pieces, words),
    lexicon: numberLexicon(language),
    equipment,
  };
}

function wordsOf(pieces: readonly WrittenPiece[], words: readonly Word[]): number[] {
  let at = 0;
  return pieces.map(({ start }) => {
    while (at < words.length - 1 && words[at]!.end <= start) at += 1;
    return at;
  });
}

function designatedWords(
  pieces: readonly WrittenPiece[],
  equipment: Phrases<Equipment>,
  wordOf: readonly number[],
): number[] {
  const found: number[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const phrase = equipment.at(pieces, at);
    if (phrase?.value.designation !== true || phrase.length === 1) continue;
    for (let step = 0; step < phrase.length; step += 1) found.push(wordOf[at + step]!);
  }
  return found;
}

function codedOf(words: readonly Word[]): Set<number> {
  const found = new Set<number>();
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (
      to < words.length &&
      words[to]!.start === words[to - 1]!.end &&
      !/^[^\p{L}\p{N}-]/u.test(words[to]!.form)
    )
      to += 1;
    const whole = words
      .slice(from, to)
      .map(({ form }) => form)
      .join('');
    if (/^\p{Lu}[\p{L}/]*-?\d/u.test(whole)) for (let at = from; at < to; at += 1) found.add(at);
    from = to;
  }
  return found;
}

/** For each word the first and the last of the pieces that lie in it. */
function insidesOf(
  pieces: readonly WrittenPiece[],
  words: readonly Word[],
): { firstPiece: number[]; lastPiece: number[] } {
  const firstPiece: number[] = [];
  const lastPiece: number[] = [];
  let at = 0;
  for (const { start, end } of words) {
    while (at > 0 && pieces[at - 1]!.start >= start) at -= 1;
    while (at < pieces.length && pieces[at]!.start < start) at += 1;
    const first = at;
    while (at < pieces.length && pieces[at]!.end <= end) at += 1;
    firstPiece.push(at > first ? first : -1);
    lastPiece.push(at > first ? at - 1 : -1);
  }
  return { firstPiece, lastPiece };
}
