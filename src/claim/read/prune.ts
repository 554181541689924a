// Which of the matches of a sentence are claims of their own: one predicate one claim, a noun that a verb already speaks for is none.
import { asideAt } from '../aside.js';
import type { Match, Scene } from '../frames/match.js';
import { verbOfSaying } from '../verb-of-saying.js';

/**
 * The matches that stand, in order. A statement whose content is a claim gives way to it; with `wide`, as for events, it
 * stays: there, a refusal to meet is a refusal.
 */
export function standing(found: readonly Match[], scene: Scene, { wide = false } = {}): Match[] {
  return found.filter(
    (match) => !found.some((other) => other !== match && speaksFor(other, match, { scene, wide })),
  );
}

const LIGHT = new Set(['NOUN', 'ADJ', 'PROPN']);

/** True where `other` says what `match` says, and more of it. */
function speaksFor(
  other: Match,
  match: Match,
  { scene: { tree }, wide }: { scene: Scene; wide: boolean },
): boolean {
  const special = match.frame.kind !== 'statement' && match.frame.kind !== 'event';
  const otherSpecial = other.frame.kind !== 'statement' && other.frame.kind !== 'event';
  if (!wide && match.frame.kind === 'statement' && otherSpecial)
    if (isContent(other, match, tree) || isBeside(other, match, tree)) return true;
  if (other.frame.kind === 'statement' && !special && isContent(match, other, tree)) return true;
  if (match.frame.kind === 'transfer' && other.frame.kind === 'share')
    return tree.relation(match.predicate) === 'acl' || isArgument(other, match, tree);
  if (!wide && match.frame.kind === 'statement' && otherSpecial && isToldBy(other, match, tree)) return true;
  if (isAccusedOf(other, match, tree) || isWarnedOf(other, match, tree)) return true;
  if (other.arguments.companions.includes(match.predicate)) return true;
  const noun = LIGHT.has(tree.word(match.predicate).upos);
  const same = other.frame.kind === match.frame.kind;
  if (!noun) return same && tree.word(other.predicate).upos === 'VERB' && inherits(other, match, { tree });
  const inside = isArgument(other, match, tree);
  if (same && (inside || isAside(other, match, tree))) return true;
  if (happenedAside(match, tree)) return false;
  return inside && isLabel(match, tree) && tree.word(other.predicate).upos === 'VERB';
}

/** True for the verb of saying at the end of what it says: `…, assurent deux officiers`. */
function isBeside(other: Match, { predicate }: Match, tree: Scene['tree']): boolean {
  const aside = asideAt(tree, predicate);
  return aside !== undefined && (other.predicate < aside.first || other.predicate > aside.last);
}

/** True for a match that stands inside what the other is about. */
const isArgument = (other: Match, { predicate }: Match, tree: Scene['tree']): boolean =>
  [...other.arguments.own.values()].flat().some((word) => tree.phrase(word).includes(predicate));

/** `…, the president pledged on Friday`: an aside says who told the claim before it. */
const isToldBy = (other: Match, { predicate }: Match, tree: Scene['tree']): boolean =>
  tree.relation(predicate) === 'parataxis' &&
  tree.head(predicate) === other.predicate &&
  predicate > other.predicate &&
  verbOfSaying(tree, predicate) !== undefined;

/** True where what a statement says is a claim of its own. */
function isContent(other: Match, statement: Match, tree: Scene['tree']): boolean {
  return statement.arguments
    .get('comp')
    .some((word) => tree.phrase(word, { clauses: true }).includes(other.predicate));
}

/** An accusation is one statement: "accused Israel of committing a massacre" claims no massacre besides. */
function isAccusedOf(other: Match, match: Match, tree: Scene['tree']): boolean {
  return (
    other.frame.fields['act'] === 'accuse' &&
    /^(?:accuse|blame|accuser)$/.test(other.frame.lemma) &&
    match.frame.kind !== 'statement' &&
    tree.head(match.predicate) === other.predicate &&
    /^(?:advcl|xcomp|ccomp|obl)$/.test(tree.relation(match.predicate))
  );
}

/** What somebody is warned not to do: "cautioned Iraq against buying missiles". */
const isWarnedOf = (other: Match, { predicate, frame }: Match, tree: Scene['tree']): boolean =>
  other.frame.kind === 'statement' &&
  frame.kind !== 'statement' &&
  tree.head(predicate) === other.predicate &&
  tree.childrenBy(predicate, 'mark', 'case').some((at) => tree.word(at).lemma === 'against');

/** A verb in the infinitive under another of the same kind: "agreed to sign" where both are frames. */
function inherits(other: Match, match: Match, { tree }: Pick<Scene, 'tree'>): boolean {
  return (
    tree.relation(match.predicate) === 'xcomp' &&
    tree.head(match.predicate) === other.predicate &&
    other.weight >= match.weight
  );
}

/** The same again in an apposition: `flew to Oslo, his second trip there`. */
const isAside = (other: Match, { predicate }: Match, tree: Scene['tree']): boolean =>
  tree.dominates(other.predicate, predicate) &&
  /^(?:appos|parataxis|dislocated)$/.test(tree.relation(predicate)) &&
  tree.childrenBy(predicate, 'nmod:poss', 'det').length > 0;

/** What the main clause followed, with somebody who did it named: `after the signing of a pact with Chad, Oslo sent advisers`. */
const happenedAside = ({ predicate, roles }: Match, tree: Scene['tree']): boolean =>
  tree.isTemporal(predicate) &&
  roles.some(({ actors }) => actors.some(({ head }) => tree.dominates(predicate, head)));

/** A noun that only names the thing spoken of ("the accord with Chad"), with neither time nor agent of its own. */
function isLabel(match: Match, tree: Scene['tree']): boolean {
  return !tree.children(match.predicate).some((child) => ['nsubj', 'cop'].includes(tree.relation(child)));
}
