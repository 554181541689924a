// Whether what a frame found is a claim at all: somebody who counts must be named, enough of them, and the words must mean it.

import { grammarWords } from '../../lexicon/grammar-words.js';
import type { Actor, ClaimKind, Modality, RoleFiller } from '../claim.js';
import { POSSESSIVE } from '../frames/governing.js';
import type { Match, Scene } from '../frames/match.js';
import { meant } from './meant.js';
import type { Setting } from './setting.js';
import { isWord } from './words.js';

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

/** Roles of which the one has to name somebody whom the other does not. */
const ACROSS: Readonly<Partial<Record<ClaimKind, readonly [string, string]>>> = {
  statement: ['speaker', 'addressee'],
  event: ['actor', 'recipient'],
  aid: ['donor', 'recipient'],
  rupture: ['actor', 'target'],
};

/** Kinds in which one of the sides has to be known: nobody's volunteers hold no base. */
const ONE: ReadonlySet<ClaimKind> = new Set(['presence', 'access', 'transfer', 'training', 'agreement']);

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
  if (sides(kind, roles) < sidesNeeded(kind)) return false;
  const visitors = kind === 'contact' ? (roles['visitor'] ?? []) : [];
  if (visitors.length > 0 && visitors.every((one) => sideOf(one) === undefined)) return false;
  if (ACROSS[kind] !== undefined && !across(roles, ACROSS[kind])) return false;
  if (kind === 'presence' && (roles['actor'] ?? []).every(isHomePolice)) return false;
  if (ofSport(scene) || (kind === 'event' && !amongPowers(roles, match.frame.event))) return false;
  if (kind === 'share' && !(measured(match, scene) && ofArms(setting))) return false;
  if (kind === 'violence' && !isPublic(match, roles, setting)) return false;
  if (kind === 'power' && !ofRuler(match, roles, setting)) return false;
  if (kind === 'agreement' && !bind(roles['parties'] ?? [])) return false;
  if (isAtHome(roles)) return false;
  return meant(match, roles, { setting, modality });
}

/** Kinds in which a single person is nobody's party. */
const COLLECTIVE: ReadonlySet<ClaimKind> = new Set([
  'training',
  'presence',
  'access',
  'exercise',
  'transfer',
]);

/** How many different sides a claim of the kind must name. */
const sidesNeeded = (kind: ClaimKind): number => (TWO.has(kind) ? 2 : ONE.has(kind) ? 1 : 0);

/** False where no roles made of these fillers, whichever they are, can pass {@link worth}: asked before roles are looked for. */
export function mayBeWorth(kind: ClaimKind, fillers: readonly RoleFiller[], civil: () => boolean): boolean {
  return (
    fillers.some((filler) => counts(filler, kind)) &&
    sides(kind, { all: fillers }) >= sidesNeeded(kind) &&
    (kind !== 'agreement' || fillers.some((one) => 'class' in one && one.class !== 'company')) &&
    !(MILITARY.has(kind) && civil())
  );
}

function counts(filler: RoleFiller, kind: ClaimKind): boolean {
  if ('item' in filler) return false;
  if (kind === 'contact' && 'class' in filler && filler.class === 'population') return false;
  if ('place' in filler) return kind === 'violence' || kind === 'power' || kind === 'access';
  if (filler.class === 'person' && OF_ORGANISATION.test(filler.name)) return !COLLECTIVE.has(kind);
  if (filler.class === 'person' || filler.class === 'population')
    return ((filler.state ?? null) !== null && !COLLECTIVE.has(kind)) || kind === 'power';
  return filler.class !== 'media';
}

/** Kinds that a firm alone makes no claim of: bundle deals, invitations to a tasting. */
const OF_STATES: ReadonlySet<ClaimKind> = new Set(['contact']);

/** How many different sides there are: states by whoever acts for them, and those who act for themselves. A farmer, a court or a parliament that the text ties to no state is none. */
export function sides(kind: ClaimKind, roles: Roles): number {
  const keys = Object.values(roles)
    .flat()
    .filter(
      (filler) =>
        !OF_STATES.has(kind) || !('class' in filler) || !/^(?:company|population)$/.test(filler.class),
    )
    .flatMap((filler) => sideOf(filler) ?? []);
  return new Set(keys).size;
}

