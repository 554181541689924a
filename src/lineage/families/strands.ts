// Strands: what the ties join, text by text, or part by part where a text is stitched.
import type { Span } from '../../base/span.js';
import type { Tie } from '../tie.js';
import { type Link, overlapOf, sideOf } from './links.js';

/** A whole text, or a part of a stitched one. */
export interface Member {
  readonly document: string;
  /** Where the part stands; absent for a whole text. */
  readonly spans?: readonly Span[];
}

interface Node {
  parent: Node | undefined;
  readonly member: Member;
  /** Of a root: everything joined with it. */
  members: Member[];
}

/** Passages of a stitched text that share this much are one part of it. */
const SAME_PART = 0.5;

/** Texts and parts of texts, joined tie by tie. */
export class Strands {
  readonly #composites: ReadonlySet<string>;
  readonly #nodes = new Map<string, Node[]>();

  constructor(composites: ReadonlySet<string>) {
    this.#composites = composites;
  }

  /** True where a tie joins nothing: between two stitched texts it cannot tell which part is meant. */
  isIdle({ a, b }: Tie): boolean {
    return this.#composites.has(a) && this.#composites.has(b);
  }

  /** What the two sides of a tie are joined with so far; the same array for both where they are one already. */
  sides(tie: Tie): { readonly a: readonly Member[]; readonly b: readonly Member[] } {
    return {
      a: rootOf(this.#nodeOf(sideOf(tie, tie.a), tie.a)).members,
      b: rootOf(this.#nodeOf(sideOf(tie, tie.b), tie.b)).members,
    };
  }

  /** Makes the two sides of a tie one. */
  join(tie: Tie): void {
    const first = rootOf(this.#nodeOf(sideOf(tie, tie.a), tie.a));
    const second = rootOf(this.#nodeOf(sideOf(tie, tie.b), tie.b));
    if (first === second) return;
    const [large, small] = first.members.length >= second.members.length ? [first, second] : [second, first];
    small.parent = large;
    large.members.push(...small.members);
    small.members = [];
  }

  /** The groups that were joined, each text or part once. */
  groups(): Member[][] {
    return [...this.#nodes.values()]
      .flat()
      .flatMap((node) => (node.parent === undefined ? [node.members] : []));
  }

  #nodeOf(link: Link, document: string): Node {
    const known = this.#nodes.get(document) ?? [];
    const isWhole = !this.#composites.has(document);
    const found = known.find(
      ({ member }) => isWhole || overlapOf(member.spans ?? [], link.spans) >= SAME_PART,
    );
    if (found !== undefined) return found;
    const member = isWhole ? { document } : { document, spans: link.spans };
    const node: Node = { parent: undefined, member, members: [member] };
    this.#nodes.set(document, [...known, node]);
    return node;
  }
}

function rootOf(node: Node): Node {
  let root = node;
  while (root.parent !== undefined) root = root.parent;
  return root;
}
