// What a stretch of text looks like, as numbers for the linear models.
import { mix } from '../linear.js';
import { hash } from '../network/hash.js';

/** Hashes of what an atom or token looks like. */
export interface Looks {
  readonly form: Uint32Array;
  readonly shape: Uint32Array;
}

/** The look of what lies outside. */
export const EDGE = 7;

/** Looks of stretches of the shadow: lower-case form, and a pattern of length and capitals. */
export function looksOf(shadow: string, starts: Int32Array, ends: Int32Array, count: number): Looks {
  const form = new Uint32Array(count);
  const shape = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const text = shadow.slice(starts[at]!, ends[at]!);
    const lower = text.toLowerCase();
    form[at] = /^\p{N}/u.test(lower) ? mix(1, Math.min(lower.length, 5)) : hash(lower, 3);
    const first =
      text === lower
        ? 0
        : text[0] !== lower[0]
          ? text === text.toUpperCase() && text.length > 1
            ? 3
            : 1
          : 2;
    const sign = /[\p{L}\p{N}]/u.test(text) ? (/^\p{N}/u.test(text) ? 1 : 2) : 3;
    shape[at] = mix(2, first * 64 + sign * 16 + Math.min(text.length, 6));
  }
  return { form, shape };
}

/** A look, or that of the edge. */
export const look = (list: Uint32Array, at: number): number =>
  at < 0 || at >= list.length ? EDGE : list[at]!;
