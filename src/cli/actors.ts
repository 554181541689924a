// The user's own actors: the option `--actors` and the file behind it.
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type ActorList, actorsFromTable } from '../lexicon/actor-list.js';
import { fileError } from '../page/files.js';

/** Adds `--actors FILE` to a command that reads claims or events. */
export function withActors(command: Command): Command {
  return command.option(
    '--actors <file>',
    'your own actors, a name and a code a line (TSV or CSV); they win over ours',
  );
}

/** The actors of a file, undefined where none is named; a file that can not be read is an error that says so. */
export function actorsOption(file: string | undefined): ActorList | undefined {
  return file === undefined ? undefined : actorsFromTable(textOf(file), file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw fileError(cause, file);
  }
}
