// However many read: the same lines in the same order, failures in their place, and the same record.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
/** Pages enough for workers to be ready before the last of them is read. */
const TIMES = 2;
/** Each run starts a process and its workers. */
const PATIENCE = { timeout: 300_000 };
const CLAIM = 'Chad signed a defence agreement with Turkey in March 2021.';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-crew-'));
  const lines = [CLAIM, 'broken', `${CLAIM} Two sentences.`].map((text, at) =>
    at === 1 ? '{"id": "broken", "text"' : JSON.stringify({ id: `page ${at}`, text }),
  );
  writeFileSync(path.join(folder, 'pages.jsonl'), `${lines.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function entente(...args: string[]): { out: string; said: string; code: number | null } {
  const examples = Array.from({ length: TIMES }, () => 'examples');
  const inputs = [...examples, path.join(folder, 'pages.jsonl'), 'examples', 'no-such-page.html'];
  const [command = '', ...options] = args;
  const done = spawnSync(
    process.execPath,
    [path.join(root, 'dist', 'cli', 'main.js'), command, ...inputs, ...options],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return { out: done.stdout, said: done.stderr, code: done.status };
}

describe('--jobs', () => {
  it('reads the same, in the same order, with one reader and with three', PATIENCE, () => {
    const alone = entente('read', '--why', '--jobs', '1');
    expect(alone.code).toBe(1);
    expect(alone.said).toContain('pages.jsonl:2: not JSON');
    expect(alone.out).toContain('"page 2"');
    expect(entente('read', '--why', '--jobs', '3')).toEqual(alone);
  });

  it('adds the same pages, and says of those that are there that they are', PATIENCE, () => {
    const record = path.join(folder, 'three.db');
    const first = entente('add', '--json', '--record', record, '--jobs', '3');
    const { added, unchanged, reread, read } = JSON.parse(first.out) as Record<string, number>;
    expect({ reread, read }).toEqual({ reread: 0, read: added! + unchanged! });
    expect(added).toBeLessThan(unchanged!);
    const again = JSON.parse(entente('add', '--json', '--record', record, '--jobs', '3').out) as object;
    expect(again).toMatchObject({ added: 0, reread: 0, unchanged: read });
  });

  it('is a number of at least one', PATIENCE, () => {
    expect(entente('read', '--jobs', 'none')).toMatchObject({ code: 2 });
    expect(entente('read', '--jobs', '0')).toMatchObject({ code: 2 });
  });
});
