// The kind `power`: coup, transition, election, appointment or removal of a ruler.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** Coup, transition, election, appointment or removal of a ruler. */
export const power = kindOf(
  'power',
  ['actor', 'target', 'place'],
  z.object({
    change: z.enum(['coup', 'attempted-coup', 'transition', 'election', 'appointment', 'removal']),
  }),
);
