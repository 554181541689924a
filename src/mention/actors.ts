// Who and where: the actors and places that a parsed sentence names, resolved as far as the sentence alone can.

import type { ParsedSentence } from '../language/language.js';
import { nounClass } from '../lexicon/actor-cues.js';
import type { ActorMention, SentenceMentions, Weak } from './actor.js';
import { finish, howOf, mentionsOfNoun, partyOf } from './actors/noun-mentions.js';
import { nounPhrases } from './actors/noun-phrase.js';
import { personMentions } from './actors/persons.js';
import { placeMentions, standingOf } from './actors/places.js';
import {
  formAt,
  isCue,
  isNominal,
  type MentionOptions,
  type Reading,
  tagAt,
  type Unit,
} from './actors/reading.js';
import { actorOfUnit, choicesOf } from './actors/resolve.js';
import { readingOf } from './actors/units.js';

export type { MentionOptions } from './actors/reading.js';

/**
 * The actors and places of a sentence in order. A capital or seat that acts is its state, one that is a place stays a
 * place, one of which the words leave it open (`to Moscow`) is both, the actor `unsure`.
 */
export function mentionsIn(sentence: ParsedSentence, options: MentionOptions): SentenceMentions {
  const reading = readingOf(sentence, options);
  if (reading.units.length === 0 && sentence.names.length === 0) return NOTHING;
  const phrases = nounPhrases(reading);
  const people = personMentions(reading, phrases);
  const nouns = phrases.flatMap((phrase) => mentionsOfNoun(reading, phrase)).filter(stands(people));
  const parties = reading.units.flatMap((unit) => partyMention(reading, unit) ?? []);
  const actors = [...people, ...nouns, ...parties]
    .filter((one) => !isTongue(reading, one))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { actors, places: placeMentions(reading) };
}

/** True for nouns that are more than a part of a longer mention: not `Army` in `U.S. Army Special Operations Command`. */
const stands =
  (people: readonly ActorMention[]) =>
  (mention: ActorMention, _: number, nouns: readonly ActorMention[]): boolean =>
    mention.party.id !== null ||
    ![...people, ...nouns].some(
      (other) =>
        other !== mention &&
        other.from <= mention.from &&
        other.to >= mention.to &&
        other.party.id !== null &&
        other.actor.class !== 'person',
    );

/** True for `en anglais`, `in French`: what is spoken, nobody who speaks. */
function isTongue(reading: Reading, { from, to, head, actor }: ActorMention): boolean {
  return (
    from === to &&
    head === from &&
    actor.mention?.how === 'demonym' &&
    /^(?:en|in)$/i.test(formAt(reading, from - 1)) &&
    !reading.words[from]!.feats.includes('Number=Plur')
  );
}

const NOTHING: SentenceMentions = { actors: [], places: [] };

/** The mention of a unit that no noun or person has taken; undefined where it is only a place. */
function partyMention(reading: Reading, unit: Unit): ActorMention | undefined {
  if (unit.used || unit.kind !== 'party' || insideName(reading, unit)) return undefined;
  const actor = actorOfUnit(reading, unit);
  if (actor === undefined || besideLandscape(reading, unit)) return undefined;
  const form = unit.best?.form;
  const standing = form === 'capital' || form === 'seat' ? standingOf(reading, unit) : 'no';
  if (standing === 'place') return undefined;
  const marked = markedBy(reading, unit);
  return finish(reading, {
    actor,
    party: partyOf(actor),
    how: howOf(unit),
    from: unit.from,
    to: unit.to,
    start: unit.start,
    end: unit.end,
    prefer: marked ?? unit.to,
    weak: marked === undefined ? undefined : weakness(reading, marked),
    unsure: standing === 'maybe',
    choices: choicesOf(reading, unit),
  });
}

/** True where a person's name is longer than the unit: `Paris` of `Paris Hilton`. */
function insideName(reading: Reading, unit: Unit): boolean {
  if (unit.adjective) return false;
  return reading.sentence.names.some(
    (name) =>
      name.type === 'PER' &&
      name.from <= unit.from &&
      name.to > unit.to &&
      name.to - name.from > unit.to - unit.from + 1,
  );
}

/** True for `Niger basin`, `Lake Chad`, `fleuve Niger`: water and land, no state. */
function besideLandscape(reading: Reading, unit: Unit): boolean {
  if (unit.best?.table !== 'states') return false;
  return (
    isCue(reading, unit.to + 1, 'landscape') ||
    (isCue(reading, unit.from - 1, 'landscape') && !unit.adjective)
  );
}

/** True where the noun, or two or three words around it, is of sport, trade or weather: `milieu de terrain`. */
function civil({ words, options }: Reading, at: number): boolean {
  const nouns = nounClass(options.language, 'civil');
  for (let from = Math.max(0, at - 2); from <= at; from += 1)
    for (let to = at; to < Math.min(words.length, from + 3); to += 1)
      if (
        nouns.has(
          words
            .slice(from, to + 1)
            .map((word) => word.lemma.toLowerCase())
            .join(' '),
        )
      )
        return true;
  return false;
}

const weakness = (reading: Reading, at: number): Weak => (civil(reading, at) ? 'civil' : 'thing');

/** The noun that an adjective or a name before a noun marks; undefined where the unit stands for itself. */
function markedBy(reading: Reading, unit: Unit): number | undefined {
  return reading.options.language === 'fr' ? markedLeft(reading, unit) : markedRight(reading, unit);
}

const BETWEEN = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM']);

function markedRight(reading: Reading, unit: Unit): number | undefined {
  if (!unit.adjective && !isCompound(reading, unit)) return undefined;
  let last: number | undefined;
  for (let at = unit.to + 1; at < reading.words.length && at <= unit.to + 6; at += 1) {
    const tag = tagAt(reading, at);
    const other = reading.unitAt[at];
    if (tag === 'NOUN' || (tag === 'PROPN' && last === undefined && other?.adjective !== true)) last = at;
    else if (last !== undefined) break;
    const joins = tag === 'CCONJ' || formAt(reading, at) === ',' || formAt(reading, at) === '-';
    if (joins && (reading.unitAt[at + 1]?.adjective || formAt(reading, at) === '-')) continue;
    if (
      !BETWEEN.has(tag) &&
      !(tag === 'VERB' && reading.words[at]!.deprel === 'amod') &&
      other?.adjective !== true
    )
      break;
  }
  return last;
}

/** True where the tree says that the name only marks the noun behind it: `Ukraine war`, `UN resolution`. */
function isCompound(reading: Reading, unit: Unit): boolean {
  const word = reading.words[unit.to]!;
  const head = word.head - 1;
  return (
    head > unit.to &&
    head <= unit.to + 4 &&
    /^(?:compound|amod|nmod|nmod:desc)$/.test(word.deprel) &&
    isNominal(reading, head)
  );
}

function markedLeft(reading: Reading, unit: Unit): number | undefined {
  if (!unit.adjective) return undefined;
  const word = reading.words[unit.from]!;
  const head = word.head - 1;
  if (word.deprel === 'amod' && head >= 0 && Math.abs(head - unit.from) < 8) return head;
  if (tagAt(reading, unit.from) === 'NOUN' || tagAt(reading, unit.from - 1) === 'DET') return undefined;
  for (let at = unit.from - 1; at >= unit.from - 4 && at >= 0; at -= 1) {
    if (isNominal(reading, at)) return at;
    const other = reading.unitAt[at];
    if (!['ADJ', 'CCONJ', 'PUNCT'].includes(tagAt(reading, at)) && other?.adjective !== true)
      return undefined;
  }
  return undefined;
}
