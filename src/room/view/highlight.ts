// A text cut where evidences begin and end, so that overlapping ones can each be shown.
import type { Claim } from '../../claim/claim.js';

/** A stretch of text under the same claims. */
export interface Segment {
  readonly text: string;
  readonly claims: readonly Claim[];
  /** Claims whose evidence begins here. */
  readonly begins: readonly Claim[];
}

/** The segments of `text`, which stands at `offset` of what the evidence counts in; joined they are the text again. */
export function segmentsOf(text: string, offset: number, claims: readonly Claim[]): Segment[] {
  const end = offset + text.length;
  const inside = claims.filter(({ evidence }) => evidence.start < end && evidence.end > offset);
  const cuts = new Set([offset, end]);
  for (const { evidence } of inside) {
    cuts.add(Math.max(offset, evidence.start));
    cuts.add(Math.min(end, evidence.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1]!;
    return {
      text: text.slice(from - offset, to - offset),
      claims: inside.filter(({ evidence }) => evidence.start <= from && evidence.end >= to),
      begins: inside.filter(({ evidence }) => Math.max(offset, evidence.start) === from),
    };
  });
}
