// A key under which a noun phrase of a table and the lemmas of the same phrase in a text meet.
import type { Tongue } from './pieces.js';

const ARTICLES: ReadonlyMap<string, string> = new Map([
  ["d'", 'de'],
  ['des', 'de'],
  ['du', 'de'],
  ["l'", 'le'],
  ['la', 'le'],
  ['les', 'le'],
]);

/**
 * The phrase in lower case without hyphens, endings of number and French gender: "systèmes d'armes" and the lemmas
 * "système de arme" give one key. Lemmas in a table keep the plural where the noun has no other ("arms").
 */
export function phraseKey(phrase: string, language: Tongue): string {
  const words = phrase
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'(?=\p{L})/gu, "' ")
    .split(/[ -]+/);
  if (language === 'en') return words.map(singular).join(' ');
  const stem = words.length > 1 ? genderless : singular;
  return words.map((word) => ARTICLES.get(word) ?? stem(word)).join(' ');
}

function singular(word: string): string {
  return word.length > 3 && !word.endsWith('ss') ? word.replace(/[sx]$/, '') : word;
}

function genderless(word: string): string {
  return word.length > 3 ? word.replace(/e?[sx]?$/, '') : word;
}
