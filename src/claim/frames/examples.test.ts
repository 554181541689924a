// Every row of the tables of frames has an example: read as the reader reads it, it gives the row's kind and roles.
import { describe, expect, it } from 'vitest';
import type { Language, ParsedSentence } from '../../language/language.js';
import { parse } from '../../language/parse.js';
import { mentionsIn } from '../../mention/actors.js';
import type { RoleFiller } from '../claim.js';
import { rolesOf } from '../read/roles.js';
import { Tree } from '../tree.js';
import { type Frame, framesOf } from './frame.js';
import { type Match, matches } from './match.js';
import { nounsOf } from './nouns.js';

/** Per table: shares of examples that give the kind with its fields, and of those with all expected roles; below them something broke. Known failures are what is left. */
const FLOORS: Readonly<Record<string, readonly [number, number]>> = {
  'en-domain access': [0.95, 0.85],
  'en-domain agreement': [0.97, 0.94],
  'en-domain exercise': [0.96, 0.95],
  'en-domain presence': [0.92, 0.87],
  'en-domain share': [0.89, 0.83],
  'en-domain training': [0.87, 0.74],
  'en-domain transfer': [0.94, 0.79],
  'en-general aid': [0.99, 0.94],
  'en-general contact': [0.97, 0.9],
  'en-general event': [0.95, 0.91],
  'en-general power': [0.95, 0.86],
  'en-general rupture': [0.84, 0.75],
  'en-general statement': [0.96, 0.86],
  'en-general violence': [0.96, 0.85],
  'fr access': [0.93, 0.85],
  'fr agreement': [0.95, 0.91],
  'fr aid': [0.97, 0.87],
  'fr contact': [0.99, 0.86],
  'fr event': [0.87, 0.85],
  'fr exercise': [0.98, 0.98],
  'fr power': [0.8, 0.74],
  'fr presence': [0.94, 0.87],
  'fr rupture': [0.95, 0.87],
  'fr share': [0.84, 0.73],
  'fr statement': [0.91, 0.89],
  'fr training': [0.94, 0.9],
  'fr transfer': [0.96, 0.9],
  'fr violence': [0.95, 0.86],
};

interface Outcome {
  readonly table: string;
  readonly kind: string;
  readonly fires: boolean;
  readonly right: boolean;
}

const outcomes = (['en', 'fr'] as const).flatMap(outcomesOf);

describe.each(Object.entries(FLOORS))('the examples of %s', (name, floor) => {
  const own = outcomes.filter(({ table, kind }) => `${table} ${kind}` === name);

  it('give their kind, and their roles, in the measured share', () => {
    expect(own.length).toBeGreaterThan(0);
    const share = (of: (one: Outcome) => boolean): number => own.filter(of).length / own.length;
    expect(share(({ fires }) => fires)).toBeGreaterThanOrEqual(floor[0]);
    expect(share(({ right }) => right)).toBeGreaterThanOrEqual(floor[1]);
  });
});

it('has a floor for every table and kind', () => {
  const names = new Set(outcomes.map(({ table, kind }) => `${table} ${kind}`));
  expect([...names].sort()).toEqual(Object.keys(FLOORS).sort());
});

/** All examples of a language, parsed as one text. */
function outcomesOf(language: Language): Outcome[] {
  const frames = [...framesOf(language).byLemma.values()].flat();
  const text = frames.map(({ example }) => example).join('\n\n');
  const parsed = parse(text, { language });
  let end = -2;
  let next = 0;
  return frames.map((frame) => {
    end += 2 + frame.example.length;
    const found: Match[] = [];
    for (; next < parsed.sentences.length && parsed.sentences[next]!.start < end; next += 1)
      found.push(...matchesIn(parsed.sentences[next]!));
    const same = found.filter((match) => says(match, frame));
    const table = frame.name.split(' ').at(-1)!.split(':')[0]!;
    const right = same.some((match) => fills(match, frame.expect));
    return { table, kind: frame.kind, fires: same.length > 0, right };
  });

  function matchesIn(sentence: ParsedSentence): Match[] {
    const tree = Tree.of(parsed, sentence);
    const mentions = mentionsIn(sentence, { text, language });
    return matches({ tree, language, mentions, nouns: nounsOf(language) });
  }
}

function says({ frame }: Match, wanted: Frame): boolean {
  const sorted = (fields: Frame['fields']): string => JSON.stringify(Object.entries(fields).sort());
  return frame.kind === wanted.kind && sorted(frame.fields) === sorted(wanted.fields);
}

/** True where each expected role has all that is expected and nobody else; items by the words of their phrase. */
function fills(match: Match, expected: string): boolean {
  const roles = rolesOf(match, () => []);
  return expected.split(';').every((part) => {
    const [role = '', names = ''] = part.split('=');
    const wanted = names.split(',');
    if (role === 'items') return wanted.every((name) => holds(match, name));
    const given = roles[role] ?? [];
    return given.length <= wanted.length && wanted.every((name) => given.some((one) => isCalled(one, name)));
  });
}

function holds({ roles, arguments: { tree } }: Match, item: string): boolean {
  const heads = roles.find(({ role }) => role === 'items')?.heads ?? [];
  const words = new Set(heads.flatMap((head) => tree.phrase(head)).map((at) => tree.word(at).form));
  return item.split(/[ -]/).every((word) => words.has(word));
}

function isCalled(filler: RoleFiller, wanted: string): boolean {
  if ('item' in filler) return false;
  const name = 'place' in filler ? filler.place : filler.name;
  const id = 'place' in filler ? null : filler.id;
  return id === wanted || filler.state === wanted || name.includes(wanted) || wanted.includes(name);
}
