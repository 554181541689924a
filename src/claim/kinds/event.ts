// The kind `event`: any other PLOVER event between actors.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** Any other PLOVER event between actors. */
export const event = kindOf('event', ['actor', 'recipient'], z.object({}));
