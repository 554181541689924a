// The record's lineage: found as pages come, the same whether they come at once, twice, later or through two programs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentId } from '../base/id.js';
import { readDocument } from '../document/read.js';
import { openStore, type Reading, type Store } from './store.js';

const SOURCE = `VARNHOLM – The governments of Arvania and Belmora signed a defence accord on Tuesday that lets Arvanian engineers work at the port of Osk. The accord runs for five years and covers radar stations along the northern coast.

Officials in Varnholm said that 340 engineers would arrive before the winter. Belmora pays for their housing, and Arvania supplies the radar equipment free of charge. Fishermen in Osk have protested against the closing of the old harbour since March.`;
const SPUN = SOURCE.replace('signed', 'inked')
  .replace('engineers work', 'technicians labour')
  .replace('winter', 'cold season')
  .replace('supplies', 'furnishes')
  .replace('protested', 'objected')
  .replace('stations', 'posts')
  .replace('closing', 'shutting')
  .replaceAll('Varnholm said', "Varnholm`s envoys said outfitted forces' and Osk`s");
const OTHER = `Farmers around Lake Tenna expect the best plum harvest in eleven years after a mild spring. Prices at the market in Dunmar fell by a third within two weeks, and growers ask the district to open its cold stores early.`;

const folder = mkdtempSync(path.join(tmpdir(), 'entente-lineage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reading(content: string, published: string, reader = 'none/1'): Reading {
  const bytes = new TextEncoder().encode(content);
  const document = readDocument({
    id: contentId(bytes).slice(0, 6),
    source: 't',
    form: 'text',
    hash: contentId(bytes),
    bytes,
    content,
    charset: { name: 'utf-8', basis: 'given' },
    given: { published, title: 'A made-up page' },
  });
  return {
    page: {
      ...{ id: document.page, source: 't', form: 'text', hash: document.id, bytes, content },
      charset: { name: 'utf-8', basis: 'given' },
      given: {},
    },
    document,
    claims: [],
    reader,
  };
}

const source = reading(SOURCE, '2031-05-07');
const spun = reading(SPUN, '2030-01-01');
const other = reading(OTHER, '2031-05-08');

async function seen(store: Store): Promise<unknown> {
  const ids = [source, spun, other].map(({ document }) => document.id);
  return Promise.all(
    ids.map(async (id) => [await store.ties(id), await store.families(id), await store.markers(id)]),
  );
}

describe('lineage in a record', () => {
  let store: Store;
  beforeAll(async () => {
    store = openStore(path.join(folder, 'whole.db'));
    for (const one of [source, spun, other]) expect(await store.putReading(one)).toBe('added');
  });
  afterAll(() => store.close());

  it('ties a new page to those before it and finds its markers', async () => {
    const [row] = await store.ties(spun.document.id);
    expect(row).toMatchObject({
      tie: { a: spun.document.id, b: source.document.id, kind: 'rewrite', direction: 'markers' },
      other: { id: source.document.id, title: { value: 'A made-up page' } },
    });
    expect(await store.ties(other.document.id)).toEqual([]);
    const { markers, isMachineRewritten } = await store.markers(spun.document.id);
    expect(markers.map(({ kind }) => kind)).toContain('stray-mark');
    expect(isMachineRewritten).toBe(true);
    expect((await store.markers(source.document.id)).isMachineRewritten).toBe(false);
  });

  it('takes no rewritten page for the origin of its family, whatever date it bears', async () => {
    const [family] = await store.families(spun.document.id);
    expect(family?.origin).toBe(source.document.id);
    expect(family?.members).toHaveLength(2);
    expect(await store.families()).toEqual([family]);
    expect(await store.families(other.document.id)).toEqual([]);
  });

  it('changes nothing for the same pages again, also after it was closed', async () => {
    const before = await seen(store);
    const again = openStore(path.join(folder, 'whole.db'));
    for (const one of [source, spun, other]) expect(await again.putReading(one)).toBe('unchanged');
    expect(await seen(again)).toEqual(before);
    await again.close();
  });

  it('reads anew without making a tie twice', async () => {
    const before = await seen(store);
    expect(await store.putReading({ ...source, reader: 'none/2' })).toBe('reread');
    expect(await seen(store)).toEqual(before);
  });

  it('is the same where two programs add by turns', async () => {
    const file = path.join(folder, 'two.db');
    const [first, second] = [openStore(file), openStore(file)];
    await first.putReading(source);
    await second.putReading(spun);
    await first.putReading(other);
    expect(await seen(first)).toEqual(await seen(store));
    await first.close();
    await second.close();
  });

  it('follows a document that reads otherwise than before', async () => {
    const file = openStore(path.join(folder, 'changed.db'));
    for (const one of [source, spun]) await file.putReading(one);
    const document = { ...spun.document, text: OTHER };
    await file.putReading({ ...spun, document, reader: 'none/2' });
    expect(await file.ties(source.document.id)).toEqual([]);
    expect((await file.markers(spun.document.id)).markers).toEqual([]);
    await file.putReading({ ...spun, reader: 'none/3' });
    expect(await file.ties(source.document.id)).toHaveLength(1);
    await file.close();
  });

  it('ties the pages of a record from before there were ties', async () => {
    const file = path.join(folder, 'old.db');
    const made = openStore(file);
    for (const one of [source, spun]) await made.putReading(one);
    await made.close();
    const database = new Database(file);
    database.exec(
      'DROP TABLE lineage; DROP TABLE tie; DROP TABLE marker; ALTER TABLE claim DROP COLUMN why; PRAGMA user_version = 1;',
    );
    database.close();
    const opened = openStore(file);
    await opened.putReading(other);
    expect(await seen(opened)).toEqual(await seen(store));
    await opened.close();
  });
});
