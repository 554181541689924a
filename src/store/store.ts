// The record's store: pages that came in, and what was read out of them. One interface, one embedded file behind it today.
import Database from 'libsql';
import { EntenteError } from '../base/error.js';
import type { Claim } from '../claim/claim.js';
import type { Why } from '../claim/read/why.js';
import type { Document } from '../document/document.js';
import type { Family } from '../lineage/families/families.js';
import type { TextMarker } from '../lineage/markers/marker.js';
import type { Tie } from '../lineage/tie.js';
import type { Page } from '../page/page.js';
import { FileStore } from './file-store.js';
import { migrate } from './schema.js';

/** A claim with the reasons for it, where its reader gives some. */
export interface Read {
  readonly claim: Claim;
  readonly why?: Why;
}

/** What is put in at once: a page and what a reader made of it. */
export interface Reading {
  readonly page: Page;
  readonly document: Document;
  readonly claims: readonly Read[];
  /** Name and version of the reader. */
  readonly reader: string;
}

/** `added`: new page; `reread`: known page, newer reader; `unchanged`: nothing to do. */
export type PutResult = 'added' | 'reread' | 'unchanged';

/** A document in a list. */
export interface DocumentRow {
  readonly document: Document;
  /** Number of claims by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Number of ties to other documents, of whatever kind. */
  readonly ties: number;
  readonly markers: number;
  readonly isMachineRewritten: boolean;
}

/** What is said of a document where another is shown. */
export type DocumentHead = Pick<Document, 'id' | 'title' | 'outlet' | 'published'>;

/** A document with all that was read out of it. */
export interface WholeDocument {
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** Why each claim was made, by its id. */
  readonly reasons: Readonly<Record<string, Why>>;
}

/** A tie of a document with the other document; the tie says which of the two came from which. */
export interface TieRow {
  readonly tie: Tie;
  readonly other: DocumentHead;
}

/** The markers of a document, and what they amount to. */
export interface Marked {
  readonly markers: readonly TextMarker[];
  readonly isMachineRewritten: boolean;
}

/** Which claims are wanted; every field narrows. */
export interface ClaimQuery {
  readonly kind?: string;
  readonly state?: string;
  readonly modality?: string;
  readonly document?: string;
  /** Words that the evidence must hold. */
  readonly text?: string;
  readonly sort?: 'published' | 'kind' | 'modality';
  readonly limit?: number;
  readonly offset?: number;
}

/** A claim with the document that says it. */
export interface ClaimRow extends Read {
  readonly document: DocumentHead;
}

/** A page of a list, and how many there are in all. */
export interface Listed<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** What every store does, whatever is behind it. */
export interface Store {
  /** In one transaction, durable when it returns; the same reading again changes nothing. */
  putReading(reading: Reading): Promise<PutResult>;
  /** True where the page was read by this reader already and nothing is to do; where it came from is noted all the same. */
  hasReading(page: Page, reader: string): Promise<boolean>;
  documents(query?: { text?: string; limit?: number; offset?: number }): Promise<Listed<DocumentRow>>;
  document(id: string): Promise<WholeDocument | undefined>;
  /** The ties of a document, settled against the others of the record and directed; the strongest first. */
  ties(document: string): Promise<readonly TieRow[]>;
  /** The families that a document stands in, or all of the record. */
  families(document?: string): Promise<readonly Family[]>;
  markers(document: string): Promise<Marked>;
  /** The bytes of a page as they came. */
  pageBytes(hash: string): Promise<Uint8Array | undefined>;
  claims(query?: ClaimQuery): Promise<Listed<ClaimRow>>;
  close(): Promise<void>;
}

/** Opens or makes the record at the path; throws `bad-record` for a file that is none. */
export function openStore(path: string): Store {
  let database: Database.Database;
  try {
    database = new Database(path);
  } catch (cause) {
    throw new EntenteError('bad-record', 'the record can not be opened', {
      source: path,
      cause,
      hint: 'Is the folder there, and may it be written?',
    });
  }
  try {
    database.exec('PRAGMA busy_timeout = 10000;');
    migrate(database, path);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  } catch (cause) {
    database.close();
    if (cause instanceof EntenteError) throw cause;
    throw new EntenteError('bad-record', 'this file is no record of Entente', {
      source: path,
      cause,
      hint: 'Name another file with --record.',
    });
  }
  return new FileStore(database);
}
