// Roles that can not be what the tree made of them: a party against itself, a place that is nobody's, a bystander of a noun.
import { stateName } from '../../lexicon/states.js';
import { asParty, type PlaceMention } from '../../mention/actor.js';
import type { Actor, RoleFiller } from '../claim.js';
import { AGENT } from '../frames/governing.js';
import type { Match, Scene } from '../frames/match.js';
import { fillerKey } from './roles.js';
import { isWord } from './words.js';

type Roles = Readonly<Record<string, readonly RoleFiller[]>>;

/** Relations in which a noun is not what its verb is about: "responded to the attack", "since the war". */
const ASIDE = new Set(['obl', 'nmod', 'appos', 'advcl', 'acl', 'dislocated']);

/** The roles without fillers that the sentence does not give them. */
export function soundRoles(
  match: Match,
  roles: Roles,
  { scene, places }: { scene: Scene; places: readonly PlaceMention[] },
): Record<string, readonly RoleFiller[]> {
  const { kind } = match.frame;
  const made: Record<string, readonly RoleFiller[]> = { ...roles };
  if (kind === 'violence' || kind === 'statement' || kind === 'power') inOwnPhrase(match, made, scene);
  if (kind === 'presence') {
    const present = new Set((made['actor'] ?? []).map(({ mention }) => mention?.start));
    made['host'] = (made['host'] ?? []).filter(
      (one) => ('place' in one || isSomewhere(one)) && !present.has(one.mention?.start ?? -1),
    );
  }
  if (kind === 'exercise' || kind === 'contact') withoutVenue(made, places);
  if (kind === 'transfer') inTrade(match, made);
  if (kind === 'agreement') amongThemselves(match, made, scene);
  if (kind !== 'violence' && kind !== 'power') return made;
  const located = new Set(places.filter((one) => one.located).map(({ start }) => start));
  if (kind === 'violence') {
    made['target'] = (made['target'] ?? []).filter(
      (one) => !(isState(one) && located.has(one.mention?.start ?? -1)) || isAimedAt(match, one, scene),
    );
    if (isWord('people', match.frame.lemma))
      made['target'] = made['target'].filter((one) => !(isState(one) && one.mention?.how === 'anaphor'));
    made['target'] = made['target'].map((one) => (isOwner(match, one, scene) ? asParty(one) : one));
    const acting = new Set((made['actor'] ?? []).map(mentionKey));
    made['target'] = made['target'].filter((one) => !acting.has(mentionKey(one)));
  }
  if (kind === 'power') made['target'] = (made['target'] ?? []).filter((one) => !isAnyState(one));
  made['place'] = alongside(
    (made['place'] ?? []).filter((one) => 'place' in one || isState(one)),
    { scene, places },
  );
  if (kind === 'power' && (made['place'] ?? []).length === 0) made['place'] = ruled(made);
  return made;
}

/** The roles without those whom a condemned attack hit and without where it was: `condemned the bombing of a school in Sudan` blames nobody. */
export function blamed({ frame }: Match, roles: Roles, scene: Scene): Roles {
  if (frame.kind !== 'statement' || frame.fields['act'] !== 'accuse') return roles;
  const isHit = ({ mention }: RoleFiller): boolean => {
    const said = scene.mentions.actors.find(({ start }) => start === mention?.start);
    return said !== undefined && isUnderAttack(scene, said.head);
  };
  return { ...roles, addressee: (roles['addressee'] ?? []).filter((one) => !isHit(one)) };
}

/** True for a name in a phrase of a noun of violence that says on whom or where, not by whom or whose. */
function isUnderAttack({ tree, nouns }: Scene, at: number): boolean {
  for (
    let word = at;
    tree.relation(word) === 'nmod' || tree.relation(word) === 'conj';
    word = tree.head(word)
  ) {
    if (tree.word(word).deprel === 'nmod:poss' || AGENT.has(tree.preposition(word) ?? '')) return false;
    if (tree.relation(word) === 'nmod' && nouns.is(tree, tree.head(word), 'violence')) return true;
  }
  return false;
}

/** True for `rockets fired at Israel`, which hit somebody though they land somewhere. */
function isAimedAt({ arguments: args }: Match, one: RoleFiller, { mentions }: Scene): boolean {
  const mention = mentions.actors.find(({ start }) => start === one.mention?.start);
  return mention !== undefined && args.get('at').includes(mention.head);
}

/** Where it was held takes no part: `drills around Taiwan`. */
function withoutVenue(roles: Record<string, readonly RoleFiller[]>, places: readonly PlaceMention[]): void {
  const located = new Set(places.filter((one) => one.located).map(({ start }) => start));
  const all = roles['participants'] ?? [];
  roles['participants'] = all.filter((one) => !(isState(one) && located.has(one.mention?.start ?? -1)));
}

