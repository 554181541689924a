// Phrases with an article that mean what was named before: `the two countries`, `the accord`, `le pays`, `the latter`.
import { nounClass } from '../../lexicon/actor-cues.js';
import { type Actor, type ActorClass, type ActorMention, stateActor } from '../actor.js';
import { type Anaphor, anaphor } from './anaphor.js';
import { belongsTo, type Context, cueOf, distinctParties, isSubject, regionsOf } from './memory.js';
import { orderOf, type Stretch, setAt } from './sets.js';

const STATES: ReadonlySet<ActorClass> = new Set<ActorClass>(['state']);
const LOOK_BACK = 4;

/** What the noun at `at` means where it has an article and no complement of its own; undefined for any other word. */
export function definiteAt(context: Context, at: number): Anaphor | undefined {
  const { own, read } = context;
  const { words } = own.sentence;
  const word = words[at]!;
  if (
    word.upos !== 'NOUN' &&
    word.upos !== 'PROPN' &&
    word.upos !== 'ADJ' &&
    word.upos !== 'NUM' &&
    word.upos !== 'DET'
  )
    return undefined;
  const first = articleOf(context, at);
  const cue = (use: string): string | undefined => cueOf(read, word, use);
  if (cue('first') !== undefined && first === at - 1) return orderOf(context, at, Number(cue('first')));
  const set = setAt(context, at, first);
  if (set !== undefined) return set;
  if (first === undefined || word.upos === 'NUM' || word.upos === 'DET') return undefined;
  if (isPlural(word.feats)) return undefined;
  const place = { from: first, to: at, head: at };
  if (cue('document') !== undefined || nounClass(read.language, 'instrument').has(word.lemma.toLowerCase()))
    return pactAt(context, place);
  if (ownedHere(context, at)) return undefined;
  if (cue('country') !== undefined) return countryAt(context, place);
  if (cue('half') !== undefined) return halfAt(context, place, cue('half')!);
  if (cue('region') !== undefined) return regionAt(context, place);
  if (cue('company') !== undefined) return lastOf(context, place, ['company']);
  if (cue('organisation') !== undefined) return lastOf(context, place, ['igo', 'ngo']);
  if (cue('group') === 'armed-group') return lastOf(context, place, ['armed-group', 'opposition']);
  return undefined;
}

const isPlural = (feats: string): boolean => feats.includes('Number=Plur');

/** The article before the noun, over adjectives and numbers; undefined where there is none. */
function articleOf({ own, read }: Context, at: number): number | undefined {
  const { words } = own.sentence;
  for (let before = at - 1; before >= 0 && before >= at - 4; before -= 1) {
    const word = words[before]!;
    if (cueOf(read, word, 'article') !== undefined && word.upos !== 'ADP') return before;
    if (word.upos !== 'ADJ' && word.upos !== 'NUM' && word.upos !== 'PROPN' && word.upos !== 'NOUN')
      return undefined;
  }
  return undefined;
}

/** True where the sentence itself says whose the noun is. */
function ownedHere({ own, read }: Context, at: number): boolean {
  const { words } = own.sentence;
  const next = words[at + 1];
  if (
    own.mentions.actors.some((mention) => mention.from <= at && mention.to >= at && mention.party.id !== null)
  )
    return true;
  if (own.mentions.actors.some((mention) => mention.head === at)) return true;
  return next?.upos === 'ADP' && cueOf(read, next, 'of') !== undefined && words[at + 2] !== undefined;
}

function pactAt(context: Context, place: Stretch): Anaphor | undefined {
  const { own, before } = context;
  const { words } = own.sentence;
  const named = distinctParties(own.mentions.actors, (mention) => belongsTo(words, mention, place.head));
  if (named.length > 1) return undefined;
  const here = own.pacts
    .filter(
      (pact) =>
        pact.word < place.from && named.every((party) => pact.parties.some((one) => one.id === party.id)),
    )
    .at(-1);
  for (const from of here === undefined ? before : [own]) {
    const pact = here ?? from.pacts.at(-1);
    if (pact === undefined) continue;
    if (named.some((party) => !pact.parties.some((one) => one.id === party.id))) return undefined;
    return anaphor(own, place, {
      reading: 'pact',
      actors: pact.parties,
      antecedents: [pact.span],
      inTitle: from.inTitle,
      sure: pact.sure && isPact(context, place.head),
    });
  }
  return undefined;
}

/** True for words that mean little else than an agreement: `accord`, `text`; not `framework`. */
const isPact = ({ own, read }: Context, at: number): boolean =>
  cueOf(read, own.sentence.words[at], 'pact') !== undefined ||
  cueOf(read, own.sentence.words[at], 'document') !== undefined;

