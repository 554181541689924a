// What a text has named so far, sentence by sentence, as far back as a reader would look.
import type { Span } from '../../base/span.js';
import type { Language, ParsedSentence, Word } from '../../language/language.js';
import { cuesOf, nounClass } from '../../lexicon/actor-cues.js';
import type { Actor, ActorMention, PlaceMention, SentenceMentions } from '../actor.js';

/** A parsed text with its mentions, sentence by sentence. */
export interface ReadText {
  readonly text: string;
  readonly language: Language;
  readonly sentences: readonly ParsedSentence[];
  readonly mentions: readonly SentenceMentions[];
}

/** Someone, or several together, that a later word may mean. */
export interface Referent {
  readonly actors: readonly Actor[];
  readonly span: Span;
  /** The words that name it, from first to last. */
  readonly from: number;
  readonly to: number;
  readonly plural: boolean;
  /** True where it is the subject of its clause. */
  readonly subject: boolean;
  /** True where it is only where something is: `in Iraq and Syria`. */
  readonly located: boolean;
  readonly mention: ActorMention;
}

/** An agreement-like phrase and whose it is. */
export interface Pact {
  readonly parties: readonly Actor[];
  readonly span: Span;
  readonly word: number;
  readonly sure: boolean;
}

/** A sentence as it is remembered. `inTitle` where it stands in the title, whose offsets are its own. */
export interface Remembered {
  readonly sentence: ParsedSentence;
  readonly mentions: SentenceMentions;
  readonly referents: readonly Referent[];
  readonly pacts: Pact[];
  readonly inTitle: boolean;
}

/** All that there is to look up for one sentence: itself and those before it, the nearest first. */
export interface Context {
  readonly read: ReadText;
  readonly own: Remembered;
  readonly before: readonly Remembered[];
  readonly roles: Roles;
}

/** The last holder of each role that had a state: whose `the junta` was; `ambiguous` are the roles of several states. */
export interface Roles {
  readonly last: Map<string, Referent>;
  readonly ambiguous: Set<string>;
}

const SUBJECT = /^(?:nsubj|csubj)/;

/** The sentence with those of its mentions that later words can mean. */
export function remember(read: ReadText, at: number, inTitle: boolean): Remembered {
  const sentence = read.sentences[at]!;
  const mentions = read.mentions[at]!;
  const referents = referentsOf(sentence.words, mentions);
  return { sentence, mentions, referents, pacts: [], inTitle };
}

function referentsOf(words: readonly Word[], { actors, places }: SentenceMentions): Referent[] {
  const strong = actors.filter((mention) => mention.weak === undefined);
  const found: Referent[] = [];
  const taken = new Set<ActorMention>();
  for (const mention of strong) {
    if (taken.has(mention)) continue;
    const set = strong.filter((other) => other === mention || joined(words, mention, other));
    for (const one of set) taken.add(one);
    const last = set.at(-1)!;
    found.push({
      actors: set.map((one) => one.actor),
      span: { start: mention.start, end: last.end },
      from: mention.from,
      to: last.to,
      plural: set.length > 1 || mention.plural,
      subject: isSubject(words, mention.head),
      located: places.some((place) => place.located && place.from === mention.from),
      mention,
    });
  }
  return found;
}

/** True where `other` is coordinated with `mention` and stands behind it, or shares its noun. */
function joined(words: readonly Word[], mention: ActorMention, other: ActorMention): boolean {
  if (other.from < mention.from) return false;
  if (other.head === mention.head) return true;
  return words[other.head]!.deprel === 'conj' && words[other.head]!.head - 1 === mention.head;
}

/** True where the word is a subject, or coordinated with one. */
export function isSubject(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (SUBJECT.test(word.deprel)) return true;
  return word.deprel === 'conj' && word.head > 0 && SUBJECT.test(words[word.head - 1]!.deprel);
}

/** The different ones among the parties of mentions, in their order. */
export function distinctParties(
  mentions: readonly ActorMention[],
  test: (mention: ActorMention) => boolean,
): Actor[] {
  const seen = new Set<string>();
  const found: Actor[] = [];
  for (const mention of mentions) {
    const key = mention.party.id ?? mention.party.name;
    if (!test(mention) || seen.has(key)) continue;
    seen.add(key);
    found.push(mention.party);
  }
  return found;
}

/** The agreement-like phrases of a sentence whose parties it names, in order. */
export function pactsOf(read: ReadText, { sentence, mentions }: Remembered): Pact[] {
  const { words } = sentence;
  const nouns = nounClass(read.language, 'instrument');
  const pacts: Pact[] = [];
  words.forEach((word, at) => {
    if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return;
    if (!nouns.has(word.lemma.toLowerCase())) return;
    const inner = distinctParties(mentions.actors, (mention) => belongsTo(words, mention, at));
    const around = distinctParties(mentions.actors, (mention) => isParty(words, mention));
    const own = inner.length > 1;
    const parties = own ? inner : around;
    if (parties.length < 2) return;
    pacts.push({
      parties,
      span: { start: word.start, end: word.end },
      word: at,
      sure: own || parties.length === 2,
    });
  });
  return pacts;
}

/** True where the mention hangs on the noun at `at` within a few steps of the tree. */
export function belongsTo(words: readonly Word[], mention: ActorMention, at: number): boolean {
  let word = mention.head;
  for (let step = 0; step < 4; step += 1) {
    if (word === at) return true;
    const next = words[word]?.head ?? 0;
    if (next === 0) return false;
    if (words[word]!.upos === 'VERB' && step > 0) return false;
    word = next - 1;
  }
  return false;
}

const PARTY = new Set([
  'state',
  'government',
  'forces',
  'igo',
  'armed-group',
  'opposition',
  'company',
  'person',
  'police',
]);

/** False for those who only speak of it, and for nobody in particular. */
function isParty(words: readonly Word[], mention: ActorMention): boolean {
  if (!PARTY.has(mention.party.class) || mention.party.id === null) return false;
  if (mention.weak !== undefined && mention.actor.class === 'state' && mention.weak === 'civil') return false;
  return !speaks(words, mention);
}

/** True where the mention is the subject of a verb that something is said with. */
export function speaks(words: readonly Word[], mention: ActorMention): boolean {
  const word = words[mention.head]!;
  if (!SUBJECT.test(word.deprel) || word.head === 0) return false;
  const verb = word.head - 1;
  if (words[verb]!.deprel === 'parataxis') return true;
  return words.some((one) => one.head - 1 === verb && (one.deprel === 'ccomp' || one.deprel === 'parataxis'));
}

/** The places of a sentence with what they are in the lexicon's eyes. */
export const regionsOf = ({ mentions }: Remembered): PlaceMention[] =>
  mentions.places.filter((place) => place.place.state === null && place.place.mention?.how === 'place');

/** The value of a cue by the word's form or lemma. */
export function cueOf(read: ReadText, word: Word | undefined, use: string): string | undefined {
  if (word === undefined) return undefined;
  const cues = cuesOf(read.language, use);
  return cues.get(word.form) ?? cues.get(word.form.toLowerCase()) ?? cues.get(word.lemma);
}
