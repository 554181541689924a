// The best tree against all trees of short sentences, and against noise.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTree, isTree } from './tree.js';

const arcs = (values: readonly number[], count: number) => ({
  floats: Float32Array.from(values),
  from: 0,
  columns: count + 1,
  count,
});

function allHeads(count: number): number[][] {
  let found: number[][] = [[]];
  for (let word = 0; word < count; word += 1)
    found = found.flatMap((heads) => Array.from({ length: count + 1 }, (_, head) => [...heads, head]));
  return found.filter((heads) => heads.every((head, at) => head !== at + 1) && isTree(heads));
}

const scored = (count: number) =>
  fc.array(fc.integer({ min: -50, max: 50 }), {
    minLength: count * (count + 1),
    maxLength: count * (count + 1),
  });

describe('bestTree', () => {
  it.each([1, 2, 3, 4])('finds the best of all trees of %i words', (count) => {
    const trees = allHeads(count);
    const sum = (values: readonly number[], heads: ArrayLike<number>): number =>
      Array.from(heads).reduce((total, head, at) => total + values[at * (count + 1) + head]!, 0);
    fc.assert(
      fc.property(scored(count), (values) => {
        const best = Math.max(...trees.map((heads) => sum(values, heads)));
        expect(sum(values, bestTree(arcs(values, count)))).toBe(best);
      }),
    );
  });

  it('gives one tree with one root whatever the scores', () => {
    const any = fc.integer({ min: 1, max: 24 }).chain((count) =>
      fc.tuple(
        fc.constant(count),
        fc.array(fc.oneof(fc.float(), fc.constant(Number.NaN)), {
          minLength: count * (count + 1),
          maxLength: count * (count + 1),
        }),
      ),
    );
    fc.assert(
      fc.property(any, ([count, values]) => {
        expect(isTree(bestTree(arcs(values, count)))).toBe(true);
      }),
    );
  });
});

describe('isTree', () => {
  it('refuses cycles, several roots and none', () => {
    expect(isTree([0, 1, 2])).toBe(true);
    expect(isTree([0, 0])).toBe(false);
    expect(isTree([0, 3, 2])).toBe(false);
    expect(isTree([2, 1])).toBe(false);
  });
});
