// The gradient of the network, written out by hand beside each step of the forward pass.
import type { Activations, Batch, Network } from '../network/network.js';
import { transpose } from '../network/network.js';
import type { DenseLayout } from '../network/shape.js';
import type { Dropout } from './dropout.js';
import { Gradients } from './gradients.js';
import { blockNegative, softmaxGradient } from './loss.js';
import type { TrainTable } from './table.js';

/** What is wanted of every word; -1 where nothing is known. Heads are word indices in the batch, -2 for unknown, -1 for the root. */
export interface Targets {
  readonly tags: ArrayLike<number>;
  readonly features: ArrayLike<number>;
  readonly names: ArrayLike<number>;
  readonly heads: ArrayLike<number>;
  readonly relations: ArrayLike<number>;
}

/** How much each task counts. */
export const TASK_WEIGHTS = { tags: 0.6, features: 0.4, names: 1.5, arcs: 1, relations: 1 } as const;

/** Adds the gradient of one batch. */
export class Backward {
  readonly gradients: Gradients;

  constructor(
    readonly network: Network,
    readonly words: TrainTable,
    readonly letters: TrainTable,
  ) {
    this.gradients = new Gradients(network);
  }

  /** Forward and back; gives the mean loss a word. */
  run(batch: Batch, targets: Targets, dropout: Dropout): number {
    const { network } = this;
    const { arena, layout, shape } = network;
    const { width } = shape;
    const act = network.forward(batch, (name, position, columns) =>
      dropout.apply(name, { position, count: batch.words.length, columns, starts: batch.starts }),
    );
    const { count } = act;
    const top = act.states[act.states.length - 1]!;
    let gradient = arena.zeros(count * 2 * width);
    let loss = 0;
    const through = (hidden: number, dHidden: number, name: string, from: DenseLayout): void => {
      const columns = from.weights.columns;
      dropout.back(name, dHidden, count * columns);
      blockNegative(arena.floats, hidden, dHidden, count * columns);
      this.gradients.dense(top, dHidden, count, from, gradient);
    };
    const dTag = arena.zeros(count * shape.tagWidth);
    loss += this.gradients.classify(act.tagHidden, dTag, count, layout.tags, {
      wanted: targets.tags,
      classes: shape.tags,
      weight: TASK_WEIGHTS.tags,
    });
    loss += this.gradients.classify(act.tagHidden, dTag, count, layout.features, {
      wanted: targets.features,
      classes: shape.features,
      weight: TASK_WEIGHTS.features,
    });
    through(act.tagHidden, dTag, 'tagHidden', layout.tagHidden);
    const dName = arena.zeros(count * shape.nameWidth);
    loss += this.gradients.classify(act.nameHidden, dName, count, layout.names, {
      wanted: targets.names,
      classes: shape.names,
      weight: TASK_WEIGHTS.names,
    });
    through(act.nameHidden, dName, 'nameHidden', layout.nameHidden);
    const dDependent = arena.zeros(count * shape.arcWidth);
    const dHead = arena.zeros(count * shape.arcWidth);
    for (let s = 0; s + 1 < batch.starts.length; s += 1) {
      const mark = arena.mark;
      loss += this.#arcs(act, { from: batch.starts[s]!, to: batch.starts[s + 1]! }, targets.heads, {
        dDependent,
        dHead,
      });
      arena.release(mark);
    }
    through(act.dependent, dDependent, 'dependent', layout.dependent);
    through(act.head, dHead, 'head', layout.head);
    loss += this.#relations(act, targets, top, gradient, dropout);
    dropout.back(`state${shape.layers}`, gradient, count * 2 * width);
    for (let layer = shape.layers - 1; layer >= 0; layer -= 1) {
      gradient = this.#layer(layer, batch.starts, act, gradient);
      dropout.back(`state${layer}`, gradient, count * 2 * width);
    }
    this.#input(batch, act.input, gradient, dropout);
    return loss;
  }

  #arcs(
    act: Activations,
    { from, to }: { from: number; to: number },
    heads: ArrayLike<number>,
    { dDependent, dHead }: { dDependent: number; dHead: number },
  ): number {
    if (heads[from] === -2) return 0;
    const { network } = this;
    const { arena, layout, shape } = network;
    const { kernels, floats } = arena;
    const width = shape.arcWidth;
    const count = to - from;
    const { scores, columns, heads: vectors, queries } = network.arcScores(act, from, to);
    let loss = 0;
    for (let row = 0; row < count; row += 1) {
      const head = heads[from + row]!;
      const wanted = head < 0 ? 0 : head - from + 1;
      loss += softmaxGradient(floats, (scores >> 2) + row * columns, {
        classes: count + 1,
        columns,
        wanted,
        weight: TASK_WEIGHTS.arcs / act.count,
      });
    }
    const dQueries = arena.zeros(count * width);
    arena.multiply(scores, vectors, dQueries, count, columns, width);
    const dVectors = arena.zeros((count + 1) * width);
    const turned = arena.take(columns * count);
    transpose(floats, scores, turned, { rows: count, columns, stride: count });
    arena.multiply(turned, queries, dVectors, count + 1, count, width);
    this.#headBias(scores, columns, count, vectors, dVectors);
    const dependents = act.dependent + from * width * 4;
    this.gradients.weights(dependents, dQueries, count, layout.arcs);
    arena.multiply(
      dQueries,
      this.gradients.turned(layout.arcs),
      dDependent + from * width * 4,
      count,
      width,
      width,
    );
    kernels.axpy(this.gradients.of(layout.root), dVectors, width, 1);
    for (let row = 0; row < count; row += 1)
      kernels.axpy(dHead + (from + row) * width * 4, dVectors + (row + 1) * width * 4, width, 1);
    return loss;
  }

  #headBias(dScores: number, columns: number, count: number, vectors: number, dVectors: number): void {
    const { arena, layout, shape } = this.network;
    const { floats, kernels } = arena;
    const width = shape.arcWidth;
    const weights = this.network.at(layout.headBias) >> 2;
    const target = this.gradients.of(layout.headBias) >> 2;
    const column = arena.take(width);
    for (let at = 0; at < width; at += 1) floats[(column >> 2) + at] = floats[weights + at * 8]!;
    for (let head = 0; head <= count; head += 1) {
      let sum = 0;
      for (let row = 0; row < count; row += 1) sum += floats[(dScores >> 2) + row * columns + head]!;
      const vector = (vectors >> 2) + head * width;
      for (let at = 0; at < width; at += 1) floats[target + at * 8]! += sum * floats[vector + at]!;
      kernels.axpy(dVectors + head * width * 4, column, width, sum);
    }
  }

  #relations(act: Activations, targets: Targets, top: number, gradient: number, dropout: Dropout): number {
    const { arena, layout, shape } = this.network;
    const { floats, kernels } = arena;
    const width = shape.labelWidth;
    const { count } = act;
    const hidden = this.network.labelHidden(act, targets.heads);
    dropout.apply('relations', { position: hidden, count, columns: width, starts: [0, count] });
    const dHidden = arena.zeros(count * width);
    const loss = this.gradients.classify(hidden, dHidden, count, layout.relations, {
      ...{ wanted: targets.relations, classes: shape.relations, weight: TASK_WEIGHTS.relations },
    });
    dropout.back('relations', dHidden, count * width);
    blockNegative(floats, hidden, dHidden, count * width);
    const dOther = arena.zeros(count * width);
    for (let word = 0; word < count; word += 1) {
      const head = targets.heads[word]!;
      const target = head < 0 ? this.gradients.of(layout.labelRoot) : dOther + head * width * 4;
      kernels.axpy(target, dHidden + word * width * 4, width, 1);
    }
    this.gradients.dense(top, dHidden, count, layout.labelDependent, gradient);
    this.gradients.dense(top, dOther, count, layout.labelHead, gradient);
    return loss;
  }

  #layer(layer: number, starts: ArrayLike<number>, act: Activations, gradient: number): number {
    const { arena, layout, shape, zero } = this.network;
    const { kernels } = arena;
    const { width } = shape;
    const { weights, forward, backward } = layout.layers[layer]!;
    const { gates, cells } = act.layers[layer]!;
    const input = act.states[layer]!;
    const row = 2 * width * 4;
    const gateRow = 3 * row;
    const dInput = arena.zeros(act.count * 2 * width);
    for (let s = 0; s + 1 < starts.length; s += 1) {
      const first = starts[s]!;
      const last = starts[s + 1]! - 1;
      const steps = last - first + 1;
      const mark = arena.mark;
      kernels.recurBack(
        gates + last * gateRow,
        gateRow,
        input + last * row,
        row,
        this.network.at(forward),
        this.gradients.of(forward),
        gradient + last * row,
        row,
        dInput + last * row,
        row,
        cells + last * row,
        row,
        zero,
        arena.zeros(width),
        steps,
        width,
      );
      const half = first * row + width * 4;
      kernels.recurBack(
        gates + first * gateRow + width * 12,
        -gateRow,
        input + half,
        -row,
        this.network.at(backward),
        this.gradients.of(backward),
        gradient + half,
        -row,
        dInput + half,
        -row,
        cells + half,
        -row,
        zero,
        arena.zeros(width),
        steps,
        width,
      );
      arena.release(mark);
    }
    this.gradients.weights(input, gates, act.count, weights);
    arena.multiply(gates, this.gradients.turned(weights), dInput, act.count, 6 * width, 2 * width);
    return dInput;
  }

  #input({ words, letters, letterStarts }: Batch, input: number, gradient: number, dropout: Dropout): void {
    const { arena, layout, shape } = this.network;
    const columns = shape.word + shape.letters;
    const dInput = arena.zeros(words.length * columns);
    this.gradients.dense(input, gradient, words.length, layout.input, dInput);
    dropout.back('input', dInput, words.length * columns);
    for (let word = 0; word < words.length; word += 1) {
      const source = dInput + word * columns * 4;
      if (words[word]! >= 0) this.words.addGradient(words[word]!, source, 1);
      const to = letterStarts[word + 1]!;
      const share = 1 / Math.sqrt(to - letterStarts[word]!);
      for (let at = letterStarts[word]!; at < to; at += 1)
        this.letters.addGradient(letters[at]!, source + shape.word * 4, share);
    }
  }
}
