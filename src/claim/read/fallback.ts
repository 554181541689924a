// Roles that the tree did not fill, from who else stands in the clause: surface order as a second witness.
import type { ActorMention, PlaceMention } from '../../mention/actor.js';
import type { ClaimKind, RoleFiller } from '../claim.js';
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
}

/** The roles, with one that is missing filled where just one candidate is left; `guessed` says which. */
export function filledUp(
  kind: ClaimKind,
  roles: Readonly<Record<string, readonly RoleFiller[]>>,
  { actors, places }: Clause,
): { roles: Record<string, readonly RoleFiller[]>; guessed: string[] } {
  const made: Record<string, readonly RoleFiller[]> = { ...roles };
  const used = new Set(Object.values(roles).flat().map(stateKey));
  const left = actors.filter((one) => one.weak === undefined && !used.has(stateKey(one.party)));
  const parties = new Map(left.map((one) => [stateKey(one.party), one]));
  const guessed: string[] = [];
  const plural = PLURAL[kind];
  if (plural !== undefined && (made[plural]?.length ?? 0) === 1 && parties.size === 1) {
    made[plural] = [...made[plural]!, ...[...parties.values()].map((one) => actorOf(one, false))];
    guessed.push(plural);
  }
  const [first, second] = PAIRS[kind] ?? [];
  if ((kind === 'violence' || kind === 'power') && (made['place']?.length ?? 0) === 0) {
    const located = places.find((one) => one.located);
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
    else if (parties.size === 1) made[role] = [...parties.values()].map((one) => actorOf(one, false));
    else continue;
    guessed.push(role);
  }
  return { roles: made, guessed };
}

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
