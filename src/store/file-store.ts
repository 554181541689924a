// A record in one SQLite file: every change in one transaction, durable when it returns.
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type Database from 'libsql';
import type { Claim } from '../claim/claim.js';
import type { Why } from '../claim/read/why.js';
import type { Document } from '../document/document.js';
import type { Family } from '../lineage/families/families.js';
import type { Page } from '../page/page.js';
import { familiesOf, lineageCounts, markedOf, tiesOf } from './lineage.js';
import { claimRow, claimWithDocument, documentRow, searchTerms } from './rows.js';
import type { Tables } from './schema.js';
import type {
  ClaimQuery,
  ClaimRow,
  DocumentRow,
  Listed,
  Marked,
  PutResult,
  Read,
  Reading,
  Store,
  TieRow,
  WholeDocument,
} from './store.js';
import { Weave } from './weave.js';

const MANY = 1_000_000;
const COMPRESSION = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** A record in one SQLite file. */
export class FileStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #weave: Weave;

  constructor(database: Database.Database) {
    this.#weave = new Weave(database);
    this.#db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  }

  async putReading(reading: Reading): Promise<PutResult> {
    try {
      return await this.#db.transaction().execute((db) => this.#put(db, reading));
    } catch (error) {
      this.#weave.forget();
      throw error;
    }
  }

  async hasReading(page: Page, reader: string): Promise<boolean> {
    const known = await this.#db
      .selectFrom('document')
      .select('reader')
      .where('id', '=', page.hash)
      .executeTakeFirst();
    if (known?.reader !== reader || !this.#weave.has(page.hash)) return false;
    await keepSource(this.#db, page);
    return true;
  }

  async #put(db: Kysely<Tables>, { page, document, claims, reader }: Reading): Promise<PutResult> {
    await sql`UPDATE document SET reader = reader WHERE FALSE`.execute(db); // takes the lock before anything is read
    const known = await db
      .selectFrom('document')
      .select(['reader', 'json'])
      .where('id', '=', document.id)
      .executeTakeFirst();
    if (known === undefined) await keepPage(db, page);
    await keepSource(db, page);
    if (known?.reader === reader && this.#weave.has(document.id)) return 'unchanged';
    if (known !== undefined) {
      await forgetClaims(db, document.id);
      this.#weave.drop(JSON.parse(known.json) as Document, document);
    }
    const row = documentRow(document, reader);
    await db
      .insertInto('document')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    for (const read of claims) await keepClaim(db, read);
    this.#weave.add(document);
    return known === undefined ? 'added' : 'reread';
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
    const ids = rows.map(({ id }) => id);
    const kinds = await this.#kinds(ids);
    const lineage = await lineageCounts(this.#db, ids);
    return {
      rows: rows.map(({ id, json }) => ({
        document: JSON.parse(json) as Document,
        kinds: kinds.get(id) ?? {},
        ...lineage.get(id)!,
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

  async document(id: string): Promise<WholeDocument | undefined> {
    const row = await this.#db.selectFrom('document').select('json').where('id', '=', id).executeTakeFirst();
    if (row === undefined) return undefined;
    const claims = await this.#db
      .selectFrom('claim')
      .select(['id', 'json', 'why'])
      .where('document', '=', id)
      .orderBy('start')
      .orderBy('id')
      .execute();
    return {
      document: JSON.parse(row.json) as Document,
      claims: claims.map(({ json }) => JSON.parse(json) as Claim),
      reasons: Object.fromEntries(
        claims.flatMap((claim) => (claim.why === null ? [] : [[claim.id, JSON.parse(claim.why) as Why]])),
      ),
    };
  }

  async ties(document: string): Promise<readonly TieRow[]> {
    return tiesOf(this.#db, document);
  }

  async families(document?: string): Promise<readonly Family[]> {
    return familiesOf(this.#db, document);
  }

  async markers(document: string): Promise<Marked> {
    return markedOf(this.#db, document);
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
      .select(['claim.json as claim', 'claim.why as why', 'document.json as document'])
      .orderBy('document.published', 'desc')
      .orderBy('document.id')
      .orderBy('claim.start')
      .orderBy('claim.id')
      .limit(query.limit ?? MANY)
      .offset(query.offset ?? 0)
      .execute();
    return { rows: rows.map((row) => claimWithDocument(row.claim, row.why, row.document)), total: total.n };
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}

async function keepPage(db: Kysely<Tables>, { hash, form, charset, bytes }: Page): Promise<void> {
  const row = { hash, form, charset: charset.name, bytes: brotliCompressSync(bytes, COMPRESSION) };
  await db
    .insertInto('page')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function keepSource(db: Kysely<Tables>, { hash, id, url, captured }: Page): Promise<void> {
  const row = { page: hash, id, url: url ?? null, captured: captured ?? null };
  await db
    .insertInto('source')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function keepClaim(db: Kysely<Tables>, read: Read): Promise<void> {
  const { id, evidence } = read.claim;
  await db.insertInto('claim').values(claimRow(read)).execute();
  await sql`INSERT INTO claim_text (id, quote) VALUES (${id}, ${evidence.quote})`.execute(db);
}

async function forgetClaims(db: Kysely<Tables>, document: string): Promise<void> {
  await sql`DELETE FROM claim_text WHERE id IN (SELECT id FROM claim WHERE document = ${document})`.execute(
    db,
  );
  await db.deleteFrom('claim').where('document', '=', document).execute();
}
