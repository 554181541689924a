// The kind `aid`: military, security, financial or humanitarian help that is not a transfer of arms.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** Military, security, financial or humanitarian help that is not a transfer of arms. */
export const aid = kindOf('aid', ['donor', 'recipient'], z.object({ form: z.string().optional() }));
