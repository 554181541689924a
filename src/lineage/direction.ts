// Direction: which of two tied texts came from the other, and what tells so.
import type { DirectionBasis, LineageDocument } from './tie.js';

/** The direction of a tie: `isFirst` where the first text is the later or derived one. */
export interface Direction {
  readonly isFirst: boolean;
  readonly basis: DirectionBasis;
}

/** Covered shares this far apart tell the part from the whole. */
const PART = 0.25;

/**
 * Which of two texts is derived. Days of publication tell first; then, among texts of one day or none, the one that
 * stands in the other for the larger share is the excerpt. Where nothing tells, the text added later counts as derived.
 */
export function directionOf(
  first: LineageDocument,
  second: LineageDocument,
  covered: { readonly a: number; readonly b: number } | undefined,
): Direction {
  const [day, other] = [first.published?.slice(0, 10), second.published?.slice(0, 10)];
  if (day !== undefined && other !== undefined && day !== other)
    return { isFirst: day > other, basis: 'published' };
  if (covered !== undefined && Math.abs(covered.a - covered.b) >= PART)
    return { isFirst: covered.a > covered.b, basis: 'holds-more' };
  return { isFirst: true, basis: 'none' };
}
