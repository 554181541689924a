// Actors and places of an argument, gathered from its phrase.
import type { ActorMention, PlaceMention, SentenceMentions } from '../../mention/actor.js';
import type { Tree } from './tree.js';

/** The mentions of one sentence. */
export type Mentions = SentenceMentions;

/** Words that say of whom the head noun is: "soldiers of Mali", "troops from Chad". */
const BELONGING = new Set(['of', 'from', 'de', 'by', 'par']);
const MODIFIERS = new Set(['amod', 'compound', 'appos', 'flat', 'nmod:poss']);

/**
 * The actors of an argument: those that its head and what is coordinated with it name; else those that the head noun
 * belongs to; with `inside`, anybody in the phrase.
 */
export function actorsOf(tree: Tree, at: number, { actors }: Mentions, inside: boolean): ActorMention[] {
  const usable = actors.filter(({ weak }) => weak !== 'civil');
  if (inside) {
    const words = new Set([...tree.phrase(at), ...participles(tree, at)]);
    return usable.filter(({ head }) => words.has(head));
  }
  const found: ActorMention[] = [];
  for (const word of tree.conjuncts(at)) {
    const named = usable.filter(({ from, to }) => from <= word && word <= to);
    const own = named.filter(({ head }) => head === word);
    const all = own.length > 0 ? own : named.length > 0 ? named : belonging(tree, word, usable);
    for (const one of all) if (!found.includes(one)) found.push(one);
  }
  return found;
}

/** The words of the participles that say more of a noun: `l'accord conclu avec le Tchad`, `the embargo imposed on Mali`. */
const participles = (tree: Tree, at: number): number[] =>
  tree
    .childrenBy(at, 'acl')
    .filter((child) => tree.word(child).deprel === 'acl' && /VerbForm=Part/.test(tree.word(child).feats))
    .flatMap((child) => tree.phrase(child));

function belonging(tree: Tree, at: number, actors: readonly ActorMention[]): ActorMention[] {
  return tree
    .children(at)
    .filter(
      (child) =>
        MODIFIERS.has(tree.word(child).deprel) ||
        MODIFIERS.has(tree.relation(child)) ||
        (tree.relation(child) === 'nmod' && BELONGING.has(tree.preposition(child) ?? '')),
    )
    .flatMap((child) => tree.conjuncts(child))
    .flatMap((word) => actors.filter(({ from, to, head }) => head === word || (from <= word && word <= to)));
}

/** The places of an argument: its head's and those inside its phrase. */
export function placesOf(tree: Tree, at: number, { places }: Mentions): PlaceMention[] {
  const words = new Set(tree.phrase(at));
  return places.filter(({ head, from }) => words.has(head) || words.has(from));
}
