// Trains the network: batches of sentences, Adam with a rate that rises and then falls to nothing.
import { Arena } from '../network/arena.js';
import { type Batch, Network } from '../network/network.js';
import type { Shape } from '../network/shape.js';
import { Backward, type Targets } from './backward.js';
import { Dropout } from './dropout.js';
import type { Encoded } from './examples.js';
import { randomFrom, shuffled } from './random.js';
import { TrainTable } from './table.js';

/** How training goes; all of it is in the model's card. */
export interface TrainingPlan {
  readonly epochs: number;
  /** Words a batch. */
  readonly batch: number;
  readonly rate: number;
  /** Rows of the table of letter groups, a power of two. */
  readonly letterRows: number;
  readonly dropout: { readonly input: number; readonly state: number; readonly hidden: number };
  /** A word seen n times in training loses its vector with probability a / (a + n). */
  readonly wordDropout: number;
  readonly seed: number;
}

/** A sentence ready for the network. */
export interface Prepared {
  readonly forms: readonly string[];
  readonly words: Int32Array;
  readonly letters: readonly Int32Array[];
  readonly wanted: Encoded;
}

const BETAS: readonly [number, number] = [0.9, 0.95];
const LONGEST_NORM = 5;
const WARM_UP = 300;
const MEGABYTE = 1 << 20;

/** A network under training. */
export class Trainer {
  readonly network: Network;
  readonly words: TrainTable;
  readonly letters: TrainTable;
  readonly #backward: Backward;
  readonly #means: number;
  readonly #variances: number;
  readonly #mark: number;
  readonly #random: () => number;
  readonly #dropout: Dropout;
  #step = 0;

  constructor(
    readonly shape: Shape,
    readonly plan: TrainingPlan,
    wordCount: number,
  ) {
    const arena = new Arena((wordCount * shape.word + plan.letterRows * shape.letters) * 16 + 400 * MEGABYTE);
    this.words = new TrainTable(arena, wordCount, shape.word);
    this.letters = new TrainTable(arena, plan.letterRows, shape.letters);
    this.network = new Network(arena, shape, this.words, this.letters);
    this.#backward = new Backward(this.network, this.words, this.letters);
    this.#means = arena.zeros(this.network.layout.size);
    this.#variances = arena.zeros(this.network.layout.size);
    this.#mark = arena.mark;
    this.#random = randomFrom(plan.seed);
    this.#dropout = new Dropout(arena, this.#random, plan.dropout);
    this.#start();
  }

  /** Uniform weights by the size of the layer (Glorot and Bengio 2010), small vectors, forget gates half open. */
  #start(): void {
    const { arena, layout, weights } = this.network;
    for (const { name, offset, rows, columns } of layout.matrices) {
      const from = (weights >> 2) + offset;
      const gate = name.endsWith('.forward') || name.endsWith('.backward');
      if (rows === 1 && !name.endsWith('oot')) continue;
      const range = gate
        ? 0.1
        : Math.sqrt(6 / (rows + (name.startsWith('layer') ? this.shape.width : columns)));
      for (let at = from; at < from + rows * columns; at += 1)
        arena.floats[at] = (this.#random() * 2 - 1) * range;
      if (gate) {
        arena.floats.fill(0.5, from + 2 * columns, from + 3 * columns);
        arena.floats.fill(0, from + 3 * columns, from + 4 * columns);
      }
    }
    for (let row = 0; row < this.plan.letterRows; row += 1) {
      const vector = this.letters.row(row);
      for (let at = 0; at < vector.length; at += 1) vector[at] = (this.#random() * 2 - 1) * 0.3;
    }
  }

  /** Goes over the sentences `plan.epochs` times; `report` is told after each. */
  run(
    sentences: readonly Prepared[],
    counts: ArrayLike<number>,
    report: (epoch: number, loss: number) => void,
  ): void {
    const total = sentences.reduce((sum, { forms }) => sum + forms.length, 0);
    const steps = Math.ceil((total * this.plan.epochs) / this.plan.batch);
    for (let epoch = 1; epoch <= this.plan.epochs; epoch += 1) {
      let loss = 0;
      let batches = 0;
      for (const group of grouped(shuffled(sentences, this.#random), this.plan.batch)) {
        loss += this.#learn(group, counts, steps);
        batches += 1;
      }
      report(epoch, loss / batches);
    }
  }

  #learn(group: readonly Prepared[], counts: ArrayLike<number>, steps: number): number {
    const { arena } = this.network;
    this.#backward.gradients.refresh();
    const { batch, targets } = batchOf(group);
    const words = Int32Array.from(batch.words, (row) => {
      if (row < 0) return row;
      const { wordDropout } = this.plan;
      return this.#random() < wordDropout / (wordDropout + counts[row]!) ? -1 : row;
    });
    const loss = this.#backward.run({ ...batch, words }, targets, this.#dropout);
    arena.release(this.#mark);
    this.#update(steps);
    return loss;
  }

  #update(steps: number): void {
    const { arena, layout, weights } = this.network;
    this.#step += 1;
    const from = this.#backward.gradients.start >> 2;
    let square = 0;
    for (let at = from; at < from + layout.size; at += 1) square += arena.floats[at]! ** 2;
    const norm = Math.sqrt(square);
    if (norm > LONGEST_NORM)
      for (let at = from; at < from + layout.size; at += 1) arena.floats[at]! *= LONGEST_NORM / norm;
    const warm = Math.min(1, this.#step / WARM_UP);
    const rate = this.plan.rate * warm * Math.max(0.02, 1 - this.#step / steps);
    const corrected = (rate * Math.sqrt(1 - BETAS[1] ** this.#step)) / (1 - BETAS[0] ** this.#step);
    arena.kernels.adam(
      weights,
      this.#backward.gradients.start,
      this.#means,
      this.#variances,
      layout.size,
      corrected,
      ...BETAS,
    );
    this.words.step(corrected, BETAS);
    this.letters.step(corrected, BETAS);
  }
}

/** Groups of whole sentences with about so many words each. */
export function* grouped(sentences: readonly Prepared[], words: number): Generator<Prepared[]> {
  let group: Prepared[] = [];
  let count = 0;
  for (const sentence of sentences) {
    group.push(sentence);
    count += sentence.forms.length;
    if (count < words) continue;
    yield group;
    group = [];
    count = 0;
  }
  if (group.length > 0) yield group;
}

/** Sentences side by side, with their targets. */
export function batchOf(group: readonly Prepared[]): { batch: Batch; targets: Targets } {
  const starts = [0];
  const letterStarts = [0];
  const letters: number[] = [];
  const heads: number[] = [];
  for (const { forms, letters: rows, wanted } of group) {
    const base = starts[starts.length - 1]!;
    starts.push(base + forms.length);
    for (const list of rows) {
      letters.push(...list);
      letterStarts.push(letters.length);
    }
    for (const head of wanted.heads) heads.push(head < 0 ? -2 : head === 0 ? -1 : base + head - 1);
  }
  const joined = (pick: (one: Prepared) => Int32Array): number[] => group.flatMap((one) => [...pick(one)]);
  return {
    batch: { starts, words: joined(({ words }) => words), letters, letterStarts },
    targets: {
      tags: joined(({ wanted }) => wanted.tags),
      features: joined(({ wanted }) => wanted.features),
      names: joined(({ wanted }) => wanted.names),
      heads,
      relations: joined(({ wanted }) => wanted.relations),
    },
  };
}
