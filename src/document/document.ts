// A document: the article's own text, what the page says about it, and the page's frame, every character accounted for.
import type { Span } from '../base/span.js';

/** A value with where on the page it was read, e.g. `json-ld datePublished`, `meta og:title`, `visible line`. */
export interface Found<T> {
  readonly value: T;
  readonly basis: string;
}

/** Who published: the registrable domain, and its known name. */
export interface Outlet {
  readonly domain: string;
  readonly name?: string;
}

export const BLOCK_KINDS = [
  'title',
  'lead',
  'paragraph',
  'heading',
  'quote',
  'list',
  'caption',
  'table',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A piece of the article: its span of {@link Document.text}, and where it stands in {@link Document.visible}. */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly visible: Span;
}

export const FRAME_KINDS = [
  'title',
  'byline',
  'date_line',
  'visit_counter',
  'comment_widget',
  'author_box',
  'related_posts',
  'site_navigation',
  'post_navigation',
  'share_buttons',
  'newsletter',
  'consent',
  'advertisement',
  'caption',
  'credit',
  'embed',
  'footer',
  'other',
] as const;
/** What a part of the page's frame is. `other` is visible text that is not the article and of no known kind. */
export type FrameKind = (typeof FRAME_KINDS)[number];

/** A part of the page that is not the article's text: a span of {@link Document.visible}. */
export interface FramePart extends Span {
  readonly kind: FrameKind;
}

/** Something a reader of the page should know about its frame: an absent byline is one. */
export interface Finding {
  readonly kind:
    | 'byline-missing'
    | 'date-missing'
    | 'title-missing'
    | 'no-article'
    | 'language-unread'
    | 'consent-wall'
    | 'cut-short';
  readonly note: string;
}

/**
 * What `document/` makes of a page.
 *
 * `text` is the article's own text (NFC, white space folded inside blocks, blocks separated by `\n\n`; quotes and
 * apostrophes as they came). `visible` is all visible text of the page in order. Every character of `visible` that is
 * not white space lies in exactly one article block's `visible` span or in exactly one frame part.
 */
export interface Document {
  /** SHA-256 of the page's bytes. */
  readonly id: string;
  /** The page's own id as reported by its source (path, URL or JSONL id). */
  readonly page: string;
  readonly url?: string;
  readonly canonical?: Found<string>;
  readonly outlet?: Found<Outlet>;
  readonly title?: Found<string>;
  /** Names of persons or bodies that sign the text; empty where nobody does. */
  readonly byline: readonly Found<string>[];
  /** ISO day or date-time with its offset, as the page gives it. */
  readonly published?: Found<string>;
  readonly modified?: Found<string>;
  readonly captured?: Found<string>;
  /** The dateline as the caller gave it ("DAMASCUS, Dec 27"), where one was given. */
  readonly dateline?: Found<string>;
  /** ISO 639-1. */
  readonly language?: Found<string>;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly visible: string;
  readonly frame: readonly FramePart[];
  readonly findings: readonly Finding[];
}

/** The ISO day of the document: of its publication, else undefined. */
export function documentDay(document: Document): string | undefined {
  return document.published?.value.slice(0, 10);
}
