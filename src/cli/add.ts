// `entente add`: pages into a record.
import type { Command } from 'commander';
import { explain, readerName } from '../claim/read/reader.js';
import type { ActorList } from '../lexicon/actor-list.js';
import { openStore, type PutResult, type Store } from '../store/store.js';
import { actorsOption, withActors } from './actors.js';
import { EXIT, finished, type InputOptions, interruptible, openedPages, print, type Tally } from './run.js';

/** How many pages came to what. */
export type Added = Record<PutResult, number> & Tally;

interface AddOptions extends InputOptions {
  readonly record: string;
  readonly json?: boolean;
  readonly actors?: string;
}

/** Adds the command. */
export function addAdd(program: Command): void {
  withActors(program.command('add'))
    .description('read pages into a record; the same pages again change nothing')
    .argument('<inputs...>', 'files, folders, globs, URLs, JSONL, or - for standard input')
    .option('--record <path>', 'the record, one SQLite file', 'entente.db')
    .option('--json', 'print the counts as one JSON object')
    .option('--allow-local', 'also fetch from private and loopback addresses')
    .addHelpText(
      'after',
      '\nAnother list of actors reads the pages anew.\n' +
        '\nExample:\n  $ entente add examples --record sahel.db\n  $ entente add examples --record sahel.db --actors my-actors.tsv',
    )
    .action(async (inputs: string[], options: AddOptions) => {
      const list = actorsOption(options.actors);
      const store = openStore(options.record);
      const signal = interruptible();
      const added = await addAll(store, inputs, { ...options, signal, list });
      await store.close();
      await print(
        options.json === true ? `${JSON.stringify(added)}\n` : `${options.record}: ${addedLabel(added)}\n`,
      );
      process.exitCode = signal.aborted ? EXIT.interrupted : finished(added);
    });
}

/** Reads all inputs into the store; each page is durable before the next is read. */
export async function addAll(
  store: Store,
  inputs: readonly string[],
  options: InputOptions & { list?: ActorList | undefined },
): Promise<Added> {
  const added: Added = { added: 0, reread: 0, unchanged: 0, read: 0, failed: 0 };
  for await (const { page, document } of openedPages(inputs, options, added)) {
    const result = await store.putReading({
      page,
      document,
      claims: explain(document, { list: options.list }),
      reader: readerName(options.list),
    });
    added[result] += 1;
  }
  return added;
}

function addedLabel({ added, reread, unchanged }: Added): string {
  const parts = [`${added} pages added`];
  if (reread > 0) parts.push(`${reread} read anew`);
  if (unchanged > 0) parts.push(`${unchanged} already there`);
  return parts.join(', ');
}
