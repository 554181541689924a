// Documents and claims as JSON lines, in the shape that scorers and other programs read.
import type { Marker } from '../claim/claim.js';
import type { Dyad } from '../claim/events/dyad.js';
import type { Explained } from '../claim/read/reader.js';
import type { Document } from '../document/document.js';

/** One line of `read --stage document`. */
export function documentLine(document: Document): string {
  const {
    title,
    byline,
    published,
    modified,
    outlet,
    canonical,
    language,
    text,
    blocks,
    frame,
    findings,
    visible,
  } = document;
  const basis = { title, published, modified, outlet, canonical, language };
  return JSON.stringify({
    id: document.page,
    title: title?.value ?? null,
    byline: byline.map(({ value }) => value),
    published: published?.value ?? null,
    outlet: outlet?.value.domain ?? null,
    canonical: canonical?.value ?? null,
    language: language?.value ?? null,
    text,
    modified: modified?.value ?? null,
    outletName: outlet?.value.name ?? null,
    document: document.id,
    basis: Object.fromEntries(
      Object.entries(basis).flatMap(([field, found]) => (found === undefined ? [] : [[field, found.basis]])),
    ),
    blocks: blocks.map(({ kind, start, end }) => ({ kind, start, end })),
    frame: frame.map(({ kind, start, end }) => ({ kind, start, end, quote: visible.slice(start, end) })),
    findings,
  });
}

/** One line of `read`; with `why`, every claim carries its reasons. */
export function claimsLine(
  document: Document,
  { explained, markers, why }: { explained: readonly Explained[]; markers: readonly Marker[]; why: boolean },
): string {
  const claims = explained.map((one) => (why ? { ...one.claim, why: one.why } : one.claim));
  return JSON.stringify({ id: document.page, document: document.id, claims, markers });
}

/** One line of `events`. */
export function eventsLine(document: Document, events: readonly Dyad[]): string {
  return JSON.stringify({ id: document.page, events });
}
