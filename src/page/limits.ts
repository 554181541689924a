// How much of one page is read before it is refused.

/** Bounds on one page; a run of any length stays within them page by page. */
export interface Limits {
  /** Bytes of one page, decoded from any compression. */
  readonly maxBytes: number;
  /** Milliseconds for one fetch, redirects included. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
}

/** Twenty megabytes is ten times the largest gold page. */
export const LIMITS: Limits = { maxBytes: 20_000_000, timeoutMs: 20_000, maxRedirects: 5 };
