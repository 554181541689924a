// Phrases of the lexicon in a text: the longest one that begins or ends at a piece, a trie over pieces.
import { capitalOf, HASH_START, hashWith, sameFolded, sameLetter } from './letters.js';
import { type Cut, namePieces, type Piece, piecesOf } from './pieces.js';
import { Edges, NONE } from './trie.js';

/** A first word that other names lack: `The East African` is a newspaper, `the East African Community` is not. */
const ARTICLE = /^(?:the|le|la|les|l)$/i;

/** How a phrase may be written. */
export interface Writing {
  /** Its capitals count, in phrases that are cut as a language writes: `Mi-35M`. */
  readonly cased?: boolean;
  /** In names: `MALI` counts as `Mali`, from four letters on. */
  readonly capitals?: boolean;
}

/** A phrase that stands in a text. */
export interface Found<Value> {
  /** How many pieces it takes. */
  readonly length: number;
  /** Where it stands, in the offsets of the pieces. */
  readonly start: number;
  readonly end: number;
  /** All that it is known as, in the order of the lexicon, and the first of them. */
  readonly values: readonly Value[];
  readonly value: Value;
}

/** How phrases are cut, which of their letters must agree, and about how many pieces they have. */
export interface PhraseOptions {
  readonly cut: Cut;
  /** The last piece of a phrase is the beginning of a word, in any case: `BULGAR` finds `Bulgarians`; under four letters it is the word or its plural. */
  readonly opens?: boolean;
  readonly size?: number;
}

/** A shorter beginning must be the whole word, but for an `s`: `AU` does not find `Australian`. */
const STEM = 4;

/**
 * Phrases and what they mean; hyphens inside words count for nothing. Where they are cut as a language writes, case does
 * not count unless the phrase says so. In names words must agree but for accents left out (`Lome`) and a capital where
 * the phrase has a small letter (`Foreign Minister`); acronyms and names therefore keep their capitals.
 */
export class Phrases<Value> {
  readonly #cut: Cut;
  readonly #opens: boolean;
  readonly #edges: Edges;
  /** By node, the last entry added there. */
  readonly #last: number[] = [NONE];
  /** By entry: its surface, how it may be written, its meaning, and the entry added before it at its node. */
  readonly #surfaces: string[] = [];
  readonly #writings: Writing[] = [];
  readonly #values: Value[] = [];
  readonly #before: number[] = [];
  /** By entry: its pieces, once it was compared with a text. */
  readonly #compared: (readonly Piece[] | undefined)[] = [];
  /** Pieces of the longest phrase. */
  #longest = 0;

  constructor({ cut, opens = false, size = 500 }: PhraseOptions) {
    this.#cut = cut;
    this.#opens = opens;
    this.#edges = new Edges(size);
  }

