// The tables of things: equipment, places, units, currencies, numbers, cues, noun classes and times hold together.
import { describe, expect, it } from 'vitest';
import { entries, type Row, tableRows } from './table.js';

const LANGUAGES = ['en', 'fr', 'both'];

/** The columns of each table and the values that a column may hold. */
const TABLES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  'equipment.tsv': {
    form: /./,
    language: oneOf(LANGUAGES),
    class: oneOf(
      'aircraft|helicopter|drone|ship|submarine|armour|artillery|missile|air-defence|small-arms|ammunition|vehicle|sensor|electronics|space|equipment|nuclear|other'.split(
        '|',
      ),
    ),
    designation: /^(yes|no)$/,
    state: /^([A-Z]{3})?$/,
    origin: /./,
  },
  'places.tsv': {
    name_en: /./,
    name_fr: /./,
    other_names: /^([^|]+(\|[^|]+)*)?$/,
    state: /^([A-Z]{3}(\|[A-Z]{3})*)?$/,
    kind: /^(city|town|base|airbase|port|province|region|strait|sea|island|border)$/,
    lat: /^(-?\d{1,2}\.\d\d)?$/,
    lon: /^(-?\d{1,3}\.\d\d)?$/,
    origin: /./,
  },
  'units.tsv': {
    form: /./,
    language: oneOf(LANGUAGES),
    unit: /^[a-z]+(-[a-z]+)*$/,
    kind: /^(people|casualties|things|time|percent|mass|distance|area|other)$/,
    origin: /./,
  },
  'currencies.tsv': {
    form: /./,
    language: oneOf(LANGUAGES),
    code: /^[A-Z]{3}$/,
    state: /^([A-Z]{3})?$/,
    origin: /./,
  },
  'number-words.tsv': {
    form: /./,
    language: oneOf(LANGUAGES),
    value: /^(-?\d+(\.\d+)?)?$/,
    kind: /^(cardinal|ordinal|multiplier|fraction|vague)$/,
    approximate: /^(yes|no)$/,
    low: /^(\d+(\.\d+)?)?$/,
    high: /^(\d+(\.\d+)?)?$/,
    origin: /./,
  },
  'quantity-cues.tsv': {
    form: /./,
    language: oneOf(LANGUAGES),
    effect: oneOf(
      'approximate|low|high|range-between|range-to|exact|none|name|year|change|total|part|per|superlative|ranked'.split(
        '|',
      ),
    ),
    position: /^(before|after)$/,
    origin: /./,
  },
  'casualty-words.tsv': {
    form: /./,
    language: oneOf(['en', 'fr']),
    unit: /^(deaths|injured)$/,
    role: /^(object|subject|noun|none)$/,
    origin: /./,
  },
  'noun-classes.tsv': {
    lemma: /./,
    language: oneOf(LANGUAGES),
    class:
      /^(instrument|arms|force|facility|exercise|training|contact|aid|rupture|violence|power|share|sector|civil|counting|relations|money|platform|aim|intent|crowd)$/,
    value: /^([a-z]+(-[a-z]+)*)?$/,
    origin: /./,
  },
  'clause-words.tsv': {
    form: /./,
    language: oneOf(LANGUAGES),
    use: /^(open|join|article|verb|link|pronoun)$/,
    origin: /./,
  },
  'grammar-words.tsv': {
    form: /./,
    language: oneOf(LANGUAGES),
    use: /^[a-z]+(-[a-z]+)*$/,
    origin: /./,
  },
  'rank-words.tsv': {
    form: /./,
    language: oneOf(LANGUAGES),
    rank: /^[1-9]$/,
    origin: /./,
  },
  'time-words.tsv': {
    form: /./,
    language: oneOf(LANGUAGES),
    kind: /^(weekday|month|season|unit|relative|anchor|vague|period)$/,
    value: /^\S*$/,
    origin: /./,
  },
};

