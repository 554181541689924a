// Finds the longest known phrases of a text: a trie over pieces, in flat arrays, that makes no garbage while it looks.
import { capitalOf, foldedCode, Pieces, sameLetter } from './name-pieces.js';

/** How a phrase may be written. */
export interface Writing {
  /** `MALI` counts as `Mali`, from four letters on. */
  readonly capitals?: boolean;
}

/** A phrase that stands in a text, with all that it is known as. */
export interface Found<Value> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly Value[];
}

const NONE = -1;

/** What leads from a node over a hashed piece to the next node, open addressing. */
class Edges {
  #size = 0;
  #nodes: Int32Array;
  #hashes: Int32Array;
  #next: Int32Array;

  constructor(slots: number) {
    this.#nodes = new Int32Array(slots).fill(NONE);
    this.#hashes = new Int32Array(slots);
    this.#next = new Int32Array(slots);
  }

  get(node: number, hash: number): number {
    const at = this.#slot(node, hash);
    return this.#nodes[at] === NONE ? NONE : this.#next[at]!;
  }

  set(node: number, hash: number, next: number): void {
    if (this.#size * 2 > this.#nodes.length) this.#grow();
    const at = this.#slot(node, hash);
    if (this.#nodes[at] === NONE) this.#size += 1;
    this.#nodes[at] = node;
    this.#hashes[at] = hash;
    this.#next[at] = next;
  }

  #slot(node: number, hash: number): number {
    const mask = this.#nodes.length - 1;
    const mixed = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    for (; this.#nodes[at] !== NONE; at = (at + 1) & mask)
      if (this.#nodes[at] === node && this.#hashes[at] === hash) break;
    return at;
  }

  #grow(): void {
    const [nodes, hashes, next] = [this.#nodes, this.#hashes, this.#next];
    this.#nodes = new Int32Array(nodes.length * 8).fill(NONE);
    this.#hashes = new Int32Array(nodes.length * 8);
    this.#next = new Int32Array(nodes.length * 8);
    this.#size = 0;
    for (let at = 0; at < nodes.length; at += 1)
      if (nodes[at] !== NONE) this.set(nodes[at]!, hashes[at]!, next[at]!);
  }
}

/** A shorter beginning must be the whole word, but for an `s`: `AU` does not find `Australian`. */
const STEM = 4;
const isEndS = (text: string, end: number): boolean => foldedCode(text.charCodeAt(end - 1)) === 0x73;

const SEED = 0x811c9dc5;
const hashed = (hash: number, code: number): number => Math.imul(hash ^ foldedCode(code), 0x01000193);

/**
 * Phrases and what they mean. Words must agree but for accents left out (`Lome`) and a capital where the phrase has a
 * small letter (`Foreign Minister`); acronyms and names therefore keep their capitals.
 */
export class Phrases<Value> {
  readonly #edges: Edges;
  /** By node, the last entry added there. */
  readonly #last: number[] = [NONE];
  /** By entry: its surface, its meaning, whether capitals will do, and the entry added before it at its node. */
  readonly #surfaces: string[] = [];
  readonly #values: Value[] = [];
  readonly #capitals: boolean[] = [];
  readonly #before: number[] = [];
  readonly #pieces = new Pieces();
  readonly #own = new Pieces();
  readonly #opens: boolean;
  #found: Value[] = [];

  /** For about `size` pieces. With `opens`, the last piece of a phrase is the beginning of a word, in any case: `BULGAR` finds `Bulgarians`; under four letters it is the word or its plural. */
  constructor({ opens = false, size = 500 }: { opens?: boolean; size?: number } = {}) {
    this.#opens = opens;
    this.#edges = new Edges(1 << Math.ceil(Math.log2(size * 2)));
  }

  /** Adds a phrase; one that has no sign adds nothing. */
  add(surface: string, value: Value, { capitals = false }: Writing = {}): void {
    this.#own.cut(surface);
    if (this.#own.count === 0) return;
    let node = 0;
    for (let at = 0; at < this.#own.count; at += 1) {
      const hash = hashOf(surface, this.#own.starts[at]!, this.#own.ends[at]!);
      let next = this.#edges.get(node, hash);
      if (next === NONE) {
        next = this.#last.push(NONE) - 1;
        this.#edges.set(node, hash, next);
      }
      node = next;
    }
    this.#before.push(this.#last[node]!);
    this.#capitals.push(capitals);
    this.#values.push(value);
    this.#last[node] = this.#surfaces.push(surface) - 1;
  }

  /** All phrases of `text` in order, at each place the longest, none inside another. */
  find(text: string): Found<Value>[] {
    const found: Found<Value>[] = [];
    this.#pieces.cut(text);
    for (let at = 0; at < this.#pieces.count; at += 1) {
      const last = this.#longest(text, at);
      if (last === NONE) continue;
      const end = this.#pieces.ends[last]!;
      found.push({ start: this.#pieces.starts[at]!, end, values: this.#found });
      at = last;
    }
    return found;
  }

  /** Walks from piece `at`; gives the last piece of the longest phrase there, NONE for none, its values in `#found`. */
  #longest(text: string, at: number): number {
    let node = 0;
    let best = NONE;
    for (let piece = at; piece < this.#pieces.count; piece += 1) {
      const start = this.#pieces.starts[piece]!;
      const end = this.#pieces.ends[piece]!;
      if (this.#opens && this.#opening(text, { node, at, piece })) best = piece;
      node = this.#edges.get(node, hashOf(text, start, end));
      if (node === NONE) break;
      if (!this.#opens && this.#collect(text, { node, at, piece })) best = piece;
    }
    return best;
  }

  /** Takes the phrases whose last piece this piece begins with, those with the longest beginning. */
  #opening(text: string, { node, at, piece }: Walk): boolean {
    let hash = SEED;
    let hit = NONE;
    const start = this.#pieces.starts[piece]!;
    const end = this.#pieces.ends[piece]!;
    for (let to = start; to < end; to += 1) {
      hash = hashed(hash, text.charCodeAt(to));
      if (to - start + 1 < STEM && to + (isEndS(text, end) ? 2 : 1) < end) continue;
      const next = this.#edges.get(node, hash);
      if (next !== NONE && this.#last[next] !== NONE) hit = next;
    }
    return hit !== NONE && this.#collect(text, { node: hit, at, piece });
  }

  /** The values of the entries at a node that the text is written like, once each. */
  #collect(text: string, { node, at, piece }: Walk): boolean {
    let values: Value[] | undefined;
    for (let entry = this.#last[node]!; entry !== NONE; entry = this.#before[entry]!) {
      const value = this.#values[entry]!;
      if (values?.includes(value) || !this.#written(text, { entry, at, piece })) continue;
      values ??= [];
      values.push(value);
    }
    if (values === undefined) return false;
    this.#found = values.reverse();
    return true;
  }

  /** True where the pieces `at` to `piece` are written as the entry's surface may be. */
  #written(text: string, { entry, at, piece }: { entry: number; at: number; piece: number }): boolean {
    const surface = this.#surfaces[entry]!;
    this.#own.cut(surface);
    const alone = piece === at;
    for (let step = 0; step <= piece - at; step += 1) {
      const found = this.#pieces.starts[at + step]!;
      const wanted = this.#own.starts[step]!;
      const length =
        (this.#opens ? this.#own.ends[step]! : this.#pieces.ends[at + step]! - found + wanted) - wanted;
      if (this.#opens) {
        if (!agree({ text, found, surface, wanted, length }, sameFolded)) return false;
        continue;
      }
      const first = text.charCodeAt(found);
      const due = surface.charCodeAt(wanted);
      if (
        (sameLetter(first, due) || capitalOf(first, due)) &&
        agree({ text, found: found + 1, surface, wanted: wanted + 1, length: length - 1 }, sameLetter)
      )
        continue;
      if (!this.#capitals[entry] || (alone && length < 4)) return false;
      if (!agree({ text, found, surface, wanted, length }, capitalOf)) return false;
    }
    return true;
  }
}

interface Walk {
  readonly node: number;
  readonly at: number;
  readonly piece: number;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at += 1) hash = hashed(hash, text.charCodeAt(at));
  return hash;
}

const sameFolded = (found: number, wanted: number): boolean => foldedCode(found) === foldedCode(wanted);

interface Letters {
  readonly text: string;
  readonly found: number;
  readonly surface: string;
  readonly wanted: number;
  readonly length: number;
}

function agree(of: Letters, test: (found: number, wanted: number) => boolean): boolean {
  for (let at = 0; at < of.length; at += 1)
    if (!test(of.text.charCodeAt(of.found + at), of.surface.charCodeAt(of.wanted + at))) return false;
  return true;
}
