// Quantities of a sentence: how many of what, with bounds and doubt, as the codebook has them.
import { type Quantity, quantity } from '../base/quantity.js';
import type { Span } from '../base/span.js';
import type { Language, ParsedSentence } from '../language/language.js';
import { type Amount, amountAt } from './quantity/amount.js';
import { type Bounds, boundAfter, bounded, boundsBefore } from './quantity/bounds.js';
import { type Context, contextOf } from './quantity/context.js';
import { type Measure, measureOf } from './quantity/measure.js';
import { ranksIn } from './quantity/rank.js';
import { countsNothing, designated } from './quantity/skip.js';
import type { QuantityKind } from './quantity/unit.js';

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
  const whole = found.map((one, at) => ofWhole(context, one, found[at + 1]));
  return [...whole, ...ranksIn(context)].sort((a, b) => a.start - b.start);
}

/** "the first six of 36 jets", "three Chinese and two Russian ships": a number takes the unit of the next. */
function ofWhole(
  { words }: Context,
  one: QuantityMention,
  whole: QuantityMention | undefined,
): QuantityMention {
  if (!one.elided || one.kind !== 'other' || whole === undefined || whole.elided) return one;
  const apart = words.slice(one.last + 1, whole.first);
  const between = apart.map(({ form }) => form.toLowerCase());
  const joined =
    apart.length > 0 && apart.every(({ upos }, at) => upos === (at === apart.length - 1 ? 'CCONJ' : 'ADJ'));
  if (
    !joined &&
    !/^(?:(?:out )?of|sur|de|d'|des)(?: (?:the|its|their|les?|ses|leurs))?$/.test(between.join(' '))
  )
    return one;
  return { ...one, kind: whole.kind, quantity: quantity({ ...one.quantity, unit: whole.quantity.unit }) };
}

/** True for a quantity that a claim has in its `quantities`; the others tell of times, ranks and counts of papers. */
export function isClaimed({ kind, part }: QuantityMention): boolean {
  return !part && kind !== 'time' && kind !== 'rank' && kind !== 'other';
}

/**
 * The quantities of a sentence with those that point back ("some 300 of those") given the unit of what was last
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
      part: lexicon.before.before(pieces, before.from)?.value === 'part' || isPart(amount, measure, earlier),
    },
  };
}

/** "21 wounded, five of them seriously": fewer of those that were counted just before. */
function isPart(amount: Amount, measure: Measure, earlier: readonly QuantityMention[]): boolean {
  const last = earlier.findLast(
    ({ kind }) => kind === 'people' || kind === 'things' || kind === 'casualties',
  );
  if (measure.pronoun !== true || last === undefined) return false;
  const { value, low, high } = last.quantity;
  return (amount.value ?? 0) <= (value ?? high ?? low ?? 0);
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