/** The values of a class that takes one: the codebook's forces, changes and sectors, and the forms of aid. */
const CLASS_VALUES: Readonly<Record<string, readonly string[]>> = {
  force: 'troops|contractors|instructors|advisers|police|aircraft|ships|mixed'.split('|'),
  power: 'coup|attempted-coup|transition|election|appointment|removal'.split('|'),
  civil: ['', 'sport', 'private', 'accident'],
  aid: 'military|financial|humanitarian|technical'.split('|'),
  sector:
    'general|consultation|training|exercises|personnel-exchange|arms|research-industry|intelligence|classified-information|peacekeeping|basing|logistics|counterterrorism|maritime|cyber|nuclear|space|medical|legal-status'.split(
      '|',
    ),
};

/**
 * What a time word's value says, by kind. Weekdays by ISO number, seasons as first and last month of the northern
 * hemisphere, units as ISO 8601 durations, parts of a period as shares of it, named periods as years or month-days.
 * `week:-1` is the week before the speaker's, `anchor-week:-1` the week before the one last named; `+` or `-` alone
 * tell the side and no distance.
 */
const TIME_VALUES: Readonly<Record<string, RegExp>> = {
  weekday: /^[1-7]$/,
  season: /^(\d\d\/\d\d)?$/,
  unit: /^(PT?\d+[SMHDWY])?$/,
  relative:
    /^((anchor-)?(day|week|weekend|month|quarter|season|year|decade|century):(0|[+-]\d?|-1\.\.0)|(anchor-)?weekday-[1-7]:(previous|nearest|following)|(anchor-)?(previous|following)|current|ago|from-now|(before|after)-anchor)$/,
  anchor: /^(start|after|onset|end|before|range|within|of|duration)$/,
  month: /^\d+$/,
  vague:
    /^((past|future)(-(days|weeks|months|years|decades))?|present|unknown|recurring|open|anchor|(before|after)-anchor)?$/,
  period: /^(\d(\.\d+)?\/\d(\.\d+)?|\d{4}\/\d{4}|\d\d-\d\d\/\d\d-\d\d)?$/,
};

const states = new Set(tableRows('states.tsv').map((row) => row['iso3']!));

describe.each(Object.entries(TABLES))('%s', (file, columns) => {
  const rows = tableRows(file);

  it('has its columns, and in each only what the column allows', () => {
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(columns));
    const wrong = rows.filter((row) =>
      Object.entries(columns).some(([name, allowed]) => !allowed.test(row[name]!)),
    );
    expect(wrong).toEqual([]);
  });

  it('has trimmed cells in NFC without doubled spaces', () => {
    const cells = rows.flatMap((row) => Object.values(row).flatMap((cell) => [cell, ...entries(cell)]));
    expect(cells.filter((cell) => cell !== cell.trim().normalize('NFC') || /\s{2}/.test(cell))).toEqual([]);
  });

  it('names only states that the lexicon has', () => {
    const named = rows.flatMap((row) => entries(row['state']));
    expect(named.filter((code) => !states.has(code))).toEqual([]);
  });
});

describe('one row a form', () => {
  it.each([
    ['equipment.tsv', ['form']],
    ['units.tsv', ['form']],
    ['currencies.tsv', ['form']],
    ['number-words.tsv', ['form']],
    ['quantity-cues.tsv', ['form', 'position']],
    ['casualty-words.tsv', ['form']],
    ['noun-classes.tsv', ['lemma', 'class', 'value']],
    ['time-words.tsv', ['form', 'kind']],
  ])('in a language of %s', (file, columns) => {
    expect(doubled(tableRows(file).flatMap((row) => keys(row, columns)))).toEqual([]);
  });

  it('in a state for places, and no name beside itself', () => {
    const rows = tableRows('places.tsv');
    expect(doubled(rows.map((row) => `${row['name_en']} ${row['state']}`))).toEqual([]);
    const repeated = rows.filter((row) => {
      const others = entries(row['other_names']);
      return (
        doubled(others).length > 0 || others.some((name) => [row['name_en'], row['name_fr']].includes(name))
      );
    });
    expect(repeated).toEqual([]);
  });
});

