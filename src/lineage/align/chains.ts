// Chains: seeds in the same order in both texts, near enough to each other to be one passage.
import type { Seeds } from './seeds.js';

/** Words between two seeds of a chain, at most, on either side. */
const GAP = 18;
/** Seeds looked back at: bounds the work on texts full of noise. */
const LOOK_BACK = 60;
/** Chains taken out of one pair of texts. */
const MOST = 24;
/** A chain with fewer shared words is noise. */
const LEAST = 7;
/** A run of this many words outdoes others, and those less than this part as long are outdone. */
const LONG = 10;
const LONGER = 2;
/** What a word of difference in the length of a gap costs, and a word of gap, in shared words. */
const SHIFT_COST = 0.25;
const GAP_COST = 0.05;

/** A run of equal words: `length` words from `a` in the first text and from `b` in the second. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * The best chains, best first; no word of either text stands in two of them.
 *
 * One pass finds the best chain that ends in each seed; chains are then taken out from the best on, each as far back as
 * no better one has taken its seeds (as read aligners do: Li 2018, minimap2).
 */
export function chainsOf(seeds: Seeds, lengths: { readonly a: number; readonly b: number }): Run[][] {
  const runs = undisputed(seeds, lengths);
  const { scores, before } = scored(runs);
  const used = { a: new Uint8Array(lengths.a), b: new Uint8Array(lengths.b) };
  const taken = new Uint8Array(runs.length);
  const chains: Run[][] = [];
  const ends = [...scores.keys()]
    .filter((at) => scores[at]! >= LEAST)
    .sort((x, y) => scores[y]! - scores[x]! || x - y);
  for (const end of ends) {
    if (chains.length === MOST) break;
    const chain = free(traced(end, { runs, before, taken }), used);
    if (sharedWords(chain) < LEAST) continue;
    chains.push(chain);
    mark(chain, used);
  }
  return chains;
}

/**
 * The seeds as runs, without those whose words stand in a much longer run elsewhere: in a text of like sentences in
 * another order, "three strikes engaged" belongs to the sentence that is equal as a whole.
 */
function undisputed(
  { a, b, length, count }: Seeds,
  lengths: { readonly a: number; readonly b: number },
): Run[] {
  const longest = { a: new Uint16Array(lengths.a), b: new Uint16Array(lengths.b) };
  for (let at = 0; at < count; at += 1) {
    const run = Math.min(length[at]!, 0xffff);
    if (run < LONG) continue;
    for (let word = 0; word < length[at]!; word += 1) {
      if (longest.a[a[at]! + word]! < run) longest.a[a[at]! + word] = run;
      if (longest.b[b[at]! + word]! < run) longest.b[b[at]! + word] = run;
    }
  }
  const runs: Run[] = [];
  for (let at = 0; at < count; at += 1) {
    const run = { a: a[at]!, b: b[at]!, length: length[at]! };
    const middle = run.length >> 1;
    const rival = Math.max(longest.a[run.a + middle]!, longest.b[run.b + middle]!);
    if (rival < run.length * LONGER) runs.push(run);
  }
  return runs;
}

/** Words that the runs of a chain share. */
export function sharedWords(chain: readonly Run[]): number {
  return chain.reduce((sum, { length }) => sum + length, 0);
}

/** For every run the score of the best chain that ends in it, and the run before it in that chain. */
function scored(runs: readonly Run[]): { scores: Float64Array; before: Int32Array } {
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at]!;
    scores[at] = run.length;
    for (let back = at - 1; back >= 0 && back >= at - LOOK_BACK; back -= 1) {
      const score = scores[back]! + linkScore(runs[back]!, run);
      if (score <= scores[at]!) continue;
      scores[at] = score;
      before[at] = back;
    }
  }
  return { scores, before };
}

/** The chain that ends in a run, back to where a better chain has taken its runs; they are taken now. */
function traced(
  end: number,
  { runs, before, taken }: { runs: readonly Run[]; before: Int32Array; taken: Uint8Array },
): Run[] {
  const chain: Run[] = [];
  for (let at = end; at >= 0 && taken[at] === 0; at = before[at]!) {
    chain.push(runs[at]!);
    taken[at] = 1;
  }
  return withoutOverlaps(chain.reverse());
}

/** The parts of a chain's runs that no better chain covers, up to the first gap that this makes too wide. */
function free(chain: readonly Run[], used: Used): Run[] {
  const parts = chain.flatMap((run) => freePart(run, used));
  const at = parts.findIndex(
    (run, index) => index > 0 && linkScore(parts[index - 1]!, run) === Number.NEGATIVE_INFINITY,
  );
  return at < 0 ? parts : parts.slice(0, at);
}

/** What a run adds to a chain that ends in another: its words that do not overlap, less the cost of the gap. */
function linkScore(from: Run, to: Run): number {
  const gapA = to.a - from.a - from.length;
  const gapB = to.b - from.b - from.length;
  if (gapA > GAP || gapB > GAP || to.a <= from.a || to.b <= from.b) return Number.NEGATIVE_INFINITY;
  const overlap = Math.max(0, -gapA, -gapB);
  if (overlap >= to.length) return Number.NEGATIVE_INFINITY;
  const widest = Math.max(gapA, gapB, 0);
  return to.length - overlap - SHIFT_COST * Math.abs(gapA - gapB) - GAP_COST * widest;
}

function withoutOverlaps(chain: readonly Run[]): Run[] {
  const apart: Run[] = [];
  for (const run of chain) {
    const last = apart[apart.length - 1];
    const overlap =
      last === undefined ? 0 : Math.max(0, last.a + last.length - run.a, last.b + last.length - run.b);
    if (overlap < run.length)
      apart.push({ a: run.a + overlap, b: run.b + overlap, length: run.length - overlap });
  }
  return apart;
}

interface Used {
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

/** Everything from a chain's first word to its last is taken, gaps included. */
function mark(chain: readonly Run[], used: Used): void {
  const first = chain[0]!;
  const last = chain[chain.length - 1]!;
  used.a.fill(1, first.a, last.a + last.length);
  used.b.fill(1, first.b, last.b + last.length);
}

/** The longest part of a run that no chain has taken, if it is long enough to be a seed. */
function freePart(run: Run, used: Used): Run[] {
  let best: Run | undefined;
  let from = 0;
  for (let at = 0; at <= run.length; at += 1) {
    const isFree = at < run.length && used.a[run.a + at] === 0 && used.b[run.b + at] === 0;
    if (isFree) continue;
    if (at - from >= 3 && (best === undefined || at - from > best.length))
      best = { a: run.a + from, b: run.b + from, length: at - from };
    from = at + 1;
  }
  return best === undefined ? [] : [best];
}
