// The tables of actors are whole: keys, codes, years and surfaces.
import { describe, expect, it } from 'vitest';
import { entries, type Row, tableRows } from './table.js';

/** What is checked of a table: its key, the columns that hold surfaces, and those that hold state codes. */
interface Shape {
  readonly file: string;
  readonly key?: readonly string[];
  /** Surfaces of either language, or by language where the column says which. */
  readonly surfaces: { readonly en: readonly string[]; readonly fr: readonly string[] };
  readonly states?: readonly string[];
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

const BOTH = (...columns: string[]) => ({ en: columns, fr: columns });
const ACTOR_CLASSES = ['forces', 'police', 'government'];
const LEVELS = ['head', 'minister', 'chief-of-staff', 'ambassador', 'official'];

const SHAPES: readonly Shape[] = [
  {
    file: 'states.tsv',
    key: ['iso3'],
    surfaces: {
      en: ['name_en', 'name_fr', 'official_en', 'other_names', 'demonyms_en', 'capitals_en', 'seats'],
      fr: ['name_en', 'name_fr', 'official_fr', 'other_names', 'demonyms_fr', 'capitals_fr', 'seats'],
    },
  },
  { file: 'state-codes.tsv', key: ['system', 'number', 'iso3', 'from'], surfaces: BOTH(), states: ['iso3'] },
  { file: 'demonym-prefixes.tsv', surfaces: BOTH('form'), states: ['iso3'] },
  { file: 'former-names.tsv', key: ['surface'], surfaces: BOTH('surface'), states: ['iso3'] },
  {
    file: 'territories.tsv',
    key: ['name_en'],
    surfaces: {
      en: ['name_en', 'other_names', 'demonyms_en'],
      fr: ['name_fr', 'other_names', 'demonyms_fr'],
    },
    states: ['within'],
    values: { kind: ['unrecognised', 'territory'] },
  },
  {
    file: 'regions.tsv',
    key: ['name_en'],
    surfaces: {
      en: ['name_en', 'other_names', 'adjectives_en'],
      fr: ['name_fr', 'other_names', 'adjectives_fr'],
    },
    states: ['members'],
  },
  {
    file: 'organisations.tsv',
    key: ['key'],
    surfaces: BOTH('name_en', 'name_fr', 'acronyms', 'other_names'),
    values: { class: ['igo'], kind: ['igo', 'bloc', 'mission', 'court', 'bank', 'coalition'] },
  },
  { file: 'memberships.tsv', key: ['organisation', 'iso3', 'from'], surfaces: BOTH(), states: ['iso3'] },
  {
    file: 'companies.tsv',
    key: ['name'],
    surfaces: BOTH('name', 'other_names'),
    states: ['state'],
    values: { kind: ['arms', 'military', 'dual'] },
  },
  {
    file: 'armed-groups.tsv',
    key: ['name_en'],
    surfaces: BOTH('name_en', 'name_fr', 'acronyms', 'other_names'),
    states: ['states'],
    values: { class: ['armed-group', 'opposition'] },
  },
  {
    file: 'media.tsv',
    key: ['name'],
    surfaces: BOTH('name', 'other_names'),
    states: ['state'],
    values: { kind: ['agency', 'newspaper', 'broadcaster', 'magazine', 'site'] },
  },
  {
    file: 'thinktanks.tsv',
    key: ['name'],
    surfaces: BOTH('name', 'other_names'),
    states: ['state'],
    values: { kind: ['thinktank', 'ngo', 'monitor'] },
  },
  {
    file: 'forces.tsv',
    surfaces: BOTH('form'),
    values: {
      class: [...ACTOR_CLASSES, 'armed-group', 'opposition', 'population'],
      number: ['sing', 'plur'],
      kind: ['army', 'navy', 'air', 'police', 'guard', 'intelligence', 'generic', 'government'],
    },
  },
  {
    file: 'named-forces.tsv',
    key: ['name'],
    surfaces: BOTH('name', 'other_names'),
    states: ['state'],
    values: {
      class: ACTOR_CLASSES,
      kind: ['army', 'navy', 'air', 'police', 'guard', 'intelligence', 'generic'],
    },
  },
  {
    file: 'offices.tsv',
    surfaces: BOTH('form'),
    values: { level: LEVELS, class: ['person', 'government'] },
  },
  {
    file: 'ministries.tsv',
    surfaces: BOTH('form'),
    states: ['state'],
    values: { level: LEVELS, class: ['government'] },
  },
];

const states = new Set(tableRows('states.tsv').map((row) => row['iso3']!));
const organisations = new Set(tableRows('organisations.tsv').map((row) => row['key']!));

describe.each(SHAPES)('$file', (shape) => {
  const rows = tableRows(shape.file);

  it('has an origin in every row and no stray blanks or empty entries', () => {
    for (const row of rows) {
      expect(row['origin'], JSON.stringify(row)).toBeTruthy();
      for (const cell of Object.values(row)) {
        expect(cell).toBe(cell.normalize('NFC'));
        for (const entry of cell === '' ? [] : cell.split('|')) expect(entry).toMatch(/^\S(?:.*\S)?$/u);
        expect(cell).not.toMatch(/ {2}/);
      }
    }
  });

  it('has unique keys', () => {
    const keys = rows.map((row) => (shape.key ?? []).map((column) => row[column]).join('|'));
    if (shape.key !== undefined) expect(repeated(keys)).toEqual([]);
  });

  it('names only states that the lexicon has', () => {
    const codes = rows.flatMap((row) => (shape.states ?? []).flatMap((column) => entries(row[column])));
    expect(codes.filter((code) => !states.has(code))).toEqual([]);
  });

  it('has sane years', () => {
    for (const row of rows) {
      for (const year of [row['from'], row['until']])
        if (year) expect(year, JSON.stringify(row)).toMatch(/^(?:1[789]|20)\d\d$/);
      if (row['from'] && row['until']) expect(Number(row['from'])).toBeLessThanOrEqual(Number(row['until']));
    }
  });

  it.each(['en', 'fr'] as const)('has no surface twice in %s', (language) => {
    const spoken = rows.filter((row) => [undefined, 'both', language].includes(row['language']));
    const surfaces = spoken.flatMap((row) => distinct(row, shape.surfaces[language]));
    expect(repeated(surfaces)).toEqual([]);
  });

  it('has only known values', () => {
    for (const [column, known] of Object.entries(shape.values ?? {}))
      for (const row of rows) expect(known, JSON.stringify(row)).toContain(row[column]);
  });
});

describe('across the tables of actors', () => {
  it('parents and memberships name organisations of the table', () => {
    const named = [
      ...tableRows('organisations.tsv').map((row) => row['parent']!),
      ...tableRows('memberships.tsv').map((row) => row['organisation']!),
    ].filter((key) => key !== '');
    expect(named.filter((key) => !organisations.has(key))).toEqual([]);
  });

  it.each([
    'cow',
    'gw',
  ])('no state has two %s numbers at a time, and its last one is its number', (system) => {
    const spells = tableRows('state-codes.tsv').filter((row) => row['system'] === system);
    for (const state of tableRows('states.tsv')) {
      const own = spells
        .filter((row) => row['iso3'] === state['iso3'])
        .toSorted((a, b) => first(a) - first(b));
      own.slice(1).forEach((spell, at) => {
        expect(last(own[at]!), state['iso3']!).toBeLessThanOrEqual(first(spell));
      });
      expect(own.at(-1)?.['number'] ?? '').toBe(state[system]);
    }
  });

  it('has the numbers in which COW and Gleditsch–Ward differ', () => {
    const numbers = (iso3: string) => {
      const row = tableRows('states.tsv').find((one) => one['iso3'] === iso3)!;
      return [row['cow'], row['gw']];
    };
    expect(numbers('DEU')).toEqual(['255', '260']);
    expect(numbers('YEM')).toEqual(['679', '678']);
    expect(numbers('SRB')).toEqual(['345', '340']);
    expect(numbers('KIR')).toEqual(['946', '970']);
    expect(numbers('NRU')).toEqual(['970', '971']);
    expect(numbers('TUV')).toEqual(['947', '973']);
    expect(numbers('TON')).toEqual(['955', '972']);
  });
});

function first(spell: Row): number {
  return Number(spell['from'] || 0);
}

function last(spell: Row): number {
  return Number(spell['until'] || Number.POSITIVE_INFINITY);
}

/** The surfaces of a row, each once: a name may be the same in two columns of one row. */
function distinct(row: Row, columns: readonly string[]): string[] {
  return [...new Set(columns.flatMap((column) => entries(row[column])))];
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