describe('places', () => {
  const rows = tableRows('places.tsv');

  it('lie on the globe, with both coordinates or none', () => {
    const wrong = rows.filter(
      ({ lat, lon }) =>
        (lat === '') !== (lon === '') || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180,
    );
    expect(wrong).toEqual([]);
  });

  it('hold every capital of the states table with coordinates', () => {
    const located = new Set(
      rows
        .filter((row) => row['lat'] !== '')
        .flatMap((row) =>
          [row['name_en']!, row['name_fr']!, ...entries(row['other_names'])].map(
            (name) => `${row['state']} ${name}`,
          ),
        ),
    );
    const capitals = tableRows('states.tsv').flatMap((row) =>
      entries(row['capitals_en']).map((name) => `${row['iso3']} ${name}`),
    );
    expect(capitals.filter((capital) => !located.has(capital))).toEqual([]);
  });
});

describe('numbers', () => {
  const rows = tableRows('number-words.tsv');

  it('say a value or that they are vague, with bounds in order', () => {
    const wrong = rows.filter(
      ({ value, kind, approximate, low, high }) =>
        (value === '' && (approximate !== 'yes' || !['vague', 'fraction'].includes(kind!))) ||
        (low !== '' && high !== '' && Number(low) > Number(high)),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['half a dozen', 'en', '6', 'yes', ''],
    ['hundreds', 'en', '', 'yes', '100'],
    ['ninety-nine', 'en', '99', 'no', ''],
    ['billion', 'en', '1000000000', 'no', ''],
    ['billion', 'fr', '1000000000000', 'no', ''],
    ['une centaine', 'fr', '100', 'yes', ''],
    ['soixante et onze', 'fr', '71', 'no', ''],
    ['nonante-neuf', 'fr', '99', 'no', ''],
  ])('reads "%s" (%s)', (form, language, value, approximate, low) => {
    const row = rows.find((it) => it['form'] === form && it['language'] === language);
    expect(row).toMatchObject({ value, approximate, low });
  });
});

describe('classes', () => {
  it('take the values of the codebook, or none', () => {
    const wrong = tableRows('noun-classes.tsv').filter((row) => {
      const values = CLASS_VALUES[row['class']!];
      return values === undefined ? row['value'] !== '' : !values.includes(row['value']!);
    });
    expect(wrong).toEqual([]);
  });

  it.each(
    Object.entries(CLASS_VALUES),
  )('have nouns for every value of %s in both languages', (name, values) => {
    const found = new Set(
      tableRows('noun-classes.tsv')
        .filter((row) => row['class'] === name)
        .map((row) => `${row['language']} ${row['value']}`),
    );
    const missing = ['en', 'fr'].flatMap((language) =>
      values.filter((value) => !found.has(`${language} ${value}`)),
    );
    expect(missing).toEqual([]);
  });
});

describe('units and currencies', () => {
  it('have one kind a unit and one state a code', () => {
    expect(twoFold(tableRows('units.tsv'), 'unit', 'kind')).toEqual([]);
    expect(twoFold(tableRows('currencies.tsv'), 'code', 'state')).toEqual([]);
  });
});

describe('times', () => {
  const rows = tableRows('time-words.tsv');

  it('have a value of their kind', () => {
    expect(rows.filter((row) => !TIME_VALUES[row['kind']!]?.test(row['value']!))).toEqual([]);
  });

  it('repeat no name of a month', () => {
    const months = new Set(tableRows('months.tsv').map((row) => `${row['language']} ${row['name']}`));
    expect(rows.filter((row) => months.has(`${row['language']} ${row['form']!.toLowerCase()}`))).toEqual([]);
  });
});

function oneOf(values: readonly string[]): RegExp {
  return new RegExp(`^(${values.join('|')})$`);
}

/** The row's key once for each language that it stands for. */
function keys(row: Row, columns: readonly string[]): string[] {
  const languages = row['language'] === 'both' ? ['en', 'fr'] : [row['language']!];
  return languages.map((language) => [language, ...columns.map((column) => row[column]!)].join('\t'));
}

function doubled(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const again = seen.has(value);
    seen.add(value);
    return again;
  });
}

/** The values of `column` that go with two values of `other`. */
function twoFold(rows: readonly Row[], column: string, other: string): string[] {
  const first = new Map<string, string>();
  return rows.flatMap((row) => {
    const known = first.get(row[column]!);
    if (known === undefined) first.set(row[column]!, row[other]!);
    return known === undefined || known === row[other] ? [] : [row[column]!];
  });
}
