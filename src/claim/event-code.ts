// The PLOVER code of a claim: by kind and stage, then by how far the text says it is done (manual of February 2024, as the codebook states it).
import type { ClaimKind, EventCode, Modality } from './claim.js';

/** What the code depends on. */
export interface Codable {
  readonly kind: ClaimKind;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly modality: Modality;
  /** True where what is possible, probable or conditional is still to come. */
  readonly future: boolean;
  /** True where somebody offers it rather than asks for it. */
  readonly offered?: boolean;
  /** The type that the frame gives, where the kind's own does not hold. */
  readonly frame: string | null;
}

/** What becomes of an agreement, or of a right that one gives. */
const OF_INSTRUMENT: Readonly<Record<string, string>> = {
  ...{ proposed: 'REQUEST', negotiating: 'CONSULT', signed: 'SUPPORT', ratified: 'SUPPORT' },
  ...{ 'in-force': 'SUPPORT', renewed: 'SUPPORT', amended: 'SUPPORT' },
  ...{ suspended: 'SANCTION', ended: 'SANCTION' },
};

const BY_STAGE: Readonly<Partial<Record<ClaimKind, Readonly<Record<string, string>>>>> = {
  agreement: OF_INSTRUMENT,
  transfer: {
    ...{ offered: 'AGREE', negotiating: 'CONSULT', ordered: 'SUPPORT', delivering: 'AID', delivered: 'AID' },
    ...{ cancelled: 'SANCTION', refused: 'REJECT' },
  },
  presence: {
    ...{
      arriving: 'AID',
      present: 'AID',
      increased: 'AID',
      reduced: 'RETREAT',
      leaving: 'RETREAT',
      left: 'RETREAT',
    },
  },
  access: { ...OF_INSTRUMENT, 'in-force': 'COOPERATE' },
  statement: {
    ...{ call: 'REQUEST', pledge: 'AGREE', praise: 'SUPPORT', accuse: 'ACCUSE', warn: 'THREATEN' },
    ...{ threaten: 'THREATEN', deny: 'REJECT', reject: 'REJECT', reaffirm: 'SUPPORT' },
  },
  power: { coup: 'COERCE', 'attempted-coup': 'COERCE' },
};
const BY_KIND: Readonly<Partial<Record<ClaimKind, string>>> = {
  ...{
    training: 'AID',
    exercise: 'COOPERATE',
    contact: 'CONSULT',
    aid: 'AID',
    rupture: 'SANCTION',
    violence: 'ASSAULT',
  },
};
/** What a type becomes while it is only intended. */
const INTENDED: Readonly<Record<string, string>> = {
  ...{
    CONSULT: 'AGREE',
    SUPPORT: 'AGREE',
    COOPERATE: 'AGREE',
    AID: 'AGREE',
    AGREE: 'AGREE',
    CONCEDE: 'CONCEDE',
  },
  ...{
    RETREAT: 'CONCEDE',
    SANCTION: 'THREATEN',
    COERCE: 'THREATEN',
    ASSAULT: 'THREATEN',
    MOBILIZE: 'THREATEN',
  },
};
const UNDONE: ReadonlySet<Modality> = new Set(['possible', 'probable', 'conditional']);

/** The code, null for kinds and changes that are no event. */
export function eventCodeOf({ kind, fields, modality, future, offered, frame }: Codable): EventCode | null {
  const key = String(fields['stage'] ?? fields['act'] ?? fields['change'] ?? '');
  const base = frame ?? BY_STAGE[kind]?.[key] ?? BY_KIND[kind];
  if (base === undefined || kind === 'share') return null;
  if (kind === 'statement') return { type: base };
  if (modality === 'urged') return { type: offered ? (INTENDED[base] ?? base) : 'REQUEST' };
  const undone = modality === 'planned' || (future && UNDONE.has(modality));
  return { type: undone ? (INTENDED[base] ?? base) : base };
}
