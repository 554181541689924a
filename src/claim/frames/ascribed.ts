// Attacks that a participle lays at somebody's door: `killed in an attack claimed by the group in Mali`, `une attaque attribuée au groupe`.
import { isWord } from '../read/words.js';
import type { Filled, Match, Scene } from './match.js';

/** Where an attack stands to the verb that says what came of it. */
const TELLING = new Set(['nsubj', 'obl', 'obj']);
/** What the participle says of the attack: by whom, on whom it is blamed, to whom it is laid. */
const SOURCE = new Set(['by', 'on', 'to', 'par', 'à']);

/** The matches of violence with the actors and places that the participle of their attack names; what the participle says alone is no claim of its own. */
export function ascribed(found: readonly Match[], scene: Scene): readonly Match[] {
  const spent = new Set<number>();
  const matches = found.map((match) => {
    if (match.frame.kind !== 'violence') return match;
    const participles = attacksOf(match, scene).flatMap((attack) => ascribing(scene, attack));
    for (const at of participles) spent.add(at);
    return participles.reduce((told, at) => withAscribed(told, at, scene), match);
  });
  return spent.size === 0 ? found : matches.filter(({ predicate }) => !spent.has(predicate));
}

/** The nouns of an attack that the predicate is, or that stand beside a verb of suffering. */
function attacksOf({ predicate }: Match, { tree, nouns }: Scene): number[] {
  const isAttack = (at: number): boolean => tree.word(at).upos === 'NOUN' && nouns.is(tree, at, 'violence');
  if (tree.word(predicate).upos !== 'VERB') return isAttack(predicate) ? [predicate] : [];
  return tree.children(predicate).filter((at) => TELLING.has(tree.relation(at)) && isAttack(at));
}

/** The participles under a noun that say whose it is. */
const ascribing = ({ tree }: Scene, noun: number): number[] =>
  tree
    .childrenBy(noun, 'acl')
    .filter(
      (at) => at > noun && tree.word(at).deprel !== 'acl:relcl' && isWord('ascribing', tree.word(at).lemma),
    );

/** A match whose empty actor and place are those of the participle. */
function withAscribed(match: Match, participle: number, { tree, mentions }: Scene): Match {
  const phrases = tree.childrenBy(participle, 'obl', 'nmod');
  const sources = phrases.filter((at) => SOURCE.has(tree.preposition(at) ?? '')).slice(0, 1);
  const actors = mentions.actors.filter(
    ({ head, weak }) =>
      weak === undefined && sources.some((at) => at === head || tree.conjuncts(at).includes(head)),
  );
  const below = new Set(tree.phrase(participle));
  const places = mentions.places.filter(({ head, located }) => located && below.has(head));
  const filled = (role: Filled): Filled => {
    if (role.actors.length + role.places.length > 0) return role;
    if (role.role === 'actor' && actors.length > 0) return { ...role, actors, heads: sources };
    return role.role === 'place' && places.length > 0
      ? { ...role, places, heads: places.map(({ head }) => head) }
      : role;
  };
  return { ...match, roles: match.roles.map(filled) };
}
