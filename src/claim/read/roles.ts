// Who fills the roles of a claim, as claims hold them: states where an office or army stands for its state, places where something is.
import { stateName } from '../../lexicon/states.js';
import {
  type Actor,
  type ActorMention,
  asParty,
  type Place,
  type PlaceMention,
} from '../../mention/actor.js';
import type { ClaimKind, Item, RoleFiller } from '../claim.js';
import type { Filled, Match } from '../frames/match.js';
import type { Tree } from '../tree.js';

/** Roles that are somewhere. */
const WHERE: Readonly<Partial<Record<ClaimKind, readonly string[]>>> = {
  presence: ['host'],
  access: ['host'],
  violence: ['place'],
  power: ['place'],
  share: ['scope'],
};
/** Roles in which a named army, office or person stays itself. */
const ITSELF: ReadonlySet<string> = new Set([
  ...['statement.speaker', 'statement.addressee', 'transfer.recipient', 'training.trainee', 'aid.recipient'],
  ...['violence.actor', 'violence.target', 'power.actor', 'power.target', 'event.actor', 'event.recipient'],
  ...['contact.visitor', 'contact.host'],
]);

/** The roles of a match; every role of the kind is there, empty where nobody is named. */
export function rolesOf(
  { frame, roles, arguments: { tree } }: Match,
  items: (heads: readonly number[]) => readonly Item[],
): Record<string, RoleFiller[]> {
  const found: Record<string, RoleFiller[]> = {};
  for (const filled of roles) {
    if (filled.role === 'where') continue;
    const before = found[filled.role] ?? [];
    found[filled.role] = [...before, ...fillers(frame.kind, filled, items)];
  }
  if (frame.kind === 'violence' && (found['place'] ?? []).length === 0) {
    const where = hitPlace(roles, tree);
    if (where !== undefined) found['place'] = [where];
  }
  if (frame.kind === 'contact') {
    const sides = ['participants', 'visitor', 'host'].flatMap((role) => found[role] ?? []);
    found['participants'] = sides.map((filler) => ('class' in filler ? asParty(filler) : filler));
  }
  for (const role of Object.keys(found)) found[role] = distinct(found[role]!, SIDES.has(role));
  return found;
}

/** Where what is hit is somewhere: `captured the town of Tessalit`, `a camp in Gaza was bombed`. */
function hitPlace(roles: readonly Filled[], tree: Tree): Place | Actor | undefined {
  const target = roles.find(({ role }) => role === 'target');
  if (target === undefined) return undefined;
  const owners = new Set(
    target.actors.filter(({ actor }) => actor.mention?.how !== 'capital').map(({ start }) => start),
  );
  return bestPlace(
    target.places.filter(
      ({ start, head }) =>
        !owners.has(start) && (target.heads.includes(head) || target.heads.includes(tree.head(head))),
    ),
    target.heads,
  );
}

/** Roles of states among each other: one filler a state, and nobody who acts for none. */
const SIDES = new Set(['parties', 'participants']);

function fillers(
  kind: ClaimKind,
  filled: Filled,
  items: (heads: readonly number[]) => readonly Item[],
): RoleFiller[] {
  if (filled.role === 'items') return [...items(filled.heads)];
  if ((WHERE[kind] ?? []).includes(filled.role)) {
    const acts = filled.actors.find(
      ({ actor, unsure }) =>
        unsure !== true && (actor.mention?.how === 'capital' || actor.mention?.how === 'seat'),
    );
    const place = acts === undefined ? bestPlace(filled.places, filled.heads) : undefined;
    if (place !== undefined) return [place];
  }
  if (kind === 'rupture' && filled.role === 'target' && filled.actors.length === 0) {
    const state = bestPlace(filled.places, filled.heads)?.state;
    return state == null ? [] : [{ id: state, name: stateName(state), class: 'state', state }];
  }
  const itself = ITSELF.has(`${kind}.${filled.role}`);
  const official = filled.actors.filter(
    ({ role, actor }) => !BETWEEN.has(kind) || role !== 'expert' || actor.class !== 'person',
  );
  return official.map((mention) => actorOf(mention, itself));
}

/** Kinds among states and those who act for them: a researcher or lawyer is no party. */
const BETWEEN: ReadonlySet<ClaimKind> = new Set(['contact', 'agreement', 'exercise', 'aid', 'transfer']);

/** The actor of a mention as a role holds it. */
export const actorOf = ({ actor, party }: ActorMention, itself: boolean): Actor => (itself ? actor : party);

/** The place that an argument names first: its head before what stands inside it. */
export function bestPlace(
  places: readonly PlaceMention[],
  heads: readonly number[],
): Place | Actor | undefined {
  const own = places.find(({ head, from, to }) =>
    heads.some((at) => at === head || (from <= at && at <= to)),
  );
  return (own ?? places.find(({ located }) => located) ?? places[0])?.place;
}

/** What two fillers of one role have in common when they are the same. */
export function fillerKey(filler: RoleFiller): string {
  if ('item' in filler) return `item ${filler.item}`;
  if ('place' in filler) return `place ${filler.place}`;
  return filler.class === 'state' ? `state ${filler.id}` : `${filler.class} ${filler.id ?? filler.name}`;
}

function distinct(list: readonly RoleFiller[], sides: boolean): RoleFiller[] {
  const key = (filler: RoleFiller): string =>
    sides && 'class' in filler && filler.state != null ? `state ${filler.state}` : fillerKey(filler);
  const kept = sides
    ? list.filter((filler) => !('class' in filler) || filler.state != null || !STATELESS.has(filler.class))
    : list;
  return [...new Map(kept.map((filler) => [key(filler), filler])).values()];
}

/** Classes that take part only as part of a state. */
const STATELESS = new Set(['forces', 'person', 'population', 'media', 'police']);