  /** Adds a phrase; one that has no sign adds nothing. */
  add(form: string, value: Value, writing: Writing = AS_IT_STANDS): void {
    const surface = form.includes('’') ? form.replaceAll('’', "'") : form;
    const pieces = this.#pieces(surface);
    if (pieces.length === 0) return;
    let node = 0;
    for (const { key } of pieces) {
      let next = this.#edges.get(node, key);
      if (next === NONE) {
        next = this.#last.push(NONE) - 1;
        this.#edges.set(node, key, next);
      }
      node = next;
    }
    this.#before.push(this.#last[node]!);
    this.#writings.push(writing);
    this.#values.push(value);
    this.#last[node] = this.#surfaces.push(surface) - 1;
    if (pieces.length > this.#longest) this.#longest = pieces.length;
  }

  /** The longest phrase that begins at a piece. */
  at(pieces: readonly Piece[], at: number): Found<Value> | undefined {
    let node = 0;
    let best: Found<Value> | undefined;
    for (let last = at; last >= 0 && last < pieces.length; last += 1) {
      if (this.#opens) best = this.#opening(pieces, { node, at, last }) ?? best;
      node = this.#edges.get(node, pieces[last]!.key);
      if (node === NONE) break;
      if (!this.#opens) best = this.#foundAt(pieces, { node, at, last }) ?? best;
    }
    return best;
  }

  /** The longest phrase whose last piece is the one before `end`. */
  before(pieces: readonly Piece[], end: number): Found<Value> | undefined {
    if (end > pieces.length) return undefined;
    for (let at = Math.max(0, end - this.#longest); at < end; at += 1) {
      let node = 0;
      for (let piece = at; piece < end && node !== NONE; piece += 1)
        node = this.#edges.get(node, pieces[piece]!.key);
      const found = node === NONE ? undefined : this.#foundAt(pieces, { node, at, last: end - 1 });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** All phrases of `text` in order, at each place the longest, none inside another. */
  find(text: string): Found<Value>[] {
    const found: Found<Value>[] = [];
    const pieces = this.#pieces(text);
    for (let at = 0; at < pieces.length; at += 1) {
      const phrase = this.at(pieces, at);
      if (phrase === undefined) continue;
      const behind =
        phrase.length > 1 && ARTICLE.test(pieces[at]!.text) ? this.at(pieces, at + 1) : undefined;
      if (behind !== undefined && behind.length >= phrase.length) continue;
      found.push(phrase);
      at += phrase.length - 1;
    }
    return found;
  }

  /** The phrases whose last piece the last piece begins with, those with the longest beginning. */
  #opening(pieces: readonly Piece[], { node, at, last }: Walk): Found<Value> | undefined {
    const { text } = pieces[last]!;
    const plural = sameFolded(text.charCodeAt(text.length - 1), 0x73);
    let hash = HASH_START;
    let hit = NONE;
    for (let to = 0; to < text.length; to += 1) {
      hash = hashWith(hash, text.charCodeAt(to));
      if (to + 1 < STEM && to + (plural ? 2 : 1) < text.length) continue;
      const next = this.#edges.get(node, hash);
      if (next !== NONE && this.#last[next] !== NONE) hit = next;
    }
    return hit === NONE ? undefined : this.#foundAt(pieces, { node: hit, at, last });
  }

  /** The phrases at a node that the pieces `at` to `last` are written like, each value once. */
  #foundAt(pieces: readonly Piece[], { node, at, last }: Walk): Found<Value> | undefined {
    let values: Value[] | undefined;
    for (let entry = this.#last[node]!; entry !== NONE; entry = this.#before[entry]!) {
      const value = this.#values[entry]!;
      if (values?.includes(value) || !this.#written(entry, pieces, at)) continue;
      values ??= [];
      values.push(value);
    }
    if (values === undefined) return undefined;
    values.reverse();
    const [start, end] = [pieces[at]!.start, pieces[last]!.end];
    return { length: last - at + 1, start, end, values, value: values[0]! };
  }

  /** True where the pieces from `at` on are written as the entry may be. */
  #written(entry: number, pieces: readonly Piece[], at: number): boolean {
    const wanted = this.#compared[entry] ?? this.#pieces(this.#surfaces[entry]!);
    this.#compared[entry] = wanted;
    const { cased = false, capitals = false } = this.#writings[entry]!;
    return wanted.every(({ text: due }, step) => {
      const { text } = pieces[at + step]!;
      if (this.#cut !== 'name') return text === due || (!cased && text.toLowerCase() === due.toLowerCase());
      if (this.#opens) return agree(text, due, { test: sameFolded, length: due.length });
      if (likeName(text, due)) return true;
      return capitals && (wanted.length > 1 || text.length >= STEM) && agree(text, due, { test: capitalOf });
    });
  }

  #pieces(text: string): readonly Piece[] {
    return this.#cut === 'name' ? namePieces(text) : piecesOf(text, this.#cut);
  }
}

const AS_IT_STANDS: Writing = Object.freeze({});

/** A way through the trie: the node that it has led to over the pieces `at` to `last`. */
interface Walk {
  readonly node: number;
  readonly at: number;
  readonly last: number;
}

/** The same letters, accents of the name left out at will, its first letter in either case. */
function likeName(found: string, name: string): boolean {
  const [first, due] = [found.charCodeAt(0), name.charCodeAt(0)];
  return (
    (sameLetter(first, due) || capitalOf(first, due)) && agree(found, name, { test: sameLetter, from: 1 })
  );
}

interface Agreement {
  readonly test: (found: number, wanted: number) => boolean;
  readonly from?: number;
  /** Letters to compare; all of `found` where left out. */
  readonly length?: number;
}

function agree(found: string, wanted: string, { test, from = 0, length = found.length }: Agreement): boolean {
  for (let at = from; at < length; at += 1)
    if (!test(found.charCodeAt(at), wanted.charCodeAt(at))) return false;
  return true;
}
