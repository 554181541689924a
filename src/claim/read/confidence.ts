// How sure the reader is of a claim: by what bore it out. Calibrated on claims whose truth is known, see docs/precision.md.
import type { ClaimKind, RoleFiller } from '../claim.js';

/** What speaks for and against a claim. */
export interface Witness {
  readonly kind: ClaimKind;
  readonly weight: number;
  readonly roles: Readonly<Record<string, readonly RoleFiller[]>>;
  /** Roles that were filled by surface order. */
  readonly guessed: number;
  /** True where a filler came from another sentence. */
  readonly anaphor: boolean;
  /** True for a predicate that is a noun. */
  readonly nominal: boolean;
  /** True where the sentence speaks of something civil: football, breweries. */
  readonly civil: boolean;
}

const BASE = 0.5;
const STEP = {
  weight: 0.035,
  role: 0.09,
  guessed: -0.08,
  anaphor: -0.08,
  nominal: -0.1,
  civil: -0.3,
} as const;
const LEAST = 0.05;
const MOST = 0.97;

/** From 0 to 1. */
export function confidenceOf({ weight, roles, guessed, anaphor, nominal, civil }: Witness): number {
  const filled = Object.values(roles).filter((fillers) => fillers.length > 0).length;
  const sum =
    BASE +
    STEP.weight * Math.min(weight, 8) +
    STEP.role * Math.min(filled - 1, 2) +
    STEP.guessed * guessed +
    (anaphor ? STEP.anaphor : 0) +
    (nominal ? STEP.nominal : 0) +
    (civil ? STEP.civil : 0);
  return Math.round(Math.min(MOST, Math.max(LEAST, sum)) * 100) / 100;
}
