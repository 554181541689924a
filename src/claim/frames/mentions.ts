// What a sentence mentions, as frames need it: found by word, and gathered from the phrase of an argument.
import type { Actor, Place } from '../claim.js';
import type { Tree } from './tree.js';

/** Somebody named by the words `first` to `last` (indices from 0, inclusive); `head` is the word that carries the phrase. */
export interface Somebody {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly actor: Actor;
}

/** Somewhere named. */
export interface Somewhere {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly place: Place;
}

/** The mentions of one sentence. */
export interface Mentions {
  readonly actors: readonly Somebody[];
  readonly places: readonly Somewhere[];
}

/** Words that say of whom the head noun is: "soldiers of Mali", "troops from Chad", "Mali's army", "Malian army". */
const BELONGING = new Set(['of', 'from', 'de', 'by', 'par']);

/**
 * The actors of an argument: those that its head and what is coordinated with it name; else those that the head noun
 * belongs to; with `inside`, anybody in the phrase.
 */
export function actorsOf(tree: Tree, at: number, { actors }: Mentions, inside: boolean): Somebody[] {
  if (inside) {
    const words = new Set(tree.phrase(at));
    return actors.filter(({ head }) => words.has(head));
  }
  const found: Somebody[] = [];
  const add = (list: readonly Somebody[]): void => {
    for (const one of list) if (!found.includes(one)) found.push(one);
  };
  for (const word of tree.conjuncts(at)) {
    const named = actors.filter(({ first, last }) => first <= word && word <= last);
    const own = named.filter(({ head }) => head === word);
    add(own.length > 0 ? own : named.length > 0 ? named : belonging(tree, word, actors));
  }
  return found;
}

function belonging(tree: Tree, at: number, actors: readonly Somebody[]): Somebody[] {
  const found: Somebody[] = [];
  for (const child of tree.children(at)) {
    const { deprel } = tree.word(child);
    const relation = tree.relation(child);
    const counts =
      relation === 'amod' ||
      relation === 'compound' ||
      relation === 'appos' ||
      relation === 'flat' ||
      deprel === 'nmod:poss' ||
      (relation === 'nmod' && BELONGING.has(tree.preposition(child) ?? ''));
    if (!counts) continue;
    for (const word of tree.conjuncts(child))
      found.push(
        ...actors.filter(({ first, last, head }) => head === word || (first <= word && word <= last)),
      );
  }
  return found;
}

/** The places of an argument: its head's and those inside its phrase. */
export function placesOf(tree: Tree, at: number, { places }: Mentions): Somewhere[] {
  const words = new Set(tree.phrase(at));
  return places.filter(({ head, first }) => words.has(head) || words.has(first));
}
