// The averaged perceptron with a margin (Collins 2002) for yes-or-no questions over hashed features.
import { type Features, Linear } from '../linear.js';

/** Answers that are right by less than this are learnt from too. */
const MARGIN = 4;

/** Learns one {@link Linear}. */
export class Questioner {
  readonly #weights: Float32Array;
  readonly #sums: Float64Array;
  readonly #model: Linear;
  #clock = 1;

  constructor(readonly size: number) {
    this.#weights = new Float32Array(size);
    this.#sums = new Float64Array(size);
    this.#model = new Linear(this.#weights);
  }

  /** Answers, and learns where the answer was wrong or hardly right. */
  learn(features: Features, yes: boolean): void {
    this.#clock += 1;
    const score = this.#model.score(features);
    if (yes ? score > MARGIN : score < -MARGIN) return;
    const step = yes ? 1 : -1;
    for (let at = 0; at < features.count; at += 1) {
      const slot = features.values[at]! & (this.size - 1);
      this.#weights[slot]! += step;
      this.#sums[slot]! += step * this.#clock;
    }
  }

  /** The averaged weights as bytes; the largest thousandth is clipped. */
  finish(): Int8Array {
    const averaged = this.#weights.map((weight, slot) => weight - this.#sums[slot]! / this.#clock);
    const sizes = averaged
      .filter((weight) => weight !== 0)
      .map(Math.abs)
      .sort();
    const top = sizes[Math.floor(sizes.length * 0.999)] ?? 1;
    return Int8Array.from(averaged, (weight) =>
      Math.max(-127, Math.min(127, Math.round((weight / top) * 127))),
    );
  }
}
