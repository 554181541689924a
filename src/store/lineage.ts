// Lineage as the record shows it: ties settled against each other and directed, families, markers, the verdict on a page.
import { type Kysely, sql } from 'kysely';
import type { Document } from '../document/document.js';
import { directed } from '../lineage/direction.js';
import { type Family, families } from '../lineage/families/families.js';
import { settled } from '../lineage/families/settle.js';
import type { TextMarker } from '../lineage/markers/marker.js';
import { isMachineRewritten } from '../lineage/markers/verdict.js';
import { isMerging, type LineageDocument, TIE_KINDS, type Tie } from '../lineage/tie.js';
import { headOf } from './rows.js';
import type { Tables } from './schema.js';
import type { Marked, TieRow } from './store.js';
import { lineageOf } from './weave.js';

/** Ties are settled among this many documents at most, those nearest to the one that is asked for. */
const MOST_NEAR = 2_000;

interface Near {
  readonly documents: ReadonlyMap<string, Document>;
  /** The same as lineage reads them. */
  readonly read: ReadonlyMap<string, LineageDocument>;
  /** Settled and directed. */
  readonly ties: readonly Tie[];
}

/** The ties of a document, those that make a family first, then by how much they cover. */
export async function tiesOf(db: Kysely<Tables>, document: string): Promise<TieRow[]> {
  const { documents, ties } = await near(db, document);
  return ties
    .filter(({ a, b }) => a === document || b === document)
    .sort(byWeight)
    .map((tie) => ({ tie, other: headOf(documents.get(tie.a === document ? tie.b : tie.a)!) }));
}

/** The families that a document stands in, or all of the record. */
export async function familiesOf(db: Kysely<Tables>, document?: string): Promise<Family[]> {
  const { read, ties } = await near(db, document);
  const derived = new Set(
    ties.flatMap(({ a, direction }) => (direction === 'markers' || direction === 'credit' ? [a] : [])),
  );
  return families(ties, [...read.values()])
    .filter(({ members }) => document === undefined || members.some((one) => one.document === document))
    .map(({ members }) => ({ members, ...earliestOf(members, derived, read) }));
}

/** The member with the earliest day, those left out that are proved to be derived: a rewritten page's date tells nothing. */
function earliestOf(
  members: Family['members'],
  derived: ReadonlySet<string>,
  read: ReadonlyMap<string, LineageDocument>,
): Pick<Family, 'origin'> {
  const dated = members
    .filter((member) => !derived.has(member.document))
    .flatMap((member) => {
      const day = read.get(member.document)?.published?.slice(0, 10);
      return day === undefined ? [] : [{ origin: member.document, day }];
    })
    .sort((x, y) => (x.day < y.day ? -1 : x.day > y.day ? 1 : 0));
  const [first, second] = dated;
  return first === undefined || first.day === second?.day ? {} : { origin: first.origin };
}

/** The markers of a document, and whether they and its ties say that a machine rewrote it. */
export async function markedOf(db: Kysely<Tables>, document: string): Promise<Marked> {
  const markers = (await markersOfAll(db, [document])).get(document) ?? [];
  return { markers, isMachineRewritten: await isRewritten(db, document, markers) };
}

/** How many markers and ties each document has, and whether it is called rewritten. */
export async function lineageCounts(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, { markers: number; ties: number; isMachineRewritten: boolean }>> {
  const markers = await markersOfAll(db, ids);
  const counts = new Map<string, { markers: number; ties: number; isMachineRewritten: boolean }>();
  for (const id of ids) {
    const own = markers.get(id) ?? [];
    const ties = await db
      .selectFrom('tie')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where((where) => where.or([where('a', '=', id), where('b', '=', id)]))
      .executeTakeFirstOrThrow();
    const isMachineRewritten = await isRewritten(db, id, own);
    counts.set(id, { markers: own.length, ties: ties.n, isMachineRewritten });
  }
  return counts;
}

/** Ties are asked for only where hard markers leave the question open. */
async function isRewritten(
  db: Kysely<Tables>,
  document: string,
  markers: readonly TextMarker[],
): Promise<boolean> {
  if (!markers.some(({ strength }) => strength === 'hard')) return false;
  if (isMachineRewritten(markers)) return true;
  const ties = (await tiesOf(db, document)).map(({ tie }) => tie);
  return isMachineRewritten(
    markers,
    ties.filter(({ a }) => a === document),
  );
}

async function markersOfAll(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, readonly TextMarker[]>> {
  const found = new Map<string, TextMarker[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('marker')
    .select(['document', 'json'])
    .where('document', 'in', ids)
    .orderBy('document')
    .orderBy('number')
    .execute();
  for (const { document, json } of rows)
    found.set(document, [...(found.get(document) ?? []), JSON.parse(json) as TextMarker]);
  return found;
}

/** The documents that ties lead to from one, with their ties; of the whole record without one. */
async function near(db: Kysely<Tables>, document?: string): Promise<Near> {
  const ids = document === undefined ? undefined : await neighbours(db, document);
  let query = db.selectFrom('tie').select('json').orderBy(sql`rowid`);
  if (ids !== undefined) query = query.where('a', 'in', ids).where('b', 'in', ids);
  const raw = (await query.execute()).map(({ json }) => JSON.parse(json) as Tie);
  const tied = ids ?? [...new Set(raw.flatMap(({ a, b }) => [a, b]))];
  const rows = await db
    .selectFrom('document')
    .select(['id', 'json'])
    .where('id', 'in', tied)
    .orderBy('published')
    .orderBy('id')
    .execute();
  const documents = new Map(rows.map(({ id, json }) => [id, JSON.parse(json) as Document]));
  const read = new Map([...documents].map(([id, one]) => [id, lineageOf(one)]));
  const markers = await markersOfAll(db, [...read.keys()]);
  const ties = settled(raw, read.values()).map((tie) =>
    directed(tie, read, ({ id }) => markers.get(id) ?? []),
  );
  return { documents, read, ties };
}

/** Settling looks along ties only, so that what is not joined by any never matters. */
async function neighbours(db: Kysely<Tables>, document: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE near (id) AS (
      SELECT ${document}
      UNION SELECT tie.b FROM tie JOIN near ON tie.a = near.id
      UNION SELECT tie.a FROM tie JOIN near ON tie.b = near.id
    ) SELECT id FROM near LIMIT ${sql.lit(MOST_NEAR)}`.execute(db);
  return rows.map(({ id }) => id);
}

function byWeight(first: Tie, second: Tie): number {
  return (
    Number(isMerging(second)) - Number(isMerging(first)) ||
    TIE_KINDS.indexOf(first.kind) - TIE_KINDS.indexOf(second.kind) ||
    second.coverage - first.coverage ||
    (first.a + first.b < second.a + second.b ? -1 : 1)
  );
}
