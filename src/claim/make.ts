// Makes claims: evidence checked against the document's own text, ids that do not change.
import { stableId } from '../base/id.js';
import { quoteOf } from '../base/span.js';
import type { Document } from '../document/document.js';
import type { Claim, EvidencePlace, RoleFiller } from './claim.js';

/** A claim before its evidence is checked and its id computed. */
export interface ClaimDraft extends Omit<Claim, 'id' | 'evidence'> {
  readonly evidence: { readonly start: number; readonly end: number; readonly where: EvidencePlace };
}

/** The frozen claim; throws `bad-span` where the evidence lies outside the text (or outside the title, for `where: title`). */
export function makeClaim(document: Document, draft: ClaimDraft): Claim {
  const { start, end, where } = draft.evidence;
  const text = where === 'title' ? (document.title?.value ?? '') : document.text;
  const quote = quoteOf(text, start, end, document.id);
  const roles = Object.entries(draft.roles).map(
    ([role, fillers]) => `${role}=${fillers.map(fillerKey).join(',')}`,
  );
  const id = stableId([
    document.id,
    where === 'title' ? 'title' : 'text',
    `${start}-${end}`,
    draft.kind,
    ...roles,
  ]);
  return Object.freeze({ ...draft, id, evidence: Object.freeze({ document: document.id, ...quote, where }) });
}

function fillerKey(filler: RoleFiller): string {
  if ('item' in filler) return filler.item;
  return 'place' in filler ? filler.place : (filler.id ?? filler.name);
}
