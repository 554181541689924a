// The network: words as sums of vectors, recurrent layers in both directions, and heads for tags, names, arcs and relations.
//
// Layers are simple recurrent units (Lei et al. 2018): all products of matrices are done for the whole batch, what runs
// along the sentence is element by element. Arcs are biaffine (Dozat and Manning 2017).
import type { Arena } from './arena.js';
import { type DenseLayout, type Layout, layoutOf, type Matrix, padded, type Shape } from './shape.js';

/** Sentences as the network takes them, one after the other. */
export interface Batch {
  /** Word index at which each sentence starts; one more entry for the end. */
  readonly starts: ArrayLike<number>;
  /** Row of each word in the table of words, -1 for one that it lacks. */
  readonly words: ArrayLike<number>;
  /** Rows of letter groups, those of word `i` from `letterStarts[i]` to `letterStarts[i + 1]`. */
  readonly letters: ArrayLike<number>;
  readonly letterStarts: ArrayLike<number>;
}

/** A table of vectors. */
export interface Table {
  /** Adds `alpha` times a row to the floats at a byte position. */
  addRow(target: number, row: number, alpha: number): void;
}

/** Byte positions of what a pass computed; matrices have a row a word unless said otherwise. */
export interface Activations {
  readonly count: number;
  readonly input: number;
  /** The input of every layer, then the output of the last; 2·width columns. */
  readonly states: readonly number[];
  readonly layers: readonly { readonly gates: number; readonly cells: number }[];
  readonly tagHidden: number;
  readonly nameHidden: number;
  readonly dependent: number;
  readonly head: number;
  readonly labelDependent: number;
  readonly labelHead: number;
}

/** What training does between layers: drops out, in place. `name` tells the places apart. */
export type Drop = (name: string, position: number, columns: number) => void;

/** Weights in an arena, and the passes over them. */
export class Network {
  readonly layout: Layout;
  /** Byte position of the weights. */
  readonly weights: number;
  readonly zero: number;

  constructor(
    readonly arena: Arena,
    readonly shape: Shape,
    readonly wordTable: Table,
    readonly letterTable: Table,
  ) {
    this.layout = layoutOf(shape);
    this.weights = arena.zeros(this.layout.size);
    this.zero = arena.zeros(Math.max(shape.width, 8));
  }

  /** Byte position of a matrix. */
  at(matrix: Matrix): number {
    return this.weights + matrix.offset * 4;
  }

  /** Runs the shared layers and the first layer of every head. */
  forward(batch: Batch, drop?: Drop): Activations {
    const { arena, shape, layout } = this;
    const count = batch.words.length;
    const both = 2 * shape.width;
    const input = this.#input(batch);
    drop?.('input', input, shape.word + shape.letters);
    const states = [this.dense(input, count, layout.input)];
    drop?.('state0', states[0]!, both);
    const layers = layout.layers.map((_, layer) => {
      const gates = arena.zeros(count * 6 * shape.width);
      const cells = arena.take(count * both);
      const output = arena.take(count * both);
      this.#layer(layer, batch.starts, { input: states[layer]!, gates, cells, output });
      drop?.(`state${layer + 1}`, output, both);
      states.push(output);
      return { gates, cells };
    });
    const top = states[states.length - 1]!;
    const hidden = (name: string, from: DenseLayout): number => {
      const made = this.dense(top, count, from);
      rectify(arena.floats, made, count * from.weights.columns);
      drop?.(name, made, from.weights.columns);
      return made;
    };
    return {
      ...{ count, input, states, layers },
      tagHidden: hidden('tagHidden', layout.tagHidden),
      nameHidden: hidden('nameHidden', layout.nameHidden),
      dependent: hidden('dependent', layout.dependent),
      head: hidden('head', layout.head),
      labelDependent: this.dense(top, count, layout.labelDependent),
      labelHead: this.dense(top, count, layout.labelHead),
    };
  }

  /** input·weights + bias. */
  dense(input: number, count: number, { weights, bias }: DenseLayout): number {
    const { arena } = this;
    const { rows, columns } = weights;
    const made = arena.take(count * columns);
    fillRows(arena.floats, { source: this.at(bias) >> 2, target: made >> 2, count, columns });
    arena.multiply(input, this.at(weights), made, count, rows, columns);
    return made;
  }

