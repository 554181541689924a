// Acronyms that contradict the words they stand behind: "private military suppliers (PMCs)".
import { markerAt, type TextMarker } from './marker.js';

const ACRONYM = /\((?:the )?(\p{Lu}{3,7})(?:s|’s|'s)?\)/gu;
/** Words before an acronym that are looked at, beyond its length: articles and prepositions may not count. */
const SPARE = 4;
/** A shorter word that does not fit is an article or preposition of some language. */
const LEAST_LETTERS = 4;
const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'on',
  'in',
  'to',
  'a',
  'de',
  'du',
  'des',
  'la',
  'le',
  'et',
  'pour',
  'les',
]);

interface Word {
  readonly text: string;
  readonly start: number;
}

/** Markers of the acronyms whose words spell another, by exactly one word. */
export function acronymMarkers(text: string): TextMarker[] {
  return [...text.matchAll(ACRONYM)].flatMap((found) => {
    const acronym = found[1]!;
    const words = wordsBefore(text, found.index, acronym.length + SPARE);
    const wrong = brokenExpansion(words, acronym);
    if (wrong === undefined) return [];
    const span = { start: wrong.start, end: found.index + found[0].length };
    return [
      markerAt(text, span, {
        kind: 'broken-term',
        strength: 'hard',
        why: `${acronym} does not stand for these words: "${wrong.word}" does not begin with ${wrong.letter}`,
      }),
    ];
  });
}

/** The words of the same sentence right before an offset, hyphenated ones apart. */
function wordsBefore(text: string, offset: number, count: number): Word[] {
  const from = Math.max(0, offset - 160);
  const before = text.slice(from, offset);
  const clause = before.slice(
    Math.max(0, ...[...before.matchAll(/[.;:!?(),"“”«»\n]/g)].map((m) => m.index + 1)),
  );
  const start = offset - clause.length;
  return [...clause.matchAll(/[\p{L}\p{M}]+/gu)]
    .slice(-count)
    .map((m) => ({ text: m[0], start: start + m.index }));
}

interface Wrong {
  readonly word: string;
  readonly letter: string;
  readonly start: number;
}

/**
 * The one word that does not fit, where all others do in order; undefined where the words spell the acronym in some
 * way, or so little that they are a translation or another name.
 */
function brokenExpansion(words: readonly Word[], acronym: string): Wrong | undefined {
  const large = words.filter(({ text }) => !SMALL.has(text.toLowerCase()));
  const choices = [words, large].map((list) => list.slice(-acronym.length));
  if (choices.some((choice) => spells(choice, acronym)) || isSpelt(words, acronym)) return undefined;
  for (const choice of choices) {
    const faults = choice.flatMap((word, at) => (fits(word.text, acronym[at]!) ? [] : [{ word, at }]));
    if (choice.length < acronym.length || faults.length !== 1) continue;
    const { word, at } = faults[0]!;
    if (at === 0 || word.text.length < LEAST_LETTERS || isInitialCaps(word.text)) continue;
    if (isTranslation(choice, acronym)) continue;
    return { word: word.text, letter: acronym[at]!, start: choice[0]!.start };
  }
  return undefined;
}

function spells(words: readonly Word[], acronym: string): boolean {
  return words.length === acronym.length && words.every(({ text }, at) => fits(text, acronym[at]!));
}

/** True where the letters stand in the words in order, any of them, beginning with an initial: "ECOWAS", "AQI". */
function isSpelt(words: readonly Word[], acronym: string): boolean {
  return words.some(({ text }, from) => {
    if (!fits(text, acronym[0]!)) return false;
    const initials = words.slice(from).map((word) => word.text[0]!.toUpperCase());
    let at = 0;
    for (const initial of initials) if (initial === acronym[at]) at += 1;
    return at === acronym.length;
  });
}

/** An initial; the X of "extensible" is the one letter that acronyms take from within. */
function fits(word: string, letter: string): boolean {
  const lower = folded(word);
  return lower[0] === folded(letter) || (letter === 'X' && lower.startsWith('ex'));
}

/** The same letters in another order: the acronym of another language's name. */
function isTranslation(words: readonly Word[], acronym: string): boolean {
  const initials = words
    .map(({ text }) => folded(text)[0]!)
    .sort()
    .join('');
  return initials === [...folded(acronym)].sort().join('');
}

function isInitialCaps(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
