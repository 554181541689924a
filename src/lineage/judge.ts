// Judging: which kind of tie the passages of two texts amount to, if any.
import { type Facts, factsOf } from './align/differences.js';
import type { WordPassage } from './align/passages.js';
import { WORD, type Words } from './text/words.js';
import type { TieKind } from './tie.js';

/** A judged pair. */
export interface Verdict {
  readonly kind: TieKind;
  readonly coverage: number;
  readonly identity: number;
  /** Share of each text's own words that the passages cover. */
  readonly covered: { readonly a: number; readonly b: number };
  readonly facts: Facts;
  readonly why: string;
}

/** Shared words of one's own telling that one passage of a merging tie needs, and fewer where nearly all are equal. */
const LEAST_TOLD = 36;
const LEAST_TOLD_SAME = 24;
const NEARLY_SAME = 0.9;
/** The same where the passages cover most of a text. */
const LEAST_TOLD_MOST = 16;
const MOST = 0.6;
/** Share of the text more fully covered that a merging tie needs. */
const LEAST_COVERAGE = 0.25;
/** Texts shorter than this need nearly all of their words shared. */
const SHORT_TEXT = 40;
const SHORT_COVERAGE = 0.6;
const SHORT_TOLD = 10;
/** At this identity words were carried over, not put in other words. */
const SAME = 0.965;
/** Both texts covered to this share are one text. */
const WHOLE = 0.93;
/** Quotations of more than half a text are its matter: then they are not set aside. */
const MOSTLY_QUOTED = 0.5;
/** Shared words inside quotations that make a `quotes` tie. */
const LEAST_QUOTED = 8;

/** The verdict on two texts with these passages; undefined where they are not tied. */
export function judge(passages: readonly WordPassage[], a: Words, b: Words): Verdict | undefined {
  if (passages.length === 0) return undefined;
  const isQuoted = Math.max(quotedShare(a), quotedShare(b)) > MOSTLY_QUOTED;
  const covered = { a: coverage(passages, a, 'a', isQuoted), b: coverage(passages, b, 'b', isQuoted) };
  const identity = identityOf(passages);
  const most = Math.max(covered.a, covered.b);
  const shorter = Math.min(a.hashes.length, b.hashes.length);
  const isShort = shorter < SHORT_TEXT;
  const isTied =
    passages.some((passage) => isStrong(passage, { isQuoted, most, short: isShort ? shorter : undefined })) &&
    most >= (isShort ? SHORT_COVERAGE : LEAST_COVERAGE);
  const facts = factsOf(passages, a, b);
  const figures = { coverage: round(most), identity: round(identity), covered, facts };
  if (!isTied) return quotesVerdict(passages, figures);
  if (isSeries(facts)) return { kind: 'series', ...figures, why: seriesWhy(facts) };
  return { ...figures, ...mergingKind(covered, identity) };
}

/** A passage that by itself says that the texts are one; `short` is the length of a text too short for the usual measure. */
function isStrong(
  { shared, told, identity }: WordPassage,
  { isQuoted, most, short }: { isQuoted: boolean; most: number; short: number | undefined },
): boolean {
  const own = isQuoted ? shared : told;
  if (short !== undefined && own >= Math.min(SHORT_TOLD, short * SHORT_COVERAGE)) return true;
  if (most >= MOST) return own >= LEAST_TOLD_MOST;
  return own >= (identity >= NEARLY_SAME ? LEAST_TOLD_SAME : LEAST_TOLD);
}

function mergingKind(
  covered: Verdict['covered'],
  identity: number,
): { readonly kind: TieKind; readonly why: string } {
  const share = `${percent(Math.max(covered.a, covered.b))} of one text`;
  if (identity < SAME)
    return {
      kind: 'rewrite',
      why: `${share} in the same order with ${percent(identity)} of the words equal`,
    };
  if (Math.min(covered.a, covered.b) >= WHOLE) return { kind: 'copy', why: 'the same words in both texts' };
  return { kind: 'excerpt', why: `${share} stands in the other word for word` };
}

/** The same form for different events: figures change in step with figures that stay, or all of them change. */
function isSeries({ figuresKept, figuresChanged, namesKept, namesChanged }: Facts): boolean {
  if (figuresChanged === 0) return false;
  const figures = figuresChanged / (figuresChanged + figuresKept);
  if (figuresChanged >= 2 && figures >= 0.2) return true;
  return figures >= 0.5 && namesChanged >= 1 && namesChanged / (namesChanged + namesKept) >= 0.2;
}

function seriesWhy({ figuresChanged, figuresKept, namesChanged }: Facts): string {
  return `the same wording with other facts: ${figuresChanged} figures differ, ${figuresKept} agree, ${namesChanged} names differ`;
}

function quotesVerdict(
  passages: readonly WordPassage[],
  figures: Omit<Verdict, 'kind' | 'why'>,
): Verdict | undefined {
  const quoted = sum(passages, ({ shared, told }) => shared - told);
  if (quoted < LEAST_QUOTED) return undefined;
  return { kind: 'quotes', ...figures, why: `a quotation of ${quoted} words in both` };
}

/** Share of a text's words that stand in the passages; quoted ones are left out unless they are the text's matter. */
function coverage(passages: readonly WordPassage[], words: Words, side: 'a' | 'b', all: boolean): number {
  const flags = words.flags;
  let total = 0;
  for (const flag of flags) if (all || (flag & WORD.quoted) === 0) total += 1;
  let covered = 0;
  for (const passage of passages) {
    const [from, to] = side === 'a' ? [passage.aFrom, passage.aTo] : [passage.bFrom, passage.bTo];
    for (let at = from; at < to; at += 1) if (all || (flags[at]! & WORD.quoted) === 0) covered += 1;
  }
  return total === 0 ? 0 : covered / total;
}

function quotedShare({ flags }: Words): number {
  let quoted = 0;
  for (const flag of flags) if ((flag & WORD.quoted) !== 0) quoted += 1;
  return flags.length === 0 ? 0 : quoted / flags.length;
}

function identityOf(passages: readonly WordPassage[]): number {
  const longer = sum(passages, ({ aFrom, aTo, bFrom, bTo }) => Math.max(aTo - aFrom, bTo - bFrom));
  return sum(passages, ({ shared }) => shared) / longer;
}

function sum(passages: readonly WordPassage[], of: (passage: WordPassage) => number): number {
  return passages.reduce((total, passage) => total + of(passage), 0);
}

/** Three places: the same on every machine and in every file. */
function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
