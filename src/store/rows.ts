// Documents and claims as rows of a table and back, and words as a search of their text.
import type { Claim, RoleFiller } from '../claim/claim.js';
import type { Why } from '../claim/read/why.js';
import type { Document } from '../document/document.js';
import type { Tables } from './schema.js';
import type { ClaimRow, DocumentHead, Read } from './store.js';

/** The title comes before the text: its offsets are counted from here below 0. */
const TITLE = 1_000_000;

/** The row of a document. */
export function documentRow(document: Document, reader: string): Tables['document'] {
  return {
    id: document.id,
    reader,
    title: document.title?.value ?? '',
    outlet: document.outlet?.value.name ?? document.outlet?.value.domain ?? null,
    published: document.published?.value ?? null,
    language: document.language?.value ?? null,
    json: JSON.stringify(document),
  };
}

/** The row of a claim, with its reasons where the reader gave some. */
export function claimRow({ claim, why }: Read): Tables['claim'] {
  const { id, kind, modality, evidence } = claim;
  const states = new Set(
    Object.values(claim.roles)
      .flat()
      .map(stateOf)
      .filter((code) => code !== ''),
  );
  const start = evidence.where === 'title' ? evidence.start - TITLE : evidence.start;
  return {
    id,
    document: evidence.document,
    kind,
    modality,
    start,
    states: ` ${[...states].join(' ')} `,
    quote: evidence.quote,
    json: JSON.stringify(claim),
    why: why === undefined ? null : JSON.stringify(why),
  };
}

function stateOf(filler: RoleFiller): string {
  return 'item' in filler ? '' : (filler.state ?? '');
}

/** A claim as it was kept, with the document that says it. */
export function claimWithDocument(claim: string, why: string | null, document: string): ClaimRow {
  return {
    claim: JSON.parse(claim) as Claim,
    ...(why !== null && { why: JSON.parse(why) as Why }),
    document: headOf(JSON.parse(document) as Document),
  };
}

/** What a list needs of a document. */
export function headOf({ id, title, outlet, published }: Document): DocumentHead {
  return { id, ...(title && { title }), ...(outlet && { outlet }), ...(published && { published }) };
}

/** The user's words as quoted FTS5 terms that must all occur: no word is read as an operator. */
export function searchTerms(text: string): string {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, 20)
    .map((word) => `"${word}"`)
    .join(' ');
}
