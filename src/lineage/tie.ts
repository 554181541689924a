// A tie: what one text has from another, passage by passage. The codebook's lineage in types.
import type { Span } from '../base/span.js';

/** The kinds of tie. The first three make a family; `quotes` and `series` never do. */
export const TIE_KINDS = ['copy', 'excerpt', 'rewrite', 'quotes', 'series'] as const;

/**
 * `copy`: the same text. `excerpt`: one holds part of the other. `rewrite`: the same content, sentence by sentence, in
 * other words. `quotes`: one marked quotation in both. `series`: the same form filled in for different events.
 */
export type TieKind = (typeof TIE_KINDS)[number];

/** What lineage reads of a document. Offsets of everything it gives point into `text`. */
export interface LineageDocument {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  /** ISO day or date-time. */
  readonly published?: string;
  /** ISO 639-1. */
  readonly language?: string;
  /** Who publishes: a name, or a registrable domain. */
  readonly publisher?: string;
  readonly url?: string;
  /** The address that the page names as its own. */
  readonly canonical?: string;
  readonly byline?: readonly string[];
  /** What the page's frame says, as far as credits may stand there. */
  readonly frame?: string;
  /** What the frame lacks: `byline-missing` ... */
  readonly findings?: readonly string[];
}

/** An aligned passage: spans of both texts. */
export interface Passage {
  readonly a: Span;
  readonly b: Span;
  /** Equal words over the words of the longer side. */
  readonly identity: number;
  /** Words of either side that the other lacks, as spans of its own text: what a view marks. */
  readonly onlyA: readonly Span[];
  readonly onlyB: readonly Span[];
}

/** What tells which text came from the other. `none` where nothing does: then `a` is the one read later. */
export type DirectionBasis = 'published' | 'credit' | 'markers' | 'holds-more' | 'none';

/** A tie between two texts; `a` is the later or derived one. */
export interface Tie {
  readonly a: string;
  readonly b: string;
  readonly kind: TieKind;
  /** Share of the words of the text more fully covered that stand in the passages, 0 to 1. */
  readonly coverage: number;
  /** The same share for either text. */
  readonly covered: { readonly a: number; readonly b: number };
  /** Equal words over the passages' words, 0 to 1. */
  readonly identity: number;
  readonly passages: readonly Passage[];
  /** Figures (numbers, months, weekdays) that agree in the passages, and places where they differ. */
  readonly figures: { readonly kept: number; readonly changed: number };
  readonly direction: DirectionBasis;
  /** Why it is this kind, in words for a reader. */
  readonly why: string;
}

const MERGING: ReadonlySet<TieKind> = new Set(['copy', 'excerpt', 'rewrite']);

/** True for a tie that makes its two texts one family. */
export function isMerging({ kind }: Pick<Tie, 'kind'>): boolean {
  return MERGING.has(kind);
}
