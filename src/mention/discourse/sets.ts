// Phrases that mean several named before, or one of two: `the two countries`, `all three`, `the latter`.
import type { Actor, ActorClass, ActorMention } from '../actor.js';
import { type Anaphor, anaphor } from './anaphor.js';
import { type Context, cueOf, distinctParties, type Remembered } from './memory.js';

const STATES: ReadonlySet<ActorClass> = new Set<ActorClass>(['state']);
const LOOK_BACK = 4;

const isPlural = (feats: string): boolean => feats.includes('Number=Plur');

/** The words of a phrase and its noun. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

/** `the two countries`, `both sides`, `all three`, `the Parties`: those named last, where they are as many. */
export function setAt(context: Context, at: number, first: number | undefined): Anaphor | undefined {
  const { own, read } = context;
  const { words } = own.sentence;
  const number = cueOf(read, words[at - 1], 'number');
  const noun = cueOf(read, words[at], 'set') !== undefined && words[at]!.upos !== 'ADJ';
  const both = words[at - 1]?.form.toLowerCase() === 'both';
  if (noun && number !== undefined && (first !== undefined || both))
    return several(context, { from: first ?? at - 1, to: at, head: at }, Number(number));
  if (noun && first === at - 1 && /^part(?:y|ie)$/i.test(words[at]!.lemma) && isPlural(words[at]!.feats))
    return several(context, { from: first, to: at, head: at }, 2);
  const bare = cueOf(read, words[at], 'number');
  const before = words[at - 1]?.form.toLowerCase() ?? '';
  if (bare === undefined || !/^(?:all|les|the|tous|toutes)$/.test(before) || isModifier(context, at))
    return undefined;
  return several(context, { from: at - 1, to: at, head: at }, Number(bare));
}

/** True where a noun follows that the number counts. */
function isModifier({ own }: Context, at: number): boolean {
  return (
    own.sentence.words
      .slice(at + 1, at + 4)
      .some((word) => word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'ADJ') &&
    /^(?:NOUN|PROPN|ADJ|NUM)$/.test(own.sentence.words[at + 1]?.upos ?? '')
  );
}

/** Exactly `count` of those named last, states first; undefined where the text gives more or fewer. */
function several(context: Context, place: Stretch, count: number): Anaphor | undefined {
  const { own, before } = context;
  const earlier = (mention: ActorMention): boolean => mention.to < place.from;
  const title = before.filter((one) => one.inTitle);
  for (const from of [own, ...before.filter((one) => !one.inTitle).slice(0, LOOK_BACK), ...title]) {
    const here = from === own ? earlier : (): boolean => true;
    const named = from.mentions.actors;
    for (const [test, sure] of [
      [(mention: ActorMention) => mention.weak === undefined && STATES.has(mention.party.class), true],
      [(mention: ActorMention) => mention.weak !== 'civil' && STATES.has(mention.party.class), false],
      [(mention: ActorMention) => mention.weak === undefined && mention.party.id !== null, false],
    ] as const) {
      const parties = distinctParties(named, (mention) => here(mention) && test(mention));
      if (parties.length === count) return sets(own, place, { parties, from, sure });
    }
    const pact = from === own ? undefined : from.pacts.find((one) => one.parties.length === count);
    if (pact !== undefined) return sets(own, place, { parties: pact.parties, from, sure: false });
  }
  return undefined;
}

function sets(
  own: Remembered,
  place: Stretch,
  { parties, from, sure }: { parties: readonly Actor[]; from: Remembered; sure: boolean },
): Anaphor {
  const antecedents = parties.flatMap(({ mention }) =>
    mention === undefined ? [] : [{ start: mention.start, end: mention.end }],
  );
  return anaphor(own, place, { reading: 'actor', actors: parties, antecedents, inTitle: from.inTitle, sure });
}

/** `the former`, `the latter`: the first and the last of two. */
export function orderOf(context: Context, at: number, order: number): Anaphor | undefined {
  const { own, before } = context;
  const { words } = own.sentence;
  if (/^(?:NOUN|PROPN|ADJ)$/.test(words[at + 1]?.upos ?? '')) return undefined;
  for (const from of [own, ...before.slice(0, LOOK_BACK)]) {
    const parties = distinctParties(
      from.mentions.actors,
      (mention) =>
        mention.weak === undefined && (from !== own || mention.to < at) && mention.party.id !== null,
    );
    if (parties.length === 0) continue;
    if (parties.length !== 2) return undefined;
    return sets(
      own,
      { from: at - 1, to: at, head: at },
      { parties: [parties[order - 1]!], from, sure: true },
    );
  }
  return undefined;
}
