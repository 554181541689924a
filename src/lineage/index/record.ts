// The index of a record's texts: a new text is looked up by its fingerprints, and aligned with the few that share some.
import { EntenteError } from '../../base/error.js';
import { type Words, wordsOf } from '../text/words.js';
import type { LineageDocument } from '../tie.js';
import { type Fingerprints, fingerprintsOf } from './fingerprints.js';
import { Postings, postingsFrom } from './postings.js';

/** A document with its words. */
export interface Kept {
  readonly document: LineageDocument;
  readonly words: Words;
}

/** Gives a document of the record by its id; undefined for one that is gone. */
export type DocumentSource = (id: string) => LineageDocument | undefined;

/** Told of each document that is added, with the fingerprints that are kept of it: what a store writes down. */
export type PrintsLog = (id: string, prints: Uint32Array) => void;

/** How many documents are kept under a fingerprint. */
const MOST_HOLDERS = 12;
/** A fingerprint with that many is a turn of phrase, or of a family whose first members are enough to join it. */
const FIRST_HOLDERS = 3;
/** Fingerprints that a candidate shares at least; one is enough for a text of few. */
const LEAST_SHARED = 2;
const FEW = 60;
/** And this share of the fingerprints kept of the text that has fewer: a quarter of it, heavily rewritten, shares more. */
const LEAST_SHARE = 0.03;
/** Candidates that are aligned, at most: those that share the most and the rarest. */
const MOST_CANDIDATES = 24;
/** Documents whose words are kept ready; the others' are found anew when they are candidates. */
const READY = 512;

interface Contents {
  readonly ids: readonly string[];
  readonly counts: Uint16Array;
  readonly postings: Postings;
}

const EMPTY = (): Contents => ({ ids: [], counts: new Uint16Array(0), postings: new Postings() });

/** What a record's index holds. Made by {@link buildIndex} or {@link loadIndex}; changed only by `addDocument`. */
export class LineageIndex {
  readonly ids: string[];
  readonly #numbers: Map<string, number>;
  readonly #postings: Postings;
  readonly #source: DocumentSource;
  readonly #log: PrintsLog | undefined;
  readonly #own = new Map<string, LineageDocument>();
  readonly #kept = new Map<number, Kept>();
  readonly #isOwn: boolean;
  readonly #holders = new Uint32Array(MOST_HOLDERS);
  #weights: Float32Array;
  #shared: Uint16Array;
  /** Fingerprints kept of each document. */
  #counts: Uint16Array;

  constructor(source?: DocumentSource, { ids, counts, postings }: Contents = EMPTY(), log?: PrintsLog) {
    this.#log = log;
    this.#source = source ?? ((id) => this.#own.get(id));
    this.#isOwn = source === undefined;
    this.ids = [...ids];
    this.#counts = new Uint16Array(Math.max(1024, ids.length * 2));
    this.#counts.set(counts);
    this.#weights = new Float32Array(this.#counts.length);
    this.#shared = new Uint16Array(this.#counts.length);
    this.#numbers = new Map(ids.map((id, number) => [id, number]));
    this.#postings = postings;
  }

  /** Bytes of the packed arrays; the documents themselves are the store's. */
  get bytes(): number {
    return this.#postings.bytes + this.#counts.length * 8;
  }

  /** Fingerprints held. */
  get size(): number {
    return this.#postings.size;
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  /** The document with its words; undefined where the source no longer has it. */
  kept(number: number): Kept | undefined {
    const known = this.#kept.get(number);
    if (known !== undefined) return known;
    const document = this.#source(this.ids[number]!);
    if (document === undefined) return undefined;
    const kept = { document, words: wordsOf(document.text) };
    this.#keep(number, kept);
    return kept;
  }

  /** Numbers of the documents that share fingerprints with a text, the likeliest first; then the text is one of them. */
  candidatesAndAdd(kept: Kept): number[] {
    const prints = fingerprintsOf(kept.words);
    const full = new Set<number>();
    const touched = this.#weigh(prints, full);
    const candidates = this.#best(touched, prints);
    for (const number of touched) {
      this.#weights[number] = 0;
      this.#shared[number] = 0;
    }
    this.#add(
      kept,
      prints.kept.filter((hash) => !full.has(hash)),
    );
    return candidates;
  }

