// The commands as a user calls them: what they print, and what they say of wrong input.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { addAdd } from './add.js';
import { addEvents } from './events.js';
import { addRead } from './read.js';
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
  for (const add of [addRead, addEvents, addAdd, addScore]) add(program);
  const printed: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed.push(String(chunk));
    return true;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    out.mockRestore();
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
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

describe('--actors', () => {
  const page = 'Ruritania signed a defence pact with Graustark on 3 May 2019.\n';
  const list = 'name\tcode\nRURITANIA\tRUR\nGRAUSTARK\tGRK\n';

  it('brings a user’s own states into claims, whose reader says so', async () => {
    const file = put('pact.txt', page);
    const claims = async (...args: string[]): Promise<{ reader: string; roles: { parties: object[] } }[]> =>
      (JSON.parse(await run('read', file, '--jsonl', ...args)) as { claims: never[] }).claims;
    expect(await claims()).toEqual([]);
    const [claim] = await claims('--actors', put('own.tsv', list));
    expect(claim?.roles.parties).toMatchObject([{ id: 'RUR' }, { id: 'GRK' }]);
    expect(claim?.reader).toMatch(/^frames\/\d+\+actors:[0-9a-f]{8}$/);
  });

  it('reads a record anew with another list, and only then', async () => {
    const file = put('pact.txt', page);
    const add = async (...args: string[]): Promise<string> =>
      run('add', file, '--record', path.join(folder, 'own.db'), ...args);
    const own = put('own.tsv', list);
    expect(await add()).toContain('1 pages added');
    expect(await add('--actors', own)).toContain('1 read anew');
    expect(await add('--actors', own)).toContain('1 already there');
    expect(await add('--actors', put('other.csv', 'RURITANIA,RUR\nGRAUSTARK,GRA\n'))).toContain(
      '1 read anew',
    );
  });

  it.each([
    ['no code', 'name\tcode\n\nRURITANIA\n', ':3: a name without a code'],
    ['no name', '# own\nRURITANIA,RUR\n,GRK\n', ':3: a code without a name (GRK)'],
    ['a text', 'Once upon a time, there was a king.\n', ':1: this is no code: there was a king.'],
    ['an open quote', 'RURITANIA,RUR\n"GRAUSTARK,GRK\n', ':2: a double quote is not closed'],
    ['nobody', 'name,code\n', ': the list has no actors'],
    ['bytes', 'RURI\u0000,RUR\n', ':1: the line is no text'],
  ])('says which line of a list is wrong: %s', async (name, content, message) => {
    const file = put(`${name}.csv`, content);
    for (const command of ['read', 'events', 'add'])
      await expect(run(command, file, '--actors', file)).rejects.toMatchObject({
        line: expect.stringContaining(`${file}${message}`) as string,
      });
    await expect(run('read', file, '--actors', folder)).rejects.toThrow('a folder, not a file');
  });
});
