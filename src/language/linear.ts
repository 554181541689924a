// A yes or no from hashed features: one weight a feature, no more; small enough to ask at every gap between words.

/** Mixes numbers into the hash of a feature. */
export function mix(seed: number, a: number, b = 0, c = 0): number {
  let value = Math.imul(seed + 0x9e3779b1, 0x85ebca6b) ^ a;
  value = Math.imul(value ^ (value >>> 15), 0xc2b2ae35) ^ b;
  value = Math.imul(value ^ (value >>> 13), 0x27d4eb2f) ^ c;
  value = Math.imul(value ^ (value >>> 16), 0x165667b1);
  return (value ^ (value >>> 15)) >>> 0;
}

/** Features of one question, written over for the next. */
export class Features {
  readonly values = new Uint32Array(64);
  count = 0;

  add(value: number): void {
    this.values[this.count++] = value;
  }
}

/** Weights in a table whose size is a power of two; collisions are lived with. */
export class Linear {
  constructor(readonly weights: Int8Array | Float32Array) {}

  /** Positive for yes. */
  score({ values, count }: Features): number {
    const mask = this.weights.length - 1;
    let sum = 0;
    for (let at = 0; at < count; at += 1) sum += this.weights[values[at]! & mask]!;
    return sum;
  }
}
