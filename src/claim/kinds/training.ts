// The kind `training`: military or police training and education.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** Military or police training and education. */
export const training = kindOf(
  'training',
  ['trainer', 'trainee'],
  z.object({ where: z.string().optional() }),
);
