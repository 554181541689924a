// Quantities of a sentence: how many of what, with bounds and doubt, as the codebook has them.
import { type Quantity, quantity } from '../base/quantity.js';
import type { Span } from '../base/span.js';
import type { Language, ParsedSentence } from '../language/language.js';
import { type Amount, amountAt } from './quantity/amount.js';
import { type Bounds, boundAfter, bounded, boundsBefore } from './quantity/bounds.js';
import { type Context, contextOf } from './quantity/context.js';
import { antecedentOf } from './quantity/elided.js';
import { countedNoun } from './quantity/noun.js';
import { ranksIn } from './quantity/rank.js';
import { countsNothing, designated } from './quantity/skip.js';
import { kindOfNoun, type QuantityKind } from './quantity/unit.js';

export type { QuantityKind } from './quantity/unit.js';

/** A quantity where it stands. */
export interface QuantityMention extends Span {
  readonly quantity: Quantity;
  readonly kind: QuantityKind;
  /** Indices of its first and last word in the sentence, the counted noun among them. */
  readonly first: number;
  readonly last: number;
  /** Index of the counted noun; of the number itself where no noun stands beside it. */
  readonly head: number;
  /** True where the counted noun is not said beside the number ("the 42 that it ordered", "2,000 of them"). */
  readonly elided: boolean;
  /** True for such a number that points back to what was counted before, in this sentence or an earlier one. */
  readonly refers: boolean;
  /** True for a part of what the sentence counts before: "including three children". */
  readonly part: boolean;
}

/**
 * The quantities of a sentence of `text` in order. Dates, names and counts that are no figure ("a", "several", "both") are
 * left out; durations (`time`), ranks (`rank`), and counts of agreements, events and states (`other`) are there by kind,
 * see {@link isClaimed}.
 */
export function quantitiesIn(sentence: ParsedSentence, text: string, language: Language): QuantityMention[] {
  const context = contextOf(sentence, text, language);
  const named = designated(context);
  const found: QuantityMention[] = [];
  for (let at = 0; at < context.pieces.length; at += 1) {
    const amount = named.has(at) || countsNothing(context, at) ? undefined : amountAt(context, at);
    if (amount === undefined) continue;
    const mention = mentionOf(context, amount, found);
    if (mention !== undefined) found.push(mention.mention);
    at = Math.max(amount.to, mention?.to ?? 0) - 1;
  }
  return [...found, ...ranksIn(context)].sort((a, b) => a.start - b.start);
}

/** True for a quantity that a claim has in its `quantities`; the others tell of times, ranks and counts of papers. */
export function isClaimed({ kind, part }: QuantityMention): boolean {
  return !part && kind !== 'time' && kind !== 'rank' && kind !== 'other';
}

/**
 * The quantities of a sentence with those that point back ("more than 2,000 of them") given the unit of what was last
 * counted in `earlier`, the quantities of the sentences before.
 */
export function withAntecedents(
  quantities: readonly QuantityMention[],
  earlier: readonly QuantityMention[],
): QuantityMention[] {
  const last = earlier.findLast(({ kind, elided }) => !elided && (kind === 'people' || kind === 'things'));
  if (last === undefined) return [...quantities];
  return quantities.map((one) =>
    one.refers && one.kind === 'other' && one.quantity.unit === null
      ? { ...one, kind: last.kind, quantity: quantity({ ...one.quantity, unit: last.quantity.unit }) }
      : one,
  );
}

/** What an amount is of, and the pieces that this takes. */
interface Measure {
  readonly to: number;
  readonly kind: QuantityKind;
  readonly unit: string | null;
  readonly head: number;
  readonly elided?: boolean;
  readonly refers?: boolean;
}

