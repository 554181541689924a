// Fingerprints of a text: all that it is looked up by, and the few that it is kept by.
import { runHash, scattered } from '../text/hash.js';
import { WORD, type Words } from '../text/words.js';

/** Words in a run: shorter ones are common to all news, longer ones do not survive a rewriting. */
const RUN = 5;
/** Of any so many runs in a row one is kept (winnowing: Schleimer, Wilkerson and Aiken 2003). */
const RUN_WINDOW = 12;
/** Names and figures in a row, other words left out: they survive where no run of five does. */
const ANCHORS = 3;
const ANCHOR_WINDOW = 5;
const ANCHOR_SALT = 0x9e3779b9;
/** A text this short is kept by every fingerprint. */
const SHORT = 60;

/** The fingerprints of a text. */
export interface Fingerprints {
  /** Every one: what a new text is looked up by. */
  readonly all: Uint32Array;
  /** Those that the record keeps. */
  readonly kept: Uint32Array;
}

/** The fingerprints of a text: runs of five words, and triples of names and figures. */
export function fingerprintsOf(words: Words): Fingerprints {
  const runs = runHashes(words.hashes, RUN);
  const anchors = anchorHashes(words);
  const isShort = words.hashes.length <= SHORT;
  const kept = [
    ...winnowed(runs, isShort ? 1 : RUN_WINDOW),
    ...winnowed(anchors, isShort ? 1 : ANCHOR_WINDOW),
  ];
  const all = new Uint32Array(runs.length + anchors.length);
  all.set(runs);
  all.set(anchors, runs.length);
  return { all, kept: Uint32Array.from(new Set(kept)) };
}

function runHashes(hashes: Uint32Array, length: number): Uint32Array {
  const count = Math.max(0, hashes.length - length + 1);
  const runs = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) runs[at] = runHash(hashes, at, length);
  return runs;
}

function anchorHashes({ hashes, flags }: Words): Uint32Array {
  const anchors: number[] = [];
  for (let at = 0; at < hashes.length; at += 1) {
    if ((flags[at]! & (WORD.figure | WORD.name)) !== 0) anchors.push(hashes[at]!);
  }
  return runHashes(Uint32Array.from(anchors), ANCHORS).map((hash) => scattered(hash ^ ANCHOR_SALT));
}

/** The least of every window of hashes in a row, the rightmost where several are least. */
function winnowed(hashes: Uint32Array, window: number): number[] {
  const size = Math.min(window, hashes.length);
  const kept: number[] = [];
  let least = -1;
  let last = -1;
  for (let end = 0; end < hashes.length; end += 1) {
    const start = Math.max(0, end - size + 1);
    if (least < start) least = leastIn(hashes, start, end);
    else if (hashes[end]! <= hashes[least]!) least = end;
    if (end + 1 < size || least === last) continue;
    kept.push(hashes[least]!);
    last = least;
  }
  return kept;
}

function leastIn(hashes: Uint32Array, start: number, end: number): number {
  let least = start;
  for (let at = start + 1; at <= end; at += 1) if (hashes[at]! <= hashes[least]!) least = at;
  return least;
}
