// The tables of people and of given names: shapes, codes and years that a slip of the pen would break.
import { describe, expect, it } from 'vitest';
import { entries, tableRows } from './table.js';

const OFFICES = new Set([
  'head-of-state',
  'head-of-government',
  'foreign-minister',
  'defence-minister',
  'chief-of-staff',
  'monarch',
  'junta-leader',
  'deputy-defence-minister',
  'ambassador',
  'commander',
  'envoy',
  'igo-head',
  'company-head',
  'rebel-leader',
  'other',
]);
const persons = tableRows('persons.tsv');
const names = tableRows('given-names.tsv');
const states = new Set(tableRows('states.tsv').map((row) => row['iso3']));

/** The rows that a predicate finds, as text, so that a failure names them. */
function failing(rows: typeof persons, bad: (row: (typeof persons)[number]) => boolean): string[] {
  return rows.filter(bad).map((row) => Object.values(row).join(' '));
}

/** The keys that come more than once. */
function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, at) => keys.indexOf(key) !== at);
}

describe('persons.tsv', () => {
  it('names states by codes of states.tsv, and leaves none without state or organisation', () => {
    expect(
      failing(persons, ({ state }) => state !== '' && !(/^[A-Z]{3}$/.test(state!) && states.has(state))),
    ).toEqual([]);
    expect(failing(persons, ({ state, organisation }) => state === '' && organisation === '')).toEqual([]);
  });

  it('knows every office and says where each row comes from', () => {
    expect(failing(persons, ({ office, origin }) => !OFFICES.has(office!) || origin === '')).toEqual([]);
  });

  it('gives an organisation to those who head one', () => {
    const heads = new Set(['igo-head', 'company-head', 'rebel-leader']);
    expect(failing(persons, ({ office, organisation }) => heads.has(office!) && organisation === '')).toEqual(
      [],
    );
  });

  it('has years that can be, in order', () => {
    const year = /^(?:19[2-9]\d|20[0-2]\d)?$/;
    expect(
      failing(
        persons,
        ({ from, until }) =>
          !year.test(from!) || !year.test(until!) || (from !== '' && until !== '' && from! > until!),
      ),
    ).toEqual([]);
  });

  it('has at most one holder of a highest office at a time, but for the contested and the shared ones', () => {
    const shared = new Set([
      'BIH head-of-state',
      'NIC head-of-state',
      'LBY head-of-government',
      'CIV head-of-state',
    ]);
    const terms = persons
      .map((row) => ({
        key: `${row['state']} ${row['office']}`,
        name: row['name']!,
        from: row['from']!,
        until: row['until'] || '9999',
      }))
      .filter(({ key, from }) => /head-of-/.test(key) && from !== '' && !shared.has(key))
      .sort((a, b) => Number(a.from) - Number(b.from) || Number(a.until) - Number(b.until));
    const last = new Map<string, (typeof terms)[number]>();
    const clashes: string[] = [];
    for (const term of terms) {
      const before = last.get(term.key);
      if (before !== undefined && before.until > term.from)
        clashes.push(`${term.key}: ${before.name}, ${term.name}`);
      last.set(term.key, term);
    }
    expect(clashes).toEqual([]);
  });

  it('has no row twice, and every form trimmed and different from the others of its cell', () => {
    expect(repeated(persons.map((row) => Object.values(row).join('\t')))).toEqual([]);
    expect(
      failing(persons, (row) => {
        const forms = [row['name']!, ...entries(row['other_names'])];
        const all = [...forms, ...entries(row['short'])];
        return (
          all.some((form) => form === '' || form !== form.trim() || form !== form.normalize('NFC')) ||
          repeated(forms).length > 0 ||
          repeated(entries(row['short'])).length > 0
        );
      }),
    ).toEqual([]);
  });

  it('gives every person a short form, and no bare surname as another name', () => {
    expect(failing(persons, ({ short }) => short === '')).toEqual([]);
    const bare = (form: string): boolean => !/[\s-]/.test(form);
    const known = new Set(persons.filter((row) => bare(row['name']!)).map((row) => row['name']));
    expect([...known].length).toBeLessThan(12);
    const wide = failing(persons, (row) =>
      entries(row['other_names']).some((form) => bare(form) && row['name']!.split(/\s/).includes(form)),
    );
    expect(wide).toEqual([]);
  });
});

describe('given-names.tsv', () => {
  it('has each name once, capitalised, with a gender and a culture', () => {
    expect(repeated(names.map((row) => row['name']!))).toEqual([]);
    expect(
      failing(
        names,
        ({ name, gender, culture, origin }) =>
          !/^\p{Lu}[\p{L}'’-]+$/u.test(name!) ||
          !/^[mfu]$/.test(gender!) ||
          !/^[a-z]{2,4}$/.test(culture!) ||
          origin === '',
      ),
    ).toEqual([]);
  });
});
