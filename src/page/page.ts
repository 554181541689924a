// A page: bytes as they came, and what is known of them from outside.
import type { EntenteError } from '../base/error.js';

/** What a caller said about a page beside its bytes (a JSONL object's own fields); wins over what the page says. */
export interface GivenFacts {
  readonly title?: string;
  /** ISO day or date-time. */
  readonly published?: string;
  /** The dateline as written ("DAMASCUS, Dec 27"). */
  readonly dateline?: string;
  /** ISO 639-1 code. */
  readonly language?: string;
}

/**
 * - `html`: markup, to be read as a web page;
 * - `text`: a text file, with whatever frame was copied along with the article;
 * - `article`: text that the caller says is the article and nothing else (JSONL `text`): offsets point into it as given.
 */
export type PageForm = 'html' | 'text' | 'article';

/** One page on its way in. */
export interface Page {
  /** The caller's id, else the URL, else the path: the name under which results are reported. */
  readonly id: string;
  /** Where to look when something is wrong: `file`, `file:line` or URL. */
  readonly source: string;
  readonly form: PageForm;
  /** SHA-256 of {@link bytes}. */
  readonly hash: string;
  readonly bytes: Uint8Array;
  /** The bytes decoded; line ends and Unicode are left as they came. */
  readonly content: string;
  readonly charset: {
    readonly name: string;
    readonly basis: 'bom' | 'header' | 'meta' | 'valid-utf8' | 'detected' | 'given' | 'fallback';
  };
  readonly url?: string;
  /** ISO date-time at which the page was fetched, where known. */
  readonly captured?: string;
  readonly given: GivenFacts;
}

/** What a source of pages yields: a page, or the one clear reason why there is none. The run goes on after either. */
export type PageResult = { readonly page: Page } | { readonly failure: EntenteError };
