// `entente lineage`: pages to ties, one line a tied pair, nothing stored.
import type { Command } from 'commander';
import { addDocument } from '../lineage/add.js';
import { directed } from '../lineage/direction.js';
import { lineageDocument } from '../lineage/document.js';
import { settled } from '../lineage/families/settle.js';
import { buildIndex } from '../lineage/index/record.js';
import { markersOf } from '../lineage/markers/markers.js';
import type { LineageDocument, Tie } from '../lineage/tie.js';
import { EXIT, finished, forPerson, type InputOptions, interruptible, openedPages, print } from './run.js';

interface LineageOptions extends InputOptions {
  readonly jsonl?: boolean;
}

/** Adds the command. */
export function addLineage(program: Command): void {
  program
    .command('lineage')
    .description('tie pages that copy, excerpt, rewrite or quote each other, and print the ties')
    .argument('<inputs...>', 'files, folders, globs, URLs, JSONL, or - for standard input')
    .option('--jsonl', 'one JSON object a line (the default where output is no terminal)')
    .option('--allow-local', 'also fetch from private and loopback addresses')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente lineage examples\n  $ cat pages.jsonl | entente lineage - --jsonl > ties.jsonl',
    )
    .action(async (inputs: string[], options: LineageOptions) => {
      process.exitCode = await lineage(inputs, options);
    });
}

async function lineage(inputs: readonly string[], options: LineageOptions): Promise<number> {
  const tally = { read: 0, failed: 0 };
  const signal = interruptible();
  const index = buildIndex();
  const documents = new Map<string, LineageDocument>();
  const found: Tie[] = [];
  for await (const { document } of openedPages(inputs, { ...options, signal }, tally)) {
    const read = lineageDocument(document);
    if (documents.has(read.id)) continue;
    documents.set(read.id, read);
    found.push(...addDocument(index, read));
  }
  const person = forPerson(options.jsonl);
  for (const tie of settled(found, documents.values())) {
    const shown = directed(tie, documents, markersOf);
    await print(`${person ? tieView(shown) : tieLine(shown)}\n`);
  }
  return signal.aborted ? EXIT.interrupted : finished(tally);
}

/** A tie as the scorers and other programs read it. */
function tieLine({ a, b, kind, coverage, identity, passages, direction, why }: Tie): string {
  const spans = passages.map((passage) => [passage.a.start, passage.a.end, passage.b.start, passage.b.end]);
  return JSON.stringify({ a, b, kind, coverage, identity, spans, direction, why });
}

function tieView({ a, b, kind, why }: Tie): string {
  return `${a}\n  ${kind} of ${b}: ${why}`;
}
