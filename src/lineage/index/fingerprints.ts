// Fingerprints of a text: all that it is looked up by, and the few that it is kept by.
import { runHash, scattered } from '../text/hash.js';
import { WORD, type Words } from '../text/words.js';

/** Words in a run: shorter ones are common to all news, longer ones do not survive a rewriting. */
const RUN = 5;
/** A run with fewer words that carry meaning ("it is one of the") is no text's own. */
const LEAST_CONTENT = 2;
/** Of any so many runs in a row one is kept (winnowing: Schleimer, Wilkerson and Aiken 2003). */
const RUN_WINDOW = 24;
const ANCHOR_WINDOW = 10;
/** Of a text of middle length one in fewer, so that it keeps about as many as a long one. */
const MIDDLE = 400;
const MIDDLE_SHARE = 2;
/** And looked up by one of any so many: nearly all that others keep are among these, at half the work. */
const RUN_QUERY = 4;
/** Names and figures in a row, other words left out: they survive where no run of five does. */
const ANCHORS = 3;
const ANCHOR_QUERY = 2;
const ANCHOR_SALT = 0x9e3779b9;
/** A text this short is kept by every fingerprint. */
const SHORT = 60;

/** The fingerprints of a text. */
export interface Fingerprints {
  /** What a new text is looked up by. */
  readonly query: Uint32Array;
  /** Those that the record keeps. */
  readonly kept: Uint32Array;
}

/** The fingerprints of a text: runs of five words, and triples of names and figures. */
export function fingerprintsOf(words: Words): Fingerprints {
  const runs = runHashes(words);
  const anchors = anchorHashes(words);
  const isShort = words.hashes.length <= SHORT;
  const chosen = (run: number, anchor: number): Uint32Array =>
    Uint32Array.from(
      new Set([...winnowed(runs, isShort ? 1 : run), ...winnowed(anchors, isShort ? 1 : anchor)]),
    );
  const share = words.hashes.length <= MIDDLE ? MIDDLE_SHARE : 1;
  return {
    query: chosen(RUN_QUERY, ANCHOR_QUERY),
    kept: chosen(Math.ceil(RUN_WINDOW / share), Math.ceil(ANCHOR_WINDOW / share)),
  };
}

function runHashes({ hashes, flags }: Words): Uint32Array {
  const runs = new Uint32Array(Math.max(0, hashes.length - RUN + 1));
  let count = 0;
  let content = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    content += flags[at]! & WORD.content;
    if (at >= RUN) content -= flags[at - RUN]! & WORD.content;
    if (at + 1 < RUN || content < LEAST_CONTENT * WORD.content) continue;
    runs[count] = runHash(hashes, at + 1 - RUN, RUN);
    count += 1;
  }
  return runs.subarray(0, count);
}

function anchorHashes({ hashes, flags }: Words): Uint32Array {
  const anchors: number[] = [];
  for (let at = 0; at < hashes.length; at += 1) {
    if ((flags[at]! & (WORD.figure | WORD.name)) !== 0) anchors.push(hashes[at]!);
  }
  const triples = new Uint32Array(Math.max(0, anchors.length - ANCHORS + 1));
  const hashed = Uint32Array.from(anchors);
  for (let at = 0; at < triples.length; at += 1)
    triples[at] = scattered(runHash(hashed, at, ANCHORS) ^ ANCHOR_SALT);
  return triples;
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
