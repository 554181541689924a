// Pages by URL: from public addresses only, bounded in size and time, whatever a server answers.
import { Buffer } from 'node:buffer';
import http from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './address.js';
import { fetchPage } from './fetch.js';
import { LIMITS } from './limits.js';
import type { PageResult } from './page.js';
import { type ReadPagesOptions, readPages } from './read.js';

async function results(inputs: string[], options: ReadPagesOptions = {}): Promise<PageResult[]> {
  const seen: PageResult[] = [];
  for await (const result of readPages(inputs, options)) seen.push(result);
  return seen;
}

/** The content of pages and the codes of failures, in order. */
async function outcome(inputs: string[], options: ReadPagesOptions = {}): Promise<string[]> {
  const found = await results(inputs, options);
  return found.map((result) => ('page' in result ? result.page.content : result.failure.code));
}

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
    '255.255.255.255',
    '::',
    '::7f00:1',
    'fec0::1',
    '64:ff9b:1::7f00:1',
    '2001::1',
    'x',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each([
    '93.184.216.34',
    '::ffff:93.184.216.34',
    '2606:2800:220:1:248:1893:25c8:1946',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('URLs', () => {
  type Answer = (response: http.ServerResponse) => void;
  const send = (headers: http.OutgoingHttpHeaders, body: string | Buffer): Answer => {
    return (response) => void response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
  };
  const packed = (encoding: string, body: Buffer): Answer => send({ 'content-encoding': encoding }, body);
  const to =
    (location: string): Answer =>
    (response) =>
      void response.writeHead(302, { location }).end();
  const zeros = Buffer.alloc(2_000_000, '0');
  const answers: Readonly<Record<string, Answer>> = {
    '/page': send({}, '<p>page</p>'),
    '/koi': send({ 'content-type': 'text/html; charset=koi8-r' }, Buffer.from([0xed, 0xc9, 0xd2])),
    '/gzip': packed('gzip', gzipSync('gzip')),
    '/deflate': packed('deflate', deflateSync('deflate')),
    '/raw': packed('deflate', deflateRawSync('raw')),
    '/br': packed('br', brotliCompressSync('br')),
    '/twice': packed('gzip, br', brotliCompressSync(gzipSync('twice'))),
    '/bomb': packed('br', brotliCompressSync(zeros)),
    '/bomb2': packed('gzip, gzip', gzipSync(gzipSync(zeros))),
    '/cut': packed('gzip', gzipSync('a page cut off'.repeat(9)).subarray(0, 30)),
    '/zstd': packed('zstd', Buffer.from('x')),
    '/long': send({ 'content-length': zeros.length }, zeros),
    '/empty': send({}, ''),
    '/image': send({ 'content-type': 'image/png' }, 'x'),
    '/pdf': send({}, '%PDF-1.7'),
    '/loop': to('/loop'),
    '/5': to('/4'),
    '/4': to('/3'),
    '/3': to('/2'),
    '/2': to('/1'),
    '/1': to('/page'),
    '/6': to('/5'),
    '/local': to('http://127.0.0.1:1/'),
    '/file': to('file:///etc/passwd'),
    '/slow': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
  };

  let server: http.Server;
  let base = '';
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      const answer = answers[request.url ?? ''];
      if (answer === undefined) response.writeHead(404).end();
      else answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const local = (names: string[], options: ReadPagesOptions = {}): Promise<string[]> =>
    outcome(
      names.map((name) => `${base}/${name}`),
      { allowLocal: true, ...options },
    );

  it('refuses the local network unless allowed, and everything but http(s)', async () => {
    const inputs = [
      'file:///etc/passwd',
      'http://user:pw@example.org/',
      'http://2130706433/',
      'http://[::1]/',
    ];
    expect(await outcome([`${base}/page`, ...inputs])).toEqual(Array(5).fill('refused-address'));
    expect(await local(['page'])).toEqual(['<p>page</p>']);
  });
  it('looks at the addresses that a name leads to', async () => {
    const lookup: LookupFunction = (_name, _options, done) =>
      done(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    expect(await outcome(['http://news.example/'], { lookup })).toEqual(['refused-address']);
  });
  it('looks again after a redirect', async () => {
    // The first hop stands for a public server; what it redirects to is on this machine.
    let asked = 0;
    const allows = (): boolean => asked++ === 0;
    await expect(fetchPage(`${base}/local`, { limits: LIMITS, allows })).rejects.toMatchObject({
      code: 'refused-address',
      message: expect.stringContaining('127.0.0.1'),
    });
    expect(asked).toBe(2);
    expect(await local(['file'])).toEqual(['refused-address']);
  });
  it('follows five redirects and no sixth', async () => {
    expect(await local(['5', '6', 'loop'])).toEqual(['<p>page</p>', 'network', 'network']);
    const [result] = await results([`${base}/1`], { allowLocal: true, now: () => '2024-02-29T12:00:00Z' });
    expect(result).toMatchObject({
      page: { id: `${base}/1`, url: `${base}/page`, captured: '2024-02-29T12:00:00Z' },
    });
  });
  it('inflates what servers pack, and believes their charset', async () => {
    const names = ['gzip', 'deflate', 'raw', 'br', 'twice'];
    expect(await local(names)).toEqual(names);
    expect(await local(['koi'])).toEqual(['Мир']);
  });
  it('stops bombs and slow servers, and refuses what is no page', async () => {
    const limits = { ...LIMITS, maxBytes: 100_000, timeoutMs: 400 };
    const expected: readonly (readonly [string, string])[] = [
      ['bomb', 'too-large'],
      ['bomb2', 'too-large'],
      ['long', 'too-large'],
      ['cut', 'bad-archive'],
      ['zstd', 'not-text'],
      ['image', 'not-text'],
      ['pdf', 'not-text'],
      ['empty', 'empty'],
      ['missing', 'http-status'],
      ['slow', 'timeout'],
    ];
    expect(
      await local(
        expected.map(([name]) => name),
        { limits },
      ),
    ).toEqual(expected.map(([, code]) => code));
  });
  it('ends at once when it is told to', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    expect(await local(['slow', 'page'], { signal: controller.signal })).toEqual(['interrupted']);
  });
});
