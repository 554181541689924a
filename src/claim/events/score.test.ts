// Scoring of events: small texts counted by hand, and the same figures as the scorer beside the project where it is there.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodedEvent } from './coded.js';
import { DROPS, type Drop, type GoldEvents, LEVELS, type ScoredText, scoreEvents } from './score.js';

/** `KEN ACCUSE SOM`, the sides `---` where unknown. */
const event = (line: string): CodedEvent => {
  const [source = '', code = '', target = ''] = line.split(' ');
  const side = (letters: string): string | null => (letters === '---' ? null : letters);
  return { source: side(source), target: side(target), code };
};
const text = (gold: readonly string[], read: readonly string[] | undefined, more = {}): ScoredText => ({
  gold: { id: 'a', events: gold.map(event), ...more },
  read: read?.map(event),
});
const counts = (texts: readonly ScoredText[], drop?: Drop): Record<string, string> =>
  Object.fromEntries(
    Object.entries(scoreEvents(texts, drop).levels).map(([level, { matched, read, gold }]) => [
      level,
      `${matched}/${read}/${gold}`,
    ]),
  );

describe('scoring of events', () => {
  it('counts type and pair, type, quad class and pair apart', () => {
    const texts = [text(['KEN ACCUSE SOM', 'KEN AID UGA'], ['KEN REJECT SOM', 'UGA AID KEN'])];
    expect(counts(texts)).toEqual({ 'root+pair': '0/2/2', root: '1/2/2', quad: '2/2/2', pair: '1/2/2' });
  });

  it('knows CAMEO and older names, and drops what is no event', () => {
    const texts = [text(['KEN 1123 SOM', 'KEN 010 SOM', 'FRA FIGHT MLI'], ['KEN ACCUSE SOM', 'FRA 190 MLI'])];
    expect(counts(texts)['root+pair']).toBe('2/2/2');
    expect(counts([text(['PER 080 CHL'], ['PER RETREAT CHL'])])['root+pair']).toBe('1/1/1');
  });

  it('takes meetings without direction, and once', () => {
    const texts = [text(['KEN CONSULT SOM'], ['SOM CONSULT KEN', 'KEN CONSULT SOM'])];
    expect(counts(texts)['root+pair']).toBe('1/1/1');
  });

  it('compares countries by three letters, older letters by their states, organisations as one', () => {
    const texts = [text(['ROM AID PALGOV', 'NATO ACCUSE RUS'], ['ROU AID PSE', 'IGO ACCUSE RUSMIL'])];
    expect(counts(texts)['root+pair']).toBe('2/2/2');
    const madeUp = { id: 'up_validate:1' };
    expect(counts([text(['ROM AID PAL'], ['ROU AID PSE'], madeUp)])['root+pair']).toBe('0/1/1');
  });

  it('leaves unknown sides out where it is asked to', () => {
    const texts = [text(['KEN ACCUSE ---'], ['KEN ACCUSE ---', '--- ACCUSE KEN'])];
    expect(counts(texts)['root+pair']).toBe('1/2/1');
    expect(counts(texts, 'system')['root+pair']).toBe('0/0/1');
    expect(counts(texts, 'both')['root+pair']).toBe('0/0/0');
  });

  it('says what it left out, what was not read, and what was left empty', () => {
    const score = scoreEvents([
      text(['KEN AID SOM'], [], { evaluate: false }),
      text(['KEN AID SOM'], [], { expect: 'error' }),
      text(['KEN 91 SOM'], []),
      text([], []),
      text([], ['KEN NOTHING SOM']),
      text(['KEN AID SOM'], undefined),
    ]);
    expect(score.skipped).toEqual({ notEvaluated: 1, undecided: 1, unknownCode: 1 });
    expect(score).toMatchObject({ records: 3, absent: 1, unknownRead: 1, empty: 2, leftEmpty: 1 });
  });
});

const shared = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared');
const scorer = path.join(shared, 'score', 'score-events.mjs');
const sets = ['plover_gsr', 'up_validate_2_02'].map((name) =>
  path.join(shared, 'gold', 'events', `${name}.jsonl`),
);

describe.skipIf(!existsSync(scorer) || !sets.every((set) => existsSync(set)))(
  'on the gold beside the project',
  () => {
    it.each(sets)('gives the figures of the scorer there (%s)', (set) => {
      const gold = readFileSync(set, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as GoldEvents);
      const system = gold.flatMap(({ id, events }, at) =>
        at % 11 === 5 ? [] : [{ id, events: misread(events, gold[at + 1]?.events ?? [], at) }],
      );
      const folder = mkdtempSync(path.join(tmpdir(), 'entente-score-'));
      const file = path.join(folder, 'system.jsonl');
      writeFileSync(file, system.map((one) => `${JSON.stringify(one)}\n`).join(''));
      const read = new Map(system.map(({ id, events }) => [id, events]));
      for (const drop of DROPS) {
        const theirs = JSON.parse(
          execFileSync(process.execPath, [
            scorer,
            set,
            file,
            '--json',
            '--boot',
            '0',
            '--drop-null',
            drop,
          ]).toString(),
        ) as Record<string, { P: number; R: number; F1: number }> & {
          noEvent: { records: number; leftEmpty: number | null };
        };
        const ours = scoreEvents(
          gold.map((one) => ({ gold: one, read: read.get(one.id) })),
          drop,
        );
        for (const level of LEVELS) {
          const { precision, recall, f1 } = ours.levels[level];
          const { P, R, F1 } = theirs[level]!;
          expect([level, precision, recall, f1]).toEqual([level, P, R, F1]);
        }
        const { records, leftEmpty } = theirs.noEvent;
        expect([ours.empty, ours.leftEmpty]).toEqual([records, Math.round(records * (leftEmpty ?? 0))]);
      }
      rmSync(folder, { recursive: true });
    });
  },
);

/** A reading with faults of each sort: sides swapped, lost, another sentence's events added. */
function misread(events: readonly CodedEvent[], next: readonly CodedEvent[], at: number): CodedEvent[] {
  if (at % 4 === 1)
    return events.map(({ source, target, ...rest }) => ({ ...rest, source: target, target: source }));
  if (at % 4 === 2) return events.map((one) => ({ ...one, target: null }));
  return at % 4 === 3 ? [...events, ...next] : [...events];
}
