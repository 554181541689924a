// The kind `transfer`: arms or military equipment sold, given, ordered or delivered.
import { z } from 'zod';
import { kindOf, money } from './kind.js';

/** Arms or military equipment sold, given, ordered or delivered. */
export const transfer = kindOf(
  'transfer',
  ['supplier', 'recipient', 'items'],
  z.object({
    stage: z.enum(['offered', 'negotiating', 'ordered', 'delivering', 'delivered', 'cancelled', 'refused']),
    value: money.optional(),
  }),
);
