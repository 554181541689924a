// Words for what claims hold, as the room shows them.
import type { Time } from '../../base/date.js';
import type { RoleFiller } from '../../claim/claim.js';
import { stateName } from '../../lexicon/states.js';

/** "Mali", "African governments", "drones". */
export function fillerName(filler: RoleFiller): string {
  if ('item' in filler) return filler.item;
  if ('place' in filler) return filler.place;
  return filler.id === null ? filler.name : stateName(filler.id);
}

/** "2013-01-01 to 2017-12-31"; what is only a bound says so. */
export function timeWords({ start, end, basis }: Time): string {
  if (basis === 'bound')
    return end === undefined
      ? start === undefined
        ? 'not said'
        : `not said; from ${start}`
      : `not said; by ${end}`;
  return start === end ? (start ?? 'not said') : `${start ?? '…'} to ${end ?? '…'}`;
}
