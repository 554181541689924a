// What kind of thing a noun or noun phrase names: an instrument, arms, a force, a facility, aid …
import { isEquipment } from './equipment.js';
import { phraseKey } from './phrase-key.js';
import type { Tongue } from './pieces.js';
import { tableRows } from './table.js';

/** A class of noun-classes.tsv with its value, `''` for none: `force` `instructors`, `arms` `''`. */
export interface NounClass {
  readonly class: string;
  readonly value: string;
}

const tables = new Map<Tongue, ReadonlyMap<string, readonly NounClass[]>>();
const NONE: readonly NounClass[] = [];

/** The classes of a lemma, which may be of several words ("defence cooperation agreement"); none where the lexicon lacks it. */
export function classOf(lemma: string, language: Tongue): readonly NounClass[] {
  return tableOf(language).get(phraseKey(lemma, language)) ?? NONE;
}

/**
 * All classes of a noun phrase given by the lemmas of its words in order, without its determiner: those of the longest
 * part that the lexicon has first. The part ends the phrase in English ("a new *military base*") and begins it in French
 * ("*base aérienne* avancée"), where the noun stands. What equipment.tsv holds is `arms`.
 */
export function nounClasses(lemmas: readonly string[], language: Tongue): readonly NounClass[] {
  const found = new Map<string, NounClass>();
  for (let length = lemmas.length; length > 0; length -= 1) {
    const part = (language === 'en' ? lemmas.slice(-length) : lemmas.slice(0, length)).join(' ');
    const classes = isEquipment(part, language)
      ? [...classOf(part, language), ARMS]
      : classOf(part, language);
    for (const one of classes) {
      const key = `${one.class} ${one.value}`;
      if (!found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()];
}

const ARMS: NounClass = { class: 'arms', value: '' };

function tableOf(language: Tongue): ReadonlyMap<string, readonly NounClass[]> {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const made = new Map<string, NounClass[]>();
  for (const row of tableRows('noun-classes.tsv')) {
    if (row['language'] !== language && row['language'] !== 'both') continue;
    const key = phraseKey(row['lemma']!, language);
    const one = { class: row['class']!, value: row['value']! };
    const same = made.get(key);
    if (same === undefined) made.set(key, [one]);
    else same.push(one);
  }
  tables.set(language, made);
  return made;
}
