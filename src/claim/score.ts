// Precision, recall and F1 of claims by kind and evidence: a pair shares its kind and a third of the shorter span.
import { largestMatching } from './matching.js';

/** A claim as far as scoring needs it; `start` is searched for where a gold file does not give it. */
export interface GoldClaim {
  readonly kind: string;
  readonly quote: string;
  readonly where: string;
  readonly start?: number;
}

/** One text with what should be and what was read. */
export interface ScoredItem {
  readonly gold: readonly GoldClaim[];
  readonly read: readonly GoldClaim[];
  readonly title: string;
  readonly text: string;
}

/** Micro figures over all items. */
export interface ClaimScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly read: number;
  readonly matched: number;
  /** Items without claims in gold, and how many of them were left without. */
  readonly empty: number;
  readonly leftEmpty: number;
}

/** The score of all items together; the same figures as the project's claim scorer gives for kind + evidence. */
export function scoreClaims(items: readonly ScoredItem[]): ClaimScore {
  let gold = 0;
  let read = 0;
  let matched = 0;
  for (const item of items) {
    gold += item.gold.length;
    read += item.read.length;
    matched += matches(item);
  }
  const bare = items.filter((item) => item.gold.length === 0);
  return {
    precision: read === 0 ? (gold === 0 ? 1 : 0) : matched / read,
    recall: gold === 0 ? (read === 0 ? 1 : 0) : matched / gold,
    f1: gold + read === 0 ? 1 : (2 * matched) / (gold + read),
    gold,
    read,
    matched,
    empty: bare.length,
    leftEmpty: bare.filter((item) => item.read.length === 0).length,
  };
}

/** Pairs of gold and read claims that fit. */
function matches(item: ScoredItem): number {
  return largestMatching(
    item.gold.map((gold) => item.read.flatMap((read, at) => (fits(item, gold, read) ? [at] : []))),
  );
}

function fits(item: ScoredItem, gold: GoldClaim, read: GoldClaim): boolean {
  const inTitle = gold.where === 'title';
  if (gold.kind !== read.kind || inTitle !== (read.where === 'title')) return false;
  const text = inTitle ? item.title : item.text;
  const from = gold.start ?? text.indexOf(gold.quote);
  const other = read.start ?? text.indexOf(read.quote);
  const common = Math.min(from + gold.quote.length, other + read.quote.length) - Math.max(from, other);
  return (
    from >= 0 && other >= 0 && common > 0 && 3 * common >= Math.min(gold.quote.length, read.quote.length)
  );
}
