// The kind `share`: a measured part or rank.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** A measured part or rank. */
export const share = kindOf(
  'share',
  ['subject', 'scope'],
  z.object({
    measure: z.string(),
    percent: z.number().optional(),
    rank: z.number().optional(),
    period: z.string().optional(),
  }),
);
