// Frames over a sentence: which predicate words say something, and who fills which role.
import type { Language } from '../../language/language.js';
import type { ActorMention, PlaceMention } from '../../mention/actor.js';
import type { ClaimKind } from '../claim.js';
import type { Tree } from '../tree.js';
import { Arguments } from './arguments.js';
import { candidatesAt } from './candidates.js';
import { withDoers } from './doers.js';
import { type Frame, framesOf, type Need, type RoleSource } from './frame.js';
import { actorsOf, type Mentions, placesOf } from './mentions.js';
import type { Nouns } from './nouns.js';
import { withBuyers } from './traded.js';

/** One filled role. */
export interface Filled {
  readonly role: string;
  readonly actors: readonly ActorMention[];
  readonly places: readonly PlaceMention[];
  /** Head words of the arguments that it came from. */
  readonly heads: readonly number[];
}

/** A frame that fits a predicate word. */
export interface Match {
  readonly frame: Frame;
  readonly predicate: number;
  readonly arguments: Arguments;
  readonly roles: readonly Filled[];
  /** How much of the frame is borne out: companions, conditions and roles. */
  readonly weight: number;
}

/** Everything a sentence gives to match against. */
export interface Scene {
  readonly tree: Tree;
  readonly language: Language;
  readonly mentions: Mentions;
  readonly nouns: Nouns;
}

/** The best match of every predicate word of a sentence, in order; none at all where no frame that may match is of a kind that passes. */
export function matches(scene: Scene, passes: (kind: ClaimKind) => boolean = () => true): Match[] {
  const frames = framesOf(scene.language);
  const found: Match[] = [];
  const all = scene.tree.words.map((_, at) => candidatesAt(scene.tree, at, frames));
  if (!all.some((candidates) => candidates.some(({ kind }) => passes(kind)))) return found;
  all.forEach((candidates, at) => {
    let best: Match | undefined;
    for (const frame of candidates) {
      const match = matchAt(scene, frame, at);
      if (match !== undefined && (best === undefined || match.weight > best.weight)) best = match;
    }
    if (best !== undefined) found.push(best);
  });
  return withDoers(withBuyers(found, scene), scene);
}

/** What each part of a frame adds: a companion is surest, since it is a word; a filled role is worth more than an argument nobody is named in. */
const WEIGHT = { companion: 3, need: 2, named: 2, heard: 0.2, state: 0.5, spare: -3, exact: 0.1 } as const;

/** Roles that hold both sides. */
const SEVERAL = new Set(['parties', 'participants']);

/** Roles that a place fills; any other a place only goes with: a coup in Gabon is nobody's until somebody is named. */
const PLACED = new Set(['place', 'where', 'host', 'scope', 'holder', 'items']);

/** Roles that another role's state may fill as well: a ruler is toppled where he rules. */
const SOMEWHERE = new Set(['place', 'where']);

function matchAt(scene: Scene, frame: Frame, at: number): Match | undefined {
  const { tree } = scene;
  const args = Arguments.of(tree, at, frame, scene.nouns.counts);
  if (args === undefined) return undefined;
  for (const need of frame.needs) if (meets(scene, args, need, frame) === need.not) return undefined;
  const roles = fillAll(scene, args, frame);
  const named = namedIn(roles);
  const heard = roles.reduce(
    (sum, { heads, role }) => sum + Math.min(heads.length, SEVERAL.has(role) ? 2 : 1),
    0,
  );
  const state = frame.upos === 'ADJ' && /^(?:acl|amod)/.test(tree.relation(at)) ? WEIGHT.state : 0;
  const asked = frame.needs.filter(({ not }) => !not);
  const spare =
    frame.intransitive && frame.companions.length === 0 && args.own.has('subj') && args.own.has('obj')
      ? WEIGHT.spare
      : 0;
  const weight =
    spare +
    WEIGHT.exact * asked.filter(({ classes }) => !classes.includes('actor')).length +
    WEIGHT.companion * frame.companions.length +
    WEIGHT.need * asked.length +
    WEIGHT.named * named +
    WEIGHT.heard * heard +
    state;
  return { frame, predicate: at, arguments: args, roles, weight };
}

/** How many fillers count: one a role; two where a role holds both sides, and then nobody again as a guest or host. */
function namedIn(roles: readonly Filled[]): number {
  const seen = new Set<ActorMention | PlaceMention>();
  return roles.reduce((sum, { actors, places, role }) => {
    const fresh = [...actors, ...places].filter((one) => !seen.has(one));
    if (SEVERAL.has(role)) for (const one of fresh) seen.add(one);
    return sum + Math.min(fresh.length, SEVERAL.has(role) ? 2 : 1);
  }, 0);
}

/** Kinds in which whose a thing is tells who is meant: "froze the assets of Russian banks", "regretted the French move". */
const OWNING: ReadonlySet<ClaimKind> = new Set(['statement', 'rupture', 'event', 'aid']);

function meets(scene: Scene, args: Arguments, { places, classes, not }: Need, { kind }: Frame): boolean {
  const plain = OWNING.has(kind);
  return places.some(({ function: name, inside }) =>
    (not ? args.get(name) : args.all(name)).some((at) =>
      classes.some((wanted) => isOf(scene, at, { wanted, inside, plain })),
    ),
  );
}