function mentionOf(
  context: Context,
  amount: Amount,
  earlier: readonly QuantityMention[],
): { mention: QuantityMention; to: number } | undefined {
  const { pieces, wordOf, lexicon } = context;
  const before = boundsBefore(context, amount.from);
  const middle = boundAfter(context, amount.to);
  const measure = measureOf(context, amount, {
    at: middle?.to ?? amount.to,
    earlier,
    strong: middle !== undefined,
  });
  if (measure === undefined) return undefined;
  const after = boundAfter(context, measure.to);
  const bounds = [before, middle, after].filter((one): one is Bounds => one !== undefined);
  const per = lexicon.after.at(pieces, measure.to);
  const to = per?.value === 'per' ? measure.to + per.length : measure.to;
  const start = pieces[before.from]!.start;
  const first = wordOf[before.from]!;
  return {
    to,
    mention: {
      start,
      end: pieces[to - 1]!.end,
      quantity: quantity({
        ...bounded(amount, bounds.find((one) => one.bound !== null)?.bound ?? null),
        unit: measure.unit,
        approximate: amount.approximate || bounds.some((one) => one.approximate),
        ...(per?.value === 'per' ? { per: periodOf(context, measure.to, per.length) } : {}),
      }),
      kind: measure.kind,
      first,
      last: wordOf[to - 1]!,
      head: measure.head,
      elided: measure.elided ?? false,
      refers: measure.elided === true && (measure.refers === true || before.bound !== null),
      part: lexicon.before.before(pieces, before.from)?.value === 'part',
    },
  };
}

/** The unit of time in "a year", "par mois", "annually". */
function periodOf({ pieces, lexicon }: Context, at: number, length: number): string {
  for (let step = 0; step < length; step += 1) {
    const unit = lexicon.units.at(pieces, at + step)?.value;
    if (unit?.kind === 'time') return unit.unit;
  }
  const lower = pieces[at]!.lower;
  if (/^(?:mensuel|month)/.test(lower)) return 'month';
  return lower === 'daily' ? 'day' : 'year';
}

interface MeasureOptions {
  /** The piece after the number and what bounds it. */
  readonly at: number;
  readonly earlier: readonly QuantityMention[];
  /** True where a cue such as "-strong" stands between. */
  readonly strong: boolean;
}

function measureOf(context: Context, amount: Amount, options: MeasureOptions): Measure | undefined {
  const { wordOf } = context;
  const number = wordOf[amount.from]!;
  if (amount.currency !== null)
    return { to: options.at, kind: 'money', unit: amount.currency, head: wordOf[amount.to - 1]! };
  if (amount.fraction)
    return isShare(context, amount)
      ? { to: amount.to, kind: 'percent', unit: 'percent', head: number }
      : undefined;
  return (
    measuredUnit(context, options.at, amount) ??
    (options.strong ? undefined : compound(context, options.at)) ??
    counted(context, amount, options) ??
    elided(context, amount, options)
  );
}

/** A fraction is a share where something is divided or it stands for a noun: "half of", "three quarters came". */
function isShare({ pieces, words, wordOf, lexicon }: Context, { from, to }: Amount): boolean {
  if (to - from === 1 && pieces[from]!.lower !== 'half') return false;
  const before = pieces[to - 1]!.lower;
  const next = pieces[to];
  if (/^(?:of|de|des|du|d')$/.test(before) || /^(?:of|de|des|du|d')$/.test(next?.lower ?? ''))
    return lexicon.units.at(pieces, to + 1)?.value.kind !== 'time';
  if (pieces[from]!.lower === 'half') return /^(?:DET|PRON)$/.test(words[wordOf[to]!]?.upos ?? '');
  return to - from > 1 && (next === undefined || /^(?:VERB|AUX|PUNCT)$/.test(words[wordOf[to]!]!.upos));
}

