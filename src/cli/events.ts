// `entente events`: pages to dyadic events in the codes of PLOVER, nothing stored.
import type { Command } from 'commander';
import { eventsOf } from '../claim/events/dyads.js';
import { actorsOption, withActors } from './actors.js';
import { eventsLine } from './machine.js';
import { eventsView } from './person.js';
import { EXIT, finished, forPerson, type InputOptions, interruptible, openedPages, print } from './run.js';

interface EventsOptions extends InputOptions {
  readonly jsonl?: boolean;
  readonly actors?: string;
}

/** Adds the command. */
export function addEvents(program: Command): void {
  withActors(program.command('events'))
    .description('read pages into events, who does what to whom, in PLOVER types; nothing is stored')
    .argument('<inputs...>', 'files, folders, globs, URLs, JSONL, or - for standard input')
    .option('--jsonl', 'one JSON object a line (the default where output is no terminal)')
    .option('--json', 'the same as --jsonl')
    .option('--allow-local', 'also fetch from private and loopback addresses')
    .addHelpText(
      'after',
      '\nSides are ISO 3166-1 alpha-3, IGO for an international organisation, the code of your own list, or null.\n' +
        '\nExample:\n  $ entente events examples/wire-courier.html\n  $ cat pages.jsonl | entente events - --actors actors.tsv > events.jsonl',
    )
    .action(async (inputs: string[], options: EventsOptions & { json?: boolean }) => {
      process.exitCode = await events(inputs, {
        ...options,
        jsonl: options.jsonl === true || options.json === true,
      });
    });
}

async function events(inputs: readonly string[], options: EventsOptions): Promise<number> {
  const tally = { read: 0, failed: 0 };
  const list = actorsOption(options.actors);
  const signal = interruptible();
  const person = forPerson(options.jsonl);
  for await (const { document } of openedPages(inputs, { ...options, signal }, tally)) {
    const found = eventsOf(document, { list });
    await print(person ? eventsView(document, found) : `${eventsLine(document, found)}\n`);
  }
  return signal.aborted ? EXIT.interrupted : finished(tally);
}
