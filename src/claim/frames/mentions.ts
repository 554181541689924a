// Actors and places of an argument, gathered from its phrase.
import { grammarWords } from '../../lexicon/grammar-words.js';
import type { ActorMention, PlaceMention, SentenceMentions } from '../../mention/actor.js';
import type { Tree } from '../tree.js';

/** The mentions of one sentence. */
export type Mentions = SentenceMentions;

/** Words that say of whom the head noun is: "soldiers of Mali", "troops from Chad". */
const BELONGING = grammarWords('belonging');
const MODIFIERS = new Set(['amod', 'compound', 'appos', 'flat', 'nmod:poss']);

/** Where actors are looked for: `inside` a phrase, not only at its head; `plain`, also where they only mark a thing that the lexicon does not know. */
export interface Looking {
  readonly inside: boolean;
  readonly plain: boolean;
  /** With `inside`, also in clauses under the phrase: `the accord that links Estonia and Georgia`. */
  readonly clauses?: boolean;
}

/**
 * The actors of an argument: those that its head and what is coordinated with it name; else those that the head noun
 * belongs to; with `inside`, anybody in the phrase.
 */
export function actorsOf(
  tree: Tree,
  at: number,
  { actors }: Mentions,
  { inside, plain, clauses = false }: Looking,
): ActorMention[] {
  const usable = actors.filter(({ weak }) => weak !== 'civil' && (plain || weak !== 'plain'));
  if (inside) {
    const words = new Set([...tree.phrase(at, { clauses }), ...participles(tree, at)]);
    return usable.filter(({ head }) => words.has(head));
  }
  const found: ActorMention[] = [];
  for (const word of tree.conjuncts(at)) {
    const named = usable.filter(({ from, to }) => from <= word && word <= to);
    const own = named.filter(({ head }) => head === word);
    const marked = actors.some(({ head, weak }) => weak === 'civil' && head === word);
    const all = own.length > 0 ? own : named.length > 0 ? named : belonging(tree, word, { usable, marked });
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

/** Whom a noun belongs to; one that is marked as some state's is not its owner's: `their Swedish colleagues`. */
function belonging(
  tree: Tree,
  at: number,
  { usable: actors, marked }: { usable: readonly ActorMention[]; marked: boolean },
): ActorMention[] {
  return tree
    .children(at)
    .filter((child) => !marked || tree.word(child).upos !== 'PRON')
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
