// Every name that the lexicon has for states, places, organisations, people and their offices, found in a text in one pass.
import { type Found, Phrases, type Writing } from './phrases.js';
import { entries, tableLines } from './table.js';

/** The tables that are looked through, the surer one first where a name stands in several. */
export const TABLES = [
  'list',
  'states',
  'territories',
  'former-names',
  'organisations',
  'armed-groups',
  'named-forces',
  'ministries',
  'companies',
  'regions',
  'places',
  'persons',
  'media',
  'thinktanks',
  'demonym-prefixes',
  'offices',
  'forces',
] as const;
export type Table = (typeof TABLES)[number];

/** How a form names its row; `short` is a family name alone, `noun` a common noun such as `army` or `ministry`. */
export type Form =
  | 'name'
  | 'acronym'
  | 'demonym'
  | 'capital'
  | 'seat'
  | 'short'
  | 'prefix'
  | 'noun'
  | 'place'
  | 'list';

/** A row of a table under one of its forms. */
export class Known {
  readonly #columns: readonly string[];
  readonly #line: string;
  #cells: readonly string[] | undefined;

  /** `line` holds the cells under `columns`, parted by tabs. */
  constructor(
    readonly table: Table,
    readonly form: Form,
    row: { readonly columns: readonly string[]; readonly line: string },
  ) {
    this.#columns = row.columns;
    this.#line = row.line;
  }

  /** What stands in a column, empty where the table lacks it. */
  cell(column: string): string {
    this.#cells ??= this.#line.split('\t');
    return this.#cells[this.#columns.indexOf(column)] ?? '';
  }
}

/** Which columns of a table hold which forms. */
type Columns = Readonly<Record<string, Form>>;

const NAMES: Columns = { name: 'name', other_names: 'name' };
const BOTH_NAMES: Columns = { name_en: 'name', name_fr: 'name', other_names: 'name' };

const columnsOf = (language: string): Readonly<Partial<Record<Table, Columns>>> => ({
  states: {
    ...BOTH_NAMES,
    [`official_${language}`]: 'name',
    [`demonyms_${language}`]: 'demonym',
    [`capitals_${language}`]: 'capital',
    seats: 'seat',
  },
  territories: { ...BOTH_NAMES, [`demonyms_${language}`]: 'demonym', capital: 'capital' },
  'former-names': { surface: 'name', [`demonyms_${language}`]: 'demonym' },
  organisations: { ...BOTH_NAMES, acronyms: 'acronym' },
  'armed-groups': { ...BOTH_NAMES, acronyms: 'acronym' },
  'named-forces': NAMES,
  ministries: { form: 'name' },
  companies: NAMES,
  regions: { ...BOTH_NAMES, [`adjectives_${language}`]: 'demonym' },
  places: BOTH_NAMES,
  persons: { ...NAMES, short: 'short' },
  media: NAMES,
  thinktanks: NAMES,
  'demonym-prefixes': { form: 'prefix' },
  offices: { form: 'noun' },
  forces: { form: 'noun' },
});

/** Names of these may stand in capitals throughout, as in datelines and headlines. */
const CAPITALS: ReadonlySet<Table> = new Set<Table>([
  'states',
  'territories',
  'regions',
  'places',
  'organisations',
  'persons',
]);

const IN_CAPITALS: Writing = Object.freeze({ capitals: true });

const made = new Map<string, Phrases<Known>>();

/** All known names and nouns of a text in order, the longest at each place; built once a language. The text must be a shadow: plain apostrophes and dashes. */
export function knownIn(text: string, language: string): Found<Known>[] {
  let phrases = made.get(language);
  if (phrases === undefined) {
    phrases = build(language);
    made.set(language, phrases);
  }
  return phrases.find(text);
}

function build(language: string): Phrases<Known> {
  const phrases = new Phrases<Known>({ cut: 'name', size: 1 << 17 });
  for (const [name, forms] of Object.entries(columnsOf(language)))
    addTable(phrases, { table: name as Table, forms, language });
  return phrases;
}

function addTable(
  phrases: Phrases<Known>,
  { table, forms, language }: { table: Table; forms: Columns; language: string },
): void {
  const { columns, lines } = tableLines(`${table}.tsv`);
  const spoken = columns.indexOf('language');
  const state = columns.indexOf('state');
  const places = columns.map((column) => forms[column]);
  const last = places.findLastIndex((form) => form !== undefined);
  for (const line of lines) {
    if (spoken >= 0 && ![language, 'both'].includes(cellOf(line, spoken))) continue;
    const common = table === 'ministries' && cellOf(line, state) === '';
    const values = new Map<Form, Known>();
    let start = 0;
    for (let column = 0; column <= last; column += 1) {
      const tab = line.indexOf('\t', start);
      const form = common && places[column] !== undefined ? 'noun' : places[column];
      if (form !== undefined && tab > start) {
        const value = values.get(form) ?? new Known(table, form, { columns, line });
        values.set(form, value);
        const capitals = CAPITALS.has(table) && form !== 'acronym' && form !== 'short';
        const writing = capitals ? IN_CAPITALS : undefined;
        for (const surface of entries(line.slice(start, tab))) phrases.add(surface, value, writing);
      }
      start = tab + 1;
    }
  }
}

function cellOf(line: string, column: number): string {
  let start = 0;
  for (let at = 0; at < column; at += 1) start = line.indexOf('\t', start) + 1;
  const end = line.indexOf('\t', start);
  return line.slice(start, end < 0 ? line.length : end);
}
