// The weave: each new document tied to those of the record, its markers found, and the lineage index kept beside them.
import { Buffer } from 'node:buffer';
import type Database from 'libsql';
import type { Document } from '../document/document.js';
import { addDocument } from '../lineage/add.js';
import { lineageDocument } from '../lineage/document.js';
import { buildIndex, type LineageIndex } from '../lineage/index/record.js';
import { markersOf } from '../lineage/markers/markers.js';
import type { LineageDocument } from '../lineage/tie.js';

/** Written beside what is derived here; another name has everything of a document derived anew when it is read again. */
const READER = 'lineage/1';
const BYTES = 4;
/** Rows of the index that are in memory at once while it is built. */
const BATCH = 4_096;

/**
 * Ties documents to a record, one at a time, inside the caller's transaction.
 *
 * The index is in memory from the first document on and is built from the fingerprints in the record, which are written
 * one row a document: adding costs the same whatever the record holds, and a killed run leaves no index behind its ties.
 */
export class Weave {
  readonly #database: Database.Database;
  #index: LineageIndex | undefined;
  /** Number of the last row that the index has. */
  #last = 0;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** True where the document's ties and markers are there and of this version. */
  has(document: string): boolean {
    const row = this.#row('SELECT reader FROM lineage WHERE document = ?', document);
    return row?.['reader'] === READER;
  }

  /** Takes out what was derived of a document that reads otherwise than before; gives true where it did. */
  drop(before: Document, now: Document): boolean {
    const isSame = JSON.stringify(lineageOf(before)) === JSON.stringify(lineageOf(now));
    if (isSame && this.has(now.id)) return false;
    for (const statement of [
      'DELETE FROM lineage WHERE document = ?',
      'DELETE FROM marker WHERE document = ?',
      'DELETE FROM tie WHERE ? IN (a, b)',
    ])
      this.#database.prepare(statement).run(now.id);
    this.forget();
    return true;
  }

  /** Ties a document of the record to the others; one that is tied already stays as it is. */
  add(document: Document): void {
    if (this.has(document.id)) return;
    const index = this.#current();
    if (!index.has(document.id)) this.#tie(index, lineageOf(document));
  }

  /** Forgets the index in memory, after a transaction that came to nothing: the next document builds it again. */
  forget(): void {
    this.#index = undefined;
    this.#last = 0;
  }

  #tie(index: LineageIndex, document: LineageDocument): void {
    const tie = this.#database.prepare(
      'INSERT INTO tie (a, b, kind, json) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    for (const found of addDocument(index, document))
      tie.run(found.a, found.b, found.kind, JSON.stringify(found));
    const marker = this.#database.prepare(
      'INSERT INTO marker (document, number, kind, strength, json) VALUES (?, ?, ?, ?, ?)',
    );
    for (const [number, found] of markersOf(document).entries())
      marker.run(document.id, number, found.kind, found.strength, JSON.stringify(found));
  }

  /** The index with everything that the record holds by now, also from other programs and from before there were ties. */
  #current(): LineageIndex {
    this.#index ??= this.#opened();
    return this.#caughtUp(this.#index) ?? this.#opened();
  }

  #opened(): LineageIndex {
    this.forget();
    const index = buildIndex(
      (id) => this.#document(id),
      (id, prints) => this.#write(id, prints),
    );
    this.#caughtUp(index);
    this.#index = index;
    const untied = this.#database
      .prepare('SELECT id FROM document WHERE id NOT IN (SELECT document FROM lineage) ORDER BY rowid')
      .all() as { id: string }[];
    for (const { id } of untied) this.#tie(index, this.#document(id)!);
    return index;
  }

  /** Undefined where a document was taken out and put in again elsewhere: then the index must be built anew. */
  #caughtUp(index: LineageIndex): LineageIndex | undefined {
    const next = this.#database.prepare(
      `SELECT number, document, prints FROM lineage WHERE number > ? ORDER BY number LIMIT ${BATCH}`,
    );
    for (;;) {
      const rows = next.all(this.#last) as { number: number; document: string; prints: Uint8Array }[];
      for (const { number, document, prints } of rows) {
        if (index.has(document)) return undefined;
        index.restore(document, unpacked(prints));
        this.#last = number;
      }
      if (rows.length < BATCH) break;
    }
    return index;
  }

  #write(id: string, prints: Uint32Array): void {
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO lineage (document, reader, prints) VALUES (?, ?, ?)')
      .run(id, READER, packed(prints));
    this.#last = Number(lastInsertRowid);
  }

  #document(id: string): LineageDocument | undefined {
    const row = this.#row('SELECT json FROM document WHERE id = ?', id);
    return row === undefined ? undefined : lineageOf(JSON.parse(String(row['json'])) as Document);
  }

  #row(query: string, id: string): Record<string, unknown> | undefined {
    return this.#database.prepare(query).get(id) as Record<string, unknown> | undefined;
  }
}

/** The document as lineage reads it, under the id that the record knows it by. */
export function lineageOf(document: Document): LineageDocument {
  return lineageDocument(document, document.id);
}

/** Fingerprints as bytes, little-endian on every machine. */
function packed(prints: Uint32Array): Buffer {
  const bytes = Buffer.alloc(prints.length * BYTES);
  prints.forEach((print, at) => {
    bytes.writeUInt32LE(print, at * BYTES);
  });
  return bytes;
}

function unpacked(bytes: Uint8Array): Uint32Array {
  const from = Buffer.from(bytes);
  return Uint32Array.from({ length: from.length / BYTES }, (_, at) => from.readUInt32LE(at * BYTES));
}
