// Passages: where two texts say the same in the same order, with what they share and where they differ.
import { WORD, type Words } from '../text/words.js';
import { chainsOf, type Run } from './chains.js';
import { commonRuns, reach, type Stretch } from './fill.js';
import { type SeedTable, seedsOf } from './seeds.js';

/** An aligned passage, in words. */
export interface WordPassage extends Stretch {
  /** Equal words in order. */
  readonly runs: readonly Run[];
  /** Words shared, and those of them that stand outside quotations on either side. */
  readonly shared: number;
  readonly told: number;
  /** Shared words over the longer side's words. */
  readonly identity: number;
}

/** Fewer shared words make no passage. */
const LEAST = 8;
/** Below this share of equal words two passages merely speak of the same matter. */
const FLOOR = 0.5;
/** A short passage must be nearly the same: sentences of one subject share eight words easily. */
const SHORT = 20;
const SHORT_FLOOR = 0.7;

/** Words of a clause that one side lacks, and how many that side may have in its stead. */
const CLAUSE = 6;
const NOTHING = 1;

/** The passages of the table's text (`a`) and another (`b`), in the order of `a`. */
export function passagesOf(table: SeedTable, b: Words): WordPassage[] {
  const a = table.words;
  const chains = chainsOf(seedsOf(table, b), { a: a.hashes.length, b: b.hashes.length });
  const ends = chains.map(boundsOf);
  return chains
    .flatMap((chain, at) => passagesIn(chain, { a, b }, limitsOf(at, ends, { a, b })))
    .filter(isPassage)
    .sort((x, y) => x.aFrom - y.aFrom);
}

function isPassage({ shared, identity }: WordPassage): boolean {
  return shared >= LEAST && identity >= (shared < SHORT ? SHORT_FLOOR : FLOOR);
}

interface Texts {
  readonly a: Words;
  readonly b: Words;
}

function boundsOf(chain: readonly Run[]): Stretch {
  const first = chain[0]!;
  const last = chain[chain.length - 1]!;
  return { aFrom: first.a, aTo: last.a + last.length, bFrom: first.b, bTo: last.b + last.length };
}

/** How far a chain may be carried on: to the middle between it and its neighbour on either side. */
function limitsOf(own: number, all: readonly Stretch[], { a, b }: Texts): Stretch {
  const mine = all[own]!;
  let [aFrom, aTo, bFrom, bTo] = [0, a.hashes.length, 0, b.hashes.length];
  for (const [at, other] of all.entries()) {
    if (at === own) continue;
    if (other.aTo <= mine.aFrom) aFrom = Math.max(aFrom, (other.aTo + mine.aFrom + 1) >> 1);
    else if (other.aFrom >= mine.aTo) aTo = Math.min(aTo, (other.aFrom + mine.aTo) >> 1);
    if (other.bTo <= mine.bFrom) bFrom = Math.max(bFrom, (other.bTo + mine.bFrom + 1) >> 1);
    else if (other.bFrom >= mine.bTo) bTo = Math.min(bTo, (other.bFrom + mine.bTo) >> 1);
  }
  return { aFrom, aTo, bFrom, bTo };
}

function passagesIn(chain: readonly Run[], texts: Texts, limits: Stretch): WordPassage[] {
  const { a, b } = texts;
  const seeds = boundsOf(chain);
  const after = reach(
    { words: a.hashes, at: seeds.aTo, limit: limits.aTo },
    { words: b.hashes, at: seeds.bTo, limit: limits.bTo },
    1,
  );
  const before = reach(
    { words: a.hashes, at: seeds.aFrom, limit: limits.aFrom },
    { words: b.hashes, at: seeds.bFrom, limit: limits.bFrom },
    -1,
  );
  const whole = {
    aFrom: seeds.aFrom - before.a,
    aTo: seeds.aTo + after.a,
    bFrom: seeds.bFrom - before.b,
    bTo: seeds.bTo + after.b,
  };
  return cut(filled(chain, whole, texts), whole).map(({ runs, stretch }) => measured(runs, stretch, texts));
}

interface Piece {
  readonly runs: readonly Run[];
  readonly stretch: Stretch;
}

/** Cuts where one text has a sentence or clause that the other lacks: what is left out is not put in other words. */
function cut(runs: readonly Run[], whole: Stretch): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let left = runs.reduce((sum, { length }) => sum + length, 0);
  let taken = 0;
  for (let at = 0; at + 1 < runs.length; at += 1) {
    const run = runs[at]!;
    const next = runs[at + 1]!;
    taken += run.length;
    left -= run.length;
    const gaps = [next.a - run.a - run.length, next.b - run.b - run.length];
    if (Math.min(...gaps) > NOTHING || Math.max(...gaps) < CLAUSE || taken < SHORT || left < SHORT) continue;
    pieces.push(pieceOf(runs.slice(from, at + 1)));
    from = at + 1;
    taken = 0;
  }
  if (pieces.length === 0) return [{ runs, stretch: whole }];
  const first = pieces[0]!.stretch;
  const last = pieceOf(runs.slice(from));
  pieces[0] = { runs: pieces[0]!.runs, stretch: { ...first, aFrom: whole.aFrom, bFrom: whole.bFrom } };
  return [...pieces, { runs: last.runs, stretch: { ...last.stretch, aTo: whole.aTo, bTo: whole.bTo } }];
}

function pieceOf(runs: readonly Run[]): Piece {
  return { runs, stretch: boundsOf(runs) };
}

/** The chain's runs with the equal words of its gaps and ends between them. */
function filled(chain: readonly Run[], whole: Stretch, { a, b }: Texts): Run[] {
  const runs: Run[] = [];
  let [aAt, bAt] = [whole.aFrom, whole.bFrom];
  for (const run of [...chain, { a: whole.aTo, b: whole.bTo, length: 0 }]) {
    runs.push(
      ...commonRuns(a.hashes, b.hashes, { aFrom: aAt, aTo: run.a, bFrom: bAt, bTo: run.b }),
      ...(run.length > 0 ? [run] : []),
    );
    aAt = run.a + run.length;
    bAt = run.b + run.length;
  }
  return runs;
}

function measured(runs: readonly Run[], whole: Stretch, { a, b }: Texts): WordPassage {
  let shared = 0;
  let told = 0;
  for (const run of runs) {
    shared += run.length;
    for (let at = 0; at < run.length; at += 1) {
      if (((a.flags[run.a + at]! | b.flags[run.b + at]!) & WORD.quoted) === 0) told += 1;
    }
  }
  const longer = Math.max(whole.aTo - whole.aFrom, whole.bTo - whole.bFrom);
  return { ...whole, runs, shared, told, identity: longer === 0 ? 0 : shared / longer };
}
