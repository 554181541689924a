// The arguments of a frame: of its companions first, then of the predicate, then of the nouns that are its subject and object.

import type { Tree } from '../tree.js';
import type { Companion, Frame } from './frame.js';
import { type Functions, functionsOf } from './functions.js';

const OWN = new Set(['subj', 'prt', 'refl', 'expl']);
/** Particles and adverbs are told apart by treebanks, not by authors of frames. */
const PARTICLES = new Set(['prt', 'adv']);
const NEAR = 4;
const DEEP = 3;
const OF = ['of', 'de'];
/** Prepositions so common that only those of the nearest nouns are looked at. */
const CLOSE = new Set(['of', 'de', 'in', 'en', 'dans', 'on', 'sur', 'at', 'loc']);

/** What of a frame says where its arguments are. */
type Predicate = Pick<Frame, 'companions' | 'upos' | 'intransitive'>;

/** True for a lemma that only counts: `series`, `number`. */
type Counts = (lemma: string) => boolean;

/** Where the functions of a frame are looked up. */
export class Arguments {
  readonly #layers: readonly Functions[];
  /** An object of the predicate that is no companion is the frame's, but for one whose companion is a verb. */
  readonly #ownFirst: boolean;

  private constructor(
    readonly tree: Tree,
    readonly own: Functions,
    /** Companion words in the order of the frame. */
    readonly companions: readonly number[],
    /** Objects of particles that the tree takes for prepositions: `rolled over their memorandum`. */
    readonly particled: readonly number[] = [],
    /** True for a frame without an object: who seems to be done something to does it. */
    readonly intransitive: boolean = false,
  ) {
    const inner = [...companions]
      .reverse()
      .filter((word) => /^(?:NOUN|PROPN|VERB)$/.test(tree.word(word).upos));
    this.#layers = [...inner.map((word) => functionsOf(tree, word)), own];
    this.#ownFirst = inner.every((word) => tree.word(word).upos !== 'VERB');
  }

  /** The arguments of a predicate, undefined where it lacks a companion. */
  static of(
    tree: Tree,
    at: number,
    { companions: wanted, upos, intransitive }: Predicate,
    counts: Counts = () => false,
  ): Arguments | undefined {
    const own = functionsOf(tree, at, upos);
    let found = new Arguments(tree, own, [], [], intransitive);
    for (const companion of wanted) {
      const word = found.#companion(at, companion, counts);
      if (word === undefined) return undefined;
      const { companions, particled } = found;
      if (word.companion !== undefined)
        found = new Arguments(tree, own, [...companions, word.companion], particled, intransitive);
      if (word.object !== undefined)
        found = new Arguments(tree, own, companions, [...particled, word.object], intransitive);
    }
    return found;
  }

  /** Word indices of a function, innermost first. */
  get(name: string): readonly number[] {
    if (name.startsWith('^')) return this.own.get(name.slice(1)) ?? [];
    if (name === 'subj' && this.intransitive) return this.own.get('subj') ?? this.own.get('obj') ?? [];
    if (OWN.has(name)) return this.own.get(name) ?? [];
    if (name === 'obj' && this.#ownFirst) {
      const own = this.own.get(name)?.filter((word) => !this.companions.includes(word)) ?? [];
      if (own.length > 0) return own;
    }
    for (const layer of this.#layers) {
      const list = layer.get(name)?.filter((word) => !this.companions.includes(word));
      if (list !== undefined && list.length > 0) return list;
    }
    if (name === 'obj')
      return this.particled.length > 0
        ? this.particled
        : (this.own.get('obj') ?? this.own.get('compound') ?? this.#heldBy(OF));
    if (name === 'iobj' || name === 'comp') return [];
    const own = this.own.get(name) ?? [];
    return own.length > 0 ? own : this.#nested(name);
  }

  /** All words of a function, of the companions and of the predicate. */
  all(name: string): readonly number[] {
    const own = name.startsWith('^') ? [] : this.#layers.flatMap((layer) => layer.get(name) ?? []);
    return [...new Set([...this.get(name), ...(OWN.has(name) ? [] : own)])];
  }

  /** What stands under the companions with a preposition. */
  #heldBy(names: readonly string[]): readonly number[] {
    for (const name of names)
      for (const layer of this.#layers) {
        const list = layer.get(name);
        if (list !== undefined) return list;
      }
    return [];
  }

