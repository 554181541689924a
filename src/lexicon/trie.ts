// The edges of a trie over hashes, in flat arrays: many thousand phrases in little memory.

/** No node. */
export const NONE = -1;

/** What leads from a node over a hashed piece to the next node; open addressing. */
export class Edges {
  #size = 0;
  #nodes: Int32Array;
  #hashes: Int32Array;
  #next: Int32Array;

  /** For about `size` edges; grows where there are more. */
  constructor(size: number) {
    const slots = 1 << Math.ceil(Math.log2(size * 2));
    this.#nodes = new Int32Array(slots).fill(NONE);
    this.#hashes = new Int32Array(slots);
    this.#next = new Int32Array(slots);
  }

  /** The next node, {@link NONE} where no edge leads on. */
  get(node: number, hash: number): number {
    const at = this.#slot(node, hash);
    return this.#nodes[at] === NONE ? NONE : this.#next[at]!;
  }

  /** Leads from a node over a hash to `next`. */
  set(node: number, hash: number, next: number): void {
    if (this.#size * 2 > this.#nodes.length) this.#grow();
    const at = this.#slot(node, hash);
    if (this.#nodes[at] === NONE) this.#size += 1;
    this.#nodes[at] = node;
    this.#hashes[at] = hash;
    this.#next[at] = next;
  }

  #slot(node: number, hash: number): number {
    const mask = this.#nodes.length - 1;
    const mixed = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    for (; this.#nodes[at] !== NONE; at = (at + 1) & mask)
      if (this.#nodes[at] === node && this.#hashes[at] === hash) break;
    return at;
  }

  #grow(): void {
    const [nodes, hashes, next] = [this.#nodes, this.#hashes, this.#next];
    this.#nodes = new Int32Array(nodes.length * 8).fill(NONE);
    this.#hashes = new Int32Array(nodes.length * 8);
    this.#next = new Int32Array(nodes.length * 8);
    this.#size = 0;
    for (let at = 0; at < nodes.length; at += 1)
      if (nodes[at] !== NONE) this.set(nodes[at]!, hashes[at]!, next[at]!);
  }
}
