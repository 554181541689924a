// The claim: what one sentence says states and their forces do with, for or against each other. The codebook in types.

import type { Time } from '../base/date.js';
import type { Quantity } from '../base/quantity.js';
import type { Quote } from '../base/span.js';
import type { Document } from '../document/document.js';
import type { Actor, Mention, Place } from '../mention/actor.js';

export type { Actor, Mention, Place } from '../mention/actor.js';
export { ACTOR_CLASSES } from '../mention/actor.js';

export const CLAIM_KINDS = [
  'agreement',
  'transfer',
  'share',
  'presence',
  'access',
  'training',
  'exercise',
  'contact',
  'aid',
  'statement',
  'rupture',
  'violence',
  'power',
  'event',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const MODALITIES = [
  'fact',
  'estimate',
  'probable',
  'possible',
  'improbable',
  'planned',
  'urged',
  'conditional',
  'denied',
] as const;
export type Modality = (typeof MODALITIES)[number];

/** Something transferred, in the text's own words. */
export interface Item {
  readonly item: string;
  readonly mention?: Mention;
}

export type RoleFiller = Actor | Place | Item;

/** The PLOVER code, February 2024 manual; `cameo` where a crosswalk is certain. */
export interface EventCode {
  readonly type: string;
  readonly mode?: string;
  readonly contexts?: readonly string[];
  readonly cameo?: string;
}

/** One link of who says it, outermost last. */
export interface Attribution {
  readonly speaker: string;
  readonly cue: string;
  readonly outlet?: string | null;
  readonly time?: Time;
  readonly evidence?: Quote;
}

/** Where on the page the evidence stands. */
export const EVIDENCE_PLACES = ['title', 'lead', 'body', 'quotation', 'caption'] as const;
export type EvidencePlace = (typeof EVIDENCE_PLACES)[number];

/** The span that says it: of the document's text, or of its title where `where` is `title`. */
export interface Evidence extends Quote {
  /** SHA-256 id of the document. */
  readonly document: string;
  readonly where: EvidencePlace;
}

/** What every claim carries, whatever its kind; see the codebook for each field. */
export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly event: EventCode | null;
  /** Role name of the kind -> who or what fills it. */
  readonly roles: Readonly<Record<string, readonly RoleFiller[]>>;
  /** The kind's own fields (`stage`, `instrument`, `percent` ...). */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly quantities: readonly Quantity[];
  readonly time: Time;
  readonly attribution: readonly Attribution[];
  readonly modality: Modality;
  readonly evidence: Evidence;
  readonly background: boolean;
  /** 0 to 1: of the claims given 0.8, four in five are right. */
  readonly confidence: number;
  /** Name and version of what read it, e.g. `baseline/1`. */
  readonly reader: string;
}

/** A trace in the text that it was rewritten by machine or that its frame is not to be trusted. */
export interface Marker extends Quote {
  readonly kind: string;
  readonly why: string;
}

/** Anything that reads documents into claims: the baseline today, the real reader later; both run in the bench. */
export interface ClaimReader {
  /** Name and version, written into every claim. */
  readonly name: string;
  /** The claims of a document in the order of their evidence; pure, the same document always gives the same claims. */
  read(document: Document): readonly Claim[];
}
