// Colours on a terminal only, and never where NO_COLOR is set; a worker is told by who started it.
import { isMainThread, workerData } from 'node:worker_threads';
import pc from 'picocolors';

/** What a worker is told, having no terminal of its own to ask. */
export interface Terminal {
  readonly isColoured: boolean;
}

const wanted = isMainThread
  ? process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === ''
  : (workerData as Terminal | null)?.isColoured === true;

/** Functions that colour a text, or leave it as it is. */
export const colours = pc.createColors(wanted);
