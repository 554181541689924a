// A word or phrase that means somebody named elsewhere in the document.
import type { Span } from '../../base/span.js';
import type { Actor, Place } from '../actor.js';
import type { Remembered } from './memory.js';

/**
 * What the words stand for: `actor` for who acts, `place` for where, `pact` for an agreement whose parties `actors` are.
 * One word may be given twice where only the predicate can tell: `it` as Chad and as Chad's accord with France.
 */
export interface Anaphor extends Span {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly reading: 'actor' | 'place' | 'pact';
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  /** Where those are named; offsets into the title where `inTitle`. */
  readonly antecedents: readonly Span[];
  readonly inTitle: boolean;
  /** False where another reading would do as well. */
  readonly sure: boolean;
}

/** What an anaphor is made of. */
export interface Meaning {
  readonly reading: Anaphor['reading'];
  readonly actors?: readonly Actor[];
  readonly places?: readonly Place[];
  readonly antecedents: readonly Span[];
  readonly inTitle?: boolean;
  readonly sure?: boolean;
}

/** The anaphor on the words `from` to `to`; actors and places stand where the words stand, `how` being `anaphor`. */
export function anaphor(
  { sentence }: Remembered,
  { from, to, head }: { from: number; to: number; head: number },
  meaning: Meaning,
): Anaphor {
  const start = sentence.words[from]!.start;
  const end = sentence.words[to]!.end;
  const mention = { start, end, how: 'anaphor' };
  return {
    start,
    end,
    from,
    to,
    head,
    reading: meaning.reading,
    actors: (meaning.actors ?? []).map((actor) => ({ ...actor, mention })),
    places: (meaning.places ?? []).map((place) => ({ ...place, mention })),
    antecedents: meaning.antecedents,
    inTitle: meaning.inTitle ?? false,
    sure: meaning.sure ?? true,
  };
}
