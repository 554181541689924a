// The verdict: whether a page was rewritten by a machine. Everything it rests on is shown; nothing is ever deleted.
import type { Tie } from '../tie.js';
import type { MarkerKind, TextMarker } from './marker.js';

/** A seam tells of stitching: with another hard kind it tells of a machine, alone it does not. */
const STITCHING: ReadonlySet<MarkerKind> = new Set(['seam']);

/** True with hard markers of two kinds, or of one kind and a tie that says the page is another in other words. */
export function isMachineRewritten(
  markers: readonly TextMarker[],
  ties: readonly Pick<Tie, 'kind'>[] = [],
): boolean {
  const kinds = new Set(markers.flatMap(({ kind, strength }) => (strength === 'hard' ? [kind] : [])));
  const telling = [...kinds].filter((kind) => !STITCHING.has(kind));
  if (telling.length === 0) return false;
  return kinds.size >= 2 || ties.some(({ kind }) => kind === 'rewrite');
}
