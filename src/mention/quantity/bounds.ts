// Bounds and doubt around a number: "more than", "up to about", "at least", "20 or more".
import type { CueEffect } from '../../lexicon/numbers.js';
import type { Phrases } from '../../lexicon/phrases.js';
import type { Amount } from './amount.js';
import type { Context } from './context.js';

/** What the cues around a number say, and where they begin and end as pieces. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly bound: 'low' | 'high' | null;
  readonly approximate: boolean;
}

/** Cues that stand directly before the amount, several in a row, the nearest bound winning. */
export function boundsBefore({ pieces, lexicon }: Context, from: number): Bounds {
  let at = from;
  let bound: Bounds['bound'] = null;
  let approximate = false;
  for (let cue = own(lexicon.before, 4); cue !== undefined; cue = own(lexicon.before, 4)) {
    if (cue.value === 'low' || cue.value === 'high') bound ??= cue.value;
    approximate ||= cue.value === 'approximate';
    at -= cue.length;
  }
  return { from: at, to: from, bound, approximate };

  function own(table: Phrases<CueEffect>, most: number): { length: number; value: CueEffect } | undefined {
    const cue = from - at > most * 2 ? undefined : table.before(pieces, at);
    return cue !== undefined && /^(?:low|high|approximate|exact)$/.test(cue.value) ? cue : undefined;
  }
}

/** A cue that stands at a piece after the number: "or more", "au plus". */
export function boundAfter({ pieces, lexicon }: Context, at: number): Bounds | undefined {
  const cue = lexicon.after.at(pieces, at);
  if (cue === undefined || !/^(?:low|high|approximate|exact)$/.test(cue.value)) return undefined;
  const bound = cue.value === 'low' || cue.value === 'high' ? cue.value : null;
  return { from: at, to: at + cue.length, bound, approximate: cue.value === 'approximate' };
}

/** The figures of an amount under a bound: "more than 20" is low 20 and no value. */
export function bounded(
  { value, low, high, range }: Amount,
  bound: Bounds['bound'],
): { value: number | null; low: number | null; high: number | null } {
  if (bound === null || range) return { value, low, high };
  const figure = value ?? (bound === 'low' ? low : high) ?? low ?? high;
  return bound === 'low'
    ? { value: null, low: figure, high: null }
    : { value: null, low: null, high: figure };
}
