// Tied documents in the room, with the examples: side by side, in every form, and the reasons of claims and markers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimReader, explain } from '../claim/read/reader.js';
import { readDocument } from '../document/read.js';
import { readPages } from '../page/read.js';
import { openStore, type Store } from '../store/store.js';
import { createRoom } from './server/app.js';
import { cut } from './view/highlight.js';

const EXAMPLES = path.join(import.meta.dirname, '../../examples');
const ids = new Map<string, string>();
let folder = '';
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-tied-'));
  store = openStore(path.join(folder, 'a.db'));
  const names = ['wire-courier', 'spun-top-world', 'arms-share'];
  for await (const result of readPages(names.map((name) => path.join(EXAMPLES, `${name}.html`)))) {
    if (!('page' in result)) throw result.failure;
    const document = readDocument(result.page);
    ids.set(path.basename(document.page, '.html'), document.id);
    await store.putReading({
      ...{ page: result.page, document },
      ...{ claims: explain(document), reader: claimReader.name },
    });
  }
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (url: string): Promise<Response> => createRoom({ store, version: '0' }).request(url);
const text = async (url: string): Promise<string> => (await get(url)).text();
const spun = (): string => ids.get('spun-top-world')!;
const courier = (): string => ids.get('wire-courier')!;

describe('the page of a document', () => {
  it('says what it was rewritten from, and shows the traces with their reasons', async () => {
    const html = await text(`/documents/${spun()}`);
    expect(html).toContain('Rewritten by machine.');
    expect(html).toContain(`href="/documents/${spun()}/ties/${courier()}"`);
    expect(html).toContain('PMC does not stand for these words');
    const source = await text(`/documents/${courier()}`);
    expect(source).toContain('Rewritten by');
    expect(source).not.toContain('Rewritten by machine.');
  });
  it('says why each claim was made', async () => {
    const html = await text(`/documents/${ids.get('arms-share')}`);
    const claims = (await store.claims({ document: ids.get('arms-share')! })).rows;
    expect(html.split('<summary>Why</summary>')).toHaveLength(claims.length + 1);
    for (const { why } of claims) expect(html).toContain(`<code>${why!.frame}</code>`);
  });
  it('gives lineage and reasons as JSON and CSV', async () => {
    const json = JSON.parse(await text(`/documents/${spun()}.json`)) as Record<string, unknown[]>;
    expect(json['ties']).toHaveLength(1);
    expect(json['isMachineRewritten']).toBe(true);
    expect(JSON.parse(await text(`/documents/${spun()}/ties.json`))).toEqual(json['ties']);
    expect(await text(`/documents/${spun()}/ties.csv`)).toContain(`${spun()},${courier()},rewrite,${spun()}`);
    expect((await text(`/documents/${spun()}/markers.csv`)).trim().split('\n')).toHaveLength(
      json['markers']!.length + 1,
    );
    expect((await get(`/documents/${spun()}/ties`)).headers.get('location')).toBe(
      `/documents/${spun()}#lineage`,
    );
    expect((await text('/claims.csv')).split('\n')[0]).toContain('why_frame');
  });
});

describe('the page of a tie', () => {
  it('marks the words that the other side lacks, from either side', async () => {
    for (const [own, other] of [
      [spun(), courier()],
      [courier(), spun()],
    ] as const) {
      const html = await text(`/documents/${own}/ties/${other}`);
      expect(html).toContain('<mark class="differs">despatched</mark>');
      expect(html).toContain('<mark class="differs">sent</mark>');
      expect(html.indexOf('despatched') < html.indexOf('>sent<')).toBe(own === spun());
    }
  });
  it('is there as JSON and CSV, with passages that quote both texts', async () => {
    const { tie, texts } = JSON.parse(await text(`/documents/${spun()}/ties/${courier()}.json`)) as {
      tie: { passages: { a: { start: number; end: number } }[] };
      texts: Record<string, string>;
    };
    const csv = await text(`/documents/${spun()}/ties/${courier()}.csv`);
    const { start, end } = tie.passages[0]!.a;
    expect(csv).toContain(texts[spun()]!.slice(start, start + 40));
    expect(csv).toContain(`,${start},${end},`);
  });
  it('is not there for documents without a tie, or unknown ones', async () => {
    for (const other of [ids.get('arms-share')!, '0'.repeat(64), spun()])
      expect((await get(`/documents/${spun()}/ties/${other}`)).status).toBe(404);
    expect((await get(`/documents/${'0'.repeat(64)}/markers.csv`)).status).toBe(404);
  });
});

it('a cut text is whole again', () => {
  const pieces = cut({ start: 3, end: 20 }, [
    { start: 0, end: 5 },
    { start: 4, end: 9 },
    { start: 18, end: 40 },
  ]);
  expect(pieces.map(({ start, end }) => [start, end])).toEqual([
    [3, 4],
    [4, 5],
    [5, 9],
    [9, 18],
    [18, 20],
  ]);
});