  /** The nearest phrase with a preposition anywhere among the nouns that are arguments: `took delivery of drones from Turkey`. */
  #nested(name: string): readonly number[] {
    const { tree } = this;
    let nouns = [
      ...this.companions,
      ...['obj', 'subj'].flatMap((one) => this.own.get(one) ?? []),
      ...(CLOSE.has(name) ? [] : [...this.own.values()].flat()),
    ].filter((word) => tree.word(word).upos !== 'VERB');
    const seen = new Set<number>();
    for (let depth = 0; depth < DEEP && nouns.length > 0; depth += 1) {
      const next: number[] = [];
      for (const noun of nouns) {
        if (seen.has(noun)) continue;
        seen.add(noun);
        const list = functionsOf(tree, noun)
          .get(name)
          ?.filter((word) => word !== noun && !this.companions.includes(word));
        if (list !== undefined && list.length > 0) return list;
        if (!CLOSE.has(name)) next.push(...tree.childrenBy(noun, 'nmod', 'obl', 'conj'));
      }
      nouns = next;
    }
    return [];
  }

  /** The companion's word; nothing for a reflexive or a particle; undefined where it is missing. */
  #companion(at: number, { function: name, lemmas, inside }: Companion, counts: Counts): Found | undefined {
    const { tree } = this;
    const fits = (word: number): boolean =>
      lemmas[0] === '*' ||
      lemmas.includes(tree.word(word).lemma.toLowerCase()) ||
      lemmas.includes(tree.word(word).form.toLowerCase());
    if (name === 'refl') return this.own.has('refl') ? {} : undefined;
    if (PARTICLES.has(name)) {
      for (let word = at + 1; word <= at + FAR && word < tree.words.length; word += 1)
        if (fits(word) && (word <= at + NEAR ? isParticle(tree, at, word) : isClosing(tree, at, word)))
          return particle(tree, at, word);
      return [...(this.own.get('adv') ?? []), ...(this.own.get('prt') ?? [])].some(fits) ? {} : undefined;
    }
    const heads = OWN.has(name) ? (this.own.get(name) ?? []) : this.get(name);
    const found = inside
      ? heads.flatMap((head) => tree.phrase(head)).find(fits)
      : (heads.find(fits) ??
        heads.map((head) => tree.content(head, counts)).find(fits) ??
        heads.flatMap((head) => tree.conjuncts(head)).find(fits) ??
        (name === 'obj'
          ? (this.own.get('comp') ?? []).filter((word) => bare(tree, word)).find(fits)
          : undefined));
    if (found === undefined) {
      const beside = fixedBeside(tree, at, { function: name, lemmas, inside });
      return beside === undefined ? undefined : { companion: beside };
    }
    return name === 'expl' ? {} : { companion: found };
  }
}

/** True for a word with nothing before it, which the tree has for a complement: `a fait escale`. */
const bare = (tree: Tree, at: number): boolean =>
  tree.word(at).upos !== 'VERB' && tree.childrenBy(at, 'mark', 'case', 'det', 'cop').length === 0;

/** Functions that are no preposition. */
const UNPREPOSED = new Set([
  'subj',
  'obj',
  'iobj',
  'comp',
  'prt',
  'adv',
  'refl',
  'expl',
  'mod',
  'loc',
  'compound',
  'amod',
  'appos',
]);
/** Words that a fixed expression may hold besides its own: `put on temporary hold`. */
const FILLING = new Set(['DET', 'ADJ', 'NUM']);
const FAR = 12;

/** A companion with its preposition by the order of the words, where the tree has tied them elsewhere: `put two regiments along its frontier on alert`. */
function fixedBeside(
  tree: Tree,
  at: number,
  { function: name, lemmas, inside }: Companion,
): number | undefined {
  if (inside || UNPREPOSED.has(name) || tree.word(at).upos === 'NOUN') return undefined;
  for (let word = at + 2; word <= at + FAR && word < tree.words.length; word += 1) {
    const { lemma, form, upos, feats } = tree.word(word);
    if (/^[,;:.]$/.test(form) || (upos === 'VERB' && /VerbForm=Fin/.test(feats))) return undefined;
    if (!/^(?:NOUN|PROPN|ADJ)$/.test(upos)) continue;
    if (!lemmas.includes(lemma.toLowerCase()) && !lemmas.includes(form.toLowerCase())) continue;
    let before = word - 1;
    while (before > at && FILLING.has(tree.word(before).upos)) before -= 1;
    if (before > at && tree.word(before).form.toLowerCase() === name) return word;
  }
  return undefined;
}

/** What a companion adds to the arguments. */
interface Found {
  readonly companion?: number;
  readonly object?: number;
}

/** True for a particle of the verb, and for what closes it. */
const isParticle = (tree: Tree, at: number, word: number): boolean =>
  tree.head(word) === at || word === at + 1 || isOutOf(tree, word) || isClosing(tree, at, word);

/** True for the verb that closes another's clause: `sent five diplomats packing`, `let its pact with Rome expire`. */
function isClosing(tree: Tree, at: number, word: number): boolean {
  if (!/^(?:acl|advcl|xcomp|ccomp)$/.test(tree.relation(word))) return false;
  const above = tree.head(word);
  return above === at || (above > at && tree.head(above) === at);
}

/** True for `out` of `pulled its peacekeepers out of Karabakh`. */
const isOutOf = (tree: Tree, word: number): boolean =>
  tree.word(word).form === 'out' && tree.words[word + 1]?.form === 'of';

/** A particle; where it is tied to a noun after it, that noun is the verb's object. */
function particle(tree: Tree, at: number, word: number): Found {
  const noun = tree.head(word);
  if (noun < 0) return {};
  const sole = tree.preposition(noun)?.includes(' ') !== true;
  return noun > word && noun !== at && sole && tree.relation(word) === 'case' ? { object: noun } : {};
}
