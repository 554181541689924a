// How sure the reader is of a claim: by what bore it out. A logistic over simple witnesses, fitted on judged claims: docs/precision.md.
import type { ClaimKind } from '../claim.js';

/** What speaks for and against a claim. */
export interface Witness {
  readonly kind: ClaimKind;
  /** How many roles were filled by surface order. */
  readonly guessed: number;
  /** True where a filler came from another sentence. */
  readonly anaphor: boolean;
  /** True for a predicate that is a noun. */
  readonly nominal: boolean;
  /** True where the sentence dates or counts what happened. */
  readonly measured: boolean;
  /** True where a single person speaks, acts or suffers. */
  readonly personal: boolean;
  /** True where it is said not to be so. */
  readonly denied: boolean;
  /** How many different states, organisations and groups fill the roles. */
  readonly sides: number;
}

/**
 * Log odds that a claim is one and of its kind. Fitted on the judged draws of docs/precision.md, rounded; only witnesses whose
 * sign is plain from what they mean were kept, and each moves the odds one way whatever the others say.
 */
const ODDS = {
  /** Counted or dated, by a verb, of a kind that is seldom meant otherwise. */
  base: 2.6,
  /** Neither a date nor a number: much of what is generic, wished or told as colour. */
  unmeasured: -1.3,
  /** "the killing of": may only name what is known. */
  nominal: -1.3,
  /** "it", "the group": may be somebody else. */
  anaphor: -0.4,
  /** A role that the tree left empty, and the clause filled. */
  guessed: -0.3,
  /** A single person on one side: often a quarrel at home. */
  personal: -1,
  /** "America occupies nobody": mostly an argument, seldom news. */
  denied: -2,
} as const;

/** Kinds whose predicates are everyday words: "reach", "open", "have", "send", "attend". */
const KIND: Readonly<Partial<Record<ClaimKind, number>>> = {
  access: -0.7,
  presence: -0.7,
  contact: -0.7,
  training: -0.7,
  transfer: -0.7,
  event: -2.2,
  power: -0.5,
};
/** Kinds that tie somebody to somebody or somewhere; with one side only they say little. */
const LINKING: ReadonlySet<ClaimKind> = new Set([
  ...(['access', 'presence', 'contact', 'training', 'transfer', 'agreement'] as const),
]);
const ALONE = -2.3;
const MOST = 0.97;

/** From 0 to 1. */
export function confidenceOf({
  kind,
  guessed,
  anaphor,
  nominal,
  measured,
  personal,
  denied,
  sides,
}: Witness): number {
  const everyday = KIND[kind] ?? 0;
  const odds =
    ODDS.base +
    (measured ? 0 : ODDS.unmeasured) +
    (nominal ? ODDS.nominal : 0) +
    (anaphor ? ODDS.anaphor : 0) +
    (personal ? ODDS.personal : 0) +
    (denied ? ODDS.denied : 0) +
    ODDS.guessed * guessed +
    everyday +
    (LINKING.has(kind) && sides < 2 ? ALONE : 0);
  return Math.round(Math.min(MOST, 1 / (1 + Math.exp(-odds))) * 100) / 100;
}
