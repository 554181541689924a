// States by every name the lexicon has for them, and regions.
import { entries, tableRows } from './table.js';

/** How a surface form names its state. */
export type StateForm = 'name' | 'demonym' | 'capital' | 'seat';

/** A surface form of a state or region. `iso3` is null for a region. */
export interface NamedPlace {
  readonly surface: string;
  readonly iso3: string | null;
  readonly form: StateForm;
}

const byFirstWord = new Map<string, Map<string, NamedPlace[]>>();
const names = new Map<string, string>();

/** The forms that begin with this word in a language, longest first. */
export function placesStarting(word: string, language: string): readonly NamedPlace[] {
  return index(language).get(word) ?? [];
}

/** The state's English short name; the code itself for one that the lexicon lacks. */
export function stateName(iso3: string): string {
  if (names.size === 0) for (const row of tableRows('states.tsv')) names.set(row['iso3']!, row['name_en']!);
  return names.get(iso3) ?? iso3;
}

/** True for an ISO 3166-1 alpha-3 code of the lexicon, present or past. */
export const hasState = (iso3: string): boolean => stateName(iso3) !== iso3;

function index(language: string): Map<string, NamedPlace[]> {
  const known = byFirstWord.get(language);
  if (known !== undefined) return known;
  const made = new Map<string, NamedPlace[]>();
  for (const place of allPlaces(language)) {
    const word = firstWord(place.surface);
    const same = made.get(word);
    if (same === undefined) made.set(word, [place]);
    else same.push(place);
  }
  for (const list of made.values()) list.sort((a, b) => b.surface.length - a.surface.length);
  byFirstWord.set(language, made);
  return made;
}

/** The first run of letters of a form. */
export function firstWord(surface: string): string {
  return /^[\p{L}\p{M}]+/u.exec(surface)?.[0] ?? surface;
}

function allPlaces(language: string): NamedPlace[] {
  const suffix = language === 'fr' ? 'fr' : 'en';
  const places: NamedPlace[] = [];
  for (const row of tableRows('states.tsv')) {
    const iso3 = row['iso3']!;
    const add = (forms: readonly string[], form: StateForm): void => {
      for (const surface of forms) places.push({ surface, iso3, form });
    };
    add([row['name_en']!, row['name_fr']!, ...entries(row['other_names'])], 'name');
    add(
      entries(row[`demonyms_${suffix}`]).flatMap((form) =>
        suffix === 'fr' ? [form, form[0]!.toUpperCase() + form.slice(1)] : [form],
      ),
      'demonym',
    );
    add(entries(row[`capitals_${suffix}`]), 'capital');
    add(entries(row['seats']), 'seat');
  }
  for (const row of tableRows('regions.tsv'))
    places.push({ surface: row[`name_${suffix}`]!, iso3: null, form: 'name' });
  return places;
}
