// Named sources, by the order of the page: "according to X", "selon X", "d'après X", "by the bank's reckoning".

import { sayingCues } from '../lexicon/cues.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import { edgeBefore, tailEnd } from './aside.js';
import { type Phrase, phraseOf, trimmed } from './speaker.js';
import type { Stretch, Tree } from './tree.js';

/** A source phrase: who is named, by which words, and the stretch that evidence leaves out. */
export interface Source {
  readonly speaker: Phrase;
  readonly cue: Stretch;
  readonly cut: Stretch;
}

const found = new WeakMap<Tree, readonly Source[]>();

/** The source phrases of the sentence that hold for the predicate. */
export function sourcesOver(tree: Tree, predicate: number): Source[] {
  const all = found.get(tree) ?? tree.words.flatMap((_, at) => sourceAt(tree, at) ?? []);
  found.set(tree, all);
  return all.filter(({ cut, speaker }) => {
    if (predicate >= cut.first && predicate <= cut.last) return false;
    return inScope(tree, predicate, { head: speaker.head, cut });
  });
}

/** A source at an end of the sentence holds for all of it, one in the middle for the clause that it hangs on. */
function inScope(tree: Tree, predicate: number, { head, cut }: { head: number; cut: Stretch }): boolean {
  if (tree.words.slice(cut.last + 1).every(({ upos }) => upos === 'PUNCT')) return true;
  if (tree.words.slice(0, cut.first).every(({ upos }) => ['PUNCT', 'CCONJ', 'ADV'].includes(upos)))
    return true;
  const over = tree.head(head);
  return over < 0 || tree.dominates(over, predicate) || Math.abs(predicate - head) < 12;
}

function sourceAt(tree: Tree, at: number): Source | undefined {
  return according(tree, at) ?? reckoned(tree, at);
}

const NOT_SOURCES = grammarWords('no-source');
const MEASURES = grammarWords('per-measure');
/** These words are sources only where commas set them off. */
const SET_OFF = grammarWords('set-off-source');
const LONGEST_CUE = 5;

function according(tree: Tree, at: number): Source | undefined {
  const cues = sayingCues(tree.language, 'according-to');
  if (!firstWords(tree.language).has(tree.form(at))) return undefined;
  for (let last = Math.min(at + LONGEST_CUE, tree.words.length - 2); last >= at; last -= 1) {
    const cue = tree.phraseForms(at, last);
    if (!cues.has(cue)) continue;
    const speaker = named(tree, cue.startsWith('de source') ? last : last + 1);
    if (speaker === undefined || NOT_SOURCES.has(tree.form(speaker.head))) return undefined;
    if (cue === 'per' && MEASURES.has(tree.form(speaker.head))) return undefined;
    if (SET_OFF.has(cue) && !setOff(tree, at, speaker)) return undefined;
    const cut = { first: edgeBefore(tree, at) ?? at, last: speaker.last };
    return { speaker, cue: { first: at, last: Math.max(at, Math.min(last, speaker.first - 1)) }, cut };
  }
  return undefined;
}

const openers = new Map<string, ReadonlySet<string>>();
/** The first words of the source phrases of a language. */
function firstWords(language: string): ReadonlySet<string> {
  const known = openers.get(language);
  if (known !== undefined) return known;
  const made = new Set(
    [...sayingCues(language, 'according-to').keys()].map((cue) => cue.split(/(?<=')| /)[0]!),
  );
  openers.set(language, made);
  return made;
}

const NOUNS = new Set(['NOUN', 'PROPN', 'PRON']);

/** A source phrase whose name begins before this word opens the sentence, and the clause may follow without a comma. */
const AT_START = 4;

/** The phrase from `first` to the next punctuation, or as far as its head reaches where a clause goes on after it. */
function named(tree: Tree, first: number): Phrase | undefined {
  if (first >= tree.words.length) return undefined;
  const end = tailEnd(tree, first);
  const head = tree.words.findIndex(
    ({ upos }, at) =>
      at >= first &&
      at <= end &&
      NOUNS.has(upos) &&
      !(inner(tree, at) && tree.head(at) > at && tree.head(at) <= end),
  );
  if (head < 0) return undefined;
  const opens = first < AT_START;
  const clause = opens ? tree.words.findIndex((_, at) => at > head && at <= end && goesOn(tree, at)) : -1;
  const last = clause < 0 ? end : Math.min(clause - 1, Math.max(head, phraseOf(tree, head, first - 1).last));
  return { head, ...trimmed(tree, { first, last: Math.max(head, last) }) };
}

const inner = (tree: Tree, at: number): boolean =>
  ['compound', 'flat', 'nmod', 'amod', 'det'].includes(tree.relation(at));
const goesOn = (tree: Tree, at: number): boolean =>
  ['VERB', 'AUX'].includes(tree.word(at).upos) &&
  tree.hasFeature(at, 'VerbForm=Fin') &&
  tree.relation(at) !== 'acl';

const setOff = (tree: Tree, at: number, { head, last }: Phrase): boolean =>
  (at === 0 || tree.word(at - 1).upos === 'PUNCT') &&
  (last + 1 >= tree.words.length || tree.word(last + 1).upos === 'PUNCT') &&
  tree.word(head).upos !== 'NUM' &&
  !tree.words.slice(at + 1, last + 1).some(({ upos }) => upos === 'VERB');

/** "by the bank's reckoning": the owner of the reckoning speaks. */
function reckoned(tree: Tree, at: number): Source | undefined {
  if (!sayingCues(tree.language, 'reckoning').has(tree.lemma(at)) || tree.word(at).upos !== 'NOUN')
    return undefined;
  const mark = tree.childrenBy(at, 'case').find((child) => ['by', 'in', 'on'].includes(tree.form(child)));
  const owner = tree.childrenBy(at, 'nmod').find((child) => tree.word(child).deprel === 'nmod:poss');
  if (mark === undefined || owner === undefined) return undefined;
  return {
    speaker: phraseOf(tree, owner, at),
    cue: { first: mark, last: at },
    cut: { first: mark, last: at },
  };
}
