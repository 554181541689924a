// The stretch of a sentence that says a claim: its clause, without who said so, without the clauses of other claims.
import type { Span } from '../base/span.js';
import { clauseVerb, isClausal, sharesClause } from './clause.js';
import { governing } from './governing.js';
import { dominates, formOf, pathUp, relation, type Site, type Stretch } from './site.js';
import { verbOfSaying } from './verb-of-saying.js';

/** Options of {@link evidenceOf}. */
export interface EvidenceOptions {
  /** Predicates of other claims of the sentence: their clauses are left out, and a nominal claim stays in its phrase. */
  readonly others?: readonly number[];
  /** Stretches of text to leave out: the cuts of the attribution. */
  readonly cuts?: readonly Span[];
}

/** The span of the text that says what the predicate at `at` says; never empty. */
export function evidenceOf(site: Site, at: number, options: EvidenceOptions = {}): Span {
  const others = (options.others ?? []).filter((other) => other !== at);
  const top = topOf(site, at, others);
  const told = toldBy(site, top, options.cuts ?? []);
  const kept = site.words.map(
    (_, word) =>
      dominates(site, top, word) ||
      (told >= 0 && site.words[word]!.upos !== 'PUNCT' && site.heads[word] === told) ||
      (told >= 0 && dominates(site, told, word) && word < at),
  );
  for (const other of others) dropOther(site, kept, { at, top, other });
  for (const cut of options.cuts ?? []) drop(site, kept, { cut, at });
  const stretch = clean(site, at, around(kept, at));
  return { start: site.words[stretch.first]!.start, end: site.words[stretch.last]!.end };
}

/** The verb of the aside that the clause hangs on: its other arguments before the aside may be the clause's own. */
function toldBy(site: Site, top: number, cuts: readonly Span[]): number {
  const head = site.heads[top]!;
  if (head < 0) return -1;
  const { start } = site.words[head]!;
  return cuts.some((cut) => cut.start <= start && start < cut.end) && head > top ? head : -1;
}

/** Leaves out a cut at either end of what is kept; one in the middle stays, since a quote is one stretch. */
function drop(site: Site, kept: boolean[], { cut, at }: { cut: Span; at: number }): void {
  const inside = (word: number): boolean =>
    site.words[word]!.start < cut.end && site.words[word]!.end > cut.start;
  const { first, last } = around(kept, at);
  const held = (from: number, to: number, side: (word: number) => boolean): boolean =>
    site.words.some(({ upos }, word) => word >= from && word <= to && upos !== 'PUNCT' && side(word));
  const before = held(first, last, (word) => site.words[word]!.end <= cut.start);
  const after = held(first, last, (word) => site.words[word]!.start >= cut.end);
  if (before && after) return;
  site.words.forEach((_, word) => {
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
function topOf(site: Site, at: number, others: readonly number[]): number {
  let node = at;
  for (let head = site.heads[node]!; head >= 0; head = site.heads[node]!) {
    if (others.includes(head) || !climbs(site, head, node)) break;
    node = head;
  }
  return node;
}

function climbs(site: Site, head: number, node: number): boolean {
  const name = relation(site, node);
  if (!isClausal(site, node))
    return STEPS.has(name) && !(verbOfSaying(site, head) !== undefined && name === 'dep');
  if (governing(site, head, node) !== undefined) return true;
  if (name === 'xcomp' || name === 'csubj') return verbOfSaying(site, head) === undefined;
  return name === 'conj' && sharesClause(site, head, node);
}

const OWN_CLAUSE = new Set(['appos', 'advcl', 'acl', 'conj', 'parataxis', 'ccomp']);

/** Leaves out the clause of another claim, from its apposition or clause onward. */
function dropOther(
  site: Site,
  kept: boolean[],
  { at, top, other }: { at: number; top: number; other: number },
): void {
  if (!dominates(site, top, other) || dominates(site, other, at)) return;
  const path = pathUp(site, other);
  const below = path.slice(0, path.indexOf(top)).filter((node) => !dominates(site, node, at));
  const outermost = below[below.length - 1];
  const subject = outermost !== undefined && relation(site, outermost) === 'nsubj' ? outermost : undefined;
  const clause = below.filter((node) => OWN_CLAUSE.has(relation(site, node))).pop() ?? subject;
  if (clause === undefined) return;
  site.words.forEach((_, word) => {
    if (dominates(site, clause, word)) kept[word] = false;
  });
}

/** The unbroken run of kept words around `at`. */
function around(kept: readonly boolean[], at: number): Stretch {
  let first = at;
  let last = at;
  while (first > 0 && kept[first - 1]!) first -= 1;
  while (last + 1 < kept.length && kept[last + 1]!) last += 1;
  return { first, last };
}

const LINKS = new Set([
  'and',
  'but',
  'or',
  'while',
  'that',
  'as',
  'whereas',
  'although',
  'et',
  'mais',
  'que',
  "qu'",
  'tandis',
  'alors',
  'ou',
  'or',
  'comme',
  'because',
]);
const ASIDE_ADVERBS = new Set([
  'however',
  'moreover',
  'meanwhile',
  'furthermore',
  'additionally',
  'also',
  'cependant',
  'toutefois',
  'ailleurs',
  'par',
  'outre',
  'en',
  'enfin',
]);

/** Without linking words, quotation marks and stops at the ends. */
function clean(site: Site, at: number, { first, last }: Stretch): Stretch {
  let from = first;
  let to = last;
  while (from < at && leads(site, from)) from += 1;
  from = Math.min(afterHearer(site, afterAside(site, from, at)), at);
  while (to > at && trails(site, to)) to -= 1;
  return { first: from, last: to };
}

const leads = (site: Site, word: number): boolean => {
  const { upos } = site.words[word]!;
  if (upos === 'PUNCT') return true;
  return (
    ['SCONJ', 'CCONJ', 'ADV', 'ADP'].includes(upos) &&
    LINKS.has(formOf(site, word)) &&
    (upos === 'SCONJ' || formOf(site, word) !== 'as') &&
    !isRelative(site, word)
  );
};
const isRelative = (site: Site, word: number): boolean =>
  site.words[word]!.upos === 'PRON' || clauseVerb(site, word) === word;

const trails = (site: Site, word: number): boolean => {
  const { upos, form } = site.words[word]!;
  if (upos === 'CCONJ') return true;
  return (upos === 'PUNCT' || /^\p{P}+$/u.test(form)) && form !== ')' && form !== '%';
};

/** Past the hearer of "told him he would", where the tree took him into the clause. */
function afterHearer(site: Site, from: number): number {
  if (from === 0 || verbOfSaying(site, from - 1) === undefined) return from;
  const next = site.words[from + 1];
  const pronoun = HEARERS.has(formOf(site, from)) && next !== undefined && next.upos !== 'VERB';
  const name =
    site.words[from]!.upos === 'PROPN' && next?.upos === 'PRON' && SUBJECTS.has(formOf(site, from + 1));
  return pronoun || name ? from + 1 : from;
}
const HEARERS = new Set(['him', 'her', 'them', 'us', 'me', 'reporters', 'journalists']);
const SUBJECTS = new Set(['it', 'he', 'she', 'they', 'we']);

/** Past "However," and "Par ailleurs,". */
function afterAside(site: Site, from: number, at: number): number {
  for (let comma = from + 1; comma <= Math.min(from + 2, at - 1); comma += 1) {
    if (site.words[comma]!.form !== ',') continue;
    const all = site.words
      .slice(from, comma)
      .every((_, step) => ASIDE_ADVERBS.has(formOf(site, from + step)));
    return all ? comma + 1 : from;
  }
  return from;
}