/** True where nobody is named on the other side, or somebody else than the first. */
function across(roles: Roles, [first, second]: readonly [string, string]): boolean {
  const others = roles[second] ?? [];
  const own = (roles[first] ?? []).map(sideOf);
  return (
    others.length === 0 ||
    others.map(sideOf).some((side) => side !== undefined && own.some((one) => one !== side))
  );
}

const POWERS = new Set(['state', 'government', 'igo', 'armed-group', 'opposition', 'person']);

/** A mere event is one between those who lead: no police at its work, nobody who flees; whom they free or hold may be anybody's, and anybody protests. */
const amongPowers = (roles: Roles, event: string | null): boolean =>
  Object.entries(roles).every(([role, fillers]) =>
    fillers.every(
      (filler) =>
        'class' in filler &&
        (POWERS.has(filler.class) ||
          (role === 'recipient' && isOfState(filler)) ||
          (event === 'PROTEST' && filler.class === 'population')),
    ),
  );

/** Those who speak for an organisation of states and are no state's. */
const OF_ORGANISATION = new RegExp(`\\b(?:${[...grammarWords('organisation-office')].join('|')})\\b`, 'i');
const FOR_ITSELF = new Set(['state', 'igo', 'armed-group', 'company', 'opposition', 'ngo']);

function sideOf(filler: RoleFiller): string | undefined {
  if ('item' in filler) return undefined;
  if ((filler.state ?? null) !== null) return filler.state!;
  if ('place' in filler) return filler.place;
  if (filler.class === 'person' && OF_ORGANISATION.test(filler.name)) return filler.name;
  if (filler.class === 'opposition' && filler.id === null) return undefined;
  return FOR_ITSELF.has(filler.class) ? (filler.id ?? filler.name) : undefined;
}

/** Violence is an affair of states where one who is named fights for a state or group, or the sentence names such a one. */
function isPublic({ frame }: Match, roles: Roles, { scene }: Setting): boolean {
  const actors = roles['actor'] ?? [];
  if (actors.some(fights)) return true;
  const targets = (roles['target'] ?? []).filter((one) => !('class' in one) || one.class !== 'company');
  if (actors.some((filler) => !isOfState(filler))) return targets.some(fights);
  if (isWord('vague', frame.lemma)) return fought(scene);
  if (targets.some(fights)) return true;
  const named = targets.length > 0 && (roles['place'] ?? []).length > 0;
  return (
    fought(scene) ||
    (named && scene.mentions.actors.some(({ actor, weak }) => weak !== 'civil' && fights(actor)))
  );
}

/** True where the sentence names who fights, or what they fight with. */
function fought({ tree, nouns, mentions }: Scene): boolean {
  if (mentions.actors.some(({ actor }) => /^(?:forces|armed-group)$/.test(actor.class) && fights(actor)))
    return true;
  const official = mentions.actors.some(
    ({ actor }) => isOfState(actor) && (actor.class === 'person' || actor.class === 'government'),
  );
  return tree.words.some(({ lemma, upos }, at) => {
    if (upos === 'ADJ') return isWord('attack', lemma);
    if (upos !== 'NOUN' && upos !== 'PROPN') return false;
    const force = nouns.value(tree, at, 'force');
    return (
      (force !== undefined && force !== 'police') ||
      nouns.is(tree, at, 'arms') ||
      isWord('attack', lemma) ||
      (official && /^atta(?:ck|que)$/.test(lemma))
    );
  });
}

const isOfState = (filler: RoleFiller): boolean => !('item' in filler) && (filler.state ?? null) !== null;
const OFFICIAL = new Set(['government', 'population', 'company']);
const FIGHTERS = new Set(['state', 'forces', 'armed-group', 'igo', 'opposition']);
const fights = (filler: RoleFiller): boolean =>
  'class' in filler &&
  ((FIGHTERS.has(filler.class) && !isLawless(filler)) || (OFFICIAL.has(filler.class) && isOfState(filler)));

