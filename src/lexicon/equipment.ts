// Arms and military equipment by name: "Mi-35M", "air defence system", "chars".
import { phraseKey } from './phrase-key.js';
import { Phrases } from './phrases.js';
import type { Tongue } from './pieces.js';
import { tableRows } from './table.js';

/** What equipment.tsv says of a form. */
export interface Equipment {
  /** `aircraft`, `armour`, `air-defence` … */
  readonly class: string;
  /** True for a type's own name ("Mi-35M"), false for a common noun ("gunship"). */
  readonly designation: boolean;
  /** The state that makes it, where the lexicon says; null otherwise. */
  readonly state: string | null;
}

interface Index {
  readonly phrases: Phrases<Equipment>;
  readonly keys: ReadonlySet<string>;
}

const indices = new Map<Tongue, Index>();

/** The phrases of a language's equipment; the case of designations counts. */
export function equipmentPhrases(language: Tongue): Phrases<Equipment> {
  return indexOf(language).phrases;
}

/** True where a lemma or phrase of lemmas names equipment. */
export function isEquipment(phrase: string, language: Tongue): boolean {
  return indexOf(language).keys.has(phraseKey(phrase, language));
}

function indexOf(language: Tongue): Index {
  const known = indices.get(language);
  if (known !== undefined) return known;
  const phrases = new Phrases<Equipment>(language);
  const keys = new Set<string>();
  for (const row of tableRows('equipment.tsv')) {
    if (row['language'] !== language && row['language'] !== 'both') continue;
    const form = row['form']!;
    const designation = row['designation'] === 'yes';
    const state = row['state'] === '' ? null : row['state']!;
    phrases.add(form, { class: row['class']!, designation, state }, designation);
    if (designation) phrases.add(`${form}s`, { class: row['class']!, designation, state }, true);
    keys.add(phraseKey(form, language));
  }
  const made = { phrases, keys };
  indices.set(language, made);
  return made;
}
