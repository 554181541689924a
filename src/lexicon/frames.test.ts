// The tables of frames hold together: kinds, stages, roles and functions that exist, and an example for each frame.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CLAIM_KINDS, type ClaimKind } from '../claim/claim.js';
import { KINDS } from '../claim/kinds.js';
import { type Row, tableRows } from './table.js';

const COLUMNS = 'lemma|upos|with|kind|fields|roles|needs|event|example|expect|origin'.split('|');

const PLOVER =
  'AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT'.split(
    '|',
  );

/** Where an argument stands: a grammatical function, any place-like oblique, a preposition by its own word, or one below the object. */
const FUNCTIONS = new Set([
  ...'subj|obj|iobj|loc|comp'.split('|'),
  ...'about|across|after|against|along|alongside|among|around|as|at|before|behind|beside|between|by|during|en|for|from|in|inside|into|near|of|off|on|onto|out|over|through|to|toward|towards|under|upon|with|within|outside'.split(
    '|',
  ),
  ...'à|après|auprès|aux|avant|avec|chez|contre|dans|de|depuis|derrière|devant|en|entre|envers|hors|jusque|lors|malgré|par|parmi|pendant|pour|sans|sous|sur|vers'.split(
    '|',
  ),
  ...'below-à|below-de|below-en'.split('|'),
]);

/** What a companion may be besides: a particle, an adverb, an expletive, a causative, a word before a noun. */
const COMPANIONS = new Set([...FUNCTIONS, 'prt', 'adv', 'expl', 'caus', 'mod']);

const CLASSES = new Set(
  'instrument|arms|equipment|force|facility|exercise|training|contact|aid|rupture|violence|power|share|actor|state|igo|place|person|office|ruler|relations|money|platform|aim|intent|crowd'.split(
    '|',
  ),
);

/** What a frame of each kind may fix, and what it must: a kind with stages, acts, changes or measures says which. */
const fixable = new Map(
  CLAIM_KINDS.map((kind) => {
    const { fields } = KINDS[kind];
    if (!(fields instanceof z.ZodObject)) throw new TypeError(`fields of ${kind} are no object`);
    const must = ['stage', 'act', 'change', 'measure'].filter(
      (name) => name in fields.shape && fields.shape[name].safeParse(undefined).success === false,
    );
    return [kind as string, { schema: fields.partial().strict(), must }];
  }),
);

const states = new Set(tableRows('states.tsv').map((row) => row['iso3']!));
const files = readdirSync(import.meta.dirname).filter((file) => /^frames-.*\.tsv$/.test(file));

describe.each(files)('%s', (file) => {
  const rows = tableRows(file);
  const wrong = (bad: (row: Row) => boolean): string[] => rows.filter(bad).map(label);

  it('has the columns of a table of frames, trimmed and in NFC', () => {
    expect(Object.keys(rows[0]!)).toEqual(COLUMNS);
    const untidy = (cell: string) => cell !== cell.trim().normalize('NFC') || /\s{2}/.test(cell);
    expect(wrong((row) => Object.values(row).some(untidy))).toEqual([]);
    expect(wrong((row) => row['lemma'] === '' || row['origin'] === '')).toEqual([]);
  });

  it('names predicates that are verbs, nouns or adjectives', () => {
    expect(wrong((row) => !['VERB', 'NOUN', 'ADJ'].includes(row['upos']!))).toEqual([]);
  });

  it('names kinds of the codebook, and only values that their fields take', () => {
    expect(wrong((row) => !fixable.has(row['kind']!) || !fieldsHold(row))).toEqual([]);
  });

  it('fills roles of its kind, each once, from known functions', () => {
    expect(
      wrong((row) => {
        const names = pairs(row['roles']!, '=').map(([name]) => name);
        return (
          names.length === 0 ||
          new Set(names).size < names.length ||
          names.some((name) => !KINDS[row['kind'] as ClaimKind].roles.includes(name))
        );
      }),
    ).toEqual([]);
    expect(
      wrong((row) => pairs(row['roles']!, '=').some(([, value]) => !value.split(/[+|]/).every(isFunction))),
    ).toEqual([]);
  });

  it('asks for known companions and classes', () => {
    expect(wrong((row) => row['with'] !== '' && !row['with']!.split(';').every(isCompanion))).toEqual([]);
    expect(wrong((row) => row['needs'] !== '' && !row['needs']!.split(';').every(isNeed))).toEqual([]);
  });

  it('gives PLOVER types where it gives one', () => {
    expect(wrong((row) => row['event'] !== '' && !PLOVER.includes(row['event']!))).toEqual([]);
  });

  it('expects of its example only roles that it fills, states that exist and words that are there', () => {
    expect(wrong((row) => row['example'] === '' || !expectHolds(row))).toEqual([]);
  });
});

describe('all frames', () => {
  const rows = files.flatMap((file) => tableRows(file).map((row): Row => ({ ...row, file })));

  it('have an example of their own', () => {
    expect(doubled(rows.map((row) => `${row['kind']}: ${row['example']}`))).toEqual([]);
  });

  it('are not said twice in one table', () => {
    const said = ['file', 'lemma', 'upos', 'with', 'kind', 'fields', 'roles', 'needs'] as const;
    expect(doubled(rows.map((row) => said.map((name) => row[name]).join(' ')))).toEqual([]);
  });
});

function label(row: Row): string {
  return `${row['lemma']} ${row['with']} ${row['kind']}: ${row['example']}`;
}

/** The parts of a cell, each cut at the first separator. */
function pairs(cell: string, separator: string): [string, string][] {
  return (cell === '' ? [] : cell.split(';')).map((part) => {
    const at = part.indexOf(separator);
    return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
  });
}

/** True where the kind's schema takes the fields that the frame fixes, and none is missing that it must fix. */
function fieldsHold(row: Row): boolean {
  const { schema, must } = fixable.get(row['kind']!)!;
  const given = Object.fromEntries(
    pairs(row['fields']!, '=').map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]),
  );
  return schema.safeParse(given).success && must.every((name) => name in given);
}

/** `obj`, `to*` (anywhere inside that phrase), `^obj` (the predicate's own, not its companion's). */
function isFunction(name: string): boolean {
  return FUNCTIONS.has(name.replace(/^\^/, '').replace(/\*$/, ''));
}

/** `refl`, or `obj:part`, `in:force|effect` (one of the lemmas), `for*:import` (a lemma anywhere inside that phrase). */
function isCompanion(part: string): boolean {
  const [name = '', lemmas = '', ...rest] = part.split(':');
  if (part === 'refl') return true;
  return rest.length === 0 && COMPANIONS.has(name.replace(/\*$/, '')) && filled(lemmas);
}

/** `obj~arms|equipment`, `!iobj~actor`, `to|into~place` (one of the functions). */
function isNeed(part: string): boolean {
  const [names = '', classes = '', ...rest] = part.replace(/^!/, '').split('~');
  const known = classes.split('|').every((name) => CLASSES.has(name));
  return rest.length === 0 && known && names.split('|').every(isFunction);
}

function filled(alternatives: string): boolean {
  return alternatives.split('|').every((word) => word.trim() !== '');
}

function expectHolds(row: Row): boolean {
  const roles = new Set(pairs(row['roles']!, '=').map(([name]) => name));
  const expected = pairs(row['expect']!, '=');
  return (
    expected.length > 0 &&
    expected.every(
      ([name, value]) =>
        roles.has(name) &&
        value.split(',').every((filler) => states.has(filler) || row['example']!.includes(filler)),
    )
  );
}

function doubled(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const again = seen.has(value);
    seen.add(value);
    return again;
  });
}
