// Phrases of the lexicon over pieces of a text: the longest one that begins or ends at a piece.
import { type Piece, piecesOf, type Tongue } from './pieces.js';

/** A phrase found: how many pieces it takes, and what the lexicon says of it. */
export interface Found<V> {
  readonly length: number;
  readonly value: V;
}

interface Entry<V> {
  readonly keys: readonly string[];
  /** The letters as the lexicon has them, where case counts. */
  readonly exact: readonly string[] | null;
  readonly value: V;
}

/** Phrases by their first and last pieces; hyphens inside words count for nothing, nor does case unless a phrase says so. */
export class Phrases<V> {
  readonly #first = new Map<string, Entry<V>[]>();
  readonly #last = new Map<string, Entry<V>[]>();
  readonly #language: Tongue;

  constructor(language: Tongue) {
    this.#language = language;
  }

  /** Adds a phrase; with `cased` its capitals count. The first of two equal phrases wins. */
  add(form: string, value: V, cased = false): void {
    const pieces = piecesOf(form.includes('’') ? form.replaceAll('’', "'") : form, this.#language);
    if (pieces.length === 0) return;
    const keys = pieces.map(({ lower }) => lower);
    const entry = { keys, exact: cased ? pieces.map(({ text }) => text) : null, value };
    put(this.#first, keys[0]!, entry);
    put(this.#last, keys[keys.length - 1]!, entry);
  }

  /** The longest phrase that begins at a piece. */
  at(pieces: readonly Piece[], at: number): Found<V> | undefined {
    return longest(this.#first.get(pieces[at]?.lower ?? ''), pieces, () => at);
  }

  /** The longest phrase whose last piece is the one before `end`. */
  before(pieces: readonly Piece[], end: number): Found<V> | undefined {
    return longest(this.#last.get(pieces[end - 1]?.lower ?? ''), pieces, (length) => end - length);
  }
}

function put<V>(index: Map<string, Entry<V>[]>, key: string, entry: Entry<V>): void {
  const same = index.get(key);
  if (same === undefined) index.set(key, [entry]);
  else {
    const at = same.findIndex((other) => other.keys.length < entry.keys.length);
    same.splice(at === -1 ? same.length : at, 0, entry);
  }
}

function longest<V>(
  entries: readonly Entry<V>[] | undefined,
  pieces: readonly Piece[],
  startOf: (length: number) => number,
): Found<V> | undefined {
  const entry = entries?.find((one) => standsAt(one, pieces, startOf(one.keys.length)));
  return entry === undefined ? undefined : { length: entry.keys.length, value: entry.value };
}

function standsAt<V>({ keys, exact }: Entry<V>, pieces: readonly Piece[], start: number): boolean {
  if (start < 0 || start + keys.length > pieces.length) return false;
  return keys.every(
    (key, at) =>
      pieces[start + at]!.lower === key && (exact === null || pieces[start + at]!.text === exact[at]),
  );
}
