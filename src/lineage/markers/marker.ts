// Markers: traces in a text that a machine rewrote it or that its frame is not to be trusted, with span and reason.

import { quoteOf } from '../../base/span.js';
import { withoutEnd } from '../../base/trim.js';
import type { Marker } from '../../claim/claim.js';

/** The kinds of marker. */
export type MarkerKind =
  | 'broken-term'
  | 'stray-mark'
  | 'broken-sentence'
  | 'leftover'
  | 'seam'
  | 'dangling'
  | 'replaced-name'
  | 'later-content'
  | 'unsupported-title';

/**
 * A marker of a document's text, or of its title where `where` says so.
 *
 * A `hard` one hardly occurs in what people write; a `soft` one does and only supports.
 */
export interface TextMarker extends Marker {
  readonly kind: MarkerKind;
  readonly strength: 'hard' | 'soft';
  readonly where: 'text' | 'title';
}

/** A marker of the text at `[start, end)`. */
export function markerAt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  told: Pick<TextMarker, 'kind' | 'strength' | 'why'>,
): TextMarker {
  return { ...quoteOf(text, start, end), ...told, where: 'text' };
}

/** The end of the next `count` words after an offset; of the paragraph at most. */
export function wordsAfter(text: string, from: number, count: number): number {
  const pattern = new RegExp(`(?:[^\\S\\n]*[^\\s]+){0,${count}}`, 'y');
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found === null ? from : from + withoutEnd(found[0], /[\s.,;:]/).length;
}
