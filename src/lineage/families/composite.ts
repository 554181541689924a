// Composite texts: pages stitched from two or more others, whose parts belong to different families.
import { isMerging, type LineageDocument } from '../tie.js';
import { type Link, type Links, overlapOf } from './links.js';

/** A text more fully covered by one other is no composite of it and a further one. */
const PART = 0.85;
/** A text that stands in another to this share, with all its figures, is one text with it. */
const TWIN = 0.95;
/** Passages that share more than this are one part. */
const APART = 0.4;
/** A text covered to this share stands whole in the other. */
const WHOLE = 0.85;

/** Days of publication by document id. */
export type Days = ReadonlyMap<string, string>;

/** The days of publication of those documents that have one. */
export function daysOf(documents: Iterable<LineageDocument>): Days {
  const days = new Map<string, string>();
  for (const { id, published } of documents)
    if (published !== undefined) days.set(id, published.slice(0, 10));
  return days;
}

/**
 * The documents that are stitched: two passages apart from each other come from two texts that have no tie.
 *
 * A text that merely holds two shorter ones whole is their source, and one that stands whole in a third is one text,
 * unless it is later than both.
 */
export function compositesOf(links: Links, days: Days): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [document, own] of links)
    if (isComposite(document, [...own.values()], { links, days })) found.add(document);
  return found;
}

function isComposite(
  document: string,
  own: readonly Link[],
  { links, days }: { links: Links; days: Days },
): boolean {
  const merging = own.filter((link) => isMerging(link.tie));
  const parts = merging.filter((link) => link.covered <= PART);
  const hasTwin = merging.some(({ covered, tie }) => covered >= TWIN && tie.figures.changed === 0);
  return parts.some((first, at) =>
    parts.slice(at + 1).some((second) => {
      if (overlapOf(first.spans, second.spans) > APART) return false;
      const between = links.get(first.other)?.get(second.other);
      if (between !== undefined && isMerging(between.tie)) return false;
      const areWhole = first.coveredOther >= WHOLE && second.coveredOther >= WHOLE;
      return (!areWhole && !hasTwin) || isLater(document, [first.other, second.other], days);
    }),
  );
}

function isLater(document: string, others: readonly string[], days: Days): boolean {
  const day = days.get(document);
  return day !== undefined && others.every((other) => (days.get(other) ?? day) < day);
}
