// The sides of an event as the whole sentence knows them: who urges, who is spoken of, whose the people without a state are.
import type { Span } from '../../base/span.js';
import type { ActorMention } from '../../mention/actor.js';
import { stateActor } from '../../mention/actor.js';
import type { Actor, Place } from '../claim.js';
import { isPassive } from '../frames/voice.js';
import type { Explained } from '../read/reader.js';
import { actorOf } from '../read/roles.js';
import type { Setting } from '../read/setting.js';
import { codeOf } from './dyad.js';
import { type Sides, sidesOf } from './sides.js';

/** One side of an event. */
export type Side = Actor | Place;

/** The sides of what was read; undefined where it is no event. */
export function sidedOf(explained: Explained): Sides | undefined {
  const sides = sidesOf(explained.claim);
  if (sides === undefined) return undefined;
  const { sources, targets, mutual } = completed(explained, sides);
  if (claimsTwo(explained) && !mutual && targets.length === 0) return undefined;
  const known = (list: readonly Side[]): Side[] => list.flatMap((side) => ofPhrase(explained, side));
  return atHome(explained, { sources: known(sources), targets: known(targets), mutual });
}

function completed(explained: Explained, sides: Sides): Sides {
  const { claim } = explained;
  if (claim.modality === 'urged' && claim.kind !== 'statement') return urged(explained, sides);
  if (sides.mutual) return parted(explained, withHost(explained, sides));
  const marked = (claim.roles['target'] ?? []).length === 0 ? markedOf(explained) : [];
  const known = marked.length > 0 && claim.kind === 'violence' ? { ...sides, targets: marked } : sides;
  const { sources, targets } = turned(explained, known);
  if (sources.length === 0 && differ(targets) && isReciprocal(explained))
    return { sources: targets, targets: [], mutual: true };
  if (targets.every((side) => codeOf(side) === null) && differ(sources) && isReciprocal(explained))
    return { sources, targets: [], mutual: true };
  if (sources.length === 0 || targets.length > 0) return { sources, targets, mutual: false };
  const found = [markedOf(explained), placesOf(explained, sources), others(explained, sources)];
  return { sources, targets: (found.find((list) => list.length > 0) ?? []).slice(0, 1), mutual: false };
}

/** Roles of those to whom something is done. */
const SUFFERING = new Set(['recipient', 'addressee', 'target']);

/** Who is only marked by where they are from, in the words of who it is done to: `three French engineers`. */
function markedOf({ from: { setting, match } }: Explained): Side[] {
  const { mentions } = setting.scene;
  const heads = match.roles.filter(({ role }) => SUFFERING.has(role)).flatMap((one) => one.heads);
  return mentions.actors
    .filter(({ head, weak }) => weak === 'civil' && heads.includes(head))
    .map((one) => actorOf(one, true));
}

/** The sources, looked for on the surface where the tree has none: what stands before an active verb is who does it. */
function turned(explained: Explained, { sources, targets }: Sides): Sides {
  if (sources.length > 0) return { sources, targets, mutual: false };
  const { setting, match } = explained.from;
  const { tree, mentions } = setting.scene;
  const { predicate } = match;
  const { start } = tree.word(predicate);
  const before = targets.filter(({ mention }) => mention !== undefined && mention.end <= start);
  const behind = targets.filter((side) => !before.includes(side));
  const verb = tree.word(predicate).upos === 'VERB' && tree.childrenBy(predicate, 'aux:pass').length === 0;
  const speaks = explained.claim.kind === 'statement';
  if (verb && before.length > 0 && (behind.length > 0 || speaks || !isPassive(tree, predicate)))
    return { sources: before, targets: behind, mutual: false };
  const held = isPassive(tree, predicate) ? holders(explained, targets) : [];
  if (held.length > 0) return { sources: held, targets, mutual: false };
  const named = unnamed(explained);
  if (named.length > 0 || !verb || isPassive(tree, predicate))
    return { sources: named, targets, mutual: false };
  const free = mentions.actors.filter(({ head, weak }) => head < predicate && weak === undefined);
  const subject =
    free.filter(({ head }) => tree.relation(head) === 'nsubj').at(-1) ??
    free.find(({ head }) => tree.preposition(head) === undefined);
  return { sources: subject === undefined ? [] : [actorOf(subject, true)], targets, mutual: false };
}

/** Who arrests or deports where nobody is named: the state where it happens, if it is another than theirs. */
function holders({ claim, from: { setting } }: Explained, targets: readonly Side[]): Side[] {
  if (claim.event?.type !== 'COERCE') return [];
  const known = new Set(targets.map(codeOf));
  const found = setting.scene.mentions.places.filter(({ located }) => located).map(({ place }) => place);
  const states = new Set(found.map(codeOf));
  return states.size === 1 && !known.has([...states][0]!) && known.size > 0 ? found.slice(0, 1) : [];
}

