// The version of this program, as its package says it.
import { readFileSync } from 'node:fs';

/** E.g. `0.1.0`. */
export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
