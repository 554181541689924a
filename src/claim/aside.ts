// Asides of saying, by the order of the page: ", X said.", ", a indiqué X.", ", he told Reuters, ". The tree only helps.

import { sayingCues } from '../lexicon/cues.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import { isMedium, type Phrase, phraseOf, trimmed } from './speaker.js';
import type { Stretch, Tree } from './tree.js';
import { carriedPronoun, lastOfVerb, verbOfSaying } from './verb-of-saying.js';

/** An aside: from the comma that sets it off to its last word, and who speaks in it. */
export interface Aside extends Stretch {
  readonly speaker: Phrase;
}

const asides = new WeakMap<Tree, Map<number, Aside | undefined>>();

/** The aside that the verb of saying at `at` makes; undefined where what it says stands after it or below it otherwise. */
export function asideAt(tree: Tree, at: number): Aside | undefined {
  const known = asides.get(tree) ?? new Map<number, Aside | undefined>();
  asides.set(tree, known);
  if (!known.has(at)) known.set(at, findAside(tree, at));
  return known.get(at);
}

function findAside(tree: Tree, at: number): Aside | undefined {
  const cue = verbOfSaying(tree, at);
  if (cue === undefined || /ing$/.test(tree.form(at))) return undefined;
  const left = verbStart(tree, at);
  if (!tensed(tree, at, { left, strong: cue.strong })) return undefined;
  const inverted = edgeBefore(tree, left);
  const found = inverted === undefined ? straight(tree, at, left) : turned(tree, at, inverted);
  if (found === undefined || found.first === 0) return undefined;
  const last = tailEnd(tree, Math.max(at, found.speaker.last));
  if (!cue.strong && inverted === undefined && last > at) return undefined;
  return quietAfter(tree, at, { from: Math.max(at, inverted === undefined ? at : found.speaker.last), last })
    ? { ...found, last }
    : undefined;
}

/** A verb that tells: finite, or after its auxiliary; an English past may pass for a participle where the word is strong. */
function tensed(tree: Tree, at: number, { left, strong }: { left: number; strong: boolean }): boolean {
  if (carriedPronoun(tree, at) !== undefined || tree.hasFeature(at, 'VerbForm=Fin')) return true;
  for (let word = left; word < at; word += 1) if (tree.word(word).upos === 'AUX') return true;
  return tree.language === 'en' && strong;
}

const BEFORE_VERB = new Set(['AUX', 'ADV']);
/** The first word of the verb group: auxiliaries, adverbs and French inverted pronouns belong to it. */
function verbStart(tree: Tree, at: number): number {
  let left = at;
  while (left > 0 && (BEFORE_VERB.has(tree.word(left - 1).upos) || isClitic(tree, left - 1))) left -= 1;
  return left;
}

/** "-t-il", "-on" of "a-t-il affirmé", "assure-t-on"; "l'" of "l'a annoncé". */
const isClitic = (tree: Tree, at: number): boolean =>
  /^-(?:t-)?(?:il|elle|on|ils|elles)$/.test(tree.form(at));

const QUOTES = new Set(['"', "''", '``', '”', '»', '“', '«']);
const isQuote = (tree: Tree, at: number): boolean => QUOTES.has(tree.words[at]?.form ?? '');

/** The index where what begins at `first` is set off from what stands before: the comma, or the closing quotation mark. */
export function edgeBefore(tree: Tree, first: number): number | undefined {
  const at = first - 1;
  if (at < 1) return undefined;
  if (tree.word(at).form === ',') return isQuote(tree, at - 1) ? at - 1 : at;
  if (!isQuote(tree, at)) return undefined;
  return [',', '!', '?', '.'].includes(tree.word(at - 1).form) ? at - 1 : at;
}

const NOT_A_SUBJECT = grammarWords('no-subject');
const NOUNS = new Set(['NOUN', 'PROPN', 'PRON']);

/** ", X said": the words between the edge and the verb. */
function straight(tree: Tree, at: number, left: number): Omit<Aside, 'last'> | undefined {
  let first = left;
  while (first > 0 && edgeBefore(tree, first) === undefined) {
    if (isVerbForm(tree, first - 1)) return undefined;
    first -= 1;
  }
  const edge = edgeBefore(tree, first);
  if (edge === undefined || first === left || NOT_A_SUBJECT.has(tree.form(first))) return undefined;
  if (['ADP', 'SCONJ'].includes(tree.word(first).upos) || tree.form(first) === 'according') return undefined;
  const group = trimmed(tree, { first, last: left - 1 });
  const own = tree.childrenBy(at, 'nsubj').find((child) => child >= group.first && child <= group.last);
  const head = own ?? headOf(tree, group);
  return NOUNS.has(tree.word(head).upos) ? { first: edge, speaker: { head, ...group } } : undefined;
}

