// Parsed texts written by hand for tests: "Mali/PROPN/2/nsubj signed:sign/VERB/0/root" with names as "PER 0 2".

import type { NameType } from '../language/labels.js';
import type { Language, Name, ParsedSentence, Word } from '../language/language.js';
import type { ActorList } from '../lexicon/actor-list.js';
import { mentionsIn } from './actors.js';
import type { ReadText } from './discourse.js';

const CLOSED = /^(?:[.,;)]|['’`]s|-)$/;
const OPEN = /(?:['’(-])$/;

/** A sentence: words as `form[:lemma]/UPOS/head/relation[/features]`, heads from 1, and its names as type and words. */
export type Rows =
  | string
  | { readonly rows: string; readonly names: readonly (readonly [NameType, number, number])[] };

/** The sentences with their text and mentions; blanks stand where English and French have them. */
export function readByHand(
  language: Language,
  sentences: readonly Rows[],
  { day, list }: { day?: string; list?: ActorList } = {},
): ReadText {
  let text = '';
  const parsed = sentences.map((given): ParsedSentence => {
    const { rows, names } = typeof given === 'string' ? { rows: given, names: [] } : given;
    if (text !== '') text += ' ';
    const start = text.length;
    const words = rows
      .trim()
      .split(/\s+/)
      .map((row, token): Word => {
        const [spelt = '', upos = '', head = '', deprel = '', feats = '_'] = row.split('/');
        const [form = '', lemma = form] = spelt.split(':');
        if (token > 0 && !CLOSED.test(form) && !OPEN.test(text)) text += ' ';
        const from = text.length;
        text += form;
        return { form, lemma, upos, feats, head: Number(head), deprel, token, start: from, end: text.length };
      });
    const spans = names.map(([type, from, to]): Name => ({ type, from, to }));
    return { start, end: text.length, words, names: spans, cut: false };
  });
  const mentions = parsed.map((sentence) => mentionsIn(sentence, { text, language, day, list }));
  return { text, language, sentences: parsed, mentions };
}

/** Mentions in short: `class state name` with `~` for what only marks something and `?` for what is unsure. */
export function inShort(read: ReadText, at = 0): string[] {
  return read.mentions[at]!.actors.map(
    ({ actor, weak, unsure }) =>
      `${actor.class} ${actor.state ?? '-'} ${actor.name}${weak === undefined ? '' : ` ~${weak}`}${unsure ? ' ?' : ''}`,
  );
}
