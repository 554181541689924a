// The sentences of a document as the reader goes through them: tree, mentions, quantities, times, made where they are needed.
import type { Span } from '../../base/span.js';
import type { Document } from '../../document/document.js';
import { identifyPassage } from '../../language/identify.js';
import type { Language, Parse, ParsedSentence } from '../../language/language.js';
import { parse } from '../../language/parse.js';
import { datelineEnd } from '../../language/tokens/dateline.js';
import { shadowOf } from '../../language/tokens/shadow.js';
import type { ActorList } from '../../lexicon/actor-list.js';
import {
  type Actor,
  type ActorMention,
  asParty,
  type PlaceMention,
  type SentenceMentions,
} from '../../mention/actor.js';
import { mentionsIn } from '../../mention/actors.js';
import { casualties } from '../../mention/casualties.js';
import { type Anaphor, type ReadText, resolve } from '../../mention/discourse.js';
import { itemsIn } from '../../mention/items.js';
import { type QuantityMention, quantitiesIn, withAntecedents } from '../../mention/quantities.js';
import { datelineDay, type TimeExpression, timeExpressions } from '../../mention/time.js';
import type { EvidencePlace, Item } from '../claim.js';
import type { Scene } from '../frames/match.js';
import { type Nouns, nounsOf, nounsWith } from '../frames/nouns.js';
import { contextsOf, type SentenceContext } from '../quotation.js';
import { Tree } from '../tree.js';

/** One sentence with all that claims are made from. */
export interface Setting {
  readonly language: Language;
  readonly where: EvidencePlace;
  readonly sentence: ParsedSentence;
  readonly tree: Tree;
  readonly scene: Scene;
  readonly shadow: string;
  readonly expressions: () => readonly TimeExpression[];
  readonly quantities: () => readonly QuantityMention[];
  /** The quantities with the dead and injured counted. */
  readonly harmed: () => readonly QuantityMention[];
  /** Items under some words, else those among others. */
  readonly itemsOf: (heads: readonly number[], words: readonly number[]) => readonly Item[];
  /** Words that stand for an agreement named before, and whose it is. */
  readonly pacts: readonly Anaphor[];
  /** Who spoke before, and what is quoted speech. */
  readonly speech: () => SentenceContext | undefined;
  /** ISO day of the dateline. */
  readonly dateline: () => string | undefined;
  /** False for a passage in another language. */
  readonly inLanguage: () => boolean;
  /** True where the sentence speaks of something civil and of nothing military. */
  readonly civil: () => boolean;
}

/** The sentences of the title, then those of the text; those that speak of nobody only where `all` are asked for. */
export function* settingsOf(
  document: Document,
  language: Language,
  { list, all }: { list?: ActorList | undefined; all: boolean },
): Generator<Setting> {
  const title = document.title?.value ?? '';
  const heading = title === '' ? undefined : regionOf(document, title, { language, list });
  if (heading !== undefined)
    yield* settings(document, heading, { title: true, all, anaphors: resolve(heading.read) });
  const body = regionOf(document, document.text, { language, list });
  const anaphors = resolve(body.read, { title: heading?.read });
  yield* settings(document, body, { title: false, all, anaphors });
}

/** A parsed stretch of a document: its title or its text. What only sentences with claims need is made when it is asked for. */
interface Region {
  readonly parsed: Parse;
  readonly read: ReadText;
  readonly shadow: string;
  readonly expressions: () => readonly TimeExpression[];
  readonly contexts: () => ReadonlyMap<ParsedSentence, SentenceContext>;
  /** Quantities of the sentence at an index. */
  readonly quantities: (at: number) => readonly QuantityMention[];
}

