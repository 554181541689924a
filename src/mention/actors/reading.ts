// One sentence as the reader of mentions sees it: its words, its text with plain signs, and the known names in it.
import type { Span } from '../../base/span.js';
import type { Language, ParsedSentence, Word } from '../../language/language.js';
import { cuesOf } from '../../lexicon/actor-cues.js';
import type { ActorList, Listed } from '../../lexicon/actor-list.js';
import type { Known } from '../../lexicon/gazetteer.js';

/** What the sentence does not say itself. */
export interface MentionOptions {
  /** The text that was parsed. */
  readonly text: string;
  readonly language: Language;
  /** The day of the document as an ISO date: it decides among people of one name and among former states. */
  readonly day?: string | undefined;
  /** Actors that the user brings; they win over those of the lexicon. */
  readonly list?: ActorList | undefined;
}

/** A stretch of words that names something known. `noun` is a common noun such as `army`, `president`. */
export interface Unit extends Span {
  readonly from: number;
  readonly to: number;
  readonly known: readonly Known[];
  readonly listed?: Listed;
  kind: 'party' | 'noun' | 'person' | 'place';
  /** The likeliest of `known`. */
  readonly best?: Known;
  /** True where the unit marks the noun beside it: `Malian`, `US`, `franco-`. */
  readonly adjective: boolean;
  /** True once another mention holds it. */
  used: boolean;
}

/** A sentence with its units; `unitAt` gives by word the unit that covers it. */
export interface Reading {
  readonly sentence: ParsedSentence;
  readonly words: readonly Word[];
  readonly options: MentionOptions;
  readonly year: number | undefined;
  /** The sentence's own text with plain signs; starts at `sentence.start`. */
  readonly shadow: string;
  readonly units: Unit[];
  readonly unitAt: (Unit | undefined)[];
}

/** The word's form in lower case; empty outside the sentence. */
export const formAt = ({ words }: Reading, at: number): string => words[at]?.form.toLowerCase() ?? '';

/** The word's part of speech; empty outside the sentence. */
export const tagAt = ({ words }: Reading, at: number): string => words[at]?.upos ?? '';

/** True where the form (in lower case) or the lemma of the word is a cue of this use. */
export function isCue(reading: Reading, at: number, use: string): boolean {
  const cues = cuesOf(reading.options.language, use);
  const word = reading.words[at];
  return (
    word !== undefined && (cues.has(word.form.toLowerCase()) || cues.has(word.lemma) || cues.has(word.form))
  );
}

/** The source between two offsets of the text, blanks made one. */
export const sourceOf = ({ options }: Reading, start: number, end: number): string =>
  options.text.slice(start, end).replace(/\s+/g, ' ');

/** The word among `from` to `to` that the rest of the sentence holds on to; `otherwise` where the tree does not say. */
export function headOf({ words }: Reading, from: number, to: number, otherwise: number): number {
  const outside = (at: number): boolean => {
    const head = words[at]!.head - 1;
    return head < from || head > to;
  };
  if (outside(otherwise)) return otherwise;
  for (let at = from; at <= to; at += 1)
    if (outside(at) && words[at]!.upos !== 'DET' && words[at]!.upos !== 'PUNCT' && words[at]!.upos !== 'ADP')
      return at;
  return otherwise;
}

/** True where the word says more than one: by its features, else by its ending. */
export function isPlural({ words }: Reading, at: number): boolean {
  const word = words[at]!;
  if (word.feats.includes('Number=Plur')) return true;
  return !word.feats.includes('Number=Sing') && word.form !== word.lemma && /[sx]$/i.test(word.form);
}

/** True where an article or pointer stands at `at`. */
export const isArticle = (reading: Reading, at: number): boolean =>
  isCue(reading, at, 'article') && tagAt(reading, at) !== 'ADP';

/** True where the word names something by itself: a noun or a name. */
export const isNominal = (reading: Reading, at: number): boolean => {
  const tag = tagAt(reading, at);
  return tag === 'NOUN' || tag === 'PROPN';
};