  /** The index as bytes: ids, counts and postings, as {@link loadIndex} reads them. */
  save(): Uint8Array {
    const ids = new TextEncoder().encode(
      JSON.stringify([this.ids, [...this.#counts.slice(0, this.ids.length)]]),
    );
    const postings = this.#postings.save();
    const bytes = new Uint8Array(4 + ids.length + postings.length);
    new DataView(bytes.buffer).setUint32(0, ids.length, true);
    bytes.set(ids, 4);
    bytes.set(postings, 4 + ids.length);
    return bytes;
  }

  /** Counts what each document shares; fingerprints with all the holders that they may have go to `full`. */
  #weigh({ query }: Fingerprints, full: Set<number>): number[] {
    const touched: number[] = [];
    for (const hash of query) {
      const count = this.#postings.find(hash, this.#holders);
      if (count === MOST_HOLDERS) full.add(hash);
      const used = count === MOST_HOLDERS ? FIRST_HOLDERS : count;
      for (let at = 0; at < used; at += 1) {
        const number = this.#holders[at]!;
        if (this.#shared[number] === 0) touched.push(number);
        this.#shared[number]! += 1;
        this.#weights[number]! += 1 / count;
      }
    }
    return touched;
  }

  #best(touched: readonly number[], { query, kept }: Fingerprints): number[] {
    const least = query.length < FEW ? 1 : LEAST_SHARED;
    return touched
      .filter((number) => {
        const fewer = Math.min(kept.length, this.#counts[number]!);
        return this.#shared[number]! >= Math.max(least, fewer * LEAST_SHARE);
      })
      .sort((x, y) => this.#weights[y]! - this.#weights[x]! || x - y)
      .slice(0, MOST_CANDIDATES);
  }

  #add(kept: Kept, prints: Uint32Array): void {
    if (this.#isOwn) this.#own.set(kept.document.id, kept.document);
    this.#keep(this.ids.length, kept);
    this.restore(kept.document.id, prints);
    this.#log?.(kept.document.id, prints);
  }

  /** Takes in a document that was added before, by the fingerprints that the log was told; in the order of then. */
  restore(id: string, prints: Uint32Array): void {
    const number = this.ids.length;
    this.ids.push(id);
    this.#numbers.set(id, number);
    if (number >= this.#counts.length) this.#grow(number * 2);
    this.#counts[number] = Math.min(prints.length, 0xffff);
    for (const hash of prints) this.#postings.add(hash, number);
  }

  #grow(length: number): void {
    const counts = new Uint16Array(length);
    counts.set(this.#counts);
    this.#counts = counts;
    this.#weights = new Float32Array(length);
    this.#shared = new Uint16Array(length);
  }

  #keep(number: number, kept: Kept): void {
    if (this.#kept.size >= READY) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
    this.#kept.set(number, kept);
  }
}

/**
 * An empty index. With a `source` it asks that for documents of the record; without one it keeps their texts itself. The
 * `log` is told what `restore` needs.
 */
export function buildIndex(source?: DocumentSource, log?: PrintsLog): LineageIndex {
  return new LineageIndex(source, EMPTY(), log);
}

/** The index that `save` wrote; throws `bad-shape` for other bytes. The documents come from `source`. */
export function loadIndex(bytes: Uint8Array, source: DocumentSource): LineageIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 4 ? 0 : view.getUint32(0, true);
  if (length === 0 || 4 + length > bytes.length)
    throw new EntenteError('bad-shape', 'these bytes are no saved lineage index');
  const head = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const [ids, counts] = JSON.parse(head) as [string[], number[]];
  const postings = postingsFrom(bytes.subarray(4 + length));
  return new LineageIndex(source, { ids, counts: Uint16Array.from(counts), postings });
}
