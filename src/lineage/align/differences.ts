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
  const facts = { figuresKept: 0, figuresChanged: 0, namesKept: 0, namesChanged: 0 };
  for (const passage of passages) {
    for (const run of passage.runs) {
      for (let at = run.a; at < run.a + run.length; at += 1) {
        if ((a.flags[at]! & WORD.figure) !== 0) facts.figuresKept += 1;
        else if ((a.flags[at]! & WORD.name) !== 0) facts.namesKept += 1;
      }
    }
    for (const stretch of differencesOf(passage)) {
      if (isChanged(stretch, { a, b }, WORD.figure)) facts.figuresChanged += 1;
      if (isChanged(stretch, { a, b }, WORD.name)) facts.namesChanged += 1;
    }
  }
  return facts;
}

/** True where both sides have words of this sort and each has one that the other lacks. */
function isChanged(stretch: Stretch, { a, b }: { a: Words; b: Words }, sort: number): boolean {
  const inA = wordsOfSort(a, stretch.aFrom, stretch.aTo, sort);
  const inB = wordsOfSort(b, stretch.bFrom, stretch.bTo, sort);
  return inA.some((word) => !inB.includes(word)) && inB.some((word) => !inA.includes(word));
}

function wordsOfSort({ hashes, flags }: Words, from: number, to: number, sort: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) if ((flags[at]! & sort) !== 0) found.push(hashes[at]!);
  return found;
}