  /**
   * The scores of the words of one sentence as heads of each other: a row a dependent, a column a head, column 0 the root;
   * `heads` holds the head vectors, the root's first, and is filled up with zeros to `columns` rows.
   */
  arcScores(
    { dependent, head }: Activations,
    from: number,
    to: number,
  ): { scores: number; columns: number; heads: number; queries: number } {
    const { arena, layout, shape } = this;
    const width = shape.arcWidth;
    const count = to - from;
    const columns = padded(count + 1);
    const { floats } = arena;
    const heads = arena.zeros(columns * width);
    floats.copyWithin(heads >> 2, this.at(layout.root) >> 2, (this.at(layout.root) >> 2) + width);
    floats.copyWithin((heads >> 2) + width, (head >> 2) + from * width, (head >> 2) + to * width);
    const transposed = arena.zeros(width * columns);
    transpose(floats, heads, transposed, { rows: count + 1, columns: width, stride: columns });
    const queries = arena.zeros(count * width);
    arena.multiply(dependent + from * width * 4, this.at(layout.arcs), queries, count, width, width);
    const bias = arena.zeros((count + 1) * 8);
    arena.multiply(heads, this.at(layout.headBias), bias, count + 1, width, 8);
    const scores = arena.zeros(count * columns);
    for (let row = 0; row < count; row += 1)
      for (let column = 0; column <= count; column += 1)
        floats[(scores >> 2) + row * columns + column] = floats[(bias >> 2) + column * 8]!;
    arena.multiply(queries, transposed, scores, count, width, columns);
    return { scores, columns, heads, queries };
  }

  /** The hidden layer of relations for words with these heads (word index in the batch, -1 for the root). */
  labelHidden({ labelDependent, labelHead, count }: Activations, heads: ArrayLike<number>): number {
    const { arena, layout, shape } = this;
    const width = shape.labelWidth;
    const { floats } = arena;
    const made = arena.take(count * width);
    for (let word = 0; word < count; word += 1) {
      const own = (labelDependent >> 2) + word * width;
      const head = heads[word]!;
      const other = head < 0 ? this.at(layout.labelRoot) >> 2 : (labelHead >> 2) + head * width;
      const target = (made >> 2) + word * width;
      for (let column = 0; column < width; column += 1) {
        const sum = floats[own + column]! + floats[other + column]!;
        floats[target + column] = sum > 0 ? sum : 0;
      }
    }
    return made;
  }

  #input({ words, letters, letterStarts }: Batch): number {
    const { arena, shape } = this;
    const columns = shape.word + shape.letters;
    const made = arena.zeros(words.length * columns);
    for (let word = 0; word < words.length; word += 1) {
      const target = made + word * columns * 4;
      const row = words[word]!;
      if (row >= 0) this.wordTable.addRow(target, row, 1);
      const from = letterStarts[word]!;
      const to = letterStarts[word + 1]!;
      const share = 1 / Math.sqrt(to - from);
      for (let at = from; at < to; at += 1)
        this.letterTable.addRow(target + shape.word * 4, letters[at]!, share);
    }
    return made;
  }

  #layer(
    layer: number,
    starts: ArrayLike<number>,
    { input, gates, cells, output }: { input: number; gates: number; cells: number; output: number },
  ): void {
    const { width } = this.shape;
    const { weights, forward, backward } = this.layout.layers[layer]!;
    const { kernels } = this.arena;
    const row = 2 * width * 4;
    const gateRow = 3 * row;
    const count = starts[starts.length - 1]!;
    this.arena.multiply(input, this.at(weights), gates, count, 2 * width, 6 * width);
    for (let sentence = 0; sentence + 1 < starts.length; sentence += 1) {
      const from = starts[sentence]!;
      const to = starts[sentence + 1]!;
      const steps = to - from;
      kernels.recur(
        gates + from * gateRow,
        gateRow,
        input + from * row,
        row,
        this.at(forward),
        output + from * row,
        row,
        cells + from * row,
        row,
        this.zero,
        steps,
        width,
      );
      const last = (to - 1) * row + width * 4;
      kernels.recur(
        gates + (to - 1) * gateRow + width * 12,
        -gateRow,
        input + last,
        -row,
        this.at(backward),
        output + last,
        -row,
        cells + last,
        -row,
        this.zero,
        steps,
        width,
      );
    }
  }
}

/** Writes the same row so many times, each time as many rows as are there already. */
function fillRows(
  floats: Float32Array,
  { source, target, count, columns }: { source: number; target: number; count: number; columns: number },
): void {
  if (count === 0) return;
  floats.copyWithin(target, source, source + columns);
  for (let done = 1; done < count; done *= 2)
    floats.copyWithin(target + done * columns, target, target + Math.min(done, count - done) * columns);
}

/** Sets negative floats to zero, in place. */
function rectify(floats: Float32Array, position: number, count: number): void {
  const from = position >> 2;
  for (let at = from; at < from + count; at += 1) if (floats[at]! < 0) floats[at] = 0;
}

/** Copies a matrix with rows and columns exchanged; `stride` is the width of the target. */
export function transpose(
  floats: Float32Array,
  source: number,
  target: number,
  { rows, columns, stride }: { rows: number; columns: number; stride: number },
): void {
  for (let row = 0; row < rows; row += 1) {
    const from = (source >> 2) + row * columns;
    for (let column = 0; column < columns; column += 1)
      floats[(target >> 2) + column * stride + row] = floats[from + column]!;
  }
}
