// Arguments that the tree hangs far from their word: a subject on who says it or on a number before it, an object of a noun on a name.
import { asideAt } from '../aside.js';
import type { Tree } from '../tree.js';

/** The subject of a verb that the tree gives none: `The ships sailed together, the ministry said`, `Between 400 and 500 soldiers are fighting`. */
export function lostSubject(tree: Tree, at: number): readonly number[] {
  const told = tree
    .childrenBy(at, 'conj', 'parataxis')
    .filter((child) => child > at && asideAt(tree, child) !== undefined)
    .flatMap((verb) => tree.childrenBy(verb, 'nsubj').filter((child) => child < at));
  if (told.length > 0) return told.slice(0, 1);
  const range = tree
    .childrenBy(at, 'obl', 'advmod')
    .find((child) => child < at && tree.word(child).upos === 'NUM' && isBetween(tree, child));
  const counted = tree.phrase(range ?? at).find((word) => isCounted(tree, word, { range, at }));
  return range === undefined || counted === undefined ? [] : [counted];
}

/** The object of a noun behind whom it comes from, where the tree hangs it there or on the verb: `l'achat à Saab de douze radars`. */
export function lostObject(tree: Tree, noun: number): readonly number[] {
  if (tree.language !== 'fr' || tree.word(noun + 1)?.lemma !== 'à') return [];
  const other = tree.words.findIndex((_, at) => at > noun && tree.childrenBy(at, 'case').includes(noun + 1));
  if (other < 0 || tree.head(other) < 0 || tree.word(other).upos !== 'PROPN') return [];
  return [...tree.childrenBy(other, 'nmod'), ...tree.childrenBy(tree.head(other), 'obl', 'nmod')]
    .filter((child) => child > other && child <= other + 6 && tree.preposition(child) === 'de')
    .slice(0, 1);
}

const isBetween = (tree: Tree, at: number): boolean => /^(?:entre|between)$/.test(tree.preposition(at) ?? '');

const isCounted = (
  tree: Tree,
  word: number,
  { range, at }: { range: number | undefined; at: number },
): boolean =>
  range !== undefined &&
  word > range &&
  word < at &&
  tree.word(word).upos === 'NOUN' &&
  tree.relation(word) === 'conj';
