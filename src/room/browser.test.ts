// The room in a real browser: no accessibility fault on any page, wide or narrow. Skipped where there is no Chromium.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimReader, explain } from '../claim/read/reader.js';
import { readDocument } from '../document/read.js';
import { readPages } from '../page/read.js';
import { type DocumentRow, openStore, type Store } from '../store/store.js';
import { type OpenedRoom, openRoom } from './server/listen.js';

const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(!existsSync(CHROMIUM))(
  'the room in Chromium (skipped: there is no /usr/bin/chromium)',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'entente-browser-'));
    const axe = existsSync(CHROMIUM)
      ? readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      : '';
    let store: Store;
    let room: OpenedRoom;
    let browser: Browser;
    let ids = { longest: '', marked: '' };
    let other = '';

    beforeAll(async () => {
      store = openStore(path.join(folder, 'b.db'));
      for await (const result of readPages([path.join(import.meta.dirname, '../../examples')])) {
        if (!('page' in result)) continue;
        const document = readDocument(result.page);
        const claims = explain(document);
        await store.putReading({ page: result.page, document, claims, reader: claimReader.name });
      }
      const { rows } = await store.documents();
      ids = {
        longest: busiest(rows, ({ kinds }) => Object.values(kinds).reduce((sum, count) => sum + count, 0)),
        marked: busiest(rows, ({ markers }) => markers),
      };
      other = (await store.ties(ids.marked))[0]!.other.id;
      room = await openRoom({ store, version: '0', port: 0 });
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    });
    afterAll(async () => {
      await browser?.close();
      await room?.close();
      await store?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each([1280, 390])('has no accessibility fault and no sideways scroll at %i pixels', async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      const pages: Readonly<Record<string, string>> = {
        documents: 'documents',
        longest: `documents/${ids.longest}`,
        frame: `documents/${ids.longest}?frame=1`,
        marked: `documents/${ids.marked}`,
        tie: `documents/${ids.marked}/ties/${other}`,
        claims: 'claims',
        nothing: 'nothing',
      };
      for (const [name, address] of Object.entries(pages)) {
        await page.goto(`${room.url}${address}`);
        await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
        await page.evaluate(axe);
        const faults = await page.evaluate<string[]>(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
        );
        expect(faults, address).toEqual([]);
        expect(
          await page.evaluate<number>('document.documentElement.scrollWidth'),
          address,
        ).toBeLessThanOrEqual(width);
        const shots = process.env['ENTENTE_SHOTS'];
        if (shots !== undefined)
          await page.screenshot({ path: path.join(shots, `${name}-${width}.png`), fullPage: true });
      }
      await context.close();
    });
  },
);

/** The document that has the most of something. */
function busiest(rows: readonly DocumentRow[], count: (row: DocumentRow) => number): string {
  return [...rows].sort((a, b) => count(b) - count(a))[0]!.document.id;
}
