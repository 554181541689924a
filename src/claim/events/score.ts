// Precision, recall and F1 of events by type and country pair, sentence by sentence.
import { largestMatching } from '../matching.js';
import { type CodedEvent, countryOf, typeOf, UNKNOWN } from './coded.js';

/** The events of one text as gold has them. */
export interface GoldEvents {
  readonly id: string;
  readonly events: readonly CodedEvent[];
  /** `none`: nothing should be read; `error`, `unspecified`: nobody says what should. */
  readonly expect?: string | undefined;
  readonly evaluate?: boolean | undefined;
  /** The data set it comes from. */
  readonly origin?: string | undefined;
}

/** One text with what should be and what was read; `read` is undefined where the reading lacks the text. */
export interface ScoredText {
  readonly gold: GoldEvents;
  readonly read: readonly CodedEvent[] | undefined;
}

/** Sides that leave an event out where they are not known: of both, of what was read alone, of none. */
export const DROPS = ['none', 'both', 'system'] as const;
export type Drop = (typeof DROPS)[number];

/** Micro figures over all texts. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly matched: number;
  readonly read: number;
  readonly gold: number;
}

/** How much of an event has to be right; the headline first. */
export const LEVELS = ['root+pair', 'root', 'quad', 'pair'] as const;
export type Level = (typeof LEVELS)[number];

/** What comes of scoring. */
export interface EventScore {
  readonly levels: Readonly<Record<Level, Figures>>;
  /** Texts scored. */
  readonly records: number;
  /** Texts left out: gold says so, gold does not know, gold's code has no place in PLOVER or CAMEO. */
  readonly skipped: {
    readonly notEvaluated: number;
    readonly undecided: number;
    readonly unknownCode: number;
  };
  /** Texts that the reading lacks; each counts as without events. */
  readonly absent: number;
  /** Events read whose code nobody knows; they do not count. */
  readonly unknownRead: number;
  /** Texts without events in gold, and how many of them were left without. */
  readonly empty: number;
  readonly leftEmpty: number;
}

/** The score of all texts together; the same figures as the project's event scorer gives. */
export function scoreEvents(texts: readonly ScoredText[], drop: Drop = 'none'): EventScore {
  const skipped = { notEvaluated: 0, undecided: 0, unknownCode: 0 };
  const rows: Row[] = [];
  for (const text of texts) {
    const why = reasonToSkip(text.gold);
    if (why === undefined) rows.push(rowOf(text, drop));
    else skipped[why] += 1;
  }
  const bare = rows.filter(({ empty }) => empty);
  return {
    levels: Object.fromEntries(LEVELS.map((level) => [level, figuresOf(rows, level)])) as Record<
      Level,
      Figures
    >,
    ...{ records: rows.length, skipped },
    absent: rows.filter(({ absent }) => absent).length,
    unknownRead: rows.reduce((sum, { unknown }) => sum + unknown, 0),
    empty: bare.length,
    leftEmpty: bare.filter(({ leftEmpty }) => leftEmpty).length,
  };
}

function reasonToSkip({ evaluate, expect, events }: GoldEvents): keyof EventScore['skipped'] | undefined {
  if (evaluate === false) return 'notEvaluated';
  if (expect === 'error' || expect === 'unspecified') return 'undecided';
  return events.some((event) => typeOf(event) === undefined) ? 'unknownCode' : undefined;
}

/** One text: matched, read and gold by level. */
interface Row {
  readonly counts: Readonly<Record<Level, readonly [number, number, number]>>;
  readonly absent: boolean;
  readonly unknown: number;
  readonly empty: boolean;
  readonly leftEmpty: boolean;
}

/** UniversalPetrarch's validation suite has made-up countries, whose letters mean nothing elsewhere. */
const MADE_UP = /^up_validate/;

