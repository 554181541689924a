// The dyadic event: who does what to whom, in the codes of PLOVER.
import type { Actor, Place } from '../claim.js';

/** One event between two sides; a side that is not known is null. */
export interface Dyad {
  /** ISO 3166-1 alpha-3, `IGO` for an international organisation, or the code of the user's own list. */
  readonly source: string | null;
  readonly target: string | null;
  /** PLOVER type of the manual of February 2024. */
  readonly type: string;
  /** CAMEO code, where the crosswalk is certain. */
  readonly cameo?: string;
  /** The words that name the side. */
  readonly sourceText: string | null;
  readonly targetText: string | null;
  /** The evidence: UTF-16 offsets into the document's text, or into its title where `where` is `title`. */
  readonly start: number;
  readonly end: number;
  readonly where?: 'title';
}

/** The code of one side. */
export function codeOf(side: Actor | Place): string | null {
  if ('class' in side && side.mention?.how === 'list' && side.id !== null) return side.id;
  const state = side.state ?? null;
  if (state !== null) return state;
  return 'class' in side && side.class === 'igo' ? 'IGO' : null;
}
