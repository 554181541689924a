// `entente read`: pages to claims or documents, nothing stored.
import type { Command } from 'commander';
import { explain } from '../claim/read/reader.js';
import type { Document } from '../document/document.js';
import { lineageDocument } from '../lineage/document.js';
import { markersOf } from '../lineage/markers/markers.js';
import { actorsOption, withActors } from './actors.js';
import { claimsLine, documentLine } from './machine.js';
import { claimsView, documentView } from './person.js';
import { EXIT, finished, forPerson, type InputOptions, interruptible, openedPages, print } from './run.js';

interface ReadOptions extends InputOptions {
  readonly jsonl?: boolean;
  readonly stage: string;
  readonly why?: boolean;
  readonly actors?: string;
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
  const list = actorsOption(options.actors);
  const signal = interruptible();
  const person = forPerson(options.jsonl);
  for await (const { document } of openedPages(inputs, { ...options, signal }, tally)) {
    if (options.stage === 'document')
      await print(person ? `${documentView(document)}\n` : `${documentLine(document)}\n`);
    else {
      const found = {
        explained: explain(document, { list }),
        markers: markers(document),
        why: options.why === true,
      };
      await print(
        person
          ? `${documentView(document)}${claimsView(document, found)}`
          : `${claimsLine(document, found)}\n`,
      );
    }
  }
  return signal.aborted ? EXIT.interrupted : finished(tally);
}

function markers(document: Document): ReturnType<typeof markersOf> {
  return markersOf(lineageDocument(document));
}
