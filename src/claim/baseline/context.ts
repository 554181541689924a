// What every pattern of the baseline sees of a sentence, and what it gives back.
import type { Time } from '../../base/date.js';
import type { Quantity } from '../../base/quantity.js';
import type { Attribution, ClaimKind, EventCode, RoleFiller } from '../claim.js';
import type { Sentence } from '../sentences.js';
import type { StateMention } from './mentions.js';

/** A sentence laid open for patterns. Offsets inside count from its start. */
export interface SentenceContext {
  readonly sentence: Sentence;
  /** The sentence with one kind of apostrophe, same length. */
  readonly text: string;
  /** `en` or `fr`. */
  readonly language: string;
  readonly states: readonly StateMention[];
  readonly attribution: readonly Attribution[];
  readonly documentDay: string | undefined;
}

/** What a pattern found; the reader adds modality, attribution and id. */
export interface Reading {
  readonly kind: ClaimKind;
  readonly roles: Readonly<Record<string, readonly RoleFiller[]>>;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly quantities: readonly Quantity[];
  /** Span in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly time?: Time;
}

/** One pattern of the baseline: a sentence to the readings it holds. */
export type Pattern = (context: SentenceContext) => readonly Reading[];

/** The clause around a stretch of the sentence: out to the nearest comma, semicolon or dash on both sides. */
export function clauseAround(text: string, from: number, to: number): { start: number; end: number } {
  const before = Math.max(
    ...[', ', '; ', ' – ', ' — ', ': '].map((mark) => endOf(text.lastIndexOf(mark, from), mark.length)),
  );
  const stop = /[,;](?=\s)|\s[–—]\s|[.!?]["”»]?\s*$/.exec(text.slice(to));
  const end = stop === null ? text.length : to + stop.index;
  const start = Math.max(0, before);
  const lead = text.slice(start, end);
  return { start: start + (lead.length - lead.trimStart().length), end: start + lead.trimEnd().length };
}

function endOf(at: number, length: number): number {
  return at < 0 ? 0 : at + length;
}

/** The PLOVER code of a claim of a kind at a stage; what is not done yet is AGREE, CONCEDE or REQUEST. */
export function eventOf(kind: ClaimKind, stage: string, modality: string): EventCode | null {
  if (kind === 'share') return null;
  if (modality === 'urged') return { type: 'REQUEST' };
  const ahead = modality === 'planned' || modality === 'conditional';
  if (stage === 'left' || stage === 'reduced') return { type: ahead ? 'CONCEDE' : 'RETREAT' };
  if (stage === 'refused') return { type: 'REJECT' };
  if (stage === 'ended' || stage === 'suspended') return { type: ahead ? 'THREATEN' : 'SANCTION' };
  if (ahead || stage === 'proposed' || stage === 'offered') return { type: 'AGREE' };
  if (stage === 'negotiating') return { type: 'CONSULT' };
  return { type: kind === 'agreement' || stage === 'ordered' ? 'SUPPORT' : 'AID' };
}
