// What every kind of claim is made of: its name, its roles and the shape of its own fields.
import { z } from 'zod';
import type { ClaimKind } from '../claim.js';

/** A kind of claim: role names in the codebook's order, and the schema of its own fields. */
export interface Kind {
  readonly name: ClaimKind;
  readonly roles: readonly string[];
  readonly fields: z.ZodType;
}

/** The stages of an agreement's life, which access shares. */
export const AGREEMENT_STAGES = [
  'proposed',
  'negotiating',
  'signed',
  'ratified',
  'in-force',
  'renewed',
  'amended',
  'suspended',
  'ended',
] as const;

/** Sectors after the Defense Cooperation Agreement Dataset. */
export const SECTORS = [
  'general',
  'consultation',
  'training',
  'exercises',
  'personnel-exchange',
  'arms',
  'research-industry',
  'intelligence',
  'classified-information',
  'peacekeeping',
  'basing',
  'logistics',
  'counterterrorism',
  'maritime',
  'cyber',
  'nuclear',
  'space',
  'medical',
  'legal-status',
] as const;

/** An amount of money; `currency` is an ISO 4217 code. */
export const money = z.object({ value: z.number(), currency: z.string() });

/** A frozen kind. */
export function kindOf(name: ClaimKind, roles: readonly string[], fields: z.ZodType): Kind {
  return Object.freeze({ name, roles: Object.freeze([...roles]), fields });
}