/** Where it is done, in the words of who it is done to: `a blockade in the West Bank`. */
function placesOf({ from: { match } }: Explained, sources: readonly Side[]): Side[] {
  const known = new Set(sources.map(codeOf));
  return match.roles
    .filter(({ role }) => SUFFERING.has(role))
    .flatMap(({ places }) => places.map(({ place }) => place))
    .filter((place) => codeOf(place) !== null && !known.has(codeOf(place)));
}

/** A visit to a place is one to its state: `arrived in Caracas for talks`. */
function withHost({ claim, from: { match } }: Explained, sides: Sides): Sides {
  if (claim.kind !== 'contact' || differ(sides.sources)) return sides;
  const hosts = match.roles
    .filter(({ role }) => role === 'host')
    .flatMap(({ places }) => places.map(({ place }) => place))
    .filter((place) => codeOf(place) !== null);
  return { ...sides, sources: [...sides.sources, ...hosts] };
}

/** Sides that meet or agree: those of the subject with the others, where both are there. */
function parted({ from: { setting, match } }: Explained, { sources }: Sides): Sides {
  const { tree } = setting.scene;
  const words = (match.arguments.own.get('subj') ?? []).flatMap((at) => tree.phrase(at));
  const inside = ({ mention }: Side): boolean =>
    mention !== undefined &&
    words.some((at) => tree.word(at).start >= mention.start && tree.word(at).end <= mention.end);
  const own = sources.filter(inside);
  const rest = sources.filter((side) => !inside(side));
  return own.length > 0 && rest.length > 0
    ? { sources: own, targets: rest, mutual: true }
    : { sources, targets: [], mutual: true };
}

/** True for frames of what takes two, such as ties restored: with nobody known on the other side they say nothing. */
const claimsTwo = ({ claim, from: { match } }: Explained): boolean =>
  claim.kind === 'event' &&
  match.frame.roles.some(({ choices }) => choices.flat().some(({ function: name }) => name === 'between'));

/** True where two subjects do it to each other: they agree, or restore ties between them. */
function isReciprocal(explained: Explained): boolean {
  const { claim, from } = explained;
  if (/^(?:AGREE|CONSULT|COOPERATE)$/.test(claim.event?.type ?? '') || claimsTwo(explained)) return true;
  return from.match.frame.companions.some(({ lemmas }) => lemmas.some((lemma) => SHARED.has(lemma)));
}

/** What two have between them. */
const SHARED = new Set(['ceasefire', 'cease-fire', 'truce', 'armistice', 'border', 'crossing', 'frontier']);

const differ = (list: readonly Side[]): boolean => new Set(list.map(codeOf)).size > 1;

/** What is urged: from who urges to who is to do it. */
function urged(explained: Explained, { sources, targets }: Sides): Sides {
  const speakers = speakersOf(explained);
  const known = new Set(speakers.map(codeOf));
  const apart = (list: readonly Side[]): Side[] => list.filter((side) => !known.has(codeOf(side)));
  if (speakers.length === 0) return { sources, targets, mutual: false };
  const asked = apart(sources).length > 0 ? apart(sources) : apart(targets);
  return { sources: speakers, targets: asked, mutual: false };
}

/** The actors that the nearest attribution names. */
function speakersOf({ claim, from: { setting } }: Explained): Side[] {
  const evidence = claim.attribution[0]?.evidence;
  if (evidence === undefined) return [];
  const { words } = setting.tree;
  return setting.scene.mentions.actors
    .filter(({ head }) => words[head]!.start >= evidence.start && words[head]!.end <= evidence.end)
    .map((one) => actorOf(one, true));
}

/** Actors under the predicate that stand for somebody else than these, behind it first. */
function others({ claim, from: { setting, match } }: Explained, sources: readonly Side[]): Side[] {
  const { tree, mentions } = setting.scene;
  const { predicate } = match;
  const under = new Set(tree.phrase(predicate, { clauses: true }));
  const known = new Set(sources.map(codeOf));
  const said = claim.attribution.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]));
  const named = mentions.actors.filter(
    (one) => under.has(one.head) && !said.some(({ start, end }) => one.start >= start && one.start < end),
  );
  const isKnown = (one: ActorMention): boolean => known.has(codeOf(actorOf(one, true)));
  const abroad = named.filter((one) => one.weak !== 'civil' && !isKnown(one));
  const home = named.filter((one) => one.head > predicate && ruled(one) && isKnown(one));
  const civil = named.filter((one) => one.weak === 'civil' && one.head > predicate && !isKnown(one));
  const free = [abroad, home, civil].find((list) => list.length > 0) ?? [];
  const behind = (one: ActorMention): number => (one.head > predicate ? 0 : 1);
  return free.sort((a, b) => behind(a) - behind(b) || a.head - b.head).map((one) => actorOf(one, true));
}

/** Those of a state's people to whom its own rulers can do something. */
const ruled = ({ actor }: ActorMention): boolean =>
  /^(?:opposition|population|armed-group|media|ngo)$/.test(actor.class);