function rowOf({ gold, read }: ScoredText, drop: Drop): Row {
  const literal = MADE_UP.test(gold.origin ?? gold.id);
  const wanted = plainEvents(gold.events, { literal, known: drop === 'both' });
  const found = plainEvents(read ?? [], { literal, known: drop !== 'none' });
  const counts = Object.fromEntries(
    LEVELS.map((level) => {
      const [ours, theirs] = [keysOf(found, level), keysOf(wanted, level)];
      const partners = theirs.map((one) =>
        ours.flatMap((other, at) => (fits(one, other, level) ? [at] : [])),
      );
      return [level, [largestMatching(partners), ours.length, theirs.length] as const];
    }),
  ) as unknown as Row['counts'];
  return {
    ...{ counts, absent: read === undefined },
    unknown: (read ?? []).filter((event) => typeOf(event) === undefined).length,
    empty: gold.expect === 'none' || gold.events.length === 0,
    leftEmpty: (read ?? []).length === 0,
  };
}

/** An event in comparable form. */
interface Plain {
  readonly root: string;
  readonly quads: readonly string[];
  /** `KEN>SOM`, or `KEN=SOM` for a type without direction, its sides in order of letters. */
  readonly pair: string;
}

function plainEvents(
  events: readonly CodedEvent[],
  { literal, known }: { literal: boolean; known: boolean },
): Plain[] {
  return events.flatMap((event) => {
    const type = typeOf(event);
    if (type === undefined || type === 'none') return [];
    const sides = [countryOf(event.source, literal), countryOf(event.target, literal)];
    if (known && sides.includes(UNKNOWN)) return [];
    const pair = type.mutual ? sides.sort().join('=') : sides.join('>');
    return [{ root: type.name, quads: type.quads, pair }];
  });
}

/** Different events of one text; what a more certain one says too is left out. */
function keysOf(events: readonly Plain[], level: Level): Plain[] {
  const distinct = [...new Map(events.map((one) => [keyOf(one, level), one])).values()];
  const vague = ({ quads, pair }: Plain): boolean =>
    level === 'quad' ? quads.length > 1 : level === 'pair' && pair.includes('=');
  return distinct.filter(
    (one) =>
      !vague(one) ||
      !distinct.some(
        (other) => other !== one && (level === 'quad' || !vague(other)) && fits(one, other, level),
      ),
  );
}

function keyOf({ root, quads, pair }: Plain, level: Level): string {
  if (level === 'root+pair') return `${root} ${pair}`;
  return level === 'root' ? root : level === 'quad' ? quads.join('|') : pair;
}

function fits(one: Plain, other: Plain, level: Level): boolean {
  if (level === 'quad') return one.quads.some((quad) => other.quads.includes(quad));
  if (level === 'pair') return samePair(one.pair, other.pair);
  return sameRoot(one.root, other.root) && (level === 'root' || one.pair === other.pair);
}

/** CAMEO's `yield` is one of two in PLOVER. */
const YIELDS = new Set(['YIELD CONCEDE', 'YIELD RETREAT', 'CONCEDE YIELD', 'RETREAT YIELD']);
const sameRoot = (one: string, other: string): boolean => one === other || YIELDS.has(`${one} ${other}`);

function samePair(one: string, other: string): boolean {
  if (one === other) return true;
  const sorted = (pair: string): string => pair.split(/[>=]/).sort().join();
  return (one.includes('=') || other.includes('=')) && sorted(one) === sorted(other);
}

function figuresOf(rows: readonly Row[], level: Level): Figures {
  const [matched, read, gold] = rows.reduce<readonly [number, number, number]>(
    ([a, b, c], { counts }) => {
      const [x, y, z] = counts[level];
      return [a + x, b + y, c + z];
    },
    [0, 0, 0],
  );
  return {
    precision: read === 0 ? 0 : matched / read,
    recall: gold === 0 ? 0 : matched / gold,
    f1: read + gold === 0 ? 0 : (2 * matched) / (read + gold),
    ...{ matched, read, gold },
  };
}
