// Differences: the stretches of a passage that are not equal, and which figures and names change in them.
import { WORD, type Words } from '../text/words.js';
import type { Stretch } from './fill.js';
import type { WordPassage } from './passages.js';

/** How the figures and names of passages compare. */
export interface Facts {
  /** Figures that stand in both at the same place. */
  readonly figuresKept: number;
  /** Places where both have a figure and not the same one. */
  readonly figuresChanged: number;
  readonly namesKept: number;
  readonly namesChanged: number;
}

/** The stretches between a passage's equal words; one side of each may be empty. */
export function differencesOf(passage: WordPassage): Stretch[] {
  const stretches: Stretch[] = [];
  let [a, b] = [passage.aFrom, passage.bFrom];
  for (const run of [...passage.runs, { a: passage.aTo, b: passage.bTo, length: 0 }]) {
    if (run.a > a || run.b > b) stretches.push({ aFrom: a, aTo: run.a, bFrom: b, bTo: run.b });
    a = run.a + run.length;
    b = run.b + run.length;
  }
  return stretches;
}

/** What becomes of figures and names from one text to the other, over all passages. */
export function factsOf(passages: readonly WordPassage[], a: Words, b: Words): Facts {
  const figures = changesOf(passages, { a, b }, WORD.figure);
  const names = changesOf(passages, { a, b }, WORD.name);
  return {
    figuresKept: figures.kept,
    figuresChanged: figures.changed,
    namesKept: names.kept,
    namesChanged: names.changed,
  };
}

interface Texts {
  readonly a: Words;
  readonly b: Words;
}

/**
 * Words of a sort that stay and places where they change.
 *
 * A word that stands elsewhere in the other text's passages was moved and not changed: sentences in another order.
 */
function changesOf(
  passages: readonly WordPassage[],
  texts: Texts,
  sort: number,
): { kept: number; changed: number } {
  let kept = 0;
  let places = 0;
  const [onlyA, onlyB]: [number[], number[]] = [[], []];
  for (const passage of passages) {
    for (const run of passage.runs) kept += wordsOfSort(texts.a, run.a, run.a + run.length, sort).length;
    for (const stretch of differencesOf(passage)) {
      const inA = wordsOfSort(texts.a, stretch.aFrom, stretch.aTo, sort);
      const inB = wordsOfSort(texts.b, stretch.bFrom, stretch.bTo, sort);
      onlyA.push(...inA);
      onlyB.push(...inB);
      if (inA.some((word) => !inB.includes(word)) && inB.some((word) => !inA.includes(word))) places += 1;
    }
  }
  const moved = common(onlyA, onlyB);
  return { kept, changed: Math.min(places, onlyA.length - moved, onlyB.length - moved) };
}

/** How many entries two lists share, each counted as often as it stands in both. */
function common(first: readonly number[], second: readonly number[]): number {
  const left = [...second];
  let shared = 0;
  for (const word of first) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return shared;
}

function wordsOfSort({ hashes, flags }: Words, from: number, to: number, sort: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) if ((flags[at]! & sort) !== 0) found.push(hashes[at]!);
  return found;
}
