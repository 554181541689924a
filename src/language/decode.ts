// From what the network computed to labels: the best tag, tree, relations and names of every sentence.
import { bestNames, type NameSpan } from './labels.js';
import type { Batch, Network } from './network/network.js';
import { bestTree } from './network/tree.js';

/** The labels of one sentence as numbers; heads from 1, 0 for the root. */
export interface Decoded {
  readonly tags: Int32Array;
  readonly features: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly names: readonly NameSpan[];
}

/** Runs the network over a batch; everything it took of the arena is given back. */
export function decode(network: Network, batch: Batch): Decoded[] {
  const { arena, layout, shape } = network;
  const mark = arena.mark;
  const act = network.forward(batch);
  const best = (hidden: number, dense: typeof layout.tags, classes: number): Int32Array => {
    const logits = network.dense(hidden, act.count, dense);
    return bestOf(arena.floats, {
      from: logits >> 2,
      columns: dense.weights.columns,
      count: act.count,
      classes,
    });
  };
  const tags = best(act.tagHidden, layout.tags, shape.tags);
  const features = best(act.tagHidden, layout.features, shape.features);
  const names = network.dense(act.nameHidden, act.count, layout.names);
  const heads = new Int32Array(act.count);
  for (let s = 0; s + 1 < batch.starts.length; s += 1) {
    const from = batch.starts[s]!;
    const to = batch.starts[s + 1]!;
    const inner = arena.mark;
    const { scores, columns } = network.arcScores(act, from, to);
    heads.set(bestTree({ floats: arena.floats, from: scores >> 2, columns, count: to - from }), from);
    arena.release(inner);
  }
  const relations = best(
    network.labelHidden(act, inBatch(heads, batch.starts)),
    layout.relations,
    shape.relations,
  );
  const found = Array.from({ length: batch.starts.length - 1 }, (_, s) => {
    const from = batch.starts[s]!;
    const to = batch.starts[s + 1]!;
    const columns = layout.names.weights.columns;
    return {
      tags: tags.slice(from, to),
      features: features.slice(from, to),
      heads: heads.slice(from, to),
      relations: relations.slice(from, to),
      names: bestNames(arena.floats, { from: (names >> 2) + from * columns, columns, count: to - from }),
    };
  });
  arena.release(mark);
  return found;
}

/** Heads as word indices of the batch, -1 for the root. */
function inBatch(heads: Int32Array, starts: ArrayLike<number>): Int32Array {
  const found = new Int32Array(heads.length);
  for (let s = 0; s + 1 < starts.length; s += 1)
    for (let at = starts[s]!; at < starts[s + 1]!; at += 1)
      found[at] = heads[at] === 0 ? -1 : starts[s]! + heads[at]! - 1;
  return found;
}

function bestOf(
  floats: Float32Array,
  { from, columns, count, classes }: { from: number; columns: number; count: number; classes: number },
): Int32Array {
  const best = new Int32Array(count);
  for (let row = 0; row < count; row += 1) {
    const base = from + row * columns;
    let top = base;
    for (let at = base + 1; at < base + classes; at += 1) if (floats[at]! > floats[top]!) top = at;
    best[row] = top - base;
  }
  return best;
}
