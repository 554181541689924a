// The kind `exercise`: a joint exercise, patrol or operation.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** A joint exercise, patrol or operation. */
export const exercise = kindOf(
  'exercise',
  ['participants'],
  z.object({ name: z.string().optional(), where: z.string().optional() }),
);