/** Who is the subject without being an actor that is known: `demonstrators`, `the rebels`. */
function unnamed({ from: { setting, match } }: Explained): Side[] {
  const { tree } = setting.scene;
  return (match.arguments.own.get('subj') ?? [])
    .filter((at) => tree.word(at).upos === 'NOUN' || tree.word(at).upos === 'PROPN')
    .map((at) => {
      const words = tree.phrase(at);
      const [first, last] = [words[0]!, words.at(-1)!];
      const { start } = tree.word(first);
      const { end } = tree.word(last);
      return {
        id: null,
        name: tree.word(at).form,
        class: 'population',
        state: null,
        mention: { start, end, how: 'words' },
      };
    });
}

/** A side as its phrase tells of it: each of those whom `their` stands for, the state of who is named beside it, where it is. */
function ofPhrase(explained: Explained, side: Side): Side[] {
  const owners = codeOf(side) === null ? ownersOf(explained, side) : [];
  return owners.length > 0 ? owners.map((state) => ({ ...side, state })) : [placed(explained, side)];
}

/** States of a side without one: of its possessive pronoun (`their populations`), else of the noun that it is coordinated with (`Danish media and government`). */
function ownersOf({ from: { setting } }: Explained, { mention }: Side): string[] {
  const { tree, mentions } = setting.scene;
  if (mention === undefined) return [];
  const head = tree.words.findIndex(({ start, end }) => end === mention.end && start >= mention.start);
  if (head < 0) return [];
  const first = tree.relation(head) === 'conj' && tree.childrenBy(head, 'det').length === 0;
  const words = [...tree.childrenBy(head, 'nmod:poss'), ...(first ? [tree.head(head)] : [])];
  const states = mentions.actors
    .filter((one) => words.includes(one.head))
    .flatMap((one) => actorOf(one, true).state ?? []);
  return [...new Set(states)];
}

/** A side without a state, of the state that its own words place it in, else of the only one that the sentence names. */
function placed({ claim, from: { setting } }: Explained, side: Side): Side {
  if (side.mention === undefined || !('class' in side)) return side;
  const { words, shadow } = setting.tree;
  const minority = isMinority(shadow, side.mention);
  if (codeOf(side) !== null && !minority) return side;
  const { mentions } = setting.scene;
  const said = claim.attribution.flatMap(({ evidence }) => evidence ?? []);
  const speaks = (one: ActorMention): boolean =>
    one.actor.class === 'media' && said.some((span) => one.start >= span.start && one.end <= span.end);
  const all = [
    ...mentions.places.map(({ head, place }) => ({ head, state: place.state ?? null })),
    ...mentions.actors
      .filter((one) => !speaks(one))
      .map((one) => ({ head: one.head, state: actorOf(one, true).state ?? null })),
  ].filter(({ state }) => state !== null && !(minority && state === side.state));
  const { start, end } = side.mention;
  const own = all.find(({ head }) => words[head]!.start >= start && words[head]!.end <= end + NEAR);
  const states = new Set(all.map(({ state }) => state));
  const state =
    own?.state ?? (states.size === 1 ? [...states][0]! : NAMELESS.has(side.class) ? there(mentions) : null);
  return state === null ? side : { ...side, state };
}

/** Classes whose members need no name: `gunmen`, `demonstrators`, `the military government`. */
const NAMELESS = new Set(['armed-group', 'opposition', 'population', 'government']);

/** The state of the only place where something happens: gunmen in Niger are counted as Niger's. */
function there({ places }: Setting['scene']['mentions']): string | null {
  const states = new Set(places.filter(({ located }) => located).map(({ place }) => place.state ?? null));
  return states.size === 1 ? [...states][0]! : null;
}

/** True for `ethnic Albanians`: people of another state than the one that they are called after. */
const isMinority = (shadow: string, { start, end }: Span): boolean =>
  /\bethnic(?:ally)? *$/i.test(shadow.slice(Math.max(0, start - NEAR), start)) ||
  /^ethnic\b/i.test(shadow.slice(start, end));

/** Letters behind a mention in which a place still tells where it is: `opposition groups in Zimbabwe`. */
const NEAR = 20;

/** What people do to no one in particular they do at home: protest against their rulers, order at home. */
const HOME = new Set(['PROTEST', 'COERCE']);

function atHome({ claim, from: { setting } }: Explained, sides: Sides): Sides {
  if (!HOME.has(claim.event?.type ?? '') || sides.targets.some((side) => codeOf(side) !== null)) return sides;
  const place = setting.scene.mentions.places.find(
    ({ located, place }) => located && (place.state ?? null) !== null,
  );
  if (place !== undefined) return { ...sides, targets: [place.place] };
  const states = sides.sources.flatMap(({ state }) =>
    state === null || state === undefined ? [] : [stateActor(state)],
  );
  return { ...sides, targets: states };
}
