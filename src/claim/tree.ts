// A parsed sentence as the claim room walks it: words by index from 0, heads, children, phrases, and what each subtree spans.

import type { Language, Parse, ParsedSentence, Word } from '../language/language.js';
import { shadowOf } from '../language/tokens/shadow.js';
import { grammarWords } from '../lexicon/grammar-words.js';

/** A stretch of words, both ends inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Relations that open a clause of its own inside a phrase. */
const CLAUSAL = new Set(['acl', 'advcl', 'ccomp', 'csubj', 'parataxis', 'discourse']);
/** Prepositions that give the content of a counting noun: `dozens of tanks`. */
const OF = grammarWords('possessive');
const TEMPORAL = grammarWords('temporal');

const shadows = new WeakMap<Parse, string>();
const trees = new WeakMap<ParsedSentence, Tree>();

/** A sentence with its tree; every index is a word's place in the sentence from 0. */
export class Tree {
  readonly text: string;
  /** The text with typographic signs made plain, same offsets. */
  readonly shadow: string;
  readonly language: Language;
  readonly words: readonly Word[];
  readonly #forms: readonly string[];
  readonly #lemmas: readonly string[];
  readonly #relations: readonly string[];
  readonly #heads: readonly number[];
  readonly #children: readonly (readonly number[])[];
  readonly #extents: readonly Stretch[];

  private constructor(
    parse: Parse,
    readonly sentence: ParsedSentence,
  ) {
    const { words } = sentence;
    this.text = parse.text;
    this.shadow = shadows.get(parse) ?? shadowOf(parse.text);
    shadows.set(parse, this.shadow);
    this.language = parse.language;
    this.words = words;
    this.#forms = words.map(({ form }) => plain(form));
    this.#lemmas = words.map(({ form, lemma }) => plain(lemma === '' || lemma === '_' ? form : lemma));
    this.#relations = words.map(({ deprel }) => withoutSubtype(deprel));
    this.#heads = acyclic(
      words.map(({ head }, at) => (head >= 1 && head <= words.length && head - 1 !== at ? head - 1 : -1)),
    );
    this.#children = childrenOf(this.#heads);
    this.#extents = extentsOf(this.#heads, this.#children);
  }

  /** The tree of a sentence of a parse; made once a sentence. */
  static of(parse: Parse, sentence: ParsedSentence): Tree {
    const tree = trees.get(sentence) ?? new Tree(parse, sentence);
    trees.set(sentence, tree);
    return tree;
  }

  word(at: number): Word {
    return this.words[at]!;
  }

  /** The form in lower case with plain apostrophes; empty outside the sentence. */
  form(at: number): string {
    return this.#forms[at] ?? '';
  }

  /** The words from `from` to `to`, both inclusive, as the tables write a phrase: "according to", "d'après". */
  phraseForms(from: number, to: number): string {
    return this.#forms
      .slice(from, to + 1)
      .join(' ')
      .replace(/' /g, "'");
  }

  /** The lemma in lower case with plain apostrophes; the form where the lemma is empty. */
  lemma(at: number): string {
    return this.#lemmas[at]!;
  }

  /** What the word may be in a table: its lemma, its form, and the infinitives that a French form in `-é`, `-e`, `-ent` is of. */
  lemmas(at: number): string[] {
    const form = this.form(at);
    const names = [this.lemma(at), form];
    if (this.language !== 'fr' || this.word(at).upos !== 'VERB') return names;
    return [...names, form.replace(/(?:ées|ée|és|é|ent|es|e)$/u, 'er')];
  }

  /** True for a feature of the word such as `Tense=Past`. */
  hasFeature(at: number, feature: string): boolean {
    return `|${this.word(at).feats}|`.includes(`|${feature}|`);
  }

  /** Index of the head, -1 for a root; a cycle of a bad tree is cut. */
  head(at: number): number {
    return this.#heads[at]!;
  }

  /** The relation without its subtype: `nsubj` of `nsubj:pass`. */
  relation(at: number): string {
    return this.#relations[at]!;
  }

  children(at: number): readonly number[] {
    return this.#children[at]!;
  }

  /** Children in a relation, with or without subtype, in order. */
  childrenBy(at: number, ...relations: readonly string[]): number[] {
    return this.children(at).filter(
      (child) => relations.includes(this.word(child).deprel) || relations.includes(this.relation(child)),
    );
  }

  /** First word of the subtree. */
  first(at: number): number {
    return this.#extents[at]!.first;
  }

  /** Last word of the subtree. */
  last(at: number): number {
    return this.#extents[at]!.last;
  }

  /** The words from `at` up to the root, `at` first. */
  pathUp(at: number): number[] {
    const path = [at];
    for (let head = this.head(at); head >= 0; head = this.head(head)) path.push(head);
    return path;
  }

  /** True where `inner` is `outer` or stands somewhere below it. */
  dominates(outer: number, inner: number): boolean {
    for (let at = inner; at >= 0; at = this.head(at)) if (at === outer) return true;
    return false;
  }

  /** The word and all that is coordinated with it. */
  conjuncts(at: number): number[] {
    return [at, ...this.childrenBy(at, 'conj')];
  }

  /** Lemma of the preposition of a phrase: `in`, `à`; several words joined by a blank; undefined where there is none. */
  preposition(at: number): string | undefined {
    const cases = this.childrenBy(at, 'case').filter(
      (child) => child < at || this.word(child).lemma !== "'s",
    );
    if (cases.length === 0) return undefined;
    return cases
      .flatMap((child) => [child, ...this.childrenBy(child, 'fixed')])
      .map((child) => this.word(child).lemma.toLowerCase())
      .join(' ');
  }

  /** True for a phrase that says after or before what: `after the signing of a pact in July`. */
  isTemporal(at: number): boolean {
    return this.relation(at) === 'obl' && TEMPORAL.has(this.preposition(at) ?? '');
  }

  /** True where the preposition of a phrase may be an article: French `des soldats`, `du matériel`. */
  isArticle(at: number): boolean {
    return this.childrenBy(at, 'case').some((child) => {
      const next = this.words[child + 1];
      const { lemma, token } = this.word(child);
      return lemma === 'de' && next !== undefined && next.token === token && this.word(at).upos === 'NOUN';
    });
  }

  /** All words of the phrase in order; clauses inside it only where asked for. */
  phrase(at: number, { clauses = false }: { clauses?: boolean } = {}): number[] {
    const found: number[] = [];
    const walk = (word: number): void => {
      found.push(word);
      for (const child of this.children(word)) if (clauses || !CLAUSAL.has(this.relation(child))) walk(child);
    };
    walk(at);
    return found.sort((a, b) => a - b);
  }

  /** The noun that a counting noun counts (`dozens of tanks`, `une centaine d'instructeurs`), else the word itself. */
  content(at: number, counting: (lemma: string) => boolean): number {
    if (!counting(this.word(at).lemma.toLowerCase())) return at;
    const inner = this.childrenBy(at, 'nmod', 'obl').find((child) => OF.has(this.preposition(child) ?? ''));
    return inner ?? at;
  }
}

