// Dropout: single floats of hidden layers, and between recurrent layers the same columns for a whole sentence (Gal and Ghahramani 2016).
import type { Arena } from '../network/arena.js';

/** Where a matrix lies, and its sentences. */
interface Place {
  readonly position: number;
  readonly count: number;
  readonly columns: number;
  readonly starts: ArrayLike<number>;
}

/** Masks of one batch by the name of the place. */
export class Dropout {
  readonly #masks = new Map<string, number>();

  constructor(
    readonly arena: Arena,
    readonly random: () => number,
    readonly rates: { readonly input: number; readonly state: number; readonly hidden: number },
  ) {}

  /** Multiplies a matrix with a fresh mask. */
  apply(name: string, { position, count, columns, starts }: Place): void {
    const state = name.startsWith('state');
    const rate = state ? this.rates.state : name === 'input' ? this.rates.input : this.rates.hidden;
    const { floats } = this.arena;
    const mask = this.arena.take(count * columns);
    const from = mask >> 2;
    const keep = 1 / (1 - rate);
    if (state) {
      for (let s = 0; s + 1 < starts.length; s += 1) {
        const first = from + starts[s]! * columns;
        for (let column = 0; column < columns; column += 1)
          floats[first + column] = this.random() < rate ? 0 : keep;
        for (let row = starts[s]! + 1; row < starts[s + 1]!; row += 1)
          floats.copyWithin(from + row * columns, first, first + columns);
      }
    } else {
      for (let at = from; at < from + count * columns; at += 1) floats[at] = this.random() < rate ? 0 : keep;
    }
    this.#masks.set(name, mask);
    this.back(name, position, count * columns);
  }

  /** Multiplies a gradient with the mask of its place. */
  back(name: string, gradient: number, count: number): void {
    const { floats } = this.arena;
    const mask = this.#masks.get(name)! >> 2;
    for (let at = 0; at < count; at += 1) floats[(gradient >> 2) + at]! *= floats[mask + at]!;
  }
}
