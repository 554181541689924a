// `entente read`: pages to claims or documents, nothing stored.
import type { Command } from 'commander';
import { baselineReader } from '../claim/baseline/reader.js';
import { claimsLine, documentLine } from './machine.js';
import { claimsView, documentView } from './person.js';
import { EXIT, finished, forPerson, type InputOptions, interruptible, openedPages, print } from './run.js';

interface ReadOptions extends InputOptions {
  readonly jsonl?: boolean;
  readonly stage: string;
}

/** Adds the command. */
export function addRead(program: Command): void {
  program
    .command('read')
    .description('read pages into claims, or into documents, and print them; nothing is stored')
    .argument('<inputs...>', 'files, folders, globs, URLs, JSONL, or - for standard input')
    .option('--jsonl', 'one JSON object a line (the default where output is no terminal)')
    .option('--json', 'the same as --jsonl')
    .option('--stage <stage>', 'how far to read: document or claims', 'claims')
    .option('--allow-local', 'also fetch from private and loopback addresses')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente read examples/wire-courier.html\n  $ cat pages.jsonl | entente read - --stage document > documents.jsonl',
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
  const person = forPerson(options.jsonl);
  for await (const { document } of openedPages(inputs, { ...options, signal }, tally)) {
    const claims = options.stage === 'claims' ? baselineReader.read(document) : [];
    if (person)
      await print(
        `${documentView(document)}${options.stage === 'claims' ? claimsView(document, claims) : '\n'}`,
      );
    else
      await print(`${options.stage === 'claims' ? claimsLine(document, claims) : documentLine(document)}\n`);
  }
  return signal.aborted ? EXIT.interrupted : finished(tally);
}
