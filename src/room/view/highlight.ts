// A text cut where evidences, markers or differences begin and end, so that overlapping ones can each be shown.
import type { Span } from '../../base/span.js';
import type { Claim } from '../../claim/claim.js';
import type { TextMarker } from '../../lineage/markers/marker.js';

/** A stretch of text under the same claims and markers. */
export interface Segment {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly markers: readonly TextMarker[];
  /** Claims whose evidence begins here. */
  readonly begins: readonly Claim[];
}

/** The segments of `text`, which stands at `offset` of what the evidence counts in; joined they are the text again. */
export function segmentsOf(
  text: string,
  offset: number,
  claims: readonly Claim[],
  markers: readonly TextMarker[] = [],
): Segment[] {
  const end = offset + text.length;
  const inside = claims.filter(({ evidence }) => evidence.start < end && evidence.end > offset);
  const marked = markers.filter((marker) => marker.start < end && marker.end > offset);
  const pieces = cut({ start: offset, end }, [...inside.map(({ evidence }) => evidence), ...marked]);
  return pieces.map(({ start, end: to }) => ({
    text: text.slice(start - offset, to - offset),
    claims: inside.filter(({ evidence }) => evidence.start <= start && evidence.end >= to),
    markers: marked.filter((marker) => marker.start <= start && marker.end >= to),
    begins: inside.filter(({ evidence }) => Math.max(offset, evidence.start) === start),
  }));
}

/** The span in pieces that lie inside or outside each of the others, in order; none is empty. */
export function cut({ start, end }: Span, others: readonly Span[]): Span[] {
  const cuts = new Set([start, end]);
  for (const other of others)
    for (const at of [other.start, other.end]) if (at > start && at < end) cuts.add(at);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, at) => ({ start: from, end: sorted[at + 1]! }));
}
