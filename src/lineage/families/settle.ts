// Settling: ties seen together correct each other, whatever the order in which the documents came.
import { isMerging, type LineageDocument, type Tie } from '../tie.js';
import { compositesOf, type Days, daysOf } from './composite.js';
import { type Link, type Links, linksOf, overlapOf } from './links.js';
import { type Member, Strands } from './strands.js';

/** A tie this much stronger than another is the right one of the two. */
const CLEARLY = 1.1;
/** A tie this strong needs no rival's consent. */
const STRONG = 0.75;
/** Passages that share this much of the shorter one are the same matter. */
const SAME_MATTER = 0.5;
/** Of all pairs between two groups that a tie would join, at least this share must be tied, once there are so many. */
const LEAST_TIED = 0.25;
const MANY_PAIRS = 5;
/** Words that are equal to this share stand there word for word, whatever the other texts of the group say. */
const LOOSE = 0.85;
/** Groups are compared by their first members: enough to tell, and bounded. */
const MOST_MEMBERS = 40;

/**
 * The ties, those made `series` that cannot be what they seemed.
 *
 * A text tied to two members of a series comes from the one that it clearly resembles more, or else from neither. Then
 * the strongest ties join texts first, and a tie that would join two groups that are otherwise a series, or that have
 * hardly a tie between them, is one of wording only.
 */
export function settled(ties: readonly Tie[], documents: Iterable<LineageDocument> = []): Tie[] {
  const days = daysOf(documents);
  const doubtful = ambiguous(ties, days);
  const wrong = new Set([
    ...doubtful,
    ...bridging(
      ties.filter((tie) => !doubtful.has(tie)),
      days,
    ),
  ]);
  return ties.map((tie) => (wrong.has(tie) ? asSeries(tie) : tie));
}

/** How much of the one text stands in the other, how closely, and with how many of its figures. */
function strength({ coverage, identity, figures: { kept, changed } }: Tie): number {
  return (coverage * identity * (kept + 1)) / (kept + changed + 1);
}

function ambiguous(ties: readonly Tie[], days: Days): Set<Tie> {
  const wrong = new Set<Tie>();
  if (!ties.some(({ kind }) => kind === 'series')) return wrong;
  const links = linksOf(ties);
  const composites = compositesOf(links, days);
  for (const own of links.values()) {
    const merging = [...own.values()].filter(({ tie }) => isMerging(tie));
    for (const weak of merging) {
      if (merging.some((rival) => rival !== weak && isOutdone(weak, rival, { links, composites })))
        wrong.add(weak.tie);
    }
  }
  return wrong;
}

/** Two stitched texts are a series as wholes where only one part of theirs is: that tells nothing of the other part. */
function isOutdone(
  weak: Link,
  rival: Link,
  { links, composites }: { links: Links; composites: ReadonlySet<string> },
): boolean {
  if (composites.has(weak.other) && composites.has(rival.other)) return false;
  if (links.get(weak.other)?.get(rival.other)?.tie.kind !== 'series') return false;
  const [own, other] = [strength(weak.tie), strength(rival.tie)];
  const isWeaker = other > own * CLEARLY || (own < STRONG && other * CLEARLY > own);
  return isWeaker && overlapOf(weak.spans, rival.spans) >= SAME_MATTER;
}

function bridging(ties: readonly Tie[], days: Days): Tie[] {
  const links = linksOf(ties);
  const strands = new Strands(compositesOf(links, days));
  const wrong: Tie[] = [];
  const merging = ties
    .filter((tie) => isMerging(tie) && !strands.isIdle(tie))
    .sort((x, y) => strength(y) - strength(x) || (x.a + x.b < y.a + y.b ? -1 : 1));
  for (const tie of merging) {
    const { a, b } = strands.sides(tie);
    if (a !== b && isBridge(a, b, { tie, links })) wrong.push(tie);
    else strands.join(tie);
  }
  return wrong;
}

function isBridge(
  first: readonly Member[],
  second: readonly Member[],
  { tie: bridge, links }: { tie: Tie; links: Links },
): boolean {
  let [pairs, tied, weight, series] = [0, 0, 0, 0];
  for (const { document, spans } of first.slice(0, MOST_MEMBERS)) {
    const own = links.get(document);
    for (const { document: other, spans: otherSpans } of second.slice(0, MOST_MEMBERS)) {
      if (spans !== undefined && otherSpans !== undefined) continue;
      pairs += 1;
      const tie = own?.get(other)?.tie;
      if (tie?.kind === 'series') series += 1;
      else if (tie !== undefined && isMerging(tie)) {
        tied += 1;
        weight += strength(tie);
      }
    }
  }
  return series >= weight || (bridge.identity < LOOSE && pairs >= MANY_PAIRS && tied < pairs * LEAST_TIED);
}

function asSeries(tie: Tie): Tie {
  return { ...tie, kind: 'series', why: 'alike in wording only: its passages come from another text' };
}
