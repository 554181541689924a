// All markers of a document, in the order of its text.
import type { LineageDocument } from '../tie.js';
import { acronymMarkers } from './acronyms.js';
import { breakMarkers } from './breaks.js';
import { laterContent, unsupportedTitle } from './frame.js';
import type { TextMarker } from './marker.js';
import { strayMarks } from './marks.js';
import { nameMarkers } from './names.js';
import { danglingMarkers, seamMarkers } from './seams.js';
import { termMarkers } from './terms.js';

const LANGUAGES = new Set(['en', 'fr']);

/** The markers of a document: those of its title, then those of its text by place. Only English and French are known. */
export function markersOf(document: LineageDocument): TextMarker[] {
  const { text, language = 'en' } = document;
  if (!LANGUAGES.has(language)) return [];
  const found = [
    ...acronymMarkers(text),
    ...termMarkers(text, language),
    ...strayMarks(text),
    ...breakMarkers(text, language),
    ...seamMarkers(text),
    ...danglingMarkers(text, language),
    ...nameMarkers(text, language),
    ...laterContent(document),
  ];
  return [...unsupportedTitle(document), ...apart(found)];
}

/** In order, without a marker of the same kind that lies inside another: "private military suppliers (PMCs)" is one. */
function apart(markers: readonly TextMarker[]): TextMarker[] {
  const sorted = [...markers].sort(
    (a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1),
  );
  return sorted.filter(
    (marker, at) =>
      !sorted.slice(0, at).some((other) => other.kind === marker.kind && other.end >= marker.end),
  );
}
