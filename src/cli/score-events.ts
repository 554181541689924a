// `entente score events`: what this reader finds, or what another found, against a gold file of events.
import type { Command } from 'commander';
import { z } from 'zod';
import { EntenteError } from '../base/error.js';
import type { CodedEvent } from '../claim/events/coded.js';
import { eventsOf } from '../claim/events/dyads.js';
import { DROPS, type Drop, type EventScore, LEVELS, scoreEvents } from '../claim/events/score.js';
import { actorsOption, withActors } from './actors.js';
import { goldDocuments, goldLines } from './gold.js';
import { EXIT, print } from './run.js';

interface ScoreOptions {
  readonly dropNull: string;
  readonly actors?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addScoreEvents(score: Command): void {
  withActors(score.command('events'))
    .description(
      'score the events read from {"id", "text", "events": [{"source", "target", "type" or "code"}]} a line',
    )
    .argument('<gold>', 'the gold file, JSON lines; codes are PLOVER or CAMEO')
    .argument('[system]', 'what another coder read, {"id", "events"} a line; without it this reader reads')
    .option('--drop-null <where>', `leave out events with an unknown side: ${DROPS.join(', ')}`, 'none')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nCountry pairs count by three letters, organisations as IGO; AGREE, CONSULT and COOPERATE have no direction.\n' +
        '\nExample:\n  $ entente score events my-events.jsonl\n  $ entente score events my-events.jsonl theirs.jsonl --drop-null both',
    )
    .action(async (gold: string, system: string | undefined, options: ScoreOptions, command: Command) => {
      const drop = DROPS.find((one) => one === options.dropNull);
      if (drop === undefined)
        command.error(`error: --drop-null is ${DROPS.join(', ')}, not ${options.dropNull}`, {
          exitCode: EXIT.usage,
        });
      const figures = await scored({ gold, system, drop, actors: options.actors });
      await print(options.json === true ? `${JSON.stringify(figures)}\n` : scoreTable(figures));
    });
}

const code = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => value ?? undefined);
const side = z.union([z.string(), z.object({ id: z.string(), state: z.string().nullish() })]).nullish();
const event = z
  .object({ source: side, target: side, type: code, code, cameo: code })
  .refine(({ type, code: own, cameo }) => (type ?? own ?? cameo ?? '') !== '', 'no type, code or cameo');
const systemLine = z.object({ id: z.string(), events: z.array(event) });
const goldLine = systemLine.extend({
  expect: z.string().optional(),
  evaluate: z.boolean().optional(),
  origin: z.string().optional(),
});

async function scored(given: {
  gold: string;
  system: string | undefined;
  drop: Drop;
  actors: string | undefined;
}): Promise<EventScore> {
  const gold = await byId(given.gold, goldLine);
  const read =
    given.system === undefined
      ? await readEvents(given.gold, given.actors)
      : new Map([...(await byId(given.system, systemLine))].map(([id, { events }]) => [id, events]));
  const texts = [...gold.values()].map((one) => ({ gold: one, read: read.get(one.id) }));
  return scoreEvents(texts, given.drop);
}

async function byId<T extends { id: string }>(file: string, shape: z.ZodType<T>): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const one of await goldLines(file, shape)) {
    if (found.has(one.id))
      throw new EntenteError('bad-shape', `the id ${one.id} occurs twice`, { source: file });
    found.set(one.id, one);
  }
  return found;
}

async function readEvents(
  file: string,
  actors: string | undefined,
): Promise<Map<string, readonly CodedEvent[]>> {
  const list = actorsOption(actors);
  const read = new Map<string, readonly CodedEvent[]>();
  for await (const document of goldDocuments(file)) read.set(document.page, eventsOf(document, { list }));
  return read;
}

function scoreTable({ levels, records, skipped, absent, unknownRead, empty, leftEmpty }: EventScore): string {
  const rows = LEVELS.map((level) => {
    const { precision, recall, f1, matched, read, gold } = levels[level];
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3));
    return `${level.padEnd(16)}P ${figures[0]}  R ${figures[1]}  F1 ${figures[2]}  ${matched} matched, ${read} read, ${gold} in gold`;
  });
  const left = Object.values(skipped).reduce((sum, one) => sum + one, 0);
  return `${[
    ...rows,
    `without events  ${leftEmpty} of ${empty} left empty`,
    `texts           ${records} scored, ${left} left out by gold, ${absent} not read, ${unknownRead} events read with an unknown code`,
  ].join('\n')}\n`;
}
