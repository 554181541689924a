// Text to sentences with lemmas, tags, trees and names: the library call of this room.
import { type Decoded, decode } from './decode.js';
import type { Language, Parse, ParsedSentence, Word } from './language.js';
import { type LanguageModel, modelOf } from './model/model.js';
import type { Batch } from './network/network.js';
import { atomsOf } from './tokens/atoms.js';
import { sentencesOf, type WordSpan } from './tokens/sentences.js';
import { shadowOf } from './tokens/shadow.js';
import { tokensOf } from './tokens/splitter.js';
import { type Words, wordsOf } from './tokens/words.js';

/** What to read a text as. */
export interface ParseOptions {
  readonly language: Language;
}

/** Words a pass of the network; more gain nothing. */
const BATCH = 256;

/** The sentences of a text, everything pointing into it. Pure: the same text gives the same parse. */
export function parse(text: string, { language }: ParseOptions): Parse {
  return parseWith(modelOf(language), text);
}

/** The same with a given model. */
export function parseWith(model: LanguageModel, text: string): Parse {
  const { header } = model;
  const shadow = shadowOf(text);
  const tokens = tokensOf(shadow, atomsOf(shadow), model.tokens, header.expansions.blankGroups);
  const words = wordsOf(shadow, tokens, header.expansions, model.apart);
  const spans = sentencesOf({ shadow, tokens, words }, model);
  const sentences: ParsedSentence[] = [];
  for (const group of groups(spans)) {
    const found = decode(model.network, batchOf(model, words, group));
    group.forEach((span, at) => {
      sentences.push(sentenceOf(model, { words, tokenStarts: tokens.starts }, span, found[at]!));
    });
  }
  return { text, language: header.language, sentences };
}

function* groups(spans: readonly WordSpan[]): Generator<WordSpan[]> {
  let group: WordSpan[] = [];
  let count = 0;
  for (const span of spans) {
    const size = span.to - span.from;
    if (count > 0 && count + size > BATCH) {
      yield group;
      group = [];
      count = 0;
    }
    group.push(span);
    count += size;
  }
  if (group.length > 0) yield group;
}

function batchOf(model: LanguageModel, { forms }: Words, group: readonly WordSpan[]): Batch {
  const starts = [0];
  const rows: number[] = [];
  const letters: number[] = [];
  const letterStarts = [0];
  for (const { from, to } of group) {
    for (let at = from; at < to; at += 1) {
      const { word, letters: own } = model.rows(forms[at]!);
      rows.push(word);
      for (let one = 0; one < own.length; one += 1) letters.push(own[one]!);
      letterStarts.push(letters.length);
    }
    starts.push(rows.length);
  }
  return { starts, words: rows, letters, letterStarts };
}

function sentenceOf(
  model: LanguageModel,
  { words, tokenStarts }: { words: Words; tokenStarts: Int32Array },
  { from, to, cut }: WordSpan,
  found: Decoded,
): ParsedSentence {
  const { labels } = model.header;
  const firstToken = words.tokens[from]!;
  const made: Word[] = [];
  const verbs = verbsBySubject(model, found);
  for (let at = from; at < to; at += 1) {
    const index = at - from;
    const form = words.forms[at]!;
    const upos = verbs.has(index) ? 'VERB' : labels.tags[found.tags[index]!]!;
    const feats = labels.features[found.features[index]!]!;
    made.push({
      start: words.starts[at]!,
      end: words.ends[at]!,
      form,
      lemma: model.lemma(form, upos, feats),
      upos,
      feats,
      head: found.heads[index]!,
      deprel: labels.relations[found.relations[index]!]!,
      token: words.tokens[at]! - firstToken,
    });
  }
  return {
    start: tokenStarts[firstToken]!,
    end: made[made.length - 1]!.end,
    words: made,
    names: found.names,
    cut,
  };
}

/** Words tagged as adverbs that have a subject and no copula: `Alger dément` is no adverb. */
function verbsBySubject(
  { header: { labels } }: LanguageModel,
  { tags, heads, relations }: Decoded,
): Set<number> {
  const found = new Set<number>();
  const copulas = new Set<number>();
  for (let at = 0; at < tags.length; at += 1) {
    const relation = labels.relations[relations[at]!]!;
    const head = heads[at]! - 1;
    if (head < 0) continue;
    if (relation === 'cop' || relation.startsWith('aux')) copulas.add(head);
    if (relation.startsWith('nsubj') && labels.tags[tags[head]!] === 'ADV') found.add(head);
  }
  for (const head of copulas) found.delete(head);
  return found;
}
