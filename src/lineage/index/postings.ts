// Which documents hold a fingerprint: a multi-map of packed arrays that grows by adding tables, never by copying.
import { EntenteError } from '../../base/error.js';

/** A table with open addressing: the slot comes from the hash's upper bits, the tag is its lower 16. */
interface Table {
  /** 0 is an empty slot. */
  readonly tags: Uint16Array;
  readonly documents: Uint32Array;
  used: number;
}

/** Slots of the first table, 12 MB: enough for some twenty thousand documents. */
const FIRST = 1 << 21;
/** Slots filled before a further table is begun: linear probing takes some 8 steps at 3 in 4 (Knuth, TAOCP 3, 6.4). */
const FULL = 0.75;
/** A further table has half as many slots as all before it: never more than a third of the memory is idle. */
const GROWTH = 0.5;
const RANGE = 2 ** 32;
const MAGIC = 0x454e_4c31;
const HEAD = 8;
const ENTRY = 10;

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
    const tag = tagOf(hash);
    let found = 0;
    for (const { tags, documents } of this.#tables) {
      const slots = tags.length;
      for (let at = slotOf(hash, slots); tags[at] !== 0; at = at + 1 === slots ? 0 : at + 1) {
        if (tags[at] !== tag) continue;
        if (found === into.length) return found;
        into[found] = documents[at]!;
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
    while (tags[at] !== 0) at = at + 1 === tags.length ? 0 : at + 1;
    tags[at] = tagOf(hash);
    documents[at] = document;
    last.used += 1;
  }

  /** The tables as bytes, as {@link postingsFrom} reads them: their filled slots, little-endian. */
  save(): Uint8Array {
    const size = this.#tables.reduce((sum, { used }) => sum + HEAD + used * ENTRY, HEAD);
    const view = new DataView(new ArrayBuffer(size));
    view.setUint32(0, MAGIC, true);
    view.setUint32(4, this.#tables.length, true);
    let at = HEAD;
    for (const { tags, documents, used } of this.#tables) {
      view.setUint32(at, tags.length, true);
      view.setUint32(at + 4, used, true);
      at += HEAD;
      for (let slot = 0; slot < tags.length; slot += 1) {
        if (tags[slot] === 0) continue;
        view.setUint32(at, slot, true);
        view.setUint32(at + 4, documents[slot]!, true);
        view.setUint16(at + 8, tags[slot]!, true);
        at += ENTRY;
      }
    }
    return new Uint8Array(view.buffer);
  }
}

/** The postings that {@link Postings.save} wrote; throws `bad-shape` for other bytes. */
export function postingsFrom(bytes: Uint8Array): Postings {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || view.getUint32(0, true) !== MAGIC) throw notPostings();
  const tables: Table[] = [];
  let at = HEAD;
  for (let count = view.getUint32(4, true); count > 0; count -= 1) {
    if (at + HEAD > bytes.length) throw notPostings();
    const used = view.getUint32(at + 4, true);
    const read = table(view.getUint32(at, true));
    at += HEAD;
    if (at + used * ENTRY > bytes.length) throw notPostings();
    for (let left = used; left > 0; left -= 1) {
      const slot = view.getUint32(at, true);
      read.documents[slot] = view.getUint32(at + 4, true);
      read.tags[slot] = view.getUint16(at + 8, true);
      at += ENTRY;
    }
    read.used = used;
    tables.push(read);
  }
  return new Postings(tables);
}

function tagOf(hash: number): number {
  return hash & 0xffff || 1;
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