/** The places with those that are coordinated with them: `in Iraq and Syria`. */
function alongside(
  fillers: readonly RoleFiller[],
  { scene: { tree }, places }: { scene: Scene; places: readonly PlaceMention[] },
): RoleFiller[] {
  const heads = new Set(
    places
      .filter(({ start }) => fillers.some(({ mention }) => mention?.start === start))
      .map(({ head }) => head),
  );
  const others = places.filter(
    ({ head, place }) =>
      tree.relation(head) === 'conj' &&
      heads.has(tree.head(head)) &&
      !fillers.some((one) => 'place' in one && one.place === place.place),
  );
  return [...fillers, ...others.map(({ place }) => place)];
}

/** Who hosts or attends the signing of an accord between others is no party to it. */
function amongThemselves(
  { predicate, arguments: args }: Match,
  roles: Record<string, readonly RoleFiller[]>,
  { tree, mentions }: Scene,
): void {
  if (tree.word(predicate).upos !== 'NOUN') return;
  const between = ['between', 'entre'].flatMap((name) => args.get(name)).flatMap((at) => tree.conjuncts(at));
  const named = mentions.actors.filter(({ head, from, to }) =>
    between.some((at) => at === head || (from <= at && at <= to)),
  );
  const inside = (roles['parties'] ?? []).filter((one) =>
    named.some(({ start }) => start === one.mention?.start),
  );
  if (inside.length > 1) roles['parties'] = inside;
}

/** Who signs a contract for arms with a state and makes arms sells them: `Rosoboronexport signed a contract with Bangladesh`. */
function inTrade({ arguments: args }: Match, roles: Record<string, readonly RoleFiller[]>): void {
  const { supplier = [], recipient = [] } = roles;
  const isFirm = (one: RoleFiller): boolean => 'class' in one && one.class === 'company';
  if (args.companions.length === 0 || recipient.length === 0 || supplier.length === 0) return;
  if (!recipient.every(isFirm) || supplier.some(isFirm)) return;
  roles['supplier'] = recipient;
  roles['recipient'] = supplier;
}

/** A noun aside has only the fillers that stand in its own phrase: in "Ellwood responds to the attack" he is no attacker. */
function inOwnPhrase(
  { predicate, frame }: Match,
  roles: Record<string, readonly RoleFiller[]>,
  { tree }: Scene,
): void {
  if (tree.word(predicate).upos === 'VERB') return;
  if (!ASIDE.has(tree.relation(predicate)) && frame.fields['act'] !== 'threaten') return;
  const above = tree.head(predicate);
  const beside =
    above >= 0 && /^(?:NOUN|PROPN)$/.test(tree.word(above).upos) ? tree.childrenBy(above, 'nmod') : [];
  const agents = beside.filter((at) => at > predicate && AGENT.has(tree.preposition(at) ?? ''));
  const words = [predicate, ...agents]
    .flatMap((at) => tree.phrase(at, { clauses: true }))
    .map((at) => tree.word(at));
  const inside = (one: RoleFiller): boolean =>
    one.mention === undefined ||
    words.some(({ start, end }) => start < one.mention!.end && end > one.mention!.start);
  for (const role of ['actor', 'target', 'speaker', 'addressee'])
    if (roles[role] !== undefined) roles[role] = roles[role].filter(inside);
}

/** True for a person who only has what is hit, which is then his state's: `the residence of the ambassador`. */
function isOwner({ roles }: Match, one: RoleFiller, { tree, mentions }: Scene): one is Actor {
  if (!('class' in one) || one.class !== 'person') return false;
  const mention = mentions.actors.find(({ start }) => start === one.mention?.start);
  const heads = roles.filter(({ role }) => role === 'target').flatMap((role) => role.heads);
  return (
    mention !== undefined &&
    heads.some(
      (head) =>
        (mention.from > head || mention.to < head) &&
        tree.head(mention.head) === head &&
        /^(?:nmod|compound)$/.test(tree.relation(mention.head)),
    )
  );
}

const isState = (one: RoleFiller): boolean => 'class' in one && one.class === 'state';
/** The `État` of a `coup d'État`, the `pouvoir` that is seized. */
const isAnyState = (one: RoleFiller): boolean =>
  'class' in one && one.class === 'government' && isWord('regime', one.name.split(' ')[0]!);

/** Where a ruler comes or goes when no place is named: the state that he rules. */
function ruled(roles: Roles): readonly RoleFiller[] {
  const state = [...(roles['target'] ?? []), ...(roles['actor'] ?? [])]
    .map((one) => ('class' in one ? (one.state ?? null) : null))
    .find((one) => one !== null);
  if (state === undefined || state === null) return [];
  return [{ id: state, name: stateName(state), class: 'state', state }];
}
const isSomewhere = (one: RoleFiller): boolean =>
  'class' in one && !/^(?:forces|armed-group|media|person)$/.test(one.class);
const mentionKey = (one: RoleFiller): string => `${fillerKey(one)} ${one.mention?.start ?? ''}`;
