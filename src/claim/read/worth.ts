// Whether what a frame found is a claim at all: somebody who counts must be named, and enough of them.
import type { ActorMention } from '../../mention/actor.js';
import type { Actor, ClaimKind, RoleFiller } from '../claim.js';
import type { Match, Scene } from '../frames/match.js';

/** Roles of which at least one must name a state, force, organisation, company or group that acts. */
const ACTING: Readonly<Record<ClaimKind, readonly string[]>> = {
  agreement: ['parties'],
  transfer: ['supplier', 'recipient'],
  share: ['subject'],
  presence: ['actor'],
  access: ['holder', 'host'],
  training: ['trainer', 'trainee'],
  exercise: ['participants'],
  contact: ['participants', 'visitor', 'host'],
  aid: ['donor', 'recipient'],
  statement: ['speaker'],
  rupture: ['actor', 'target'],
  violence: ['actor', 'target', 'place'],
  power: ['actor', 'target', 'place'],
  event: ['actor'],
};
/** Kinds that need two different sides. */
const TWO: ReadonlySet<ClaimKind> = new Set(['contact', 'aid', 'event', 'rupture', 'statement', 'exercise']);

/** True where the claim stands; `wide` asks only that a role is filled by somebody, known or not. */
export function worth(
  match: Match,
  roles: Readonly<Record<string, readonly RoleFiller[]>>,
  { scene, wide }: { scene: Scene; wide: boolean },
): boolean {
  const { kind } = match.frame;
  const acting = ACTING[kind].flatMap((role) => roles[role] ?? []).filter((filler) => counts(filler, kind));
  if (wide && kind !== 'share') return match.roles.some(({ heads }) => heads.length > 0);
  if (acting.length === 0) return false;
  if (kind === 'violence' && isNobodys(match, scene)) return false;
  if (TWO.has(kind) && sides(roles) < 2) return false;
  if (kind === 'event' && !(roles['recipient'] ?? []).some(isParty)) return false;
  if (kind === 'share' && !measured(match, scene)) return false;
  return true;
}

function counts(filler: RoleFiller, kind: ClaimKind): boolean {
  if ('item' in filler) return false;
  if ('place' in filler) return kind === 'violence' || kind === 'power' || kind === 'access';
  if (filler.class === 'person' || filler.class === 'population')
    return (filler.state ?? null) !== null || kind === 'power' || kind === 'statement';
  return filler.class !== 'media';
}

/** Violence of which the words name doer and victim, and neither is anybody: `an army of ants invaded the bakery`. */
function isNobodys({ roles }: Match, { tree }: Scene): boolean {
  const figure = ({ head, actor }: ActorMention): boolean =>
    (actor.state ?? null) === null &&
    tree
      .childrenBy(head, 'nmod')
      .some((word) => tree.word(word).upos === 'NOUN' && /^(?:of|de)$/.test(tree.preposition(word) ?? ''));
  return roles
    .filter(({ role }) => role !== 'place')
    .every(({ heads, actors }) => heads.length > 0 && actors.every(figure));
}

/** A state or whoever acts for one, an organisation of states, an armed group: whom an event of no other kind must be done to. */
const isParty = (filler: RoleFiller): boolean =>
  'class' in filler &&
  ((filler.state ?? null) !== null || filler.class === 'igo' || filler.class === 'armed-group');

function sides(roles: Readonly<Record<string, readonly RoleFiller[]>>): number {
  const keys = Object.values(roles)
    .flat()
    .flatMap((filler) =>
      'item' in filler ? [] : [filler.state ?? ('place' in filler ? filler.place : nameOf(filler))],
    );
  return new Set(keys).size;
}

const nameOf = (actor: Actor): string => actor.id ?? actor.name;

/** A share has a figure or a rank. */
function measured({ arguments: args, frame, predicate }: Match, { tree }: Scene): boolean {
  if (frame.fields['rank'] !== undefined) return true;
  const words = [predicate, ...[...args.own.values()].flat()].flatMap((word) => tree.phrase(word));
  return words.some(
    (word) =>
      tree.word(word).upos === 'NUM' ||
      /^(?:%|percent|largest|biggest|second|third|half|quarter|top|leading|premier|première|deuxième|quart|tiers|moitié)$/i.test(
        tree.word(word).form,
      ),
  );
}
