// `entente score`: how well this reader does on anybody's own gold file.
import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { EntenteError } from '../base/error.js';
import { claimReader } from '../claim/read/reader.js';
import { type GoldClaim, scoreClaims } from '../claim/score.js';
import { readDocument } from '../document/read.js';
import { readJsonl } from '../page/jsonl.js';
import { LIMITS } from '../page/limits.js';
import { EXIT, print } from './run.js';

/** Adds the command. */
export function addScore(program: Command): void {
  program
    .command('score')
    .description(
      'score this reader on a gold file of claims: {"id", "text", "claims": [{"kind", "quote", "where"?}]} a line',
    )
    .argument('<gold>', 'the gold file, JSON lines')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ entente score my-gold.jsonl')
    .action(async (file: string, options: { json?: boolean }) => {
      const score = scoreClaims(await goldItems(file));
      await print(options.json === true ? `${JSON.stringify(score)}\n` : scoreTable(score));
      process.exitCode = EXIT.done;
    });
}

async function goldItems(
  file: string,
): Promise<{ gold: GoldClaim[]; read: GoldClaim[]; title: string; text: string }[]> {
  const lines = await linesOf(file);
  const items: { gold: GoldClaim[]; read: GoldClaim[]; title: string; text: string }[] = [];
  let at = 0;
  for await (const result of readJsonl(
    createReadStream(file) as AsyncIterable<Buffer>,
    file,
    LIMITS.maxBytes,
  )) {
    const gold = lines[at++];
    if ('failure' in result) throw result.failure;
    const document = readDocument(result.page);
    const read = claimReader.read(document).map(({ kind, evidence }) => ({
      kind,
      where: evidence.where,
      quote: evidence.quote,
      start: evidence.start,
    }));
    items.push({ gold: gold ?? [], read, title: document.title?.value ?? '', text: document.text });
  }
  return items;
}

async function linesOf(file: string): Promise<GoldClaim[][]> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file)) chunks.push(chunk as Buffer);
  } catch (cause) {
    throw new EntenteError('not-found', 'the gold file can not be read', { source: file, cause });
  }
  const lines = Buffer.concat(chunks)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line, at) => claimsOf(line, { source: file, line: at + 1 }));
}

function claimsOf(line: string, place: { source: string; line: number }): GoldClaim[] {
  let value: { claims?: unknown };
  try {
    value = JSON.parse(line) as { claims?: unknown };
  } catch (cause) {
    throw new EntenteError('bad-json', 'not JSON', { ...place, cause });
  }
  const claims: unknown[] = Array.isArray(value.claims) ? value.claims : [];
  return claims.map((claim) => {
    const { kind, quote, where } = claim as Record<string, unknown>;
    if (typeof kind !== 'string' || typeof quote !== 'string')
      throw new EntenteError('bad-shape', 'a claim needs kind and quote', place);
    return { kind, quote, where: where === 'title' ? 'title' : 'body' };
  });
}

function scoreTable({
  precision,
  recall,
  f1,
  gold,
  read,
  matched,
  empty,
  leftEmpty,
}: ReturnType<typeof scoreClaims>): string {
  const rows = [
    `kind + evidence   P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`,
    `                  ${matched} matched, ${read} read, ${gold} in gold`,
    `without claims    ${leftEmpty} of ${empty} left empty`,
  ];
  return `${rows.join('\n')}\n`;
}
