// A table from hashes to small numbers, laid out in one array: no strings, no objects, found in a step or two.

const EMPTY = -1;

/** Hash of 32 bits -> number of 0 or more. */
export class Lookup {
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** `hashes` go to the numbers at the same place, their own place where none are given. */
  constructor(hashes: Uint32Array, values?: ArrayLike<number>) {
    let size = 16;
    while (size < hashes.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2);
    for (let at = 1; at < this.#slots.length; at += 2) this.#slots[at] = EMPTY;
    hashes.forEach((hash, at) => {
      let slot = hash & this.#mask;
      while (this.#slots[slot * 2 + 1] !== EMPTY && this.#slots[slot * 2] !== (hash | 0))
        slot = (slot + 1) & this.#mask;
      if (this.#slots[slot * 2 + 1] !== EMPTY) return;
      this.#slots[slot * 2] = hash | 0;
      this.#slots[slot * 2 + 1] = values?.[at] ?? at;
    });
  }

  /** The number of a hash, -1 for one that is not there. */
  get(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const value = this.#slots[slot * 2 + 1]!;
      if (value === EMPTY || this.#slots[slot * 2] === (hash | 0)) return value;
      slot = (slot + 1) & this.#mask;
    }
  }
}
