// What reading a text gives: sentences of words with lemmas, tags, a tree and names, all of it pointing into the text.
import type { Span } from '../base/span.js';
import type { NameType } from './labels.js';

/** The languages that there is a model for. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** True where there is a model for an ISO 639-1 code. */
export const isLanguage = (code: string | undefined): code is Language =>
  (LANGUAGES as readonly (string | undefined)[]).includes(code);

/**
 * A syntactic word of Universal Dependencies. `start` and `end` are UTF-16 offsets into the text; the words of a token
 * whose letters can not be told apart (`du`: `de`, `le`) share the token's span.
 */
export interface Word extends Span {
  /** As the treebanks spell it, with plain quotes, apostrophes and dashes. */
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  /** FEATS of CoNLL-U, `_` for none. */
  readonly feats: string;
  /** Index of the head in the sentence from 1, 0 for the root. */
  readonly head: number;
  readonly deprel: string;
  /** Index of the token that the word belongs to, from 0 in the sentence. */
  readonly token: number;
}

/** A named stretch of words, `from` inclusive, `to` exclusive, indices from 0 in the sentence. */
export interface Name {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
}

/** A sentence: its span of the text, its words in order, its names. */
export interface ParsedSentence extends Span {
  readonly words: readonly Word[];
  readonly names: readonly Name[];
  /** True where the sentence was too long and was cut here. */
  readonly cut: boolean;
}

/** A text and its sentences; sentences hold all that is no blank. */
export interface Parse {
  readonly text: string;
  readonly language: Language;
  readonly sentences: readonly ParsedSentence[];
}
