// The kind `presence`: forces, contractors, advisers, ships or aircraft at a place.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** Forces, contractors, advisers, ships or aircraft at a place. */
export const presence = kindOf(
  'presence',
  ['actor', 'host'],
  z.object({
    force: z
      .enum(['troops', 'contractors', 'instructors', 'advisers', 'police', 'aircraft', 'ships', 'mixed'])
      .optional(),
    stage: z.enum(['arriving', 'present', 'increased', 'reduced', 'leaving', 'left']),
  }),
);
