// Tables of vectors while they are trained: only rows that a batch touched are stepped.
import type { Arena } from '../network/arena.js';
import type { Table } from '../network/network.js';

/** Rows of floats with their gradients and the optimiser's moments. */
export class TrainTable implements Table {
  readonly #weights: number;
  readonly #gradients: number;
  readonly #means: number;
  readonly #variances: number;
  readonly #touched: number[] = [];
  readonly #marked: Uint8Array;

  constructor(
    readonly arena: Arena,
    readonly rows: number,
    readonly columns: number,
  ) {
    const take = (): number => arena.zeros(rows * columns);
    this.#weights = take();
    this.#gradients = take();
    this.#means = take();
    this.#variances = take();
    this.#marked = new Uint8Array(rows);
  }

  /** The floats of a row, to read or to set. */
  row(index: number): Float32Array {
    const from = (this.#weights >> 2) + index * this.columns;
    return this.arena.floats.subarray(from, from + this.columns);
  }

  /** The floats of all rows. */
  get all(): Float32Array {
    const from = this.#weights >> 2;
    return this.arena.floats.subarray(from, from + this.rows * this.columns);
  }

  addRow(target: number, row: number, alpha: number): void {
    this.arena.kernels.axpy(target, this.#weights + row * this.columns * 4, this.columns, alpha);
  }

  addGradient(row: number, source: number, alpha: number): void {
    if (this.#marked[row] === 0) {
      this.#marked[row] = 1;
      this.#touched.push(row);
    }
    this.arena.kernels.axpy(this.#gradients + row * this.columns * 4, source, this.columns, alpha);
  }

  /** One step of Adam on the touched rows. */
  step(rate: number, betas: readonly [number, number]): void {
    const { kernels } = this.arena;
    for (const row of this.#touched) {
      const at = row * this.columns * 4;
      kernels.adam(
        this.#weights + at,
        this.#gradients + at,
        this.#means + at,
        this.#variances + at,
        this.columns,
        rate,
        ...betas,
      );
      this.#marked[row] = 0;
    }
    this.#touched.length = 0;
  }
}
