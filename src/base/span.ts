// Spans and quotes: what points into text carries where it points and what stands there.
import { EntenteError } from './error.js';

/** A half-open range `[start, end)` of UTF-16 code units into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with the text that stands there; made only by {@link quoteOf} and {@link checkedQuote}. */
export interface Quote extends Span {
  readonly quote: string;
}

/** The span `[start, end)`; throws `bad-span` where it is empty, reversed, fractional or negative. */
export function span(start: number, end: number): Span {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start) {
    throw new EntenteError(
      'bad-span',
      `a span needs 0 <= start < end in whole numbers, not ${start} to ${end}`,
    );
  }
  return Object.freeze({ start, end });
}

/** The quote of `text` at `[start, end)`; throws `bad-span` where the text does not reach that far. */
export function quoteOf(text: string, start: number, end: number, document?: string): Quote {
  const at = span(start, end);
  if (end > text.length) {
    const place = document === undefined ? { offset: start } : { document, offset: start };
    throw new EntenteError(
      'bad-span',
      `span ${start} to ${end} lies outside a text of ${text.length}`,
      place,
    );
  }
  return Object.freeze({ ...at, quote: text.slice(start, end) });
}

/** The quote as claimed by somebody else; throws `bad-span` where the slice differs from it. */
export function checkedQuote(text: string, claimed: Quote, document?: string): Quote {
  const found = quoteOf(text, claimed.start, claimed.end, document);
  if (found.quote === claimed.quote) return found;
  const place = document === undefined ? { offset: claimed.start } : { document, offset: claimed.start };
  throw new EntenteError('bad-span', `"${claimed.quote}" is claimed, "${found.quote}" stands there`, place);
}

/** True where the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
