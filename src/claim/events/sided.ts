// The sides of an event as the whole sentence knows them: who urges, who is spoken of, whose the people without a state are.
import type { ActorMention } from '../../mention/actor.js';
import { stateActor } from '../../mention/actor.js';
import type { Actor, Place } from '../claim.js';
import type { Explained } from '../read/reader.js';
import { actorOf } from '../read/roles.js';
import { codeOf } from './dyad.js';
import { type Sides, sidesOf } from './sides.js';

/** One side of an event. */
export type Side = Actor | Place;

/** The sides of what was read; undefined where it is no event. */
export function sidedOf(explained: Explained): Sides | undefined {
  const sides = sidesOf(explained.claim);
  if (sides === undefined) return undefined;
  const { sources, targets, mutual } = completed(explained, sides);
  const known = (list: readonly Side[]): Side[] => list.map((side) => placed(explained, side));
  return atHome(explained, { sources: known(sources), targets: known(targets), mutual });
}

function completed(explained: Explained, sides: Sides): Sides {
  const { claim } = explained;
  if (claim.modality === 'urged' && claim.kind !== 'statement') return urged(explained, sides);
  if (sides.mutual) return sides;
  const sources = sides.sources.length > 0 ? sides.sources : unnamed(explained);
  if (claim.event?.type === 'AGREE' && sides.targets.length === 0 && differ(sources))
    return { sources, targets: [], mutual: true };
  if (sources.length === 0 || sides.targets.length > 0) return { ...sides, sources };
  return { ...sides, sources, targets: others(explained, sources).slice(0, 1) };
}

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
  const { words } = setting.site;
  return setting.scene.mentions.actors
    .filter(({ head }) => words[head]!.start >= evidence.start && words[head]!.end <= evidence.end)
    .map((one) => actorOf(one, true));
}

/** Actors under the predicate that stand for somebody else than these, behind it first. */
function others({ from: { setting, match } }: Explained, sources: readonly Side[]): Side[] {
  const { tree, mentions } = setting.scene;
  const { predicate } = match;
  const under = new Set(tree.phrase(predicate, { clauses: true }));
  const known = new Set(sources.map(codeOf));
  const free = mentions.actors.filter(
    (one) => under.has(one.head) && one.weak !== 'civil' && !known.has(codeOf(actorOf(one, true))),
  );
  const behind = (one: ActorMention): number => (one.head > predicate ? 0 : 1);
  return free.sort((a, b) => behind(a) - behind(b) || a.head - b.head).map((one) => actorOf(one, true));
}

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
      return { id: null, name: tree.word(at).form, class: 'population', state: null, mention: { start, end, how: 'words' } };
    });
}

/** A side without a state, of the state that its own words place it in, else of the only one that the sentence names. */
function placed({ from: { setting } }: Explained, side: Side): Side {
  if (codeOf(side) !== null || side.mention === undefined || !('class' in side)) return side;
  const { words } = setting.site;
  const { mentions } = setting.scene;
  const all = [
    ...mentions.places.map(({ head, place }) => ({ head, state: place.state ?? null })),
    ...mentions.actors.map((one) => ({ head: one.head, state: actorOf(one, true).state ?? null })),
  ].filter(({ state }) => state !== null);
  const { start, end } = side.mention;
  const own = all.find(({ head }) => words[head]!.start >= start && words[head]!.end <= end + NEAR);
  const states = new Set(all.map(({ state }) => state));
  const state = own?.state ?? (states.size === 1 ? [...states][0]! : null);
  return state === null ? side : { ...side, state };
}

/** Letters behind a mention in which a place still tells where it is: `opposition groups in Zimbabwe`. */
const NEAR = 14;

/** What people do to no one in particular they do at home: protest against their rulers, order at home. */
const HOME = new Set(['PROTEST', 'COERCE']);

function atHome({ claim, from: { setting } }: Explained, sides: Sides): Sides {
  if (!HOME.has(claim.event?.type ?? '') || sides.targets.some((side) => codeOf(side) !== null)) return sides;
  const place = setting.scene.mentions.places.find(({ located, place }) => located && (place.state ?? null) !== null);
  if (place !== undefined) return { ...sides, targets: [place.place] };
  const states = sides.sources.flatMap(({ state }) => (state === null || state === undefined ? [] : [stateActor(state)]));
  return { ...sides, targets: states };
}
