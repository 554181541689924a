// The kind `rupture`: sanction, embargo, expulsion, recall, suspension, withdrawal from a bloc.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** Sanction, embargo, expulsion, recall, suspension, withdrawal from a bloc. */
export const rupture = kindOf('rupture', ['actor', 'target'], z.object({ measure: z.string().optional() }));
