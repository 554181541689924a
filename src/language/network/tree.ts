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
  if (rootsOf(free) === 1) return free;
  punishRoots(scores, size);
  return edmonds(scores, size);
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

const rootsOf = (heads: Int32Array): number => heads.reduce((sum, head) => sum + Number(head === 0), 0);

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

/** Takes so much from every arc to the root that the best tree has as few of them as it can: one. */
function punishRoots(scores: Float64Array, size: number): void {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of scores) {
    if (score === Number.NEGATIVE_INFINITY) continue;
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  const price = 1 + 2 * size * (high - low) + Math.max(Math.abs(high), Math.abs(low));
  for (let word = 1; word < size; word += 1) scores[word * size]! -= price;
}

/** Chu-Liu-Edmonds, one cycle after the other made one node; quadratic in all. `scores` is square, row a dependent. */
function edmonds(scores: Float64Array, size: number): Int32Array {
  const graph = new Graph(scores, size);
  for (let cycle = graph.cycle(); cycle !== undefined; cycle = graph.cycle()) graph.contract(cycle);
  return graph.heads();
}

/** Words and the cycles that were made one node; an arc is a cell, its row the dependent, its column the head. */
class Graph {
  readonly #size: number;
  /** Cells in a row: there are at most as many cycles as words. */
  readonly #columns: number;
  readonly #scores: Float64Array;
  /** By cell, the arc between two words that it stands for, as a cell of the first matrix. */
  readonly #arcs: Int32Array;
  /** By node, its best head. */
  readonly #best: Int32Array;
  /** By node, the cycle that it is in, 0 for none. */
  readonly #inside: Int32Array;
  readonly #seen: Int32Array;
  readonly #cycles: (readonly number[])[] = [];
  #nodes: number[];

  constructor(scores: Float64Array, size: number) {
    this.#size = size;
    this.#columns = 2 * size;
    this.#scores = new Float64Array(this.#columns * this.#columns).fill(Number.NEGATIVE_INFINITY);
    this.#arcs = new Int32Array(this.#columns * this.#columns);
    this.#best = new Int32Array(this.#columns);
    this.#inside = new Int32Array(this.#columns);
    this.#seen = new Int32Array(this.#columns);
    this.#nodes = Array.from({ length: size }, (_, node) => node);
    for (let word = 1; word < size; word += 1)
      for (let head = 0; head < size; head += 1) {
        this.#scores[word * this.#columns + head] = scores[word * size + head]!;
        this.#arcs[word * this.#columns + head] = word * size + head;
      }
    for (let word = 1; word < size; word += 1) this.#choose(word);
  }

  #choose(node: number): void {
    const row = node * this.#columns;
    let best = -1;
    for (const head of this.#nodes)
      if (head !== node && (best < 0 || this.#scores[row + head]! > this.#scores[row + best]!)) best = head;
    this.#best[node] = best;
  }

  /** A cycle among the best heads, undefined where they are a tree. */
  cycle(): number[] | undefined {
    this.#seen.fill(0);
    for (const start of this.#nodes) {
      let at = start;
      while (at !== 0 && this.#seen[at] === 0) {
        this.#seen[at] = start;
        at = this.#best[at]!;
      }
      if (at === 0 || this.#seen[at] !== start) continue;
      const cycle = [at];
      for (let next = this.#best[at]!; next !== at; next = this.#best[next]!) cycle.push(next);
      return cycle;
    }
    return undefined;
  }

  /** Makes a cycle one node: arcs from it are its members' best, arcs into it what they gain over the cycle's own. */
  contract(cycle: readonly number[]): void {
    const made = this.#size + this.#cycles.push(cycle) - 1;
    for (const member of cycle) this.#inside[member] = made;
    this.#nodes = this.#nodes.filter((node) => this.#inside[node] === 0);
    for (const member of cycle) {
      const own = this.#scores[member * this.#columns + this.#best[member]!]!;
      for (const node of this.#nodes) {
        this.#better(node * this.#columns + made, node * this.#columns + member, 0);
        this.#better(made * this.#columns + node, member * this.#columns + node, own);
      }
    }
    for (const node of this.#nodes) if (this.#inside[this.#best[node]!] === made) this.#best[node] = made;
    this.#nodes.push(made);
    this.#choose(made);
  }

  /** Takes over the arc of another cell where it is the better one, or the first. */
  #better(cell: number, other: number, less: number): void {
    const score = this.#scores[other]! - less;
    if (this.#arcs[cell] !== 0 && !(score > this.#scores[cell]!)) return;
    this.#scores[cell] = score;
    this.#arcs[cell] = this.#arcs[other]!;
  }

  /** The heads of the words: each cycle is opened where an arc enters it. */
  heads(): Int32Array {
    const arcs = new Int32Array(this.#columns);
    const take = (node: number): void => {
      arcs[node] = this.#arcs[node * this.#columns + this.#best[node]!]!;
    };
    for (const node of this.#nodes) if (node !== 0) take(node);
    for (let made = this.#size + this.#cycles.length - 1; made >= this.#size; made -= 1) {
      let entered = Math.floor(arcs[made]! / this.#size);
      while (this.#inside[entered] !== made) entered = this.#inside[entered]!;
      for (const member of this.#cycles[made - this.#size]!) take(member);
      arcs[entered] = arcs[made]!;
    }
    return Int32Array.from({ length: this.#size - 1 }, (_, index) => arcs[index + 1]! % this.#size);
  }
}
