// What an amount measures: money, a share, a time, or the noun that it counts.
import type { QuantityMention } from '../quantities.js';
import type { Amount } from './amount.js';
import type { Context } from './context.js';
import { antecedentOf } from './elided.js';
import { countedNoun } from './noun.js';
import { isGroup, kindOfNoun, type QuantityKind } from './unit.js';

/** What an amount is of, and the pieces that this takes. */
export interface Measure {
  readonly to: number;
  readonly kind: QuantityKind;
  readonly unit: string | null;
  readonly head: number;
  readonly elided?: boolean;
  readonly refers?: boolean;
  /** True where a pronoun stands for the noun: "of them". */
  readonly pronoun?: boolean;
}

interface MeasureOptions {
  /** The piece after the number and what bounds it. */
  readonly at: number;
  readonly earlier: readonly QuantityMention[];
  /** True where a cue such as "-strong" stands between. */
  readonly strong: boolean;
}

/** What the amount is of; undefined where it is no quantity ("one of the …", a bare "quarter"). */
export function measureOf(context: Context, amount: Amount, options: MeasureOptions): Measure | undefined {
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
  const group =
    !amount.digits && (amount.value ?? 9) < 4 && isGroup(context, noun.word, wordOf[amount.from]!);
  const people = strong && pieces[at - 1]?.lower === 'strong';
  return {
    to,
    kind: people ? 'people' : group ? 'other' : kind,
    unit: people && kind !== 'people' ? (membersOf(context, noun.word) ?? 'troops') : unit,
    head: noun.word,
  };
}

/** Of a force that is so many strong, whom it is made of: `a 300-strong contingent of soldiers`. */
function membersOf(context: Context, group: number): string | undefined {
  const { words } = context;
  const of = words[group + 1]?.lemma === 'of' ? group + 2 : words.length;
  const member = words.findIndex(({ upos, head }, at) => at >= of && upos === 'NOUN' && head - 1 === group);
  if (member < 0) return undefined;
  const { kind, unit } = kindOfNoun(context, member);
  return kind === 'people' ? (unit ?? undefined) : undefined;
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
  const number = context.wordOf[amount.to - 1]!;
  const found = antecedentOf(context, { from: amount.from, to: at }, earlier);
  return {
    to: at,
    kind: found?.kind ?? 'other',
    unit: found?.unit ?? null,
    head: number,
    elided: true,
    refers: pointsBack(context, amount.from, at),
    pronoun: countedNoun(context, number, context.wordOf[at] ?? context.words.length)?.pronoun === true,
  };
}
