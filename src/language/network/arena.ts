// Memory for the kernels: a stretch that stays (weights) and a stretch that is used anew for every batch.
import { EntenteError } from '../../base/error.js';
import { type Kernels, kernelsOn } from '../kernel/kernels.js';

const PAGE = 65_536;
/** Longer inner sums are done in parts. */
const LONGEST_INNER = 512;

/** A WebAssembly memory handed out from its start; positions are in bytes and multiples of 16. */
export class Arena {
  readonly kernels: Kernels;
  readonly floats: Float32Array;
  readonly bytes: Int8Array;
  /** Room for the panels of `gemm`. */
  readonly #panel: number;
  #next = 16;
  readonly #size: number;

  /** `size` in bytes, fixed for good, so that views never go stale. */
  constructor(size: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
    this.#size = memory.buffer.byteLength;
    this.kernels = kernelsOn(memory);
    this.floats = new Float32Array(memory.buffer);
    this.bytes = new Int8Array(memory.buffer);
    this.#panel = this.take(8 * LONGEST_INNER);
  }

  /** C += A·B over row-major matrices at byte positions: `m`×`k` by `k`×`n`, `n` a multiple of 8. */
  multiply(a: number, b: number, c: number, m: number, k: number, n: number): void {
    for (let from = 0; from < k; from += LONGEST_INNER) {
      const inner = Math.min(LONGEST_INNER, k - from);
      this.kernels.gemm(a + from * 4, k * 4, b + from * n * 4, n * 4, c, n * 4, m, inner, n, this.#panel);
    }
  }

  /** Room for so many floats; throws `too-large` where there is none left. */
  take(floats: number): number {
    return this.takeBytes(floats * 4);
  }

  takeBytes(count: number): number {
    const at = this.#next;
    this.#next = (at + count + 15) & ~15;
    if (this.#next > this.#size)
      throw new EntenteError('too-large', `a batch needs more than ${this.#size} bytes`);
    return at;
  }

  /** Room for so many floats, all zero. */
  zeros(floats: number): number {
    const at = this.take(floats);
    this.floats.fill(0, at >> 2, (at >> 2) + floats);
    return at;
  }

  /** How far it is handed out; give it to {@link release} to take back everything after it. */
  get mark(): number {
    return this.#next;
  }

  release(mark: number): void {
    this.#next = mark;
  }
}
