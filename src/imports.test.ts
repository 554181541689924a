// The import rule: a room knows only the rooms above it, and nothing below the command line asks the clock or the environment.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOMS = [
  'base',
  'lexicon',
  'page',
  'document',
  'language',
  'mention',
  'claim',
  'lineage',
  'record',
  'store',
  'export',
  'fleet',
  'room',
  'cli',
];
const SURROUNDINGS =
  /\bprocess\.env|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\.toLocale\w+\(|\.localeCompare\(/;
const MAY_ASK = /^(?:cli|fleet|room\/server)\//;

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file.includes('/'));

describe('every file', () => {
  it.each(files)('%s', (file) => {
    const source = readFileSync(path.join(import.meta.dirname, file), 'utf8');
    const room = ROOMS.indexOf(file.split('/')[0]!);
    expect(room, 'stands in a known room').toBeGreaterThanOrEqual(0);
    for (const [, target = ''] of source.matchAll(/from '(\.[^']+)'/g)) {
      const other = path.posix.join(path.posix.dirname(file), target).split('/')[0]!;
      expect(ROOMS.indexOf(other), `${file} imports ${target}`).toBeLessThanOrEqual(room);
    }
    if (!MAY_ASK.test(file)) expect(SURROUNDINGS.exec(source)?.[0]).toBeUndefined();
    expect(source.startsWith('// ') || source.startsWith('#!'), 'says in its first line what it gives').toBe(
      true,
    );
  });

  it('view/ never reads claims', () => {
    for (const file of files.filter((name) => name.startsWith('room/view/'))) {
      expect(readFileSync(path.join(import.meta.dirname, file), 'utf8')).not.toMatch(
        /claim\/(?:baseline|make|sentences)/,
      );
    }
  });
});
