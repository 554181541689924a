// The kind `contact`: a visit, reception, meeting, call, delegation or anniversary.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** A visit, reception, meeting, call, delegation or anniversary. */
export const contact = kindOf(
  'contact',
  ['participants', 'visitor', 'host'],
  z.object({
    level: z.enum(['head', 'minister', 'chief-of-staff', 'ambassador', 'official']).optional(),
    where: z.string().optional(),
  }),
);
