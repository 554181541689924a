#!/usr/bin/env node
// The command line: one command one file, errors in one place.
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError } from 'commander';
import { EntenteError } from '../base/error.js';
import { EXIT } from './run.js';
import { VERSION } from './version.js';

/** The commands in the order of help. A command that is named is loaded alone, which spares `read` the record and the room. */
const COMMANDS = {
  read: async () => (await import('./read.js')).addRead,
  events: async () => (await import('./events.js')).addEvents,
  parse: async () => (await import('./parse.js')).addParse,
  lineage: async () => (await import('./lineage.js')).addLineage,
  add: async () => (await import('./add.js')).addAdd,
  open: async () => (await import('./open.js')).addOpen,
  score: async () => (await import('./score.js')).addScore,
  start: async () => (await import('./start.js')).addStart,
};

// Many small functions, each called now and then: compiled later, they take a fifth less of the processor's time.
setFlagsFromString('--interrupt-budget=1000000');

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
const [, , named = ''] = process.argv;
const wanted = Object.hasOwn(COMMANDS, named)
  ? [COMMANDS[named as keyof typeof COMMANDS]]
  : Object.values(COMMANDS);
for (const add of await Promise.all(wanted.map((load) => load()))) add(program);
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
