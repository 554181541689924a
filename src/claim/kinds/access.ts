// The kind `access`: a base, port, airfield, overflight or rights to one.
import { z } from 'zod';
import { AGREEMENT_STAGES, kindOf } from './kind.js';

/** A base, port, airfield, overflight or rights to one. */
export const access = kindOf(
  'access',
  ['holder', 'host'],
  z.object({ facility: z.string().optional(), stage: z.enum(AGREEMENT_STAGES) }),
);
