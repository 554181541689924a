// The kind `statement`: a speaker calls for, promises, praises, accuses, warns, denies or rejects.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** A speaker calls for, promises, praises, accuses, warns, denies or rejects. */
export const statement = kindOf(
  'statement',
  ['speaker', 'addressee'],
  z.object({
    act: z.enum(['call', 'pledge', 'praise', 'accuse', 'warn', 'threaten', 'deny', 'reject', 'reaffirm']),
    topic: z.string().optional(),
  }),
);
