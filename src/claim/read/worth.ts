// Whether what a frame found is a claim at all: somebody who counts must be named, enough of them, and the words must mean it.
import type { ClaimKind, Modality, RoleFiller } from '../claim.js';
import type { Match, Scene } from '../frames/match.js';
import type { Setting } from './setting.js';

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

/** Kinds that a sentence about brewers, films or football does not hold. */
const MILITARY: ReadonlySet<ClaimKind> = new Set([
  'agreement',
  'transfer',
  'presence',
  'access',
  'training',
  'exercise',
  'violence',
]);

type Roles = Readonly<Record<string, readonly RoleFiller[]>>;

/** What a claim is judged in. */
interface Judged {
  readonly setting: Setting;
  readonly modality: Modality;
  /** True where one side is enough, and people of no state count. */
  readonly wide: boolean;
}

/** True where the claim stands; `wide` asks only that a role is filled by somebody, known or not. */
export function worth(match: Match, roles: Roles, { setting, modality, wide }: Judged): boolean {
  const { kind } = match.frame;
  const { scene, civil } = setting;
  const acting = ACTING[kind].flatMap((role) => roles[role] ?? []).filter((filler) => counts(filler, kind));
  if (wide && kind !== 'share') return match.roles.some(({ heads }) => heads.length > 0);
  if (acting.length === 0 || (MILITARY.has(kind) && civil())) return false;
  if (TWO.has(kind) && sides(roles) < 2) return false;
  if (kind === 'share' && !measured(match, scene)) return false;
  if (kind === 'violence' && !isPublic(roles, setting)) return false;
  if (kind === 'power' && !ofRuler(match, roles, setting)) return false;
  if (kind === 'presence' && isAtHome(roles)) return false;
  return !isLabel(match, setting) && !isPurpose(match, scene, modality) && !isOtherSense(match, scene);
}

/** Kinds in which a single person is nobody's party. */
const COLLECTIVE: ReadonlySet<ClaimKind> = new Set([
  'training',
  'presence',
  'access',
  'exercise',
  'transfer',
]);

function counts(filler: RoleFiller, kind: ClaimKind): boolean {
  if ('item' in filler) return false;
  if ('place' in filler) return kind === 'violence' || kind === 'power' || kind === 'access';
  if (filler.class === 'person' || filler.class === 'population')
    return ((filler.state ?? null) !== null && !COLLECTIVE.has(kind)) || kind === 'power';
  return filler.class !== 'media';
}

/** Different sides: states by whoever acts for them, and those who act for themselves. A farmer, a court or a parliament that the text ties to no state is none. */
function sides(roles: Roles): number {
  const keys = Object.values(roles)
    .flat()
    .flatMap((filler) => sideOf(filler) ?? []);
  return new Set(keys).size;
}

const FOR_ITSELF = new Set(['state', 'igo', 'armed-group', 'company', 'opposition', 'ngo']);

function sideOf(filler: RoleFiller): string | undefined {
  if ('item' in filler) return undefined;
  if ((filler.state ?? null) !== null) return filler.state!;
  if ('place' in filler) return filler.place;
  return FOR_ITSELF.has(filler.class) ? (filler.id ?? filler.name) : undefined;
}

/** Violence is an affair of states where one who is named fights for a state or group, or the sentence names such a one. */
function isPublic(roles: Roles, { scene }: Setting): boolean {
  const actors = roles['actor'] ?? [];
  if (actors.length > 0 && !actors.some(fights)) return (roles['target'] ?? []).some(isArmed);
  if (actors.length > 0 || (roles['target'] ?? []).some(fights)) return true;
  return (
    scene.mentions.actors.some(({ actor, weak }) => weak !== 'civil' && fights(actor)) ||
    scene.tree.words.some(
      (_, at) =>
        scene.nouns.is(scene.tree, at, 'force') ||
        scene.nouns.is(scene.tree, at, 'arms') ||
        (/^(?:NOUN|PROPN)$/.test(scene.tree.word(at).upos) &&
          /^(?:airstrike|bomb|bombing|terror|terrorist|frappe|attentat)$/.test(scene.tree.word(at).lemma)),
    )
  );
}

const fights = (filler: RoleFiller): boolean =>
  'class' in filler &&
  ((filler.state ?? null) !== null || /^(?:state|forces|armed-group|igo|opposition)$/.test(filler.class));
const isArmed = (filler: RoleFiller): boolean =>
  fights(filler) && 'class' in filler && /^(?:state|forces|armed-group|igo)$/.test(filler.class);

