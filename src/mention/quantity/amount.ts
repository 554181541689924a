// Amounts: a number with its currency, and two of them as a range: "US$1.2bn", "500 millions d'euros", "between 300 and 500".
import type { WrittenPiece } from '../../lexicon/pieces.js';
import type { Context } from './context.js';
import { type Numeral, numeralAt } from './numeral.js';

/** An amount and the pieces it takes, `to` exclusive. */
export interface Amount extends Numeral {
  readonly from: number;
  /** ISO 4217 code of money. */
  readonly currency: string | null;
  /** True for a range. */
  readonly range: boolean;
}

/** How many pieces before a range a verb of change may stand. */
const CHANGE = 10;

/** The amount or range of amounts that begins at a piece. */
export function amountAt(context: Context, at: number): Amount | undefined {
  const cue = context.lexicon.before.at(context.pieces, at);
  if (cue?.value === 'range-between' || cue?.value === 'range-to') {
    const first = singleAt(context, at + cue.length);
    const changed = first && cue.value === 'range-to' ? changedTo(context, first, at) : undefined;
    if (changed !== undefined) return changed;
    const both =
      first && rangeOf(context, first, cue.value === 'range-between' ? 'range-between' : 'range-to');
    if (both !== undefined) return { ...both, from: at };
  }
  const single = singleAt(context, at);
  return single && (rangeOf(context, single, 'range-to') ?? single);
}

/** "cut from 500 to 300": what it came to; undefined where nothing tells of a change and the first is the lower. */
function changedTo(context: Context, first: Amount, at: number): Amount | undefined {
  const { pieces, lexicon } = context;
  const percent = lexicon.units.at(pieces, first.to);
  const to = percent?.value.kind === 'percent' ? first.to + percent.length : first.to;
  const cue = lexicon.after.at(pieces, to);
  const second = cue?.value === 'range-to' ? singleAt(context, to + cue.length) : undefined;
  if (second === undefined) return undefined;
  const changes = Array.from({ length: CHANGE }, (_, step) => at - step).some(
    (one) => lexicon.before.before(pieces, one)?.value === 'change',
  );
  const falls = first.value !== null && second.value !== null && first.value > second.value;
  return changes || (falls && first.scale <= second.scale) ? { ...second, from: at } : undefined;
}

function singleAt(context: Context, at: number): Amount | undefined {
  const { pieces, lexicon } = context;
  const before = lexicon.currencies.at(pieces, at);
  if (before !== undefined && isSign(pieces[at]!)) {
    const numeral = numeralAt(pieces, at + before.length, { lexicon, money: true });
    if (numeral?.digits === true) return amount(numeral, { from: at, currency: before.value });
  }
  const numeral = numeralAt(pieces, at, { lexicon, money: false });
  if (numeral === undefined || !Number.isFinite(numeral.value ?? 0)) return undefined;
  const link = /^(?:de|d'|of)$/.test(pieces[numeral.to]?.lower ?? '') ? 1 : 0;
  const after = lexicon.currencies.at(pieces, numeral.to + link);
  // A "2,000-pound bomb" costs nothing.
  if (after === undefined || (after.value === 'GBP' && pieces[numeral.to + link]!.gap === '-'))
    return amount(numeral, { from: at, currency: null });
  const to = numeral.to + link + after.length;
  return amount({ ...numeral, to }, { from: at, currency: after.value });
}

function amount(numeral: Numeral, { from, currency }: { from: number; currency: string | null }): Amount {
  return { ...numeral, from, currency, range: false };
}

function isSign({ text }: WrittenPiece): boolean {
  return /^\p{Lu}+$|^\P{L}$|^\p{Lu}\p{L}{1,2}$/u.test(text);
}

/** The range that goes on after its first amount; undefined where none does. */
function rangeOf(context: Context, first: Amount, effect: 'range-to' | 'range-between'): Amount | undefined {
  const { pieces, lexicon } = context;
  const percent = lexicon.units.at(pieces, first.to);
  const at = percent?.value.kind === 'percent' ? first.to + percent.length : first.to;
  const piece = pieces[at];
  if (piece === undefined || first.value === null) return undefined;
  const cue = lexicon.after.at(pieces, at);
  const dash = effect === 'range-to' && first.digits && piece.gap.startsWith('-') && piece.number !== null;
  if (!dash && cue?.value !== effect) return undefined;
  const second = singleAt(context, dash ? at : at + cue!.length);
  if (second === undefined || second.value === null) return undefined;
  const low = shared(first, second);
  if (low >= second.value || (first.currency !== null && second.currency === null && second.scale === 1))
    return undefined;
  return {
    ...second,
    from: first.from,
    value: null,
    low,
    high: second.value,
    approximate: first.approximate || second.approximate,
    currency: second.currency ?? first.currency,
    range: true,
  };
}

/** "10 to 15 million": the first takes the second's scale where it has none of its own. */
function shared(first: Amount, second: Amount): number {
  const value = first.value!;
  return first.scale === 1 && second.scale > 100 && value < 1000 && value < second.value! / second.scale
    ? value * second.scale
    : value;
}
