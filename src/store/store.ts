// The record's store: pages that came in, and what was read out of them. One interface, one embedded file behind it today.
import { Buffer } from 'node:buffer';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { EntenteError } from '../base/error.js';
import type { Claim, RoleFiller } from '../claim/claim.js';
import type { Document } from '../document/document.js';
import type { Page } from '../page/page.js';
import { migrate, type Tables } from './schema.js';

/** What is put in at once: a page and what a reader made of it. */
export interface Reading {
  readonly page: Page;
  readonly document: Document;
  readonly claims: readonly Claim[];
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
export interface ClaimRow {
  readonly claim: Claim;
  readonly document: Pick<Document, 'id' | 'title' | 'outlet' | 'published'>;
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
  documents(query?: { text?: string; limit?: number; offset?: number }): Promise<Listed<DocumentRow>>;
  document(id: string): Promise<{ document: Document; claims: readonly Claim[] } | undefined>;
  /** The bytes of a page as they came. */
  pageBytes(hash: string): Promise<Uint8Array | undefined>;
  claims(query?: ClaimQuery): Promise<Listed<ClaimRow>>;
  close(): Promise<void>;
}

const MANY = 1_000_000;
const COMPRESSION = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

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

class FileStore implements Store {
  readonly #db: Kysely<Tables>;

  constructor(database: Database.Database) {
    this.#db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  }

  async putReading({ page, document, claims, reader }: Reading): Promise<PutResult> {
    return this.#db.transaction().execute(async (db) => {
      const known = await db
        .selectFrom('document')
        .select('reader')
        .where('id', '=', document.id)
        .executeTakeFirst();
      const bytes = known === undefined ? brotliCompressSync(page.bytes, COMPRESSION) : Buffer.alloc(0);
      if (known === undefined) {
        const row = { hash: page.hash, form: page.form, charset: page.charset.name, bytes };
        await db
          .insertInto('page')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      const source = { page: page.hash, id: page.id, url: page.url ?? null, captured: page.captured ?? null };
      await db
        .insertInto('source')
        .values(source)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      if (known?.reader === reader) return 'unchanged';
      if (known !== undefined) await forget(db, document.id);
      await db.insertInto('document').values(documentRow(document, reader)).execute();
      for (const claim of claims) {
        await db.insertInto('claim').values(claimRow(claim)).execute();
        await sql`INSERT INTO claim_text (id, quote) VALUES (${claim.id}, ${claim.evidence.quote})`.execute(
          db,
        );
      }
      return known === undefined ? 'added' : 'reread';
    });
  }

  async documents({
    text = '',
    limit = MANY,
    offset = 0,
  }: {
    text?: string;
    limit?: number;
    offset?: number;
  } = {}): Promise<Listed<DocumentRow>> {
    let query = this.#db.selectFrom('document');
    if (text.trim() !== '')
      query = query.where(
        sql<boolean>`instr(lower(title || ' ' || coalesce(outlet, '')), ${text.trim().toLowerCase()}) > 0`,
      );
    const total = await query.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    const rows = await query
      .selectAll()
      .orderBy('published', 'desc')
      .orderBy('title')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute();
    const kinds = await this.#kinds(rows.map(({ id }) => id));
    return {
      rows: rows.map(({ id, json }) => ({
        document: JSON.parse(json) as Document,
        kinds: kinds.get(id) ?? {},
      })),
      total: total.n,
    };
  }

  async #kinds(ids: readonly string[]): Promise<Map<string, Record<string, number>>> {
    const found = new Map<string, Record<string, number>>();
    if (ids.length === 0) return found;
    const rows = await this.#db
      .selectFrom('claim')
      .select(['document', 'kind', ({ fn }) => fn.countAll<number>().as('n')])
      .where('document', 'in', ids)
      .groupBy(['document', 'kind'])
      .orderBy('kind')
      .execute();
    for (const { document, kind, n } of rows) found.set(document, { ...found.get(document), [kind]: n });
    return found;
  }

