// Whose attack it is: by the word before the noun ("an Israeli strike", "the ISIL attack"), or by the attack that somebody was killed in.
import type { ActorMention } from '../../mention/actor.js';
import { isWord } from '../read/words.js';
import { ascribed } from './ascribed.js';
import { AGENT } from './governing.js';
import type { Filled, Match, Scene } from './match.js';

/** Classes that attack where their name stands bare before the noun; a state may be where it happened: "the Syria attack". */
const BARE = new Set(['armed-group', 'forces', 'igo']);
/** Prepositions of the attack in which somebody suffers. */
const SUFFERED = new Set([...AGENT, 'in', 'during', 'dans', 'lors de', 'au cours de', 'pendant']);

/** The matches of a sentence, those of violence with the actors that the nouns of attacks bring. */
export function withDoers(found: readonly Match[], scene: Scene): Match[] {
  const nouns = withOutcomes(ascribed(found, scene), scene).map((match) =>
    match.frame.kind === 'violence' ? doerOfNoun(match, scene) : match,
  );
  return nouns.map((match) => (match.frame.kind === 'violence' ? doerOfVerb(match, nouns, scene) : match));
}

/** What an attack did to people is told with it: `bombed the town, killing ten soldiers and wounding five` is one claim. */
function withOutcomes(found: readonly Match[], { tree }: Scene): readonly Match[] {
  const attacks = new Map(
    found.filter(({ frame }) => frame.kind === 'violence').map((match) => [match.predicate, match]),
  );
  const attackOf = new Map<Match, Match>();
  for (const match of attacks.values()) {
    const { frame, predicate } = match;
    const above = attacks.get(tree.head(predicate));
    if (above !== undefined && isWhenHurt(tree, predicate) && isWord('people', above.frame.lemma)) {
      attackOf.set(match, above);
      continue;
    }
    if (!isWord('people', frame.lemma) || !/(?:ing|ant)$/.test(tree.word(predicate).form)) continue;
    if (tree.childrenBy(predicate, 'mark', 'case', 'nsubj').length > 0) continue;
    const attack = tree.relation(predicate) === 'advcl' ? above : above && attackOf.get(above);
    if (attack !== undefined) attackOf.set(match, attack);
  }
  if (attackOf.size === 0) return found;
  return found
    .filter((match) => !attackOf.has(match))
    .map((match) => {
      const [told] = [...attackOf].find(([, attack]) => attack === match) ?? [];
      if (told === undefined) return match;
      const isAttack = isWhenHurt(tree, told.predicate);
      const roles = match.roles.map((role) => {
        const other = told.roles.find((one) => one.role === role.role);
        if (other === undefined || role.actors.length > 0) return role;
        if (role.role === 'place') return isAttack && role.places.length === 0 ? other : role;
        return (role.role === 'target') === isAttack ? role : { ...role, actors: other.actors };
      });
      return { ...match, roles };
    });
}

/** The attack that a clause of time tells: `ten soldiers were killed when rebels attacked their camp`. */
const isWhenHurt = (tree: Scene['tree'], at: number): boolean =>
  tree.relation(at) === 'advcl' &&
  [...tree.childrenBy(at, 'mark', 'advmod')].some((mark) =>
    /^(?:when|lorsque|lorsqu'|quand)$/.test(tree.word(mark).form.toLowerCase().replace('’', "'")),
  );

/** A noun of an attack with whoever marks it: that one attacks, and suffers nothing. */
function doerOfNoun(match: Match, { tree, mentions }: Scene): Match {
  const { predicate, frame, roles } = match;
  if (tree.word(predicate).upos === 'VERB' || !isWord('onslaught', frame.lemma)) return match;
  const told = actorsIn(roles, 'target').some(
    ({ from }) => tree.relation(from) !== 'compound' || from > predicate,
  );
  const doers = mentions.actors.filter(
    ({ head, from, to, actor, weak }) =>
      weak === 'thing' &&
      head === predicate &&
      (from > predicate || to < predicate) &&
      (actor.mention?.how === 'demonym' || BARE.has(actor.class) || (told && actor.class === 'state')),
  );
  if (doers.length === 0) return doneBy(match, tree);
  const without = roles.map((role) => {
    const actors = role.actors.filter((one) => !doers.includes(one));
    return role.role === 'actor' ? { ...role, actors: doers } : { ...role, actors };
  });
  return { ...match, roles: without };
}

/** "The attack of the movement", "l'attaque du Hamas": an armed group behind the noun attacks, where nobody else does. */
function doneBy(match: Match, tree: Scene['tree']): Match {
  const { roles, frame } = match;
  const suffering = actorsIn(roles, 'target');
  const groups =
    suffering.length > 0 &&
    suffering.every(
      ({ actor, head }) => actor.class === 'armed-group' && /^(?:of|de)$/.test(tree.preposition(head) ?? ''),
    );
  if (!groups || actorsIn(roles, 'actor').length > 0 || isWord('conquest', frame.lemma)) return match;
  const turned = roles.map((role) =>
    role.role === 'actor'
      ? { ...role, actors: suffering }
      : role.role === 'target'
        ? { ...role, actors: [] }
        : role,
  );
  return { ...match, roles: turned };
}

/** A verb of suffering whose actor only the attack tells: "killed in clashes with the Bolivian police". */
function doerOfVerb(match: Match, all: readonly Match[], { tree }: Scene): Match {
  const { predicate, roles } = match;
  if (tree.word(predicate).upos !== 'VERB' || actorsIn(roles, 'actor').length > 0) return match;
  const attack = all.find(
    (other) =>
      other.frame.kind === 'violence' &&
      tree.word(other.predicate).upos === 'NOUN' &&
      tree.head(other.predicate) === predicate &&
      SUFFERED.has(tree.preposition(other.predicate) ?? ''),
  );
  if (attack === undefined) return match;
  const own = new Set(tree.phrase(attack.predicate));
  const suffering = new Set(actorsIn(roles, 'target').map(({ head }) => head));
  const sides = isWord('mutual', attack.frame.lemma) ? ['actor', 'target'] : ['actor'];
  const actors = [...new Set(sides.flatMap((side) => actorsIn(attack.roles, side)))].filter(
    ({ head }) => own.has(head) && !suffering.has(head),
  );
  if (actors.length === 0) return match;
  return { ...match, roles: roles.map((role) => (role.role === 'actor' ? { ...role, actors } : role)) };
}

const actorsIn = (roles: readonly Filled[], name: string): readonly ActorMention[] =>
  roles.filter(({ role }) => role === name).flatMap(({ actors }) => actors);
