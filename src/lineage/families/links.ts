// Links: the ties of a record as each of its documents sees them.
import type { Span } from '../../base/span.js';
import type { Tie } from '../tie.js';

/** A tie from the side of one of its documents. */
export interface Link {
  readonly tie: Tie;
  readonly other: string;
  /** Where the passages stand in this document. */
  readonly spans: readonly Span[];
  /** Share of this document's words in them, and of the other's. */
  readonly covered: number;
  readonly coveredOther: number;
}

/** Document -> other document -> link. */
export type Links = ReadonlyMap<string, ReadonlyMap<string, Link>>;

/** The links of all documents that have a tie. */
export function linksOf(ties: readonly Tie[]): Links {
  const links = new Map<string, Map<string, Link>>();
  for (const tie of ties) {
    add(links, tie.a, sideOf(tie, tie.a));
    add(links, tie.b, sideOf(tie, tie.b));
  }
  return links;
}

/** The tie as this document sees it. */
export function sideOf(tie: Tie, document: string): Link {
  const isA = tie.a === document;
  return {
    tie,
    other: isA ? tie.b : tie.a,
    spans: tie.passages.map(({ a, b }) => (isA ? a : b)),
    covered: isA ? tie.covered.a : tie.covered.b,
    coveredOther: isA ? tie.covered.b : tie.covered.a,
  };
}

function add(links: Map<string, Map<string, Link>>, from: string, link: Link): void {
  const own = links.get(from);
  if (own === undefined) links.set(from, new Map([[link.other, link]]));
  else own.set(link.other, link);
}

/** Characters that two lists of spans share, over those of the shorter list. */
export function overlapOf(first: readonly Span[], second: readonly Span[]): number {
  let shared = 0;
  for (const { start, end } of first) {
    for (const other of second)
      shared += Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
  }
  return shared / Math.max(1, Math.min(lengthOf(first), lengthOf(second)));
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
