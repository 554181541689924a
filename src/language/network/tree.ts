// The best tree over arc scores: Chu and Liu 1965, Edmonds 1967, with exactly one word under the root.

/** Scores of heads: a row a dependent, a column a head, column 0 the root; `columns` floats a row. */
export interface ArcScores {
  readonly floats: Float32Array;
  /** Index of the first float. */
  readonly from: number;
  readonly columns: number;
  readonly count: number;
}

/** The head of every word, from 1, 0 for the root: a tree with one root whatever the scores are. */
export function bestTree(arcs: ArcScores): Int32Array {
  const { count } = arcs;
  const greedy = greedyHeads(arcs);
  if (isTree(greedy)) return greedy;
  const size = count + 1;
  const scores = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let word = 1; word <= count; word += 1)
    for (let head = 0; head <= count; head += 1)
      if (head !== word) scores[word * size + head] = scoreOf(arcs, word, head);
  const free = edmonds(scores, size);
  const roots = rootsOf(free);
  if (roots.length === 1) return free;
  return bestWithOneRoot(scores, size, roots);
}

function scoreOf({ floats, from, columns }: ArcScores, word: number, head: number): number {
  const score = floats[from + (word - 1) * columns + head]!;
  return Number.isFinite(score) ? score : -1e30;
}

function greedyHeads(arcs: ArcScores): Int32Array {
  const heads = new Int32Array(arcs.count);
  for (let word = 1; word <= arcs.count; word += 1) {
    let best = word === 1 && arcs.count > 0 ? 0 : 0;
    let top = scoreOf(arcs, word, 0);
    for (let head = 1; head <= arcs.count; head += 1) {
      const score = head === word ? Number.NEGATIVE_INFINITY : scoreOf(arcs, word, head);
      if (score > top) {
        top = score;
        best = head;
      }
    }
    heads[word - 1] = best;
  }
  return heads;
}

const rootsOf = (heads: Int32Array): number[] =>
  [...heads.keys()].filter((index) => heads[index] === 0).map((index) => index + 1);

/** True where every word reaches the root and exactly one hangs on it. */
export function isTree(heads: ArrayLike<number>): boolean {
  const state = new Int8Array(heads.length + 1);
  state[0] = 2;
  let roots = 0;
  for (let word = 1; word <= heads.length; word += 1) {
    if (heads[word - 1] === 0) roots += 1;
    let at = word;
    while (state[at] === 0) {
      state[at] = 1;
      at = heads[at - 1]!;
    }
    if (state[at] === 1) return false;
    for (let back = word; state[back] === 1; back = heads[back - 1]!) state[back] = 2;
  }
  return roots === 1 || heads.length === 0;
}

function bestWithOneRoot(scores: Float64Array, size: number, roots: readonly number[]): Int32Array {
  let best: Int32Array | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const forced = scores.slice();
    for (let word = 1; word < size; word += 1)
      if (word !== root) forced[word * size] = Number.NEGATIVE_INFINITY;
    const heads = edmonds(forced, size);
    let sum = 0;
    heads.forEach((head, index) => {
      sum += scores[(index + 1) * size + head]!;
    });
    if (best === undefined || sum > top) {
      best = heads;
      top = sum;
    }
  }
  return best!;
}

/** Chu-Liu-Edmonds, contracting one cycle at a time; quadratic per contraction. `scores` is square, row a dependent. */
function edmonds(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let word = 1; word < size; word += 1) {
    let best = -1;
    let top = Number.NEGATIVE_INFINITY;
    for (let head = 0; head < size; head += 1) {
      const score = scores[word * size + head]!;
      if (head !== word && (best < 0 || score > top)) {
        best = head;
        top = score;
      }
    }
    heads[word] = best;
  }
  const cycle = cycleIn(heads);
  return cycle === undefined ? heads.slice(1) : contracted(scores, size, heads, cycle);
}

function cycleIn(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start += 1) {
    let at = start;
    while (at !== 0 && seen[at] === 0) {
      seen[at] = start;
      at = heads[at]!;
    }
    if (at === 0 || seen[at] !== start) continue;
    const cycle = [at];
    for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return undefined;
}

function contracted(
  scores: Float64Array,
  size: number,
  heads: Int32Array,
  cycle: readonly number[],
): Int32Array {
  const inside = new Set(cycle);
  const outside = Array.from({ length: size }, (_, node) => node).filter((node) => !inside.has(node));
  const smaller = outside.length + 1;
  const merged = outside.length;
  const next = new Float64Array(smaller * smaller).fill(Number.NEGATIVE_INFINITY);
  const enters = new Int32Array(smaller);
  const leaves = new Int32Array(smaller);
  outside.forEach((node, index) => {
    outside.forEach((other, column) => {
      if (node !== 0 && node !== other) next[index * smaller + column] = scores[node * size + other]!;
    });
    for (const member of cycle) {
      const out = node === 0 ? Number.NEGATIVE_INFINITY : scores[node * size + member]!;
      if (leaves[index] === 0 || out > next[index * smaller + merged]!) {
        next[index * smaller + merged] = out;
        leaves[index] = member;
      }
      const into = scores[member * size + node]! - scores[member * size + heads[member]!]!;
      if (enters[index] === 0 || into > next[merged * smaller + index]!) {
        next[merged * smaller + index] = into;
        enters[index] = member;
      }
    }
  });
  const inner = edmonds(next, smaller);
  const found = heads.slice();
  outside.forEach((node, index) => {
    if (node === 0) return;
    const head = inner[index - 1]!;
    found[node] = head === merged ? leaves[index]! : outside[head]!;
  });
  const entry = inner[merged - 1]!;
  found[enters[entry]!] = outside[entry]!;
  return found.slice(1);
}
