// `entente score claims`: what this reader finds against a gold file of claims.
import type { Command } from 'commander';
import { z } from 'zod';
import { claimReader } from '../claim/read/reader.js';
import { type ClaimScore, type ScoredItem, scoreClaims } from '../claim/score.js';
import { goldDocuments, goldLines } from './gold.js';
import { print } from './run.js';

/** Adds the command. */
export function addScoreClaims(score: Command): void {
  score
    .command('claims', { isDefault: true })
    .description('score the claims read from {"id", "text", "claims": [{"kind", "quote", "where"?}]} a line')
    .argument('<gold>', 'the gold file, JSON lines')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ entente score claims my-gold.jsonl')
    .action(async (file: string, options: { json?: boolean }) => {
      const figures = scoreClaims(await goldItems(file));
      await print(options.json === true ? `${JSON.stringify(figures)}\n` : scoreTable(figures));
    });
}

const goldClaim = z
  .object({ kind: z.string(), quote: z.string(), where: z.string().nullish() })
  .transform(({ kind, quote, where }) => ({ kind, quote, where: where === 'title' ? 'title' : 'body' }));
const goldLine = z.object({ claims: z.array(goldClaim).nullish() });

async function goldItems(file: string): Promise<ScoredItem[]> {
  const lines = await goldLines(file, goldLine);
  const items: ScoredItem[] = [];
  for await (const document of goldDocuments(file)) {
    const read = claimReader.read(document).map(({ kind, evidence }) => ({
      kind,
      where: evidence.where,
      quote: evidence.quote,
      start: evidence.start,
    }));
    const gold = lines[items.length]?.claims ?? [];
    items.push({ gold, read, title: document.title?.value ?? '', text: document.text });
  }
  return items;
}

function scoreTable({ precision, recall, f1, gold, read, matched, empty, leftEmpty }: ClaimScore): string {
  const rows = [
    `kind + evidence   P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`,
    `                  ${matched} matched, ${read} read, ${gold} in gold`,
    `without claims    ${leftEmpty} of ${empty} left empty`,
  ];
  return `${rows.join('\n')}\n`;
}
