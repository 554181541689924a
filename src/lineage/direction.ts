// Direction: which of two tied texts came from the other, and what tells so.
import type { TextMarker } from './markers/marker.js';
import { isMachineRewritten } from './markers/verdict.js';
import { isSameName } from './origin/names.js';
import { restsOf } from './origin/rests.js';
import type { DirectionBasis, LineageDocument, Tie } from './tie.js';

/** The direction of a tie: `isFirst` where the first text is the later or derived one. */
export interface Direction {
  readonly isFirst: boolean;
  readonly basis: DirectionBasis;
}

/** Covered shares this far apart tell the part from the whole. */
const PART = 0.25;

/**
 * Which of two texts is derived, as far as their days and sizes tell. Days of publication tell first; then, among texts
 * of one day or none, the one that stands in the other for the larger share is the excerpt. Where nothing tells, the text
 * added later counts as derived.
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

/**
 * The tie with the direction that the texts themselves prove, which outweighs days: a page that a machine rewrote is
 * derived whatever date it bears, and one that credits the other's publisher comes from it.
 */
export function directed(
  tie: Tie,
  documents: ReadonlyMap<string, LineageDocument>,
  markers: (document: LineageDocument) => readonly TextMarker[],
): Tie {
  const [a, b] = [documents.get(tie.a), documents.get(tie.b)];
  if (a === undefined || b === undefined || tie.kind === 'series' || tie.kind === 'quotes') return tie;
  const [isA, isB] =
    tie.kind === 'rewrite' ? [a, b].map((one) => isMachineRewritten(markers(one))) : [false, false];
  if (isA !== isB) return isA ? { ...tie, direction: 'markers' } : turned(tie, 'markers');
  const [aCredits, bCredits] = [credits(a, b), credits(b, a)];
  if (aCredits === bCredits) return tie;
  return aCredits ? { ...tie, direction: 'credit' } : turned(tie, 'credit');
}

/** True where the first names the second's publisher as where it has its text from. */
function credits(first: LineageDocument, second: LineageDocument): boolean {
  const { publisher } = second;
  if (publisher === undefined || first.publisher === publisher) return false;
  return restsOf(first).some(
    ({ how, name }) => (how === 'agency' || how === 'credit') && isSameName(name, publisher),
  );
}

function turned(tie: Tie, direction: DirectionBasis): Tie {
  return {
    ...tie,
    a: tie.b,
    b: tie.a,
    covered: { a: tie.covered.b, b: tie.covered.a },
    passages: tie.passages.map(({ a, b, identity, onlyA, onlyB }) => ({
      a: b,
      b: a,
      identity,
      onlyA: onlyB,
      onlyB: onlyA,
    })),
    direction,
  };
}
