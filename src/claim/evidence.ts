// The stretch of a sentence that says a claim: its clause, without who said so, without the clauses of other claims.

import type { Span } from '../base/span.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import { clauseVerb, isClausal, sharesClause } from './clause.js';
import { governing } from './governing.js';
import type { Stretch, Tree } from './tree.js';
import { verbOfSaying } from './verb-of-saying.js';

/** Options of {@link evidenceOf}. */
export interface EvidenceOptions {
  /** Predicates of other claims of the sentence: their clauses are left out, and a nominal claim stays in its phrase. */
  readonly others?: readonly number[];
  /** Stretches of text to leave out: the cuts of the attribution. */
  readonly cuts?: readonly Span[];
}

/** The span of the text that says what the predicate at `at` says; never empty. */
export function evidenceOf(tree: Tree, at: number, options: EvidenceOptions = {}): Span {
  const others = (options.others ?? []).filter((other) => other !== at);
  const top = topOf(tree, at, others);
  const told = toldBy(tree, top, options.cuts ?? []);
  const kept = tree.words.map(
    (_, word) =>
      tree.dominates(top, word) ||
      (told >= 0 && tree.word(word).upos !== 'PUNCT' && tree.head(word) === told) ||
      (told >= 0 && tree.dominates(told, word) && word < at),
  );
  for (const other of others) dropOther(tree, kept, { at, top, other });
  for (const other of clausesBehind(tree, at, top)) forget(tree, kept, other);
  for (const cut of options.cuts ?? []) drop(tree, kept, { cut, at });
  const stretch = clean(tree, at, around(kept, at));
  return { start: tree.word(stretch.first).start, end: tree.word(stretch.last).end };
}

/** The clauses joined to what says the claim that have a subject of their own: they say something else. */
const clausesBehind = (tree: Tree, at: number, top: number): number[] =>
  tree.words.flatMap((_, word) =>
    word > at &&
    tree.relation(word) === 'conj' &&
    tree.dominates(top, word) &&
    !tree.dominates(word, at) &&
    (tree.hasFeature(word, 'VerbForm=Fin') || tree.childrenBy(word, 'aux', 'cop').length > 0) &&
    tree.childrenBy(word, 'nsubj').length > 0
      ? [word]
      : [],
  );

/** Leaves out a word and all under it. */
function forget(tree: Tree, kept: boolean[], clause: number): void {
  tree.words.forEach((_, word) => {
    if (tree.dominates(clause, word)) kept[word] = false;
  });
}

/** The verb of the aside that the clause hangs on: its other arguments before the aside may be the clause's own. */
function toldBy(tree: Tree, top: number, cuts: readonly Span[]): number {
  const head = tree.head(top);
  if (head < 0) return -1;
  const { start } = tree.word(head);
  return cuts.some((cut) => cut.start <= start && start < cut.end) && head > top ? head : -1;
}

/** Leaves out a cut at either end of what is kept; one in the middle stays, since a quote is one stretch. */
function drop(tree: Tree, kept: boolean[], { cut, at }: { cut: Span; at: number }): void {
  const inside = (word: number): boolean =>
    tree.word(word).start < cut.end && tree.word(word).end > cut.start;
  const { first, last } = around(kept, at);
  const held = (from: number, to: number, side: (word: number) => boolean): boolean =>
    tree.words.some(({ upos }, word) => word >= from && word <= to && upos !== 'PUNCT' && side(word));
  const before = held(first, last, (word) => tree.word(word).end <= cut.start);
  const after = held(first, last, (word) => tree.word(word).start >= cut.end);
  if (before && after) return;
  tree.words.forEach((_, word) => {
    if (inside(word)) kept[word] = false;
  });
}

const STEPS = new Set([
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'nmod',
  'appos',
  'compound',
  'amod',
  'conj',
  'flat',
  'nummod',
  'fixed',
  'det',
  'dep',
  'advmod',
]);

/** The word whose subtree says the claim: the clause, and what makes it planned, urged or doubted. */
function topOf(tree: Tree, at: number, others: readonly number[]): number {
  let node = at;
  for (let head = tree.head(node); head >= 0; head = tree.head(node)) {
    if (others.includes(head) || !climbs(tree, head, node)) break;
    node = head;
  }
  return node;
}