/** True where the argument headed by a word is of a class. */
function isOf(
  { tree, mentions, nouns }: Scene,
  at: number,
  { wanted, inside, plain }: { wanted: string; inside: boolean; plain: boolean },
): boolean {
  const actors = (): ActorMention[] => actorsOf(tree, at, mentions, { inside, plain });
  switch (wanted) {
    case 'actor':
      return actors().length > 0;
    case 'state':
    case 'igo':
    case 'person':
      return actors().some(({ actor }) => actor.class === wanted);
    case 'ruler':
      return (
        actors().some(({ role }) => RULERS.has(role ?? '')) ||
        nouns.is(tree, tree.content(at, nouns.counts), wanted)
      );
    case 'place':
      return placesOf(tree, at, mentions).length > 0 || actors().length > 0;
    default:
      return [at, ...initials(tree, at)].some((word) =>
        nouns.is(tree, tree.content(word, nouns.counts), wanted),
      );
  }
}

/** The initials in brackets behind a name: they tell what it is where its words do not. */
const initials = (tree: Tree, at: number): number[] =>
  tree
    .childrenBy(at, 'appos')
    .filter((child) => tree.word(child - 1)?.form === '(' && /^\p{Lu}{2,}s?$/u.test(tree.word(child).form));

/** Offices of those who rule, known by the name that the lexicon has for them. */
const RULERS = new Set(['head-of-state', 'head-of-government', 'monarch', 'junta-leader']);

/** What a role was filled with, and whether from anywhere inside a phrase. */
interface Draft extends Filled {
  readonly loose: boolean;
}

/** All roles: those that heads of arguments fill first, then from what is left inside phrases, in the order of the frame. Whose a thing is (`Turkish drones`) is still free. */
function fillAll(scene: Scene, args: Arguments, { roles, kind }: Frame): Filled[] {
  const plain = OWNING.has(kind);
  const drafts = roles.map((source) => fill(scene, args, source, { before: [], plain, strict: false }));
  const done = drafts.filter(({ loose, role }) => !loose && role !== 'items');
  return drafts.map((draft, at) => {
    const itself = plain && at > 0 && !draft.loose && isOnly(draft, drafts[0]!);
    if (!draft.loose && !itself) return draft;
    const before = itself ? [drafts[0]!] : done;
    const again = fill(scene, args, roles[at]!, { before, plain, strict: itself });
    if (itself && again.actors.length === 0) return draft;
    done.push(again);
    return again;
  });
}

/** True where a role names only whom the first one names: `its frontier with Thailand` is the actor's own. */
const isOnly = ({ actors, role }: Filled, first: Filled): boolean =>
  actors.length > 0 &&
  !SOMEWHERE.has(role) &&
  actors.every(({ party }) => taken([first], party.state ?? party.id));

function fill(
  scene: Scene,
  args: Arguments,
  { role, choices }: RoleSource,
  { before, plain, strict }: { before: readonly Filled[]; plain: boolean; strict: boolean },
): Draft {
  let heard: readonly number[] = [];
  let passed: readonly PlaceMention[] = [];
  const others = SOMEWHERE.has(role) ? [] : before.filter((one) => one.role !== 'items');
  for (const choice of choices) {
    const actors: ActorMention[] = [];
    const places: PlaceMention[] = [];
    const heads: number[] = [];
    const loose = choice.some(({ inside }) => inside);
    for (const { function: name, inside } of choice)
      for (const word of args.get(name)) {
        const at = scene.tree.content(word, scene.nouns.counts);
        heads.push(word);
        const found = actorsOf(scene.tree, at, scene.mentions, { inside, plain }).filter(
          (one) =>
            !actors.includes(one) && !((inside || strict) && taken(others, one.party.state ?? one.party.id)),
        );
        actors.push(...(inside && !SEVERAL.has(role) ? leading(scene.tree, found) : found));
        for (const one of placesOf(scene.tree, at, scene.mentions))
          if (!places.includes(one) && !(inside && taken(others, one.place.state ?? null))) places.push(one);
      }
    if (actors.length + (PLACED.has(role) ? places.length : 0) > 0)
      return { role, actors, places, heads, loose };
    if (role === 'parties' && loose) {
      const linked = heads.flatMap((head) =>
        actorsOf(scene.tree, head, scene.mentions, { inside: true, plain, clauses: true }),
      );
      if (linked.length > 1) return { role, actors: linked, places, heads, loose };
    }
    if (heard.length === 0) heard = heads;
    if (passed.length === 0) passed = places;
  }
  return { role, actors: [], places: passed, heads: heard, loose: false };
}

/** The first of several actors and those that are coordinated with it or mark the same noun. */
function leading(tree: Tree, actors: readonly ActorMention[]): readonly ActorMention[] {
  const [first] = actors;
  if (first === undefined) return actors;
  const joined = new Set(tree.conjuncts(first.head));
  return actors.filter(({ head, from }) => joined.has(head) || joined.has(from) || head === first.head);
}

const taken = (roles: readonly Filled[], state: string | null | undefined): boolean =>
  state !== null &&
  state !== undefined &&
  roles.some(({ actors }) => actors.some(({ party }) => (party.state ?? party.id) === state));
