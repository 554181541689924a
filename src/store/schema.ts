// The tables of a record, and how an older file becomes a newer one.
import type { Generated } from 'kysely';
import type Database from 'libsql';
import { EntenteError } from '../base/error.js';

/** What came in: bytes under their hash, compressed, never changed. */
export interface PageTable {
  hash: string;
  form: string;
  charset: string;
  bytes: Uint8Array;
}

/** Where the bytes came from; the same page may come from several places. */
export interface SourceTable {
  page: string;
  id: string;
  url: string | null;
  captured: string | null;
}

/** Derived: a document as JSON, with what lists need beside it. */
export interface DocumentTable {
  id: string;
  reader: string;
  title: string;
  outlet: string | null;
  published: string | null;
  language: string | null;
  json: string;
}

/** Derived: a claim as JSON, with what filters need beside it. */
export interface ClaimTable {
  id: string;
  document: string;
  kind: string;
  modality: string;
  start: number;
  states: string;
  quote: string;
  json: string;
  /** The reasons for it as JSON, where the reader gave some. */
  why: string | null;
}

/** Derived: a document's place in the lineage index, with the fingerprints kept of it, four bytes each. */
export interface LineageTable {
  number: Generated<number>;
  document: string;
  /** Name and version of what made the fingerprints, ties and markers. */
  reader: string;
  prints: Uint8Array;
}

/** Derived: a tie as it was found, before ties are settled against each other. */
export interface TieTable {
  a: string;
  b: string;
  kind: string;
  json: string;
}

/** Derived: a marker of a document, by its place in the order of the text. */
export interface MarkerTable {
  document: string;
  number: number;
  kind: string;
  strength: string;
  json: string;
}

/** All tables by name. */
export interface Tables {
  page: PageTable;
  source: SourceTable;
  document: DocumentTable;
  claim: ClaimTable;
  lineage: LineageTable;
  tie: TieTable;
  marker: MarkerTable;
}

/** One entry a version: what takes a file from the version before to this one. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE page (hash TEXT PRIMARY KEY, form TEXT NOT NULL, charset TEXT NOT NULL, bytes BLOB NOT NULL);
   CREATE TABLE source (page TEXT NOT NULL REFERENCES page (hash), id TEXT NOT NULL, url TEXT, captured TEXT, PRIMARY KEY (page, id));
   CREATE TABLE document (id TEXT PRIMARY KEY REFERENCES page (hash), reader TEXT NOT NULL, title TEXT NOT NULL, outlet TEXT, published TEXT, language TEXT, json TEXT NOT NULL);
   CREATE TABLE claim (id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, kind TEXT NOT NULL, modality TEXT NOT NULL, start INTEGER NOT NULL, states TEXT NOT NULL, quote TEXT NOT NULL, json TEXT NOT NULL);
   CREATE INDEX claim_document ON claim (document, start);
   CREATE INDEX claim_kind ON claim (kind);
   CREATE INDEX document_published ON document (published);
   CREATE VIRTUAL TABLE claim_text USING fts5 (id UNINDEXED, quote, tokenize = 'unicode61 remove_diacritics 2');`,
  `ALTER TABLE claim ADD COLUMN why TEXT;
   CREATE TABLE lineage (number INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL UNIQUE REFERENCES document (id) ON DELETE CASCADE, reader TEXT NOT NULL, prints BLOB NOT NULL);
   CREATE TABLE tie (a TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, b TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, kind TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (a, b));
   CREATE INDEX tie_b ON tie (b);
   CREATE TABLE marker (document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, number INTEGER NOT NULL, kind TEXT NOT NULL, strength TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (document, number));`,
];

/** Brings the file to this version; throws `bad-record` for one that is newer or no record. */
export function migrate(database: Database.Database, path: string): void {
  const version = versionOf(database, path);
  if (version > MIGRATIONS.length) {
    throw new EntenteError('bad-record', `the record was written by a newer Entente (format ${version})`, {
      source: path,
      hint: 'Update Entente.',
    });
  }
  for (let next = version; next < MIGRATIONS.length; next += 1) {
    database.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[next]!} PRAGMA user_version = ${next + 1}; COMMIT;`);
  }
}

function versionOf(database: Database.Database, path: string): number {
  try {
    const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
    return row.user_version;
  } catch (cause) {
    throw new EntenteError('bad-record', 'this file is no record of Entente', {
      source: path,
      cause,
      hint: 'Name another file with --record.',
    });
  }
}