function regionOf(
  document: Document,
  text: string,
  { language, list }: { language: Language; list: ActorList | undefined },
): Region {
  const parsed = parse(text, { language });
  const shadow = shadowOf(text);
  const day = document.published?.value.slice(0, 10);
  const mentions = parsed.sentences.map((sentence) =>
    isDateline(shadow, sentence) ? NOBODY : mentionsIn(sentence, { text, language, day, list }),
  );
  return {
    ...{ parsed, shadow, read: { text, language, sentences: parsed.sentences, mentions } },
    expressions: once(() => timeExpressions(shadow, language)),
    contexts: once(() => contextsOf(parsed)),
    quantities: onceEach((at) => quantitiesIn(parsed.sentences[at]!, text, language)),
  };
}

/** A dateline is part of the text and says nothing of anybody. */
const isDateline = (shadow: string, { start, end }: Span): boolean =>
  (datelineEnd(shadow, start) ?? Number.POSITIVE_INFINITY) <= end + 1;
const NOBODY: SentenceMentions = { actors: [], places: [] };

function* settings(
  document: Document,
  region: Region,
  { title, all, anaphors }: { title: boolean; all: boolean; anaphors: readonly (readonly Anaphor[])[] },
): Generator<Setting> {
  const { parsed, read, expressions } = region;
  const published = document.published?.value.slice(0, 10);
  const dateline = once(() =>
    title
      ? undefined
      : (datelineDay(expressions(), published) ?? givenDateline(document, parsed.language, published)),
  );
  for (const [at, sentence] of parsed.sentences.entries()) {
    const mentions = read.mentions[at]!;
    const meant = anaphors[at] ?? [];
    if (!all && mentions.actors.length + mentions.places.length + meant.length === 0) continue;
    const where = title ? 'title' : placeOf(document, sentence);
    yield settingOf(region, at, { dateline, where, mentions, anaphors: meant });
  }
}

/** Sentences back that a number without its noun may point to. */
const BACK = 6;

/** What is known of a sentence before it is looked at. */
interface Given {
  readonly dateline: () => string | undefined;
  readonly where: EvidencePlace;
  readonly mentions: SentenceMentions;
  readonly anaphors: readonly Anaphor[];
}

function settingOf(region: Region, at: number, given: Given): Setting {
  const { parsed, shadow, expressions, contexts } = region;
  const { language } = parsed;
  const { where, dateline, anaphors } = given;
  const sentence = parsed.sentences[at]!;
  const tree = Tree.of(parsed, sentence);
  const pacts = anaphors.filter(({ reading }) => reading === 'pact');
  const items = once(() => itemsIn(sentence, parsed.text, { language }));
  const nouns = nounsWith(nounsOf(language), (word, name) => {
    if (name === 'instrument') return pacts.some(({ from, to }) => from <= word && word <= to);
    if (name === 'force')
      return anaphors.some((one) => one.from <= word && word <= one.to && meansForce(one));
    return (
      name === 'arms' &&
      items().some((one) => one.class !== 'platform' && one.first <= word && word <= one.last)
    );
  });
  const quantities = once(() => {
    const before = Array.from({ length: Math.min(BACK, at) }, (_, back) =>
      region.quantities(at - 1 - back),
    ).reverse();
    return withAntecedents(region.quantities(at), before.flat());
  });
  return {
    ...{ language, sentence, tree, shadow, expressions, quantities, pacts, where, dateline },
    speech: () => contexts().get(sentence),
    inLanguage: () => identifyPassage(parsed.text.slice(sentence.start, sentence.end), language) === language,
    scene: { tree, language, mentions: allMentions(tree, given, nouns), nouns },
    harmed: () => casualties(sentence, quantities(), language),
    itemsOf: (heads, words) => {
      const under = new Set(heads.flatMap((head) => tree.phrase(head)));
      const own = items().filter(({ head }) => under.has(head));
      const near = own.length > 0 ? own : items().filter(({ head }) => words.includes(head));
      return near.map(({ phrase, start, end }) => ({ item: phrase, mention: { start, end, how: 'name' } }));
    },
    civil: once(() => isCivil(tree, nouns)),
  };
}

/** A value that is made at the first call. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same for each index. */
function onceEach<T>(make: (at: number) => T): (at: number) => T {
  const made = new Map<number, T>();
  return (at) => {
    const known = made.get(at) ?? make(at);
    made.set(at, known);
    return known;
  };
}

