// The commands as a user calls them: what they print, and what they say of wrong input.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { addScore } from './score.js';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const lines = (...objects: readonly object[]): string =>
  objects.map((one) => `${JSON.stringify(one)}\n`).join('');

/** What one call of the command line prints on standard output; errors are thrown. */
async function run(...args: readonly string[]): Promise<string> {
  const program = new Command('entente').exitOverride().configureOutput({ writeErr: () => undefined });
  addScore(program);
  const printed: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed.push(String(chunk));
    return true;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    out.mockRestore();
    process.exitCode = undefined;
  }
  return printed.join('');
}

describe('score', () => {
  const gold = lines(
    {
      id: 'a',
      text: 'Kenya accused Somalia of smuggling sugar.',
      events: [{ source: 'KEN', target: 'SOM', type: 'ACCUSE' }],
      claims: [{ kind: 'statement', quote: 'Kenya accused Somalia of smuggling sugar' }],
    },
    { id: 'b', text: 'The river is wide and slow here.', events: [], claims: [] },
    {
      id: 'c',
      text: 'Ruritania sent tanks to Graustark.',
      events: [{ source: 'RUR', target: 'GRK', code: '072' }],
      claims: [],
    },
  );

  it('gives the figures of claims, with and without their name', async () => {
    const file = put('gold.jsonl', gold);
    expect(JSON.parse(await run('score', 'claims', file, '--json'))).toMatchObject({ matched: 1, gold: 1 });
    expect(await run('score', file)).toContain('kind + evidence');
  });

  it('gives the figures of events, read with one’s own actors or by another', async () => {
    const file = put('gold.jsonl', gold);
    const actors = put('actors.csv', 'name,code\nRURITANIA,RUR\nGRAUSTARK,GRK\n');
    expect(await run('score', 'events', file)).toContain('1 matched, 1 read, 2 in gold');
    const own = JSON.parse(await run('score', 'events', file, '--actors', actors, '--json')) as object;
    expect(own).toMatchObject({ levels: { 'root+pair': { matched: 2, read: 2 } }, empty: 1, leftEmpty: 1 });
    const system = put(
      'system.jsonl',
      lines({ id: 'a', events: [{ source: 'KEN', target: null, type: 'AID' }] }),
    );
    const theirs = JSON.parse(
      await run('score', 'events', file, system, '--drop-null', 'both', '--json'),
    ) as object;
    expect(theirs).toMatchObject({ levels: { root: { matched: 0, read: 0, gold: 2 } }, absent: 2 });
  });

  it('says where a file is wrong', async () => {
    const bad = put('bad.jsonl', `\n${lines({ id: 'a', events: [{ source: 'KEN' }] })}`);
    await expect(run('score', 'events', bad)).rejects.toMatchObject({
      line: `${bad}:2: events.0: no type, code or cameo`,
    });
    const twice = put('twice.jsonl', lines({ id: 'a', events: [] }, { id: 'a', events: [] }));
    await expect(run('score', 'events', twice)).rejects.toThrow('occurs twice');
    await expect(run('score', 'events', twice, '--drop-null', 'all')).rejects.toThrow('not all');
  });
});
