// Pages from everywhere, good and bad: each bad input is one failure with its place, and the rest goes on.
import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './address.js';
import { decode } from './charset.js';
import { LIMITS } from './limits.js';
import { type ReadPagesOptions, readPages } from './read.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-page-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, data: string | Uint8Array): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, data);
  return file;
};

/** Ids of pages and codes of failures, in order. */
async function outcome(inputs: string[], options: ReadPagesOptions = {}): Promise<string[]> {
  const seen: string[] = [];
  for await (const result of readPages(inputs, options)) {
    if ('page' in result) seen.push(path.basename(result.page.id));
    else
      seen.push(
        `${result.failure.code}${result.failure.place.line === undefined ? '' : `:${result.failure.place.line}`}`,
      );
  }
  return seen;
}

describe('files', () => {
  it('reads folders in code-unit order, skips what is hidden or of no known format', async () => {
    for (const name of ['f/b.html', 'f/a.txt', 'f/.hidden.html', 'f/x.png', 'f/sub/c.htm', 'f/Z.html'])
      put(name, '<p>page</p>');
    expect(await outcome([path.join(folder, 'f')])).toEqual(['Z.html', 'a.txt', 'b.html', 'c.htm']);
    expect(await outcome([path.join(folder, 'f/*.html')])).toEqual(['Z.html', 'b.html']);
  });
  it('gives one clear failure for each bad file and goes on', async () => {
    const cut = gzipSync('<p>a page</p>'.repeat(99)).subarray(0, 30);
    const files = [
      put('empty.html', ''),
      put('cut.html.gz', cut),
      put('doc.html', '%PDF-1.7'),
      put('zeros.bin', new Uint8Array(64)),
      path.join(folder, 'none.html'),
      path.join(folder, 'none*.html'),
      put('large.html', `<p>${'x'.repeat(5000)}`),
      put('good.html', '<p>good</p>'),
    ];
    const seen = await outcome(files, { limits: { ...LIMITS, maxBytes: 4000 } });
    expect(seen).toEqual([
      'empty',
      'bad-archive',
      'not-text',
      'not-text',
      'not-found',
      'not-found',
      'too-large',
      'good.html',
    ]);
  });
  it('inflates .gz within the limit', async () => {
    expect(await outcome([put('ok.html.gz', gzipSync('<p>fine</p>'))])).toEqual(['ok.html.gz']);
    const bomb = put('bomb.html.gz', gzipSync('x'.repeat(1_000_000)));
    expect(await outcome([bomb], { limits: { ...LIMITS, maxBytes: 10_000 } })).toEqual(['too-large']);
  });
  it('sniffs standard input', async () => {
    expect(await outcome(['-'], { stdin: Readable.from([Buffer.from('{"id":"x","text":"t"}\n')]) })).toEqual([
      'x',
    ]);
    expect(await outcome(['-'], { stdin: Readable.from([Buffer.from('plain words')]) })).toEqual(['-']);
    expect(await outcome(['-'], { stdin: Readable.from([]) })).toEqual(['empty']);
  });
});

describe('JSON lines', () => {
  it('names the line that is broken', async () => {
    const lines = [
      '{"id":"a","text":"x"}',
      '{"id":"b","html":"<p>y</p>"}',
      '{"id":',
      '{"id":"c"}',
      '{"id":"d","text":7}',
      '{"text":"no id"}',
      '{"id":"e","bytes":"PHA+eg=="}',
    ];
    const file = put('lines.jsonl', `\uFEFF${lines.join('\n')}\n\n`);
    expect(await outcome([file])).toEqual([
      'a',
      'b',
      'bad-json:3',
      'bad-shape:4',
      'bad-shape:5',
      'lines.jsonl:6',
      'e',
    ]);
  });
  it('never loses a good line, whatever stands between', async () => {
    const junk = fc.string({ unit: 'binary' }).map((text) => text.replace(/\n/g, ' '));
    await fc.assert(
      fc.asyncProperty(fc.array(junk, { maxLength: 8 }), async (between) => {
        const lines = between.flatMap((bad, at) => [`{"id":"good-${at}","text":"t"}`, `!${bad}`]);
        const seen = await outcome([put('fuzz.jsonl', lines.join('\n'))]);
        expect(seen.filter((id) => id.startsWith('good-'))).toEqual(between.map((_, at) => `good-${at}`));
      }),
      { numRuns: 40 },
    );
  });
});

describe('charset', () => {
  const bytes = (label: 'latin1', text: string): Uint8Array => Buffer.from(text, label);
  it('believes the mark, the header, the meta, and valid UTF-8 before them', () => {
    expect(decode(Buffer.from('\uFEFFé')).charset).toEqual({ name: 'utf-8', basis: 'bom' });
    expect(decode(bytes('latin1', 'caf\u00e9'), 'text/html; charset=ISO-8859-1').content).toBe('café');
    expect(decode(bytes('latin1', '<meta charset="windows-1252">l\u0092\u009cuvre')).content).toContain(
      'l’œuvre',
    );
    expect(decode(Buffer.from('<meta charset="iso-8859-1">café')).content).toContain('café');
  });
  it('never throws and leaves UTF-8 as it is', () => {
    fc.assert(fc.property(fc.uint8Array(), (data) => typeof decode(data).content === 'string'));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => decode(Buffer.from(text.replace(/^\uFEFF/, ''))).content === text.replace(/^\uFEFF/, ''),
      ),
    );
  });
});

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '224.0.0.1',
    'x',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true));
});

describe('URLs', () => {
  let server: http.Server;
  let base = '';
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      if (request.url === '/page') response.setHeader('content-type', 'text/html').end('<p>page</p>');
      else if (request.url === '/bomb')
        response.setHeader('content-encoding', 'br').end(brotliCompressSync('x'.repeat(2_000_000)));
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (request.url === '/local') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      else if (request.url === '/image') response.setHeader('content-type', 'image/png').end('x');
      else if (request.url === '/slow') response.write('');
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('refuses the local network unless allowed, and everything but http(s)', async () => {
    expect(
      await outcome([
        `${base}/page`,
        'file:///etc/passwd',
        'http://user:pw@example.org/',
        'http://2130706433/',
        'http://[::1]/',
      ]),
    ).toEqual(Array(5).fill('refused-address'));
    expect(await outcome([`${base}/page`], { allowLocal: true })).toEqual(['page']);
  });
  it('looks at the address that a name leads to', async () => {
    const lookup: LookupFunction = (_name, _options, done) =>
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    expect(await outcome(['http://news.example/'], { lookup })).toEqual(['refused-address']);
  });
  it('looks again after a redirect', async () => {
    // The first hop is let through by its look-up; the address it redirects to is literal and refused.
    let asked = 0;
    const lookup: LookupFunction = (_name, _options, done) =>
      done(null, [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }]);
    const limits = { ...LIMITS, timeoutMs: 300 };
    expect(await outcome(['http://news.example/local'], { lookup, limits })).not.toContain('local');
    const { fetchPage } = await import('./fetch.js');
    const guarded = fetchPage(`${base}/local`, { limits, allowLocal: true });
    await expect(guarded).rejects.toThrow();
  });
  it('stops bombs, loops, slow servers and what is no page', async () => {
    const limits = { ...LIMITS, maxBytes: 100_000, timeoutMs: 400 };
    const inputs = ['bomb', 'loop', 'image', 'missing', 'slow'].map((name) => `${base}/${name}`);
    expect(await outcome(inputs, { allowLocal: true, limits })).toEqual([
      'too-large',
      'network',
      'not-text',
      'http-status',
      'timeout',
    ]);
  });
});
