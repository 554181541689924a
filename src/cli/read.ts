// `entente read`: pages to claims or documents, nothing stored.
import type { Command } from 'commander';
import { actorsOption, withActors } from './actors.js';
import { crewed, jobsOption } from './crewed.js';
import { EXIT, finished, forPerson, type InputOptions, interruptible, print } from './run.js';
import type { Wish } from './work.js';

interface ReadOptions extends InputOptions {
  readonly jsonl?: boolean;
  readonly stage: 'document' | 'claims';
  readonly why?: boolean;
  readonly actors?: string;
  readonly jobs: number;
}

/** Adds the command. */
export function addRead(program: Command): void {
  withActors(program.command('read'))
    .description('read pages into claims, or into documents, and print them; nothing is stored')
    .argument('<inputs...>', 'files, folders, globs, URLs, JSONL, or - for standard input')
    .option('--jsonl', 'one JSON object a line (the default where output is no terminal)')
    .option('--json', 'the same as --jsonl')
    .option('--stage <stage>', 'how far to read: document or claims', 'claims')
    .option('--why', 'say for every claim which frame, which words and which resolutions it rests on')
    .option('--allow-local', 'also fetch from private and loopback addresses')
    .addOption(jobsOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ entente read examples/wire-courier.html\n  $ entente read examples/jets-dispatch.html --why\n  $ entente read examples --actors my-actors.tsv\n  $ cat pages.jsonl | entente read - --stage document > documents.jsonl',
    )
    .action(async (inputs: string[], options: ReadOptions & { json?: boolean }, command: Command) => {
      if (options.stage !== 'document' && options.stage !== 'claims')
        command.error(`error: --stage is document or claims, not ${options.stage}`, { exitCode: EXIT.usage });
      process.exitCode = await read(inputs, {
        ...options,
        jsonl: options.jsonl === true || options.json === true,
      });
    });
}

async function read(inputs: readonly string[], options: ReadOptions): Promise<number> {
  const tally = { read: 0, failed: 0 };
  const signal = interruptible();
  const { stage, why, actors, jobs } = options;
  actorsOption(actors);
  const wish: Wish = { make: stage, person: forPerson(options.jsonl), why: why === true, actors };
  for await (const { made } of crewed(inputs, { ...options, signal }, { wish, tally, jobs }))
    await print(made.text);
  return signal.aborted ? EXIT.interrupted : finished(tally);
}
