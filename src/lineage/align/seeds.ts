// Seeds: the runs of three or more words that two texts share, found by one look-up table over the first text.
import { runHash } from '../text/hash.js';
import type { Words } from '../text/words.js';

/** Words in a row that make a seed. */
const SEED = 3;
/** The same in long texts, where runs of three are mostly chance. */
const LONG_SEED = 5;
const LONG = 2_000;
/** A run of three that stands more often than this in a text ("of the United") begins no seed. */
const MOST = 6;
/** Seeds of one pair of texts: work is bounded, and what is left out is noise. */
const MOST_SEEDS = 4_000;

/** Runs shared: from word `a[k]` of the first text and `b[k]` of the second, `length[k]` words, in the order of `b`. */
export interface Seeds {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly length: Int32Array;
  readonly count: number;
}

/** A look-up table of the runs of three of a text. */
export interface SeedTable {
  readonly words: Words;
  readonly heads: Int32Array;
  readonly next: Int32Array;
  readonly mask: number;
}

const scratch = {
  a: new Int32Array(MOST_SEEDS),
  b: new Int32Array(MOST_SEEDS),
  length: new Int32Array(MOST_SEEDS),
};

/** The table of a text, made once and used against every candidate. */
export function seedTable(words: Words): SeedTable {
  const count = Math.max(0, words.hashes.length - SEED + 1);
  let size = 16;
  while (size < count * 2) size *= 2;
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(count);
  for (let at = count - 1; at >= 0; at -= 1) {
    const slot = runHash(words.hashes, at, SEED) & (size - 1);
    next[at] = heads[slot]!;
    heads[slot] = at;
  }
  return { words, heads, next, mask: size - 1 };
}

/** The seeds of a text against a table. The arrays are used again by the next call. */
export function seedsOf({ words: first, heads, next, mask }: SeedTable, second: Words): Seeds {
  const { a, b, length } = scratch;
  const least = Math.max(first.hashes.length, second.hashes.length) > LONG ? LONG_SEED : SEED;
  let count = 0;
  const last = second.hashes.length - SEED;
  for (let j = 0; j <= last && count < MOST_SEEDS; j += 1) {
    let tries = 0;
    for (let i = heads[runHash(second.hashes, j, SEED) & mask]!; i >= 0; i = next[i]!) {
      if (i > 0 && j > 0 && first.hashes[i - 1] === second.hashes[j - 1]) continue;
      const run = runLength(first.hashes, i, { words: second.hashes, at: j });
      if (run < least) continue;
      tries += 1;
      if (tries > MOST || count === MOST_SEEDS) break;
      a[count] = i;
      b[count] = j;
      length[count] = run;
      count += 1;
    }
  }
  return { a, b, length, count };
}

function runLength(first: Uint32Array, i: number, second: { words: Uint32Array; at: number }): number {
  let length = 0;
  const { words, at } = second;
  while (i + length < first.length && at + length < words.length && first[i + length] === words[at + length])
    length += 1;
  return length;
}
