// Which documents hold a fingerprint: a multi-map of packed arrays that grows by adding tables, never by copying.
import { EntenteError } from '../../base/error.js';

/** A table with open addressing: the slot comes from the hash's upper bits, the tag is its lower 16. */
interface Table {
  readonly tags: Uint16Array;
  /** The document's number plus one; 0 is an empty slot. */
  readonly documents: Uint32Array;
  used: number;
}

const FIRST = 1 << 16;
/** Slots filled before a further table is begun: linear probing takes some 8 steps at 3 in 4 (Knuth, TAOCP 3, 6.4). */
const FULL = 0.75;
/** A further table has half as many slots as all before it: never more than a third of the memory is idle. */
const GROWTH = 0.5;
const RANGE = 2 ** 32;
const MAGIC = 0x454e_4c31;

/** Fingerprint -> document numbers, 6 bytes a slot. */
export class Postings {
  readonly #tables: Table[];

  constructor(tables: Table[] = [table(FIRST)]) {
    this.#tables = tables;
  }

  /** Bytes of all tables. */
  get bytes(): number {
    return this.#tables.reduce((sum, { tags }) => sum + tags.length * 6, 0);
  }

  /** Fingerprints held. */
  get size(): number {
    return this.#tables.reduce((sum, { used }) => sum + used, 0);
  }

  /** Writes the documents that hold the fingerprint to `into`; gives how many, at most its length. */
  find(hash: number, into: Uint32Array): number {
    const tag = hash & 0xffff;
    let found = 0;
    for (const { tags, documents } of this.#tables) {
      const slots = tags.length;
      for (let at = slotOf(hash, slots); documents[at] !== 0; at = at + 1 === slots ? 0 : at + 1) {
        if (tags[at] !== tag) continue;
        if (found === into.length) return found;
        into[found] = documents[at]! - 1;
        found += 1;
      }
    }
    return found;
  }

  /** Adds a document under a fingerprint. */
  add(hash: number, document: number): void {
    let last = this.#tables[this.#tables.length - 1]!;
    if (last.used >= last.tags.length * FULL) {
      const slots = this.#tables.reduce((sum, { tags }) => sum + tags.length, 0);
      last = table(Math.ceil(slots * GROWTH));
      this.#tables.push(last);
    }
    const { tags, documents } = last;
    let at = slotOf(hash, tags.length);
    while (documents[at] !== 0) at = at + 1 === tags.length ? 0 : at + 1;
    tags[at] = hash & 0xffff;
    documents[at] = document + 1;
    last.used += 1;
  }

  /** The tables as bytes: little-endian 32-bit words and tags, as {@link postingsFrom} reads them. */
  save(): Uint8Array {
    const size = this.#tables.reduce((sum, { tags }) => sum + 8 + tags.length * 6, 8);
    const view = new DataView(new ArrayBuffer(size));
    view.setUint32(0, MAGIC, true);
    view.setUint32(4, this.#tables.length, true);
    let at = 8;
    for (const { tags, documents, used } of this.#tables) {
      view.setUint32(at, tags.length, true);
      view.setUint32(at + 4, used, true);
      at += 8;
      for (const document of documents) {
        view.setUint32(at, document, true);
        at += 4;
      }
      for (const tag of tags) {
        view.setUint16(at, tag, true);
        at += 2;
      }
    }
    return new Uint8Array(view.buffer);
  }
}

/** The postings that {@link Postings.save} wrote; throws `bad-shape` for other bytes. */
export function postingsFrom(bytes: Uint8Array): Postings {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw notPostings();
  const tables: Table[] = [];
  let at = 8;
  for (let count = view.getUint32(4, true); count > 0; count -= 1) {
    if (at + 8 > bytes.length) throw notPostings();
    const slots = view.getUint32(at, true);
    const read = table(slots);
    read.used = view.getUint32(at + 4, true);
    at += 8;
    if (at + slots * 6 > bytes.length) throw notPostings();
    for (let slot = 0; slot < slots; slot += 1) read.documents[slot] = view.getUint32(at + slot * 4, true);
    at += slots * 4;
    for (let slot = 0; slot < slots; slot += 1) read.tags[slot] = view.getUint16(at + slot * 2, true);
    at += slots * 2;
    tables.push(read);
  }
  return new Postings(tables);
}

function table(slots: number): Table {
  return { tags: new Uint16Array(slots), documents: new Uint32Array(slots), used: 0 };
}

/** Kept fingerprints are small ones by the way they are chosen, so they are spread anew (Knuth's multiplicative hash). */
function slotOf(hash: number, slots: number): number {
  return Math.floor(((Math.imul(hash, 0x9e3779b1) >>> 0) / RANGE) * slots);
}

function notPostings(): EntenteError {
  return new EntenteError('bad-shape', 'these bytes are no saved lineage index', {});
}