const plain = (form: string): string => form.toLowerCase().replace(/[’`]/g, "'");

function acyclic(heads: number[]): number[] {
  const state = new Int8Array(heads.length);
  for (let from = 0; from < heads.length; from += 1) {
    const path: number[] = [];
    let at = from;
    while (at >= 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at]!;
    }
    if (at >= 0 && state[at] === 1) heads[path[path.length - 1]!] = -1;
    for (const done of path) state[done] = 2;
  }
  return heads;
}

function childrenOf(heads: readonly number[]): readonly (readonly number[])[] {
  const children: number[][] = heads.map(() => []);
  heads.forEach((head, at) => {
    if (head >= 0) children[head]!.push(at);
  });
  return children;
}

function extentsOf(heads: readonly number[], children: readonly (readonly number[])[]): readonly Stretch[] {
  const extents = heads.map((_, at) => ({ first: at, last: at }));
  const order: number[] = heads.flatMap((head, at) => (head < 0 ? [at] : []));
  for (let at = 0; at < order.length; at += 1) order.push(...children[order[at]!]!);
  for (const at of order.reverse()) {
    const over = extents[heads[at]!];
    if (over === undefined) continue;
    over.first = Math.min(over.first, extents[at]!.first);
    over.last = Math.max(over.last, extents[at]!.last);
  }
  return extents;
}

function withoutSubtype(deprel: string): string {
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}
