// The kind `violence`: attack, clash, killing, abuse, seizure.
import { z } from 'zod';
import { kindOf } from './kind.js';

/** Attack, clash, killing, abuse, seizure. */
export const violence = kindOf('violence', ['actor', 'target', 'place'], z.object({}));
