// Conditions on a predicate: if, unless, provided that; by the tree, and by the order of the page where the tree fails.
import { modalityCues } from '../lexicon/cues.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import { clauseVerb } from './clause.js';
import type { Stretch, Tree } from './tree.js';

/** "even if", "comme si" set no condition. */
const EVEN = grammarWords('even');
const CONDITION = new Set(['advcl', 'obl']);

/** Conditions on the word: an if-clause below it, or the word being the verb of one. */
export function conditionsOn(tree: Tree, at: number): Stretch[] {
  const inside = tree.relation(at) === 'advcl' ? ifMark(tree, at) : (opening(tree, at) ?? closing(tree, at));
  const below = tree.childrenBy(at, ...CONDITION).map((child) => ifMark(tree, child));
  return [inside, ...below].filter((mark) => mark !== undefined);
}

/** "…, provided that X": a condition of several words after the predicate, by the order of the page. */
function closing(tree: Tree, at: number): Stretch | undefined {
  if (tree.head(at) !== -1 && tree.relation(at) !== 'ccomp') return undefined;
  for (let from = at + 1; from < tree.words.length - 2; from += 1) {
    const mark = markFrom(tree, from, tree.words.length);
    if (mark !== undefined && mark.last > mark.first && tree.form(mark.last) !== 'to') return mark;
  }
  return undefined;
}

/** "If X, Y" and "Unless X, Y" by the order of the page: a condition opens the sentence and a comma ends it before `at`. */
function opening(tree: Tree, at: number): Stretch | undefined {
  const start = tree.words.findIndex(({ upos }) => upos !== 'PUNCT');
  if (start < 0 || clauseVerb(tree, at) !== at) return undefined;
  const comma = tree.words.findIndex(({ form }, word) => form === ',' && word > start && word < at);
  return comma < 0 ? undefined : markFrom(tree, start, comma);
}

function ifMark(tree: Tree, at: number): Stretch | undefined {
  const first = tree.first(at);
  for (let from = first; from <= Math.min(first + 2, at - 1); from += 1) {
    const mark = markFrom(tree, from, at);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** The conditional mark that begins at `from` and ends before `limit`. */
function markFrom(tree: Tree, from: number, limit: number): Stretch | undefined {
  const table = modalityCues(tree.language, 'mark');
  for (let to = Math.min(from + 4, limit - 1); to >= from; to -= 1) {
    if (!table.get(tree.phraseForms(from, to))?.some(({ modality }) => modality === 'conditional')) continue;
    const before = from > 0 ? tree.form(from - 1) : '';
    if (/^(?:anonymity|anonymat)$/.test(tree.form(Math.min(to + 2, tree.words.length - 1)))) return undefined;
    return EVEN.has(before) ? undefined : { first: from, last: to };
  }
  return undefined;
}