  async document(id: string): Promise<{ document: Document; claims: readonly Claim[] } | undefined> {
    const row = await this.#db.selectFrom('document').select('json').where('id', '=', id).executeTakeFirst();
    if (row === undefined) return undefined;
    const claims = await this.#db
      .selectFrom('claim')
      .select('json')
      .where('document', '=', id)
      .orderBy('start')
      .orderBy('id')
      .execute();
    return {
      document: JSON.parse(row.json) as Document,
      claims: claims.map(({ json }) => JSON.parse(json) as Claim),
    };
  }

  async pageBytes(hash: string): Promise<Uint8Array | undefined> {
    const row = await this.#db.selectFrom('page').select('bytes').where('hash', '=', hash).executeTakeFirst();
    return row === undefined ? undefined : brotliDecompressSync(row.bytes);
  }

  async claims(query: ClaimQuery = {}): Promise<Listed<ClaimRow>> {
    let found = this.#db.selectFrom('claim').innerJoin('document', 'document.id', 'claim.document');
    if (query.kind !== undefined) found = found.where('claim.kind', '=', query.kind);
    if (query.modality !== undefined) found = found.where('claim.modality', '=', query.modality);
    if (query.document !== undefined) found = found.where('claim.document', '=', query.document);
    if (query.state !== undefined)
      found = found.where(sql<boolean>`instr(claim.states, ${` ${query.state} `}) > 0`);
    const words = searchTerms(query.text ?? '');
    if (words !== '')
      found = found.where(
        sql<boolean>`claim.id IN (SELECT id FROM claim_text WHERE claim_text MATCH ${words})`,
      );
    const total = await found.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    const sorted =
      query.sort === 'kind'
        ? found.orderBy('claim.kind')
        : query.sort === 'modality'
          ? found.orderBy('claim.modality')
          : found;
    const rows = await sorted
      .select(['claim.json as claim', 'document.json as document'])
      .orderBy('document.published', 'desc')
      .orderBy('document.id')
      .orderBy('claim.start')
      .orderBy('claim.id')
      .limit(query.limit ?? MANY)
      .offset(query.offset ?? 0)
      .execute();
    return { rows: rows.map((row) => claimWithDocument(row.claim, row.document)), total: total.n };
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}

async function forget(db: Kysely<Tables>, document: string): Promise<void> {
  await sql`DELETE FROM claim_text WHERE id IN (SELECT id FROM claim WHERE document = ${document})`.execute(
    db,
  );
  await db.deleteFrom('claim').where('document', '=', document).execute();
  await db.deleteFrom('document').where('id', '=', document).execute();
}

function documentRow(document: Document, reader: string): Tables['document'] {
  return {
    id: document.id,
    reader,
    title: document.title?.value ?? '',
    outlet: document.outlet?.value.name ?? document.outlet?.value.domain ?? null,
    published: document.published?.value ?? null,
    language: document.language?.value ?? null,
    json: JSON.stringify(document),
  };
}

function claimRow(claim: Claim): Tables['claim'] {
  const { id, kind, modality, evidence } = claim;
  const states = new Set(
    Object.values(claim.roles)
      .flat()
      .map(stateOf)
      .filter((code) => code !== ''),
  );
  const start = evidence.where === 'title' ? -1 : evidence.start;
  return {
    id,
    document: evidence.document,
    kind,
    modality,
    start,
    states: ` ${[...states].join(' ')} `,
    quote: evidence.quote,
    json: JSON.stringify(claim),
  };
}

function stateOf(filler: RoleFiller): string {
  return 'item' in filler ? '' : (filler.state ?? '');
}

function claimWithDocument(claim: string, document: string): ClaimRow {
  const { id, title, outlet, published } = JSON.parse(document) as Document;
  return {
    claim: JSON.parse(claim) as Claim,
    document: { id, ...(title && { title }), ...(outlet && { outlet }), ...(published && { published }) },
  };
}

/** The user's words as quoted FTS5 terms that must all occur: no word is read as an operator. */
export function searchTerms(text: string): string {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, 20)
    .map((word) => `"${word}"`)
    .join(' ');
}
