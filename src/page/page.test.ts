// Pages from everywhere, good and bad: each bad input is one failure with its place, and the rest goes on.
import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
