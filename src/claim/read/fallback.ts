// Roles that the tree did not fill, from who else stands in the clause: surface order as a second witness.
import type { ActorMention, PlaceMention } from '../../mention/actor.js';
import type { ClaimKind, RoleFiller } from '../claim.js';
import type { Match, Scene } from '../frames/match.js';
import type { Tree } from '../tree.js';
import { actorOf, fillerKey } from './roles.js';

/** Roles that make sense only with the other: one that is missing is looked for in the clause. */
const PAIRS: Readonly<Partial<Record<ClaimKind, readonly [string, string]>>> = {
  transfer: ['supplier', 'recipient'],
  presence: ['actor', 'host'],
  access: ['holder', 'host'],
  training: ['trainer', 'trainee'],
  aid: ['donor', 'recipient'],
  rupture: ['actor', 'target'],
};
const PLURAL: Readonly<Partial<Record<ClaimKind, string>>> = {
  agreement: 'parties',
  exercise: 'participants',
  contact: 'participants',
};

/** Who else stands in the clause of a claim. */
export interface Clause {
  readonly actors: readonly ActorMention[];
  readonly places: readonly PlaceMention[];
  /** Those who may fill a role that is empty: no topic, no place, nobody of another clause. */
  readonly able: readonly ActorMention[];
  /** Where the predicate may take place. */
  readonly where: readonly PlaceMention[];
  /** Where the predicate begins. */
  readonly start: number;
  /** True where the arguments of the predicate name several already. */
  readonly several: boolean;
}

/** Prepositions of what is talked about. */
const TOPICAL = new Set('about on over regarding concerning sur concernant'.split(' '));

/** The clause of a match: who and what stands among its words. */
export function around(
  { predicate, roles }: Match,
  { tree, mentions }: Scene,
  words: readonly number[],
): Clause {
  const inside = ({ head }: { readonly head: number }): boolean => words.includes(head);
  const actors = mentions.actors.filter(inside);
  const places = mentions.places.filter(inside);
  const located = new Set(places.filter((one) => one.located).map(({ start }) => start));
  const own = ({ head }: { readonly head: number }): boolean => isOfClause(tree, head, predicate);
  return {
    ...{ actors, places, start: tree.word(predicate).start },
    able: actors.filter(
      ({ head, start }) => !located.has(start) && !TOPICAL.has(tree.preposition(head) ?? ''),
    ),
    where: places.filter(own),
    several: roles.some((role) => role.actors.length > 1),
  };
}

const CLAUSAL = new Set(['acl', 'advcl', 'ccomp', 'csubj', 'parataxis']);

/** True where no clause of its own, and no noun that another verb is told of, stands between the word and the predicate. */
function isOfClause(tree: Tree, at: number, predicate: number): boolean {
  const above = new Set<number>();
  for (let up = predicate; up >= 0; up = tree.head(up)) above.add(up);
  let word = at;
  while (!above.has(word)) {
    const relation = tree.relation(word);
    const head = tree.head(word);
    if (CLAUSAL.has(relation)) return false;
    if (above.has(head) && head !== predicate && (relation === 'nsubj' || relation === 'obj')) return false;
    word = head;
    if (word < 0) return false;
  }
  return true;
}

/** The roles, with one that is missing filled where just one candidate is left; `guessed` says which. */
export function filledUp(
  kind: ClaimKind,
  roles: Readonly<Record<string, readonly RoleFiller[]>>,
  { able, where, places, start, several }: Clause,
): { roles: Record<string, readonly RoleFiller[]>; guessed: string[] } {
  const made: Record<string, readonly RoleFiller[]> = { ...roles };
  const used = new Set(Object.values(roles).flat().map(stateKey));
  const left = able.filter((one) => one.weak === undefined && !used.has(stateKey(one.party)));
  const parties = new Map(left.map((one) => [stateKey(one.party), one]));
  const guessed: string[] = [];
  const plural = PLURAL[kind];
  if (plural !== undefined && (made[plural]?.length ?? 0) === 1 && parties.size === 1 && !several) {
    made[plural] = [...made[plural]!, ...[...parties.values()].map((one) => actorOf(one, false))];
    guessed.push(plural);
  }
  const [first, second] = PAIRS[kind] ?? [];
  if ((kind === 'violence' || kind === 'power') && (made['place']?.length ?? 0) === 0) {
    const located = where.find((one) => one.located);
    if (located !== undefined) {
      made['place'] = [located.place];
      guessed.push('place');
    }
  }
  for (const [role, other] of [
    [first, second],
    [second, first],
  ] as const) {
    if (role === undefined || other === undefined) continue;
    if ((made[role]?.length ?? 0) > 0 || (made[other]?.length ?? 0) === 0) continue;
    const located =
      role === 'host' ? places.find((one) => one.located && !used.has(stateKey(one.place))) : undefined;
    if (located !== undefined) made[role] = [located.place];
    else if (parties.size === 1 && (role !== first || isBefore(parties, start)))
      made[role] = [...parties.values()].map((one) => actorOf(one, false));
    else continue;
    guessed.push(role);
  }
  return { roles: made, guessed };
}

/** Who does a thing is looked for before the verb only. */
const isBefore = (parties: ReadonlyMap<string, ActorMention>, start: number): boolean =>
  [...parties.values()].every((one) => one.start < start);

/**
 * The scope of a share: the market or the world. Not the supplier itself; a place named beside it; else the scope of the
 * share before ("Spain followed with a tenth").
 */
export function scopeOf(
  roles: Readonly<Record<string, readonly RoleFiller[]>>,
  { places }: Clause,
  earlier: readonly RoleFiller[],
): readonly RoleFiller[] {
  const subject = new Set((roles['subject'] ?? []).map(stateKey));
  const own = (roles['scope'] ?? []).filter((filler) => !subject.has(stateKey(filler)));
  if (own.length > 0) return own;
  const beside = places.find(({ place }) => !subject.has(stateKey(place)));
  return beside === undefined ? earlier : [beside.place];
}

/** A filler's state where it has one, else what it is. */
function stateKey(filler: RoleFiller): string {
  const state = 'item' in filler ? undefined : filler.state;
  return state === undefined || state === null ? fillerKey(filler) : `state ${state}`;
}
