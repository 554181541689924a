// The kind `agreement`: a formal instrument between two or more parties.
import { z } from 'zod';
import { AGREEMENT_STAGES, kindOf, SECTORS } from './kind.js';

/** A formal instrument between two or more parties. */
export const agreement = kindOf(
  'agreement',
  ['parties'],
  z.object({
    instrument: z.string(),
    title: z.string().optional(),
    sectors: z.array(z.enum(SECTORS)).optional(),
    stage: z.enum(AGREEMENT_STAGES),
    count: z.number().optional(),
  }),
);
