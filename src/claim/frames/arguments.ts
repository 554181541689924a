// The arguments of a frame: of its companions first, then of the predicate, then of the nouns that are its subject and object.
import type { Companion } from './frame.js';
import { type Functions, functionsOf } from './functions.js';
import type { Tree } from './tree.js';

const OWN = new Set(['subj', 'prt', 'refl', 'expl']);
/** Particles and adverbs are told apart by treebanks, not by authors of frames. */
const PARTICLES = new Set(['prt', 'adv']);
const NEAR = 4;

/** Where the functions of a frame are looked up. */
export class Arguments {
  readonly #layers: readonly Functions[];

  private constructor(
    readonly tree: Tree,
    readonly own: Functions,
    /** Companion words in the order of the frame. */
    readonly companions: readonly number[],
  ) {
    this.#layers = [...[...companions].reverse().map((word) => functionsOf(tree, word)), own];
  }

  /** The arguments of a predicate, undefined where it lacks a companion. */
  static of(tree: Tree, at: number, wanted: readonly Companion[]): Arguments | undefined {
    const own = functionsOf(tree, at);
    let found = new Arguments(tree, own, []);
    for (const companion of wanted) {
      const word = found.#companion(at, companion);
      if (word === undefined) return undefined;
      if (word >= 0) found = new Arguments(tree, own, [...found.companions, word]);
    }
    return found;
  }

  /** Word indices of a function, innermost first. */
  get(name: string): readonly number[] {
    if (name.startsWith('^')) return this.own.get(name.slice(1)) ?? [];
    if (OWN.has(name)) return this.own.get(name) ?? [];
    for (const layer of this.#layers) {
      const list = layer.get(name)?.filter((word) => !this.companions.includes(word));
      if (list !== undefined && list.length > 0) return list;
    }
    if (name === 'obj' || name === 'iobj' || name === 'comp') return [];
    for (const noun of [...(this.own.get('obj') ?? []), ...(this.own.get('subj') ?? [])]) {
      const list = functionsOf(this.tree, noun).get(name);
      if (list !== undefined && this.tree.word(noun).upos !== 'VERB') return list;
    }
    return [];
  }

  /** The companion's word, -1 where it is no argument (a reflexive), undefined where it is missing. */
  #companion(at: number, { function: name, lemmas, inside }: Companion): number | undefined {
    const { tree } = this;
    const fits = (word: number): boolean =>
      lemmas.includes(tree.word(word).lemma.toLowerCase()) ||
      lemmas.includes(tree.word(word).form.toLowerCase());
    if (name === 'refl') return this.own.has('refl') ? -1 : undefined;
    if (PARTICLES.has(name)) {
      for (let word = at + 1; word <= at + NEAR && word < tree.words.length; word += 1)
        if (fits(word) && (tree.head(word) === at || word === at + 1)) return -1;
      return [...(this.own.get('adv') ?? []), ...(this.own.get('prt') ?? [])].some(fits) ? -1 : undefined;
    }
    const heads = name === 'subj' ? (this.own.get('subj') ?? []) : this.get(name);
    if (inside) return heads.flatMap((head) => tree.phrase(head)).find(fits);
    return heads.find((head) => fits(head)) ?? heads.flatMap((head) => tree.conjuncts(head)).find(fits);
  }
}
