// Adding a document to the index: the ties that it has with those before it.
import { differencesOf } from './align/differences.js';
import { passagesOf, type WordPassage } from './align/passages.js';
import { seedTable } from './align/seeds.js';
import { directionOf } from './direction.js';
import type { Kept, LineageIndex } from './index/record.js';
import { judge } from './judge.js';
import { type Words, wordsOf } from './text/words.js';
import { isMerging, type LineageDocument, type Passage, type Tie } from './tie.js';

/**
 * Adds a document and gives its ties with those added before, in the order in which these came.
 *
 * A document whose id the index has already gives none and changes nothing.
 */
export function addDocument(index: LineageIndex, document: LineageDocument): Tie[] {
  if (index.has(document.id)) return [];
  const added: Kept = { document, words: wordsOf(document.text) };
  const table = seedTable(added.words);
  return index
    .candidatesAndAdd(added)
    .sort((x, y) => x - y)
    .flatMap((number) => {
      const other = index.kept(number);
      if (other === undefined) return [];
      const tie = tieOf(added, other, passagesOf(table, other.words));
      return tie === undefined ? [] : [tie];
    });
}

function tieOf(added: Kept, other: Kept, passages: readonly WordPassage[]): Tie | undefined {
  const verdict = judge(passages, added.words, other.words);
  if (verdict === undefined) return undefined;
  const { kind, coverage, identity, covered, facts, why } = verdict;
  const { isFirst, basis } = directionOf(
    added.document,
    other.document,
    isMerging(verdict) ? covered : undefined,
  );
  const pairs = passages.map((passage) => passageOf(passage, added.words, other.words));
  return {
    a: isFirst ? added.document.id : other.document.id,
    b: isFirst ? other.document.id : added.document.id,
    kind,
    coverage,
    covered: isFirst ? covered : { a: covered.b, b: covered.a },
    identity,
    passages: isFirst ? pairs : pairs.map(turned),
    figures: { kept: facts.figuresKept, changed: facts.figuresChanged },
    direction: basis,
    why,
  };
}

function passageOf(passage: WordPassage, a: Words, b: Words): Passage {
  const differences = differencesOf(passage);
  return {
    a: spanOf(a, passage.aFrom, passage.aTo),
    b: spanOf(b, passage.bFrom, passage.bTo),
    identity: Math.round(passage.identity * 1000) / 1000,
    onlyA: differences.filter((d) => d.aTo > d.aFrom).map((d) => spanOf(a, d.aFrom, d.aTo)),
    onlyB: differences.filter((d) => d.bTo > d.bFrom).map((d) => spanOf(b, d.bFrom, d.bTo)),
  };
}

function spanOf({ starts, ends }: Words, from: number, to: number): { start: number; end: number } {
  return { start: starts[from]!, end: ends[to - 1]! };
}

function turned({ a, b, identity, onlyA, onlyB }: Passage): Passage {
  return { a: b, b: a, identity, onlyA: onlyB, onlyB: onlyA };
}
