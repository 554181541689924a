// Claims and documents as CSV that a spreadsheet opens without running anything.
import { stringify } from 'csv-stringify/sync';
import { quantityLabel } from '../../base/quantity.js';
import type { ClaimRow, DocumentRow } from '../../store/store.js';
import { fillerName } from '../view/labels.js';
import { rolesIn } from '../view/why.js';

type Cell = string | number | boolean;

/** Claims, one a line, under the codebook's field names. */
export function claimsCsv(rows: readonly ClaimRow[]): string {
  return table(
    rows.map(({ claim, why, document }) => ({
      id: claim.id,
      kind: claim.kind,
      stage: String(claim.fields['stage'] ?? ''),
      roles: Object.entries(claim.roles)
        .map(([role, fillers]) => `${role}: ${fillers.map(fillerName).join(', ')}`)
        .join('; '),
      quantities: claim.quantities.map(quantityLabel).join('; '),
      time_start: claim.time.start ?? '',
      time_end: claim.time.end ?? '',
      time_precision: claim.time.precision,
      time_basis: claim.time.basis,
      modality: claim.modality,
      attribution: claim.attribution.map(({ speaker }) => speaker).join(' < '),
      background: claim.background,
      event: claim.event?.type ?? '',
      quote: claim.evidence.quote,
      where: claim.evidence.where,
      start: claim.evidence.start,
      end: claim.evidence.end,
      confidence: claim.confidence,
      reader: claim.reader,
      why_frame: why?.frame ?? '',
      why_roles:
        why === undefined
          ? ''
          : rolesIn(why)
              .map(({ role, by }) => `${role}: ${by}`)
              .join('; '),
      document: document.id,
      title: document.title?.value ?? '',
      outlet: document.outlet?.value.domain ?? '',
      published: document.published?.value ?? '',
    })),
  );
}

/** Documents, one a line. */
export function documentsCsv(rows: readonly DocumentRow[]): string {
  return table(
    rows.map(({ document, kinds, ties, markers, isMachineRewritten }) => ({
      id: document.id,
      title: document.title?.value ?? '',
      byline: document.byline.map(({ value }) => value).join('; '),
      published: document.published?.value ?? '',
      outlet: document.outlet?.value.domain ?? '',
      url: document.url ?? '',
      canonical: document.canonical?.value ?? '',
      language: document.language?.value ?? '',
      claims: Object.values(kinds).reduce((sum, count) => sum + count, 0),
      ties,
      markers,
      machine_rewritten: isMachineRewritten,
      findings: document.findings.map(({ kind }) => kind).join('; '),
    })),
  );
}

/** Rows as CSV under their own names; cells that a spreadsheet would run are made plain. */
export function table(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const columns = Object.keys(rows[0] ?? { id: '' });
  return stringify(
    rows.map((row) => columns.map((column) => safe(row[column] ?? ''))),
    { header: true, columns },
  );
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
function safe(cell: Cell): string {
  const text = String(cell);
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