/** The state named last that does not act in the same clause: in `ECOWAS froze the country's assets`, the one before. */
function countryAt(context: Context, place: Stretch): Anaphor | undefined {
  const { own, before } = context;
  const { words } = own.sentence;
  const clause = verbOf(context, place.head);
  const governing = new Set(clausesOver(words, clause));
  const acts = (mention: ActorMention): boolean =>
    isSubject(words, mention.head) && governing.has(words[mention.head]!.head - 1);
  const acting = own.mentions.actors.filter(acts).map((mention) => mention.party.state);
  for (const from of [own, ...before.slice(0, LOOK_BACK)]) {
    const all = from.mentions.actors.filter(
      (mention) =>
        STATES.has(mention.party.class) &&
        (from === own ? mention.to < place.from && !acts(mention) : !acting.includes(mention.party.state)),
    );
    const located = from.mentions.places.filter(
      ({ place: { state }, to }) => state && !acting.includes(state) && (from !== own || to < place.from),
    );
    const named = all.filter((mention) => mention.actor.class === 'state' && mention.weak === undefined);
    const owners = all.filter((mention) => mention.weak === undefined && mention.actor.class !== 'state');
    const best = named.at(-1) ?? owners.at(-1);
    const state = best?.party.state ?? located.at(-1)?.place.state ?? all.at(-1)?.party.state;
    if (state === undefined || state === null) continue;
    const span = best ?? located.at(-1) ?? all.at(-1)!;
    const states = new Set([...all.map((one) => one.party.state), ...located.map((one) => one.place.state)]);
    const actor: Actor = {
      ...(best ?? all.at(-1))?.party,
      id: state,
      class: 'state',
      state,
      name: best?.party.name ?? state,
    };
    return anaphor(own, place, {
      reading: 'actor',
      actors: [actor],
      places: [{ place: actor.name, state }],
      antecedents: [{ start: span.start, end: span.end }],
      inTitle: from.inTitle,
      sure: states.size === 1 && !/^(?:nation|state|État|Etat)$/i.test(words[place.head]!.lemma),
    });
  }
  return undefined;
}

/** The verb of a clause and those that it is the content of: of `plans to pull them out`, both. */
function clausesOver(words: Context['own']['sentence']['words'], clause: number): number[] {
  const found = [clause];
  for (let at = clause; words[at]?.deprel === 'xcomp' && found.length < 4; ) {
    at = words[at]!.head - 1;
    found.push(at);
  }
  return found;
}

function verbOf({ own }: Context, at: number): number {
  const { words } = own.sentence;
  let word = at;
  for (let step = 0; step < 6; step += 1) {
    const head = words[word]!.head - 1;
    if (head < 0) return word;
    word = head;
    if (words[word]!.upos === 'VERB') return word;
  }
  return word;
}

/** `the South` where the text has named either Korea. */
function halfAt({ own, before, read }: Context, place: Stretch, pair: string): Anaphor | undefined {
  const [iso3 = '', other = ''] = pair.split(' ');
  const { words } = own.sentence;
  if (
    /^(?:NOUN|PROPN|ADJ)$/.test(words[place.head + 1]?.upos ?? '') ||
    cueOf(read, words[place.head + 1], 'of') !== undefined ||
    words[place.head]!.form === words[place.head]!.form.toLowerCase()
  )
    return undefined;
  for (const from of [own, ...before]) {
    const found = from.mentions.actors.find((one) => one.party.id === iso3 || one.party.id === other);
    if (found === undefined) continue;
    const span = { start: found.start, end: found.end };
    return anaphor(own, place, {
      reading: 'actor',
      actors: [stateActor(iso3)],
      antecedents: [span],
      inTitle: from.inTitle,
    });
  }
  return undefined;
}

function regionAt({ own, before }: Context, place: Stretch): Anaphor | undefined {
  for (const from of [own, ...before.slice(0, LOOK_BACK)]) {
    const found = regionsOf(from)
      .filter((one) => from !== own || one.to < place.from)
      .at(-1);
    if (found === undefined) continue;
    return anaphor(own, place, {
      reading: 'place',
      places: [found.place],
      antecedents: [{ start: found.start, end: found.end }],
      inTitle: from.inTitle,
    });
  }
  return undefined;
}

/** The one of these classes that was named last. */
function lastOf(
  { own, before }: Context,
  place: Stretch,
  classes: readonly ActorClass[],
): Anaphor | undefined {
  for (const from of [own, ...before.slice(0, LOOK_BACK)]) {
    const all = from.mentions.actors.filter(
      (mention) => classes.includes(mention.actor.class) && (from !== own || mention.to < place.from),
    );
    const last = all.at(-1);
    if (last === undefined) continue;
    return anaphor(own, place, {
      reading: 'actor',
      actors: [last.actor],
      antecedents: [{ start: last.start, end: last.end }],
      inTitle: from.inTitle,
      sure: distinctParties(all, () => true).length === 1 && (from === own || from === before[0]),
    });
  }
  return undefined;
}
