// Arms and military equipment by name: "Mi-35M", "air defence system", "chars".
import { phraseKey } from './phrase-key.js';
import { Phrases } from './phrases.js';
import type { Tongue } from './pieces.js';
import { type Row, tableRows } from './table.js';

/** What equipment.tsv says of a form. */
export interface Equipment {
  /** `aircraft`, `armour`, `air-defence` … */
  readonly class: string;
  /** True for a type's own name ("Mi-35M"), false for a common noun ("gunship"). */
  readonly designation: boolean;
  /** The state that makes it, where the lexicon says; null otherwise. */
  readonly state: string | null;
}

const tables = new Map<Tongue, Phrases<Equipment>>();
const keys = new Map<Tongue, ReadonlySet<string>>();

/** The phrases of a language's equipment; the case of designations counts, and they have a plural ("F-16s"). */
export function equipmentPhrases(language: Tongue): Phrases<Equipment> {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const phrases = new Phrases<Equipment>({ cut: language });
  for (const row of rowsOf(language)) {
    const form = row['form']!;
    const designation = row['designation'] === 'yes';
    const value = { class: row['class']!, designation, state: row['state'] || null };
    phrases.add(form, value, { cased: designation });
    if (designation) phrases.add(`${form}s`, value, { cased: true });
  }
  tables.set(language, phrases);
  return phrases;
}

/** True where a lemma or phrase of lemmas names equipment. */
export function isEquipment(phrase: string, language: Tongue): boolean {
  let known = keys.get(language);
  if (known === undefined) {
    known = new Set(rowsOf(language).map((row) => phraseKey(row['form']!, language)));
    keys.set(language, known);
  }
  return known.has(phraseKey(phrase, language));
}

function rowsOf(language: Tongue): readonly Row[] {
  return tableRows('equipment.tsv').filter(
    (row) => row['language'] === language || row['language'] === 'both',
  );
}
