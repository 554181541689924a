// Ties, passages and markers as CSV.
import type { Span } from '../../base/span.js';
import type { Document } from '../../document/document.js';
import type { Tie } from '../../lineage/tie.js';
import type { Marked, TieRow } from '../../store/store.js';
import { sidesOf } from '../view/tie.js';
import { table } from './csv.js';

/** The ties of a document, one a line; `derived` is the later or derived one of the two. */
export function tiesCsv(document: string, rows: readonly TieRow[]): string {
  return table(
    rows.map(({ tie, other }) => ({
      document,
      other: other.id,
      kind: tie.kind,
      derived: tie.direction === 'none' ? '' : tie.a,
      direction: tie.direction,
      coverage: tie.coverage,
      covered_document: rounded(tie.a === document ? tie.covered.a : tie.covered.b),
      covered_other: rounded(tie.a === document ? tie.covered.b : tie.covered.a),
      identity: tie.identity,
      passages: tie.passages.length,
      figures_kept: tie.figures.kept,
      figures_changed: tie.figures.changed,
      why: tie.why,
      other_title: other.title?.value ?? '',
      other_outlet: other.outlet?.value.domain ?? '',
      other_published: other.published?.value ?? '',
    })),
  );
}

/** The aligned passages of two documents, one a line, in the order of the first. */
export function passagesCsv(tie: Tie, document: Document, other: Document): string {
  const words = (text: string, spans: readonly Span[]): string =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' | ');
  return table(
    sidesOf(tie, document.id).map(({ own, other: there, identity, onlyOwn, onlyOther }, at) => ({
      passage: at + 1,
      identity,
      document: document.id,
      start: own.start,
      end: own.end,
      quote: words(document.text, [own]),
      only: words(document.text, onlyOwn),
      other: other.id,
      other_start: there.start,
      other_end: there.end,
      other_quote: words(other.text, [there]),
      other_only: words(other.text, onlyOther),
    })),
  );
}

/** The markers of a document, one a line. */
export function markersCsv(document: string, { markers }: Marked): string {
  return table(
    markers.map(({ kind, strength, where, start, end, quote, why }) => ({
      ...{ document, kind, strength, where, start, end, quote, why },
    })),
  );
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
