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
  /** How many different states, organisations and groups fill the roles. */
  readonly sides: number;
}

/**
 * Log odds that a claim is one and of its kind. Fitted on the first draw of docs/precision.md, rounded; only witnesses whose
 * sign is plain from what they mean were kept, and each moves the odds one way whatever the others say.
 */
const ODDS = {
  /** Counted or dated, by a verb, of a kind that is seldom meant otherwise. */
  base: 2.7,
  /** Neither a date nor a number: much of what is generic, wished or told as colour. */
  unmeasured: -1.5,
  /** "the killing of": may only name what is known. */
  nominal: -0.5,
  /** "it", "the group": may be somebody else. */
  anaphor: -0.4,
  /** A role that the tree left empty, and the clause filled. */
  guessed: -0.4,
} as const;

/** Kinds whose predicates are everyday words: "reach", "open", "have", "send", "attend". */
const KIND: Readonly<Partial<Record<ClaimKind, number>>> = {
  access: -1,
  presence: -1,
  contact: -1,
  training: -1,
  transfer: -1,
  event: -0.5,
};
/** An everyday word with one side only. */
const ALONE = -0.4;
const MOST = 0.97;

/** From 0 to 1. */
export function confidenceOf({ kind, guessed, anaphor, nominal, measured, sides }: Witness): number {
  const everyday = KIND[kind] ?? 0;
  const odds =
    ODDS.base +
    (measured ? 0 : ODDS.unmeasured) +
    (nominal ? ODDS.nominal : 0) +
    (anaphor ? ODDS.anaphor : 0) +
    ODDS.guessed * guessed +
    everyday +
    (everyday < 0 && sides < 2 ? ALONE : 0);
  return Math.round(Math.min(MOST, 1 / (1 + Math.exp(-odds))) * 100) / 100;
}
