// What `npm start` does: reads the examples into a record, says what it found, opens the room.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import type { Family } from '../lineage/families/families.js';
import { type DocumentRow, openStore, type Store } from '../store/store.js';
import { addAll } from './add.js';
import { colours as pc } from './colours.js';
import { type OpenOptions, serve } from './open.js';
import { claimView } from './person.js';
import { print } from './run.js';

const SHOWN = 3;

/** Adds the command. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('read the examples into a record in a scratch folder and open the room on it')
    .option('--record <path>', 'keep the record here instead')
    .option('--port <number>', 'the port', Number)
    .option('--no-open', 'do not open a browser')
    .addHelpText('after', '\nExample:\n  $ npm start -- --no-open')
    .action(async (options: OpenOptions & { record?: string }) => {
      const scratch = options.record === undefined ? mkdtempSync(path.join(tmpdir(), 'entente-')) : undefined;
      const store = openStore(options.record ?? path.join(scratch!, 'examples.db'));
      try {
        await addAll(store, [path.join(import.meta.dirname, '../../examples')], {});
        await print(await summary(store));
        await serve(store, options);
      } finally {
        await store.close();
        if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
      }
    });
}

/** What the record holds, in a few lines. */
export async function summary(store: Store): Promise<string> {
  const documents = await store.documents();
  const claims = await store.claims();
  const kinds = new Map<string, number>();
  for (const { claim } of claims.rows) kinds.set(claim.kind, (kinds.get(claim.kind) ?? 0) + 1);
  const findings = documents.rows.flatMap(({ document }) => document.findings.map(({ kind }) => kind));
  const lines = [
    '',
    pc.bold(`${documents.total} documents, ${claims.total} claims`),
    `  claims    ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'none'}`,
    `  findings  ${counted(findings) || 'none'}`,
    `  lineage   ${lineageLine(documents.rows, await store.families())}`,
    '',
    ...(await examples(
      store,
      claims.rows.slice(0, SHOWN).map(({ claim }) => claim.id),
    )),
  ];
  return `${lines.join('\n')}\n`;
}

/** "2 families among 6 documents with ties, 1 page rewritten by machine". */
function lineageLine(rows: readonly DocumentRow[], families: readonly Family[]): string {
  const tied = rows.filter(({ ties }) => ties > 0).length;
  const rewritten = rows.filter(({ isMachineRewritten }) => isMachineRewritten).length;
  return `${families.length} families among ${tied} tied documents, ${rewritten} rewritten by machine`;
}

function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}

async function examples(store: Store, ids: readonly string[]): Promise<string[]> {
  const views: string[] = [];
  for (const { claim } of (await store.claims()).rows) {
    if (!ids.includes(claim.id)) continue;
    const found = await store.document(claim.evidence.document);
    if (found !== undefined) views.push(claimView(found.document, claim));
  }
  return views;
}