function climbs(tree: Tree, head: number, node: number): boolean {
  const name = tree.relation(node);
  if (!isClausal(tree, node))
    return STEPS.has(name) && !(verbOfSaying(tree, head) !== undefined && name === 'dep');
  if (governing(tree, head, node) !== undefined) return true;
  if (name === 'xcomp' || name === 'csubj') return verbOfSaying(tree, head) === undefined;
  return name === 'conj' && sharesClause(tree, head, node);
}

const OWN_CLAUSE = new Set(['appos', 'advcl', 'acl', 'conj', 'parataxis', 'ccomp']);

/** Leaves out the clause of another claim, from its apposition or clause onward. */
function dropOther(
  tree: Tree,
  kept: boolean[],
  { at, top, other }: { at: number; top: number; other: number },
): void {
  if (!tree.dominates(top, other) || tree.dominates(other, at)) return;
  const path = tree.pathUp(other);
  const below = path.slice(0, path.indexOf(top)).filter((node) => !tree.dominates(node, at));
  const outermost = below[below.length - 1];
  const subject = outermost !== undefined && tree.relation(outermost) === 'nsubj' ? outermost : undefined;
  const clause =
    below
      .filter((node) => OWN_CLAUSE.has(tree.relation(node)) || (node === other && tree.isTemporal(node)))
      .pop() ?? subject;
  if (clause !== undefined) forget(tree, kept, clause);
}

/** The unbroken run of kept words around `at`. */
function around(kept: readonly boolean[], at: number): Stretch {
  let first = at;
  let last = at;
  while (first > 0 && kept[first - 1]!) first -= 1;
  while (last + 1 < kept.length && kept[last + 1]!) last += 1;
  return { first, last };
}

const LINKS = grammarWords('linking-word');
const ASIDE_ADVERBS = grammarWords('aside-adverb');

/** Without linking words, quotation marks and stops at the ends. */
function clean(tree: Tree, at: number, { first, last }: Stretch): Stretch {
  let from = first;
  let to = last;
  while (from < at && leads(tree, from)) from += 1;
  from = Math.min(afterHearer(tree, afterAside(tree, from, at)), at);
  while (to > at && trails(tree, to)) to -= 1;
  return { first: from, last: to };
}

const leads = (tree: Tree, word: number): boolean => {
  const { upos } = tree.word(word);
  if (upos === 'PUNCT') return true;
  return (
    ['SCONJ', 'CCONJ', 'ADV', 'ADP'].includes(upos) &&
    LINKS.has(tree.form(word)) &&
    (upos === 'SCONJ' || tree.form(word) !== 'as') &&
    !isRelative(tree, word)
  );
};
const isRelative = (tree: Tree, word: number): boolean =>
  tree.word(word).upos === 'PRON' || clauseVerb(tree, word) === word;

const trails = (tree: Tree, word: number): boolean => {
  const { upos, form } = tree.word(word);
  if (upos === 'CCONJ') return true;
  return (upos === 'PUNCT' || /^\p{P}+$/u.test(form)) && form !== ')' && form !== '%';
};

/** Past the hearer of "told him he would", where the tree took him into the clause. */
function afterHearer(tree: Tree, from: number): number {
  if (from === 0 || verbOfSaying(tree, from - 1) === undefined) return from;
  const next = tree.words[from + 1];
  const pronoun = HEARERS.has(tree.form(from)) && next !== undefined && next.upos !== 'VERB';
  const name = tree.word(from).upos === 'PROPN' && next?.upos === 'PRON' && SUBJECTS.has(tree.form(from + 1));
  return pronoun || name ? from + 1 : from;
}
const HEARERS = grammarWords('hearer');
const SUBJECTS = grammarWords('subject-pronoun');

/** Past "However," and "Par ailleurs,". */
function afterAside(tree: Tree, from: number, at: number): number {
  for (let comma = from + 1; comma <= Math.min(from + 2, at - 1); comma += 1) {
    if (tree.word(comma).form !== ',') continue;
    const all = tree.words.slice(from, comma).every((_, step) => ASIDE_ADVERBS.has(tree.form(from + step)));
    return all ? comma + 1 : from;
  }
  return from;
}
