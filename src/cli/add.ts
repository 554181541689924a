// `entente add`: pages into a record.
import type { Command } from 'commander';
import { readerName } from '../claim/read/reader.js';
import type { Page } from '../page/page.js';
import { openStore, type PutResult, type Store } from '../store/store.js';
import { actorsOption, withActors } from './actors.js';
import { crewed, jobsOption } from './crewed.js';
import { EXIT, finished, type InputOptions, interruptible, print, type Tally } from './run.js';

/** How many pages came to what. */
export type Added = Record<PutResult, number> & Tally;

/** Adds the command. */
export function addAdd(program: Command): void {
  withActors(program.command('add'))
    .description('read pages into a record; the same pages again change nothing')
    .argument('<inputs...>', 'files, folders, globs, URLs, JSONL, or - for standard input')
    .option('--record <path>', 'the record, one SQLite file', 'entente.db')
    .option('--json', 'print the counts as one JSON object')
    .option('--allow-local', 'also fetch from private and loopback addresses')
    .addOption(jobsOption())
    .addHelpText(
      'after',
      '\nAnother list of actors reads the pages anew.\n' +
        '\nExample:\n  $ entente add examples --record sahel.db\n  $ entente add examples --record sahel.db --actors my-actors.tsv',
    )
    .action(async (inputs: string[], options: AddOptions & { record: string; json?: boolean }) => {
      actorsOption(options.actors);
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

/** How pages are added; one job where left out. */
interface AddOptions extends InputOptions {
  readonly jobs?: number;
  /** A file of the user's own actors. */
  readonly actors?: string;
}

/** Reads all inputs into the store, but for the pages that it has from this reader; each is durable before the next is put in. */
export async function addAll(store: Store, inputs: readonly string[], options: AddOptions): Promise<Added> {
  const added: Added = { added: 0, reread: 0, unchanged: 0, read: 0, failed: 0 };
  const { actors } = options;
  const reader = readerName(actorsOption(actors));
  const skip = async (page: Page): Promise<boolean> => {
    if (!(await store.hasReading(page, reader))) return false;
    added.read += 1;
    added.unchanged += 1;
    return true;
  };
  const work = { wish: { make: 'reading', actors }, tally: added, jobs: options.jobs, skip } as const;
  for await (const { page, made } of crewed(inputs, options, work))
    added[await store.putReading({ page, ...made.reading!, reader })] += 1;
  return added;
}

function addedLabel({ added, reread, unchanged }: Added): string {
  const parts = [`${added} pages added`];
  if (reread > 0) parts.push(`${reread} read anew`);
  if (unchanged > 0) parts.push(`${unchanged} already there`);
  return parts.join(', ');
}
