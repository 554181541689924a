// `entente add`: pages into a record.
import type { Command } from 'commander';
import { claimReader, explain } from '../claim/read/reader.js';
import { openStore, type PutResult, type Store } from '../store/store.js';
import { EXIT, finished, type InputOptions, interruptible, openedPages, print, type Tally } from './run.js';

/** How many pages came to what. */
export type Added = Record<PutResult, number> & Tally;

/** Adds the command. */
export function addAdd(program: Command): void {
  program
    .command('add')
    .description('read pages into a record; the same pages again change nothing')
    .argument('<inputs...>', 'files, folders, globs, URLs, JSONL, or - for standard input')
    .option('--record <path>', 'the record, one SQLite file', 'entente.db')
    .option('--json', 'print the counts as one JSON object')
    .option('--allow-local', 'also fetch from private and loopback addresses')
    .addHelpText('after', '\nExample:\n  $ entente add examples --record sahel.db')
    .action(async (inputs: string[], options: InputOptions & { record: string; json?: boolean }) => {
      const store = openStore(options.record);
      const signal = interruptible();
      const added = await addAll(store, inputs, { ...options, signal });
      await store.close();
      await print(
        options.json === true ? `${JSON.stringify(added)}\n` : `${options.record}: ${addedLabel(added)}\n`,
      );
      process.exitCode = signal.aborted ? EXIT.interrupted : finished(added);
    });
}

/** Reads all inputs into the store; each page is durable before the next is read. */
export async function addAll(store: Store, inputs: readonly string[], options: InputOptions): Promise<Added> {
  const added: Added = { added: 0, reread: 0, unchanged: 0, read: 0, failed: 0 };
  for await (const { page, document } of openedPages(inputs, options, added)) {
    const result = await store.putReading({
      page,
      document,
      claims: explain(document),
      reader: claimReader.name,
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
