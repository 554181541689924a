// Ranks: "the second largest arms importer", "came third", "deuxième fournisseur".
import { quantity } from '../../base/quantity.js';
import { classOf } from '../../lexicon/noun-classes.js';
import type { QuantityMention } from '../quantities.js';
import type { Context } from './context.js';

/** The ranks of a sentence; `head` is the ranked noun, or the last word of the rank where none stands there. */
export function ranksIn(context: Context): QuantityMention[] {
  const found: QuantityMention[] = [];
  for (let at = 0; at < context.pieces.length; at += 1) {
    const rank = rankAt(context, at);
    if (rank === undefined) continue;
    found.push(rank.mention);
    at = rank.to - 1;
  }
  return found;
}

function rankAt(context: Context, at: number): { mention: QuantityMention; to: number } | undefined {
  const { pieces, lexicon, wordOf } = context;
  const number = lexicon.numbers.at(pieces, at);
  const ordinal = number?.value.kind === 'ordinal' ? number : undefined;
  const after = at + (ordinal?.length ?? 0);
  const superlative = lexicon.after.at(pieces, after);
  const highest = superlative?.value === 'superlative' ? superlative : undefined;
  const ranked = lexicon.before.before(pieces, at)?.value === 'ranked';
  if (ordinal === undefined && (highest === undefined || isPlural(context, at))) return undefined;
  const to = after + (highest?.length ?? 0);
  const noun = rankedNoun(context, to);
  if (
    !(ranked && ordinal !== undefined) &&
    (noun === undefined || (highest === undefined && context.language === 'en'))
  )
    return undefined;
  const end = noun === undefined ? to : noun + 1;
  return {
    to: end,
    mention: {
      start: pieces[at]!.start,
      end: pieces[end - 1]!.end,
      quantity: quantity({ value: ordinal?.value.value ?? 1, unit: 'rank' }),
      kind: 'rank',
      first: wordOf[at]!,
      last: wordOf[end - 1]!,
      head: wordOf[end - 1]!,
      elided: noun === undefined,
      refers: false,
      part: false,
    },
  };
}

/** "one of the largest", "among the biggest", "the largest exporters" are no rank. */
function isPlural({ pieces }: Context, at: number): boolean {
  const before = [pieces[at - 3], pieces[at - 2], pieces[at - 1]].map((piece) => piece?.lower ?? '');
  return /\b(?:of|among|des|parmi)\b/.test(before.join(' '));
}

/** The piece of the noun of a share (exporter, supplier) that a rank stands before, within four pieces. */
function rankedNoun({ pieces, words, wordOf, language }: Context, at: number): number | undefined {
  for (let next = at; next < Math.min(pieces.length, at + 4); next += 1) {
    const { lemma, upos } = words[wordOf[next]!]!;
    if (/^(?:VERB|AUX|PUNCT|ADP)$/.test(upos)) return undefined;
    const singular = !pieces[next]!.lower.endsWith('s');
    const share = classOf(lemma, language).some((one) => one.class === 'share');
    if (singular && share && /(?:er|or|eur|ier|ient|buyer|client|acheteur)$/.test(pieces[next]!.lower))
      return next;
  }
  return undefined;
}
