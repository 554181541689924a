#!/usr/bin/env node
// The command line: one command one file, errors in one place.
import { Command, CommanderError } from 'commander';
import { EntenteError } from '../base/error.js';
import { addAdd } from './add.js';
import { addEvents } from './events.js';
import { addLineage } from './lineage.js';
import { addOpen } from './open.js';
import { addParse } from './parse.js';
import { addRead } from './read.js';
import { EXIT } from './run.js';
import { addScore } from './score.js';
import { addStart } from './start.js';
import { VERSION } from './version.js';

const program = new Command('entente')
  .description(
    'An open record of military cooperation between states, every line tied to the sentence that says it.',
  )
  .version(VERSION)
  .configureHelp({ showGlobalOptions: true })
  .exitOverride()
  .showHelpAfterError('Add --help to see how it is used.')
  .addHelpText(
    'after',
    '\nExample:\n  $ entente read examples\n  $ entente add examples --record sahel.db && entente open --record sahel.db',
  );
program.commandsGroup('Commands:');
for (const add of [addRead, addEvents, addParse, addLineage, addAdd, addOpen, addScore, addStart])
  add(program);
for (const command of program.commands) command.exitOverride();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = codeOf(error);
}

/** The exit code of an error, said on standard error where commander has not said it. */
function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (!(error instanceof EntenteError)) throw error;
  process.stderr.write(`${error.line}\n`);
  return error.code === 'usage' ? EXIT.usage : EXIT.failed;
}
