// Store and room together, as a visitor meets them: the same in, the same out, nothing of a page is ever markup.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentId } from '../base/id.js';
import { claimReader, explain } from '../claim/read/reader.js';
import { readDocument } from '../document/read.js';
import type { Page } from '../page/page.js';
import { searchTerms } from '../store/rows.js';
import { openStore, type Reading, type Store } from '../store/store.js';
import { createRoom } from './server/app.js';
import { openRoom } from './server/listen.js';
import { segmentsOf } from './view/highlight.js';

const HOSTILE = '<script>alert(1)</script>';
const TEXTS = [
  `Ghana and Togo sign defence pact ${HOSTILE}\n\nGhana and Togo signed a defence cooperation agreement in March 2022, and Ghana delivered six armed drones to Togo. ${HOSTILE} stands here, too.`,
  `=cmd() in a title\n\nAbout 300 Rwandan soldiers are deployed in the Central African Republic, according to "officials".`,
];

function reading(content: string, reader = claimReader.name): Reading {
  const bytes = new TextEncoder().encode(content);
  const page: Page = {
    id: content.slice(0, 9),
    source: 't',
    form: 'text',
    hash: contentId(bytes),
    bytes,
    content,
    charset: { name: 'utf-8', basis: 'given' },
    given: {},
  };
  const document = readDocument(page);
  return { page, document, claims: explain(document), reader };
}

let folder = '';
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-room-'));
  store = openStore(path.join(folder, 'a.db'));
  for (const text of TEXTS) expect(await store.putReading(reading(text))).toBe('added');
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the store', () => {
  it('changes nothing for the same reading, and reads anew for a newer reader', async () => {
    const before = await store.claims();
    expect(await store.putReading(reading(TEXTS[0]!))).toBe('unchanged');
    expect(await store.putReading(reading(TEXTS[0]!, 'newer/2'))).toBe('reread');
    expect(await store.putReading(reading(TEXTS[0]!))).toBe('reread');
    expect(await store.claims()).toEqual(before);
  });
  it('says which pages it has from a reader', async () => {
    const { page } = reading(TEXTS[1]!);
    expect(await store.hasReading(page, claimReader.name)).toBe(true);
    expect(await store.hasReading(page, 'newer/2')).toBe(false);
    expect(await store.hasReading(reading('Nobody has read this.').page, claimReader.name)).toBe(false);
  });
  it('gives back what came in, also after it was closed and with a second writer', async () => {
    const second = openStore(path.join(folder, 'a.db'));
    expect(await second.putReading(reading(TEXTS[1]!))).toBe('unchanged');
    expect(await second.documents()).toEqual(await store.documents());
    const bytes = await second.pageBytes(reading(TEXTS[0]!).page.hash);
    expect(new TextDecoder().decode(bytes)).toBe(TEXTS[0]);
    await second.close();
  });
  it('says of a file that is no record that it is none', () => {
    const file = path.join(folder, 'none.db');
    writeFileSync(file, 'this is no database, but long enough to look at. '.repeat(40));
    expect(() => openStore(file)).toThrow('no record of Entente');
    expect(() => openStore(path.join(folder, 'no', 'folder.db'))).toThrow('can not be opened');
  });
  it('searches for any words a user may type', async () => {
    expect((await store.claims({ text: 'drones' })).total).toBe(1);
    expect((await store.claims({ text: 'drones Rwandan' })).total).toBe(0);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect((await store.claims({ text })).total).toBeGreaterThanOrEqual(0);
        expect(
          searchTerms(text)
            .replace(/"[^"]*"/g, '')
            .trim(),
        ).toBe('');
      }),
      { numRuns: 60 },
    );
  });
});

describe('the room', () => {
  const get = async (url: string, headers: Record<string, string> = {}): Promise<Response> =>
    createRoom({ store, version: '0' }).request(url, { headers });
  const id = (): string => reading(TEXTS[0]!).document.id;

  it('never lets a page speak markup', async () => {
    for (const url of ['/documents', `/documents/${id()}`, `/documents/${id()}?frame=1`, '/claims']) {
      const response = await get(url);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).not.toContain('<script');
      expect(html).toContain('&lt;script&gt;');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
  it('gives page, JSON and CSV of one query', async () => {
    const json = (await (await get('/claims.json?kind=transfer&state=tgo')).json()) as {
      total: number;
      rows: { claim: { kind: string } }[];
    };
    expect(json.rows.map(({ claim }) => claim.kind)).toEqual(['transfer']);
    const csv = await (await get('/claims.csv?kind=transfer&state=TGO')).text();
    expect(csv.trim().split('\n')).toHaveLength(2);
    expect(await (await get('/claims?kind=transfer&state=TGO')).text()).toContain('1 claims');
    expect(await (await get('/documents.csv')).text()).toContain("'=cmd()");
  });
  it('answers bad questions with a word and no crash', async () => {
    for (const url of [
      '/claims?kind=foo',
      '/claims?page=-1',
      '/claims?page=1e99',
      '/claims?state=%00',
      '/documents?page=x',
    ])
      expect((await get(url)).status, url).toBe(400);
    for (const url of ['/documents/0', `/documents/${'0'.repeat(64)}`, '/nothing', '/..%2f..'])
      expect((await get(url)).status, url).toBe(404);
    expect((await createRoom({ store, version: '0' }).request('/documents', { method: 'POST' })).status).toBe(
      404,
    );
  });
  it('refuses a foreign host name, and strangers on an open address', async () => {
    const local = createRoom({ store, version: '0', hosts: ['127.0.0.1'] });
    expect((await local.request('/documents', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await local.request('/documents', { headers: { host: '127.0.0.1:4747' } })).status).toBe(200);
    const closed = createRoom({ store, version: '0', token: 'secret' });
    expect((await closed.request('/documents')).status).toBe(403);
    expect((await closed.request('/documents', { headers: { authorization: 'Bearer secret' } })).status).toBe(
      200,
    );
    await expect(openRoom({ store, version: '0', host: '0.0.0.0', port: 0 })).rejects.toThrow(
      'without a token',
    );
  });
  it('opens on a free port, says when the asked one is taken, and closes', async () => {
    const room = await openRoom({ store, version: '0', port: 0 });
    expect((await fetch(`${room.url}documents`)).status).toBe(200);
    await expect(openRoom({ store, version: '0', port: Number(new URL(room.url).port) })).rejects.toThrow(
      'is taken',
    );
    await room.close();
    await expect(fetch(room.url)).rejects.toThrow();
  });
});

it('highlighted segments are the text again, and each claim covers its evidence', () => {
  const { document, claims } = reading(TEXTS[0]!);
  const inText = claims.map(({ claim }) => claim).filter(({ evidence }) => evidence.where !== 'title');
  const segments = segmentsOf(document.text, 0, inText);
  expect(segments.map(({ text }) => text).join('')).toBe(document.text);
  for (const claim of inText) {
    expect(
      segments
        .filter((segment) => segment.claims.includes(claim))
        .map(({ text }) => text)
        .join(''),
    ).toBe(claim.evidence.quote);
  }
});
