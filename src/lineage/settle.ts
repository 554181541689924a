// Settling: ties seen together correct each other, whatever the order in which the documents came.
import type { Tie } from './tie.js';

/** The ties as they stand. */
export function settled(ties: readonly Tie[]): Tie[] {
  return [...ties];
}