/** Who rules changes: an office of the first rank is named, or a state or its ruler is meant. */
function ofRuler({ frame }: Match, roles: Roles, { scene }: Setting): boolean {
  const { change } = frame.fields;
  if (change === 'coup' || change === 'attempted-coup' || change === 'transition') return true;
  const { tree, nouns } = scene;
  if (tree.words.some(({ lemma }) => MINOR.has(lemma.toLowerCase()))) return false;
  return (
    tree.words.some((_, at) => nouns.is(tree, at, 'ruler')) ||
    Object.values(roles)
      .flat()
      .some((filler) => ('class' in filler || 'place' in filler) && (filler.state ?? null) !== null)
  );
}

/** Words of elections and offices below the state. */
const MINOR = new Set(
  'county district mayor mayoral municipal primary caucus by-election judge sheriff council councillor nominee maire municipal départemental cantonal'.split(
    ' ',
  ),
);

/** Forces where they are at home: no presence abroad. */
function isAtHome(roles: Roles): boolean {
  const actors = (roles['actor'] ?? []).map(sideOf);
  const hosts = (roles['host'] ?? []).map(sideOf);
  return (
    hosts.length > 0 &&
    actors.length > 0 &&
    hosts.every((host) => host !== undefined && actors.includes(host))
  );
}

/** Kinds whose noun may merely date or name: "since the war", "shorter than previous deployments". */
const NAMING: ReadonlySet<ClaimKind> = new Set(['violence', 'presence', 'statement']);
const ASIDE = new Set(['obl', 'nmod', 'compound', 'advmod']);

/** A noun aside that is neither counted nor dated, and of which not both sides are told, is a label. */
function isLabel(match: Match, { scene: { tree }, expressions, quantities }: Setting): boolean {
  const { predicate, frame } = match;
  const word = tree.word(predicate);
  if (word.upos === 'VERB' || word.upos === 'AUX' || !NAMING.has(frame.kind)) return false;
  if (frame.fields['act'] === 'threaten' && tree.childrenBy(predicate, 'cop').length > 0) return true;
  if (!ASIDE.has(tree.relation(predicate))) return false;
  const words = tree.phrase(predicate, { clauses: true }).map((at) => tree.word(at));
  const holds = ({ start, end }: { start: number; end: number }): boolean =>
    words.some((one) => one.start < end && one.end > start);
  return !expressions().some(holds) && !quantities().some(holds);
}

/** An infinitive that says what something is for: "an operation to eliminate the group". Promised or planned it is a claim. */
function isPurpose({ predicate, frame }: Match, { tree }: Scene, modality: Modality): boolean {
  if (frame.kind === 'agreement' || modality === 'urged') return false;
  const relation = tree.relation(predicate);
  if (relation !== 'advcl' && relation !== 'acl') return false;
  const infinitive = tree
    .childrenBy(predicate, 'mark', 'case')
    .some((child) => /^(?:to|pour|afin de)$/.test(tree.word(child).lemma.toLowerCase()));
  if (!infinitive || /VerbForm=(?:Fin|Part|Ger)/.test(tree.word(predicate).feats)) return false;
  return relation === 'advcl' || modality === 'fact';
}

/** Another sense of the predicate: "struck down the rule", "received heavy fire", "in charge". */
function isOtherSense({ predicate, frame, arguments: args }: Match, { tree }: Scene): boolean {
  const { kind } = frame;
  const particles = tree
    .childrenBy(predicate, 'compound:prt')
    .filter((child) => !args.companions.includes(child));
  if (kind === 'violence' && particles.some((child) => /^(?:down|up|out)$/.test(tree.word(child).lemma)))
    return true;
  if (
    kind === 'transfer' &&
    args.get('obj').some((at) => tree.phrase(at).some((word) => /^(?:fire|tir)$/.test(tree.word(word).lemma)))
  )
    return true;
  const bare = tree.childrenBy(predicate, 'det', 'nmod:poss', 'amod').length === 0;
  return (
    kind === 'statement' &&
    tree.word(predicate).upos === 'NOUN' &&
    bare &&
    /^(?:in|on|at)$/.test(tree.preposition(predicate) ?? '')
  );
}

/** A share has a figure or a rank. */
function measured({ arguments: args, frame, predicate }: Match, { tree }: Scene): boolean {
  if (frame.fields['rank'] !== undefined) return true;
  const words = [predicate, ...[...args.own.values()].flat()].flatMap((word) => tree.phrase(word));
  return words.some((word) =>
    /^(?:%|percent|largest|biggest|second|third|half|quarter|top|leading|premier|première|deuxième|quart|tiers|moitié)$/i.test(
      tree.word(word).form,
    ),
  );
}
