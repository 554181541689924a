// Filling: the equal words between two seeds, and beyond the first and last, in order.
import type { Run } from './chains.js';

/** A gap wider than this on either side is left as it is. */
const WIDEST = 48;
/** Words looked at beyond the ends of a chain. */
const REACH = 24;
const STRIDE = WIDEST + 1;
/** An end is carried on while equal words make up for those that differ. */
const DIFFERENCE_COST = 0.45;

const table = new Uint8Array(STRIDE * STRIDE);
const scores = new Float32Array((REACH + 1) * (REACH + 1));

/** A stretch of either text: words `[from, to)`. */
export interface Stretch {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** The equal words of a stretch in order, as runs: the longest common subsequence. */
export function commonRuns(a: Uint32Array, b: Uint32Array, { aFrom, aTo, bFrom, bTo }: Stretch): Run[] {
  const rows = aTo - aFrom;
  const columns = bTo - bFrom;
  if (rows <= 0 || columns <= 0 || rows > WIDEST || columns > WIDEST) return [];
  for (let column = 0; column <= columns; column += 1) table[rows * STRIDE + column] = 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    table[row * STRIDE + columns] = 0;
    for (let column = columns - 1; column >= 0; column -= 1) {
      const at = row * STRIDE + column;
      table[at] =
        a[aFrom + row] === b[bFrom + column]
          ? table[at + STRIDE + 1]! + 1
          : Math.max(table[at + STRIDE]!, table[at + 1]!);
    }
  }
  const runs: Run[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const at = row * STRIDE + column;
    if (table[at] === 0) break;
    if (a[aFrom + row] === b[bFrom + column]) {
      push(runs, aFrom + row, bFrom + column);
      row += 1;
      column += 1;
    } else if (table[at + STRIDE]! >= table[at + 1]!) row += 1;
    else column += 1;
  }
  return runs;
}

function push(runs: Run[], a: number, b: number): void {
  const last = runs[runs.length - 1];
  if (last !== undefined && last.a + last.length === a && last.b + last.length === b)
    runs[runs.length - 1] = { a: last.a, b: last.b, length: last.length + 1 };
  else runs.push({ a, b, length: 1 });
}

/**
 * How far a passage reaches past its last seed: words of either text, `step` 1 forward and -1 backward.
 *
 * The best cell of a local alignment (Smith and Waterman 1981) with one point for an equal word; zero where none pays.
 */
export function reach(
  a: { words: Uint32Array; at: number; limit: number },
  b: { words: Uint32Array; at: number; limit: number },
  step: 1 | -1,
): { a: number; b: number } {
  const rows = Math.min(REACH, Math.max(0, step * (a.limit - a.at)));
  const columns = Math.min(REACH, Math.max(0, step * (b.limit - b.at)));
  const stride = REACH + 1;
  let best = { a: 0, b: 0 };
  let bestScore = 0;
  for (let column = 0; column <= columns; column += 1) scores[column] = -DIFFERENCE_COST * column;
  for (let row = 1; row <= rows; row += 1) {
    scores[row * stride] = -DIFFERENCE_COST * row;
    const word = a.words[step === 1 ? a.at + row - 1 : a.at - row];
    for (let column = 1; column <= columns; column += 1) {
      const at = row * stride + column;
      const isSame = word === b.words[step === 1 ? b.at + column - 1 : b.at - column];
      const diagonal = scores[at - stride - 1]! + (isSame ? 1 : -DIFFERENCE_COST);
      const score = Math.max(
        diagonal,
        scores[at - stride]! - DIFFERENCE_COST,
        scores[at - 1]! - DIFFERENCE_COST,
      );
      scores[at] = score;
      if (isSame && score > bestScore) {
        bestScore = score;
        best = { a: row, b: column };
      }
    }
  }
  return best;
}
