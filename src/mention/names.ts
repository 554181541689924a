// People, organisations and places of a sentence, by the tagger and the lexicon together.
import type { Span } from '../base/span.js';
import type { NameType } from '../language/labels.js';
import type { ParsedSentence } from '../language/language.js';
import type { ActorMention, SentenceMentions } from './actor.js';

/** A name with its type; UTF-16 offsets into the text. */
export interface NamedSpan extends Span {
  readonly type: NameType;
}

/**
 * What a sentence names, in order and without overlap. A state counts as an organisation where it acts (as the subject,
 * or with a part of it: `the Malian army`) and as a place elsewhere; a demonym before a thing (`Israeli strike`) is none.
 */
export function namesOf(sentence: ParsedSentence, { actors, places }: SentenceMentions): NamedSpan[] {
  const spans: NamedSpan[] = [];
  for (const mention of actors) {
    const type = typeOf(sentence, mention);
    if (type !== undefined) spans.push({ start: mention.start, end: mention.end, type });
  }
  for (const { start, end } of places) spans.push({ start, end, type: 'LOC' });
  for (const { from, to, type } of sentence.names)
    spans.push({ start: sentence.words[from]!.start, end: sentence.words[to - 1]!.end, type });
  const kept: NamedSpan[] = [];
  for (const span of spans)
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}

function typeOf({ words }: ParsedSentence, mention: ActorMention): NameType | undefined {
  const { actor, weak, head } = mention;
  if (weak !== undefined) return undefined;
  if (actor.class === 'person') return 'PER';
  if (actor.class !== 'state') return 'ORG';
  return /^nsubj|^obl:agent/.test(words[head]!.deprel) ? 'ORG' : 'LOC';
}
