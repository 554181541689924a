// Stray marks: backticks where apostrophes belong, as programs leave them that take text through a database or a query.
import { markerAt, type TextMarker, wordsAfter } from './marker.js';

/** Endings after an apostrophe in English, and elided words before one in French. */
const BACKTICK =
  /(?<![\p{L}`])(?:\p{L}+`(?:s|t|re|ve|ll|d|m)(?![\p{L}`])|(?:d|l|n|j|s|c|m|t|qu)`\p{L}+)(?:`\p{L}+)?/giu;
const APOSTROPHE = /\p{L}['’]\p{L}/gu;
/** As many that no slip of the finger explains. */
const SEVERAL = 2;

/** A marker for each backtick in an apostrophe's place: hard where several stand and hardly a true apostrophe does. */
export function strayMarks(text: string): TextMarker[] {
  const found = [...text.matchAll(BACKTICK)];
  if (found.length === 0) return [];
  const apostrophes = [...text.matchAll(APOSTROPHE)].length;
  const strength = found.length >= SEVERAL && apostrophes < found.length ? 'hard' : 'soft';
  const why = `a backtick for an apostrophe, ${found.length} in all beside ${apostrophes} true ones`;
  return found.map((match) => {
    const end = wordsAfter(text, match.index + match[0].length, 1);
    return markerAt(text, { start: match.index, end }, { kind: 'stray-mark', strength, why });
  });
}
