// The user's own actors: the file behind `--actors`.
import { readFileSync } from 'node:fs';
import { EntenteError } from '../base/error.js';
import { type ActorList, actorsFromTable } from '../lexicon/actor-list.js';

/** The actors of a file, undefined where none is named; a file that can not be read is an error that says so. */
export function actorsOption(file: string | undefined): ActorList | undefined {
  if (file === undefined) return undefined;
  try {
    return actorsFromTable(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new EntenteError('not-found', 'the list of actors can not be read', { source: file, cause });
  }
}
