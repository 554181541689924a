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
import { openStore, type Store } from '../store/store.js';
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
    let longest = '';

    beforeAll(async () => {
      store = openStore(path.join(folder, 'b.db'));
      let most = -1;
      for await (const result of readPages([path.join(import.meta.dirname, '../../examples')])) {
        if (!('page' in result)) continue;
        const document = readDocument(result.page);
        const claims = explain(document);
        await store.putReading({ page: result.page, document, claims, reader: claimReader.name });
        if (claims.length > most) longest = document.id;
        most = Math.max(most, claims.length);
      }
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
      for (const address of [
        'documents',
        `documents/${longest}`,
        `documents/${longest}?frame=1`,
        'claims',
        'nothing',
      ]) {
        await page.goto(`${room.url}${address}`);
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
          await page.screenshot({
            path: path.join(
              shots,
              `${address.split(/[/?]/)[0]}-${address.includes('frame') ? 'frame-' : address.includes('/') ? 'one-' : ''}${width}.png`,
            ),
          });
      }
      await context.close();
    });
  },
);