/** Percent, time and other measures that stand directly after the number. */
function measuredUnit({ pieces, lexicon, wordOf }: Context, at: number, amount: Amount): Measure | undefined {
  const found = lexicon.units.at(pieces, at);
  if (found === undefined || /^(?:people|things|casualties)$/.test(found.value.kind)) return undefined;
  const { kind, unit } = found.value;
  // "two-front war", "three points": nothing that a number measures.
  if (unit === 'times' || unit === 'phase') return undefined;
  const piece = pieces[at]!;
  // "20 T-72 tanks": short signs of measure are written small.
  if (/^\p{Lu}$/u.test(piece.text) || (piece.text.length <= 2 && pieces[at + 1]?.gap === '-'))
    return undefined;
  // "20 second-hand tanks": a bare singular after a plural number is no unit of time.
  if (kind === 'time' && piece.gap === ' ' && pieces[at + 1]?.gap === '-' && amount.value !== 1)
    return undefined;
  const to = at + found.length;
  const head = wordOf[to - 1]!;
  if (kind === 'percent')
    return { to, kind: /point/.test(pieces[to - 1]!.lower) ? 'other' : 'percent', unit, head };
  return { to, kind: kind === 'time' ? 'time' : 'other', unit, head };
}

/** "400-man garrison" counts men, "three-way talks" and "12-nation summit" nothing. */
function compound(context: Context, at: number): Measure | undefined {
  const { pieces, lexicon, wordOf } = context;
  const piece = pieces[at];
  if (piece?.gap !== '-' || !/^\p{L}/u.test(piece.text)) return undefined;
  const unit = lexicon.units.at(pieces, at);
  const head = wordOf[at]!;
  if (unit?.value.kind !== 'people' || unit.value.unit === 'states')
    return { to: at + 1, kind: 'other', unit: null, head };
  const plural = lexicon.plural(piece.lower);
  return { to: at + unit.length, kind: 'people', unit: plural, head };
}

function counted(context: Context, amount: Amount, { at, strong }: MeasureOptions): Measure | undefined {
  const { words, wordOf, pieces } = context;
  const number = wordOf[amount.to - 1]!;
  const next = at < pieces.length ? Math.max(wordOf[at]!, number) : words.length;
  const noun = countedNoun(context, number, next);
  if (noun === undefined || noun.pronoun) return undefined;
  const to = pieces.findLastIndex((piece) => piece.end <= words[noun.word]!.end) + 1;
  const { kind, unit } = kindOfNoun(context, noun.word);
  if (isOne(context, amount) && (kind === 'other' || pieces[at]?.lower === 'of')) return undefined;
  const people = strong && pieces[at - 1]?.lower === 'strong';
  return {
    to,
    kind: people ? 'people' : kind,
    unit: people && kind !== 'people' ? 'troops' : unit,
    head: noun.word,
  };
}

function isOne({ pieces }: Context, { from, to }: Amount): boolean {
  return to - from === 1 && pieces[from]!.lower === 'one';
}

/** "the 42 that", "all six", "12 of them", "trois d'entre eux". */
function pointsBack({ words, wordOf, pieces }: Context, from: number, at: number): boolean {
  const before = words[wordOf[from]! - 1];
  if (
    before !== undefined &&
    /^(?:DET|PRON)$/.test(before.upos) &&
    /PronType=(?:Art|Dem|Tot)|Poss=Yes/.test(before.feats)
  )
    return true;
  const next = pieces[at] === undefined ? undefined : words[wordOf[at]!];
  return /^(?:of|d')$/i.test(next?.form ?? '');
}

/** A number whose noun stands elsewhere in the sentence, or nowhere. */
function elided(context: Context, amount: Amount, { at, earlier }: MeasureOptions): Measure | undefined {
  if (isOne(context, amount)) return undefined;
  const found = antecedentOf(context, amount.from, earlier);
  return {
    to: at,
    kind: found?.kind ?? 'other',
    unit: found?.unit ?? null,
    head: context.wordOf[amount.to - 1]!,
    elided: true,
    refers: pointsBack(context, amount.from, at),
  };
}