/** A finite verb, or one that is no modifier of a noun: then the words before are a clause, no name of a speaker. */
const isVerbForm = (tree: Tree, at: number): boolean =>
  tree.word(at).upos === 'AUX' ||
  (tree.word(at).upos === 'VERB' && tree.hasFeature(at, 'VerbForm=Fin') && tree.relation(at) !== 'acl');

/** The word of a stretch whose head lies outside it; its last noun where several do. */
function headOf(tree: Tree, { first, last }: Stretch): number {
  const tops: number[] = [];
  for (let at = first; at <= last; at += 1)
    if (NOUNS.has(tree.word(at).upos) && (tree.head(at) < first || tree.head(at) > last)) tops.push(at);
  return tops[tops.length - 1] ?? last;
}

/** ", said X": an inverted pronoun, else the first nominal group after the verb. */
function turned(tree: Tree, at: number, edge: number): Omit<Aside, 'last'> | undefined {
  const carried = carriedPronoun(tree, at);
  if (carried !== undefined && carried !== 'on')
    return { first: edge, speaker: { head: at, first: at, last: at } };
  const near =
    carried === 'on'
      ? at
      : [at + 1, at - 1, at - 2].find(
          (word) => word >= 0 && word < tree.words.length && isClitic(tree, word),
        );
  if (near !== undefined && !/on$/.test(tree.form(near)))
    return { first: edge, speaker: { head: near, first: near, last: near } };
  const start = (near === at + 1 ? near : lastOfVerb(tree, at)) + 1;
  const end = tailEnd(tree, at);
  const direct = tree.childrenBy(at, 'nsubj', 'obj').find((child) => child >= start && child <= end);
  const head =
    near === undefined && direct !== undefined && NOUNS.has(tree.word(direct).upos)
      ? direct
      : nounAfter(tree, start, end);
  if (head === undefined) return undefined;
  const marks = tree.isArticle(head) ? [] : tree.childrenBy(head, 'case').filter((mark) => mark < head);
  if (marks.length > 0 && near === undefined) return undefined;
  const first =
    near === undefined
      ? Math.max(start, direct === undefined ? start : tree.first(direct))
      : Math.max(start, ...marks.map((mark) => mark + 1));
  const named = phraseOf(tree, head, at);
  const last = Math.min(end, Math.max(named.last, head));
  return {
    first: edge,
    speaker: { head, ...trimmed(tree, { first: Math.min(Math.max(first, named.first), head), last }) },
  };
}

function nounAfter(tree: Tree, start: number, end: number): number | undefined {
  for (let at = start; at <= end; at += 1) {
    const { upos } = tree.word(at);
    if (upos === 'SCONJ') return undefined;
    if (!NOUNS.has(upos)) continue;
    const head = tree.head(at);
    const inner =
      ['compound', 'flat', 'nmod', 'amod'].includes(tree.relation(at)) && head > at && head <= end;
    if (!inner) return at;
  }
  return undefined;
}

/** The last word before the next punctuation after `from`. */
export function tailEnd(tree: Tree, from: number): number {
  let at = from;
  while (at + 1 < tree.words.length && !stops(tree, at + 1)) at += 1;
  return at;
}
const stops = (tree: Tree, at: number): boolean => {
  const { upos, form } = tree.word(at);
  return upos === 'PUNCT' && /^[,.;:!?"”»“«()-]+$/.test(form);
};

const THAT = grammarWords('that');
const RELATIVE = grammarWords('relative-near');
const TELL = grammarWords('telling');

/** Nothing after the verb is what it says: no object but a hearer, no clause of its own. */
function quietAfter(tree: Tree, at: number, { from, last }: { from: number; last: number }): boolean {
  for (let word = from + 1; word <= last; word += 1) {
    const { upos } = tree.word(word);
    const form = tree.form(word);
    if (upos === 'SCONJ' && THAT.has(form)) return false;
    if (isVerbForm(tree, word) && !relative(tree, word)) return false;
    const object = tree.head(word) === at && tree.relation(word) === 'obj' && NOUNS.has(upos);
    if (object && !TELL.has(tree.lemma(at)) && !hearer(tree, word, at)) return false;
  }
  return tree.words[last + 1]?.form !== ':';
}

const relative = (tree: Tree, at: number): boolean => {
  for (let word = at; word >= 0 && word > at - 8; word -= 1) if (RELATIVE.has(tree.form(word))) return true;
  return false;
};
const hearer = (tree: Tree, child: number, at: number): boolean =>
  isMedium(tree, phraseOf(tree, child, at)) || sayingCues(tree.language, 'noun').has(tree.lemma(child));
