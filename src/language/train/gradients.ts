// Gradients beside the weights of a network, and how dense layers and classifiers add to them.
import { type Network, transpose } from '../network/network.js';
import type { DenseLayout, Matrix } from '../network/shape.js';
import { softmaxGradient } from './loss.js';

/** What a classifier is trained to say, and how much its task counts. */
export interface Wanted {
  /** By row, -1 where nothing is known. */
  readonly wanted: ArrayLike<number>;
  readonly classes: number;
  readonly weight: number;
}

/** The gradients of all weights; positions are bytes in the arena of the network. */
export class Gradients {
  /** Where they begin, laid out as the weights. */
  readonly start: number;
  readonly #transposed: number;

  constructor(readonly network: Network) {
    const { arena, layout } = network;
    this.start = arena.zeros(layout.size);
    this.#transposed = arena.zeros(layout.size);
  }

  /** The transposes that one step needs; call it after every change of the weights. */
  refresh(): void {
    const { arena, layout, weights } = this.network;
    for (const { offset, rows, columns } of layout.matrices)
      if (rows > 1)
        transpose(arena.floats, weights + offset * 4, this.#transposed + offset * 4, {
          rows,
          columns,
          stride: rows,
        });
  }

  /** Where the gradient of a matrix begins. */
  of(matrix: Matrix): number {
    return this.start + matrix.offset * 4;
  }

  /** Where the transposed weights of a matrix begin. */
  turned(matrix: Matrix): number {
    return this.#transposed + matrix.offset * 4;
  }

  /** Adds to the gradients of weights and bias, and to that of the input. */
  dense(input: number, dOutput: number, count: number, { weights, bias }: DenseLayout, dInput: number): void {
    const { rows, columns } = weights;
    const { arena } = this.network;
    this.weights(input, dOutput, count, weights);
    const target = this.of(bias);
    for (let row = 0; row < count; row += 1)
      arena.kernels.axpy(target, dOutput + row * columns * 4, columns, 1);
    arena.multiply(dOutput, this.turned(weights), dInput, count, columns, rows);
  }

  /** Adds to the gradient of weights alone. */
  weights(input: number, dOutput: number, count: number, weights: Matrix): void {
    const { rows, columns } = weights;
    const { arena } = this.network;
    const mark = arena.mark;
    const turned = arena.take(rows * count);
    transpose(arena.floats, input, turned, { rows: count, columns: rows, stride: count });
    arena.multiply(turned, dOutput, this.of(weights), rows, count, columns);
    arena.release(mark);
  }

  /** Cross-entropy of one classifier over a hidden layer; adds to the gradient of that layer. */
  classify(
    hidden: number,
    dHidden: number,
    count: number,
    dense: DenseLayout,
    { wanted, classes, weight }: Wanted,
  ): number {
    const { arena } = this.network;
    const columns = dense.weights.columns;
    const mark = arena.mark;
    const logits = this.network.dense(hidden, count, dense);
    let loss = 0;
    for (let row = 0; row < count; row += 1)
      loss += softmaxGradient(arena.floats, (logits >> 2) + row * columns, {
        classes,
        columns,
        wanted: wanted[row]!,
        weight: weight / count,
      });
    this.dense(hidden, logits, count, dense, dHidden);
    arena.release(mark);
    return loss;
  }
}
