// What a number without a noun counts: "the number of contractors … at 2,000", "fighters … number 1,000", "three …, and 42".
import type { QuantityMention } from '../quantities.js';
import type { Context } from './context.js';
import { kindOfNoun, type QuantityKind } from './unit.js';

/** How many pieces before a number a word that counts may stand. */
const FAR = 24;

/** The kind and unit that a number without a noun takes from what stands before it in the sentence. */
export function antecedentOf(
  context: Context,
  { from, to }: { from: number; to: number },
  earlier: readonly QuantityMention[],
): { kind: QuantityKind; unit: string | null } | undefined {
  const total = totalBefore(context, from) ?? summedUp(context, from, to);
  if (total !== undefined) return total;
  const same = earlier.findLast(({ kind }) => kind === 'people' || kind === 'things');
  return same && { kind: same.kind, unit: same.quantity.unit };
}

/** "their howitzers, eight in all", "the mercenaries, 200 strong": the noun before. */
function summedUp(
  context: Context,
  from: number,
  to: number,
): { kind: QuantityKind; unit: string } | undefined {
  if (context.lexicon.after.before(context.pieces, to)?.value !== 'exact') return undefined;
  const word = nounAround(context, context.wordOf[from]!, -1);
  return word === undefined ? undefined : kindOfNoun(context, word);
}

/** What a word that counts ("number", "toll") counts: the noun after its "of", else the people named before a verb. */
function totalBefore(context: Context, from: number): { kind: QuantityKind; unit: string } | undefined {
  const { pieces, lexicon, wordOf } = context;
  for (let at = from - 1; at >= Math.max(0, from - FAR); at -= 1) {
    if (lexicon.before.at(pieces, at)?.value !== 'total') continue;
    if (pieces[at]!.lower === 'toll' || pieces[at]!.lower === 'bilan')
      return { kind: 'casualties', unit: 'deaths' };
    // "the number of X" names X behind it, "X are believed to number" before it.
    const of = /^(?:of|de|des|du|d')$/.test(pieces[at + 1]?.lower ?? '');
    const word = nounAround(context, wordOf[at]!, of ? 1 : -1);
    if (word !== undefined) return kindOfNoun(context, word);
    if (/^(?:strength|number(?:s|ed)?|effectifs?)$/.test(pieces[at]!.lower))
      return { kind: 'people', unit: context.language === 'en' ? 'troops' : 'hommes' };
  }
  return undefined;
}

/** The nearest noun for people or things before (-1) or after (1) a word. */
function nounAround(context: Context, start: number, step: -1 | 1): number | undefined {
  const { words } = context;
  for (let at = start + step, left = 8; at >= 0 && at < words.length && left > 0; at += step, left -= 1) {
    if (words[at]!.upos !== 'NOUN') continue;
    const { kind } = kindOfNoun(context, at);
    if (kind === 'people' || kind === 'things') return at;
  }
  return undefined;
}
