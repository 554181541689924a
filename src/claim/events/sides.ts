// Who does it to whom: the roles of a claim as the two sides of an event.
import type { Actor, Claim, ClaimKind, Place, RoleFiller } from '../claim.js';

/** The sides of an event; where they are mutual, all stand in `sources`, or those of the subject in it and the others in `targets`. */
export interface Sides {
  readonly sources: readonly (Actor | Place)[];
  readonly targets: readonly (Actor | Place)[];
  readonly mutual: boolean;
}

/** By kind, the roles of who does it and of whom it is done to: of several the first that is filled. */
const ONE_WAY: Readonly<Partial<Record<ClaimKind, readonly [readonly string[], readonly string[]]>>> = {
  transfer: [['supplier'], ['recipient']],
  presence: [['actor'], ['host']],
  training: [['trainer'], ['trainee']],
  aid: [['donor'], ['recipient']],
  statement: [['speaker'], ['addressee']],
  rupture: [['actor'], ['target']],
  violence: [['actor'], ['target', 'place']],
  power: [['actor'], ['target', 'place']],
  event: [['actor'], ['recipient']],
};
const BOTH_WAYS: Readonly<Partial<Record<ClaimKind, readonly string[]>>> = {
  agreement: ['parties'],
  exercise: ['participants'],
  contact: ['participants', 'visitor', 'host'],
};

/** The sides of a claim; undefined where its kind is no event. */
export function sidesOf(claim: Claim): Sides | undefined {
  const all = BOTH_WAYS[claim.kind];
  if (all !== undefined)
    return { sources: all.flatMap((role) => named(claim, role)), targets: [], mutual: true };
  const [sources, targets] = ONE_WAY[claim.kind] ?? accessOf(claim) ?? [];
  if (sources === undefined || targets === undefined) return undefined;
  if (claim.kind === 'power' && named(claim, 'actor').length === 0 && claim.event?.type === 'RETREAT')
    return { sources: named(claim, 'target'), targets: [], mutual: false };
  const turned = claim.kind === 'transfer' && claim.fields['stage'] === 'ordered';
  const from = firstOf(claim, turned ? targets : sources);
  const to = firstOf(claim, turned ? sources : targets);
  return { sources: from, targets: to, mutual: false };
}

/** Access that the host ends or gives is the host's doing, access that somebody asks for or holds is the holder's. */
function accessOf({ kind, fields }: Claim): [string[], string[]] | undefined {
  if (kind !== 'access') return undefined;
  return fields['stage'] === 'proposed' ? [['holder'], ['host']] : [['host'], ['holder']];
}

function firstOf(claim: Claim, roles: readonly string[]): (Actor | Place)[] {
  for (const role of roles) {
    const found = named(claim, role);
    if (found.length > 0) return found;
  }
  return [];
}

const named = ({ roles }: Claim, role: string): (Actor | Place)[] => (roles[role] ?? []).filter(isSomebody);

const isSomebody = (filler: RoleFiller): filler is Actor | Place => !('item' in filler);