/** Gangs, bandits and volunteers of no state. */
const isLawless = (actor: Actor): boolean =>
  actor.id === null &&
  !isOfState(actor) &&
  actor.name.split(' ').some((word) => isWord('lawless', word.replace(/s$/, '')));

/** A footballer signs for nobody, and a firm alone sells by the bundle. */
const bind = (parties: readonly RoleFiller[]): boolean =>
  !parties.some((one) => 'class' in one && one.class === 'person' && !isOfState(one)) &&
  parties.some((one) => 'class' in one && one.class !== 'company');

/** Who rules changes: an office of the first rank is named, or a state or its ruler is meant. */
function ofRuler({ frame }: Match, roles: Roles, { scene }: Setting): boolean {
  const { change } = frame.fields;
  const ruled = [...(roles['target'] ?? []), ...(roles['actor'] ?? [])];
  if (frame.upos === 'VERB' && ruled.length === 0) return false;
  if (ruled.length > 0 && ruled.every((one) => 'class' in one && one.class === 'company')) return false;
  if (change === 'coup' || change === 'attempted-coup' || change === 'transition') return true;
  const { tree, nouns } = scene;
  if (tree.words.some(({ lemma }) => isWord('minor', lemma))) return false;
  const rulers = [...tree.words.keys()].filter((at) => nouns.is(tree, at, 'ruler'));
  if (rulers.length > 0 && rulers.every((at) => ofLesser(tree, at))) return false;
  if (change === 'election' && tree.words.some(({ lemma }) => lemma === 'special')) return false;
  return (
    rulers.length > 0 ||
    Object.values(roles)
      .flat()
      .some((filler) => ('class' in filler || 'place' in filler) && (filler.state ?? null) !== null)
  );
}

/** True for an office of something that is no state: "the president of the bank". */
const ofLesser = (tree: Scene['tree'], at: number): boolean =>
  tree
    .childrenBy(at, 'nmod')
    .some(
      (child) =>
        POSSESSIVE.has(tree.preposition(child) ?? '') &&
        tree.word(child).upos === 'NOUN' &&
        !isWord('realm', tree.word(child).lemma),
    );

/** Forces where they are at home: neither presence nor access. */
function isAtHome(roles: Roles): boolean {
  const actors = [...(roles['actor'] ?? []), ...(roles['holder'] ?? [])].map(sideOf);
  const hosts = (roles['host'] ?? []).map(sideOf);
  return (
    hosts.length > 0 &&
    actors.length > 0 &&
    hosts.every((host) => host !== undefined && actors.includes(host))
  );
}

/** Sport speaks of states as of armies. */
const ofSport = ({ tree, nouns }: Scene): boolean =>
  (tree.words.some(({ lemma }) => isWord('beating', lemma)) &&
    SCORE.test(tree.words.map(({ form }) => form).join(''))) ||
  tree.words.some(
    ({ upos }, at) => /^(?:NOUN|PROPN)$/.test(upos) && nouns.value(tree, at, 'civil') === 'sport',
  );

const SCORE = /[a-zà-ÿ]\d{1,2}[-–]\d{1,2}(?!\d)/i;

/** Police that the text ties to no state is at its work at home. */
const isHomePolice = (one: RoleFiller): boolean =>
  'class' in one && one.class === 'police' && !isOfState(one);

/** Words of the trade and upkeep of arms, without which a share is one of anything. */
const OF_ARMS =
  /\b(?:arm(?:s|ées?|ements?)|weapons?|weaponry|militar\p{L}*|def[ae]n[cs]e|défense|troops?|soldiers?|soldats?|peacekeep\p{L}*|casques bleus|fournisseurs?|suppliers?|supplie[sd]|deliver\p{L}*|livr\p{L}*|exports?|exportations?|exportat\p{L}*|exporters?|imports?|importat\p{L}*|importers?)\b/iu;

/** A share is of arms, troops or the money for them, by its own sentence or by a share before it. */
const ofArms = ({ tree: { shadow, sentence } }: Setting): boolean =>
  OF_ARMS.test(shadow.slice(sentence.start, sentence.end));

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