/** Mentions by name, those that only mark something civil left out, and what refers back. */
function allMentions(tree: Tree, given: Given, nouns: Nouns): SentenceMentions {
  const { anaphors, mentions } = given;
  const named = mentions.actors.map((one) =>
    one.weak === 'thing' && !isForce(one) && !isArmed(tree, one.head, nouns)
      ? { ...one, weak: 'plain' as const }
      : one,
  );
  const meant = anaphors.filter(({ reading }) => reading === 'actor').flatMap(actorsMeant);
  const replaced = named.filter(
    (one) => !meant.some(({ head, actor }) => head === one.head && (isNobody(one) || isNamesake(one, actor))),
  );
  return {
    actors: [...replaced, ...meant],
    places: [
      ...mentions.places.filter(
        ({ place, from, to }) => place.mention?.how !== 'name' || isName(tree, from, to),
      ),
      ...anaphors.flatMap(placesMeant),
    ],
  };
}

const UNTELLING = new Set(['civil', 'counting', 'sector']);
const isKnown = (classes: ReadonlyMap<string, string>): boolean =>
  [...classes.keys()].some((name) => !UNTELLING.has(name));

const isNobody = ({ party }: ActorMention): boolean => (party.state ?? null) === null && party.id === null;

/** True for a politician's family name that the document has given to somebody else. */
const isNamesake = ({ actor }: ActorMention, other: Actor): boolean =>
  actor.class === 'person' &&
  other.class === 'person' &&
  actor.id !== other.id &&
  actor.mention?.how === 'name';

/** A force that marks what it does: `a Delta Force operation`. */
const isForce = ({ actor }: ActorMention): boolean =>
  actor.class === 'forces' || actor.class === 'armed-group';

/** True where the noun is one that the lexicon knows, or a noun before it is: `a tank crew`. */
const isArmed = (tree: Tree, head: number, nouns: Nouns): boolean =>
  isKnown(nouns.classes(tree, head)) ||
  tree
    .childrenBy(head, 'compound')
    .some((word) => nouns.is(tree, word, 'arms') || nouns.is(tree, word, 'force'));

/** True where one of the words is written as a name is: no place is called `soldiers`. */
function isName(tree: Tree, from: number, to: number): boolean {
  return tree.words.slice(from, to + 1).some(({ form }) => /^\p{Lu}/u.test(form));
}

function actorsMeant({ start, end, from, to, head, actors, sure }: Anaphor): ActorMention[] {
  return actors.map((actor) => ({
    ...{ start, end, from, to, head, actor, party: asParty(actor) },
    ...{ plural: actors.length > 1, definite: true, unsure: !sure },
  }));
}

function placesMeant({ start, end, from, to, head, places }: Anaphor): PlaceMention[] {
  return places.map((place) => ({ start, end, from, to, head, place, located: true }));
}

/** True for `they` after `the soldiers`. */
const meansForce = ({ reading, actors }: Anaphor): boolean =>
  reading === 'actor' && actors.length > 0 && actors.every((one) => one.class === 'forces');

function isCivil(tree: Tree, nouns: Nouns): boolean {
  let civil = false;
  for (let at = 0; at < tree.words.length; at += 1) {
    if (!/^(?:NOUN|PROPN)$/.test(tree.word(at).upos)) continue;
    const classes = nouns.classes(tree, at);
    if (classes.has('arms') || classes.has('force')) return false;
    civil ||= classes.has('civil');
  }
  return civil;
}

function placeOf({ blocks }: Document, { start }: Span): EvidencePlace {
  const kind = blocks.find((block) => block.start <= start && start < block.end)?.kind;
  return kind === 'lead' ? 'lead' : kind === 'caption' ? 'caption' : 'body';
}

function givenDateline(
  { dateline }: Document,
  language: Language,
  published: string | undefined,
): string | undefined {
  if (dateline === undefined) return undefined;
  return datelineDay(timeExpressions(shadowOf(dateline.value), language), published);
}
