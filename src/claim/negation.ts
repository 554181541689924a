// Whether a word is negated where it stands: by an adverb, an auxiliary's n't, "no" or "aucun" on an argument, "without".

import { modalityCues } from '../lexicon/cues.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import type { Tree } from './tree.js';

/** The word that negates the predicate at `at`, undefined where it is not negated. */
export function negationOf(tree: Tree, at: number): number | undefined {
  return adverb(tree, at) ?? argument(tree, at) ?? preposition(tree, at);
}

const MARKS = new Set(['mark', 'case']);
const DETERMINERS = new Set(['det', 'advmod', 'nummod', 'amod']);
const ARGUMENTS = new Set(['nsubj', 'obj', 'iobj']);
/** With these a French verb is negated; `ne` alone is not enough, `plus` and `point` need it. */
const FRENCH_SECOND = grammarWords('negation-fr');
const NEED_NE = grammarWords('needs-ne');
const NOT_ONLY = grammarWords('not-only');

function adverb(tree: Tree, at: number): number | undefined {
  const near = tree
    .children(at)
    .flatMap((child) =>
      tree.relation(child) === 'aux' || tree.relation(child) === 'cop'
        ? [child, ...tree.children(child)]
        : [child],
    );
  const ne = near.some((child) => isNe(tree, child));
  return near.find((child) => {
    const form = tree.form(child);
    if (NOT_ONLY.has(nextForm(tree, child))) return false;
    if (tree.language === 'en') return englishNot(tree, child, form);
    return FRENCH_SECOND.has(form) && (!NEED_NE.has(form) || ne);
  });
}

const isNe = (tree: Tree, at: number): boolean => ['ne', "n'"].includes(tree.form(at));
const nextForm = (tree: Tree, at: number): string => (at + 1 < tree.words.length ? tree.form(at + 1) : '');

function englishNot(tree: Tree, at: number, form: string): boolean {
  if (tree.relation(at) === 'det') return false;
  if (form === 'longer') return at > 0 && tree.form(at - 1) === 'no';
  return ENGLISH_NOT.has(form);
}
const ENGLISH_NOT = grammarWords('negation-en');

/** "no base", "n'a envoyé aucun navire", "none of the jets": on the predicate itself or on its subject or object. */
function argument(tree: Tree, at: number): number | undefined {
  const nouns = [at, ...tree.childrenBy(at, ...ARGUMENTS)];
  for (const noun of nouns) {
    if (noun !== at && pronounOfNothing(tree, noun)) return noun;
    const found = tree.childrenBy(noun, ...DETERMINERS).find((word) => isNo(tree, word));
    if (found !== undefined) return found;
  }
  return undefined;
}

const isNo = (tree: Tree, at: number): boolean => {
  const cue = modalityCues(tree.language, 'determiner').get(tree.lemma(at));
  return (
    (cue !== undefined && tree.word(at).upos === 'DET') || ['no', 'aucun', 'aucune'].includes(tree.form(at))
  );
};
const pronounOfNothing = (tree: Tree, at: number): boolean => {
  const form = tree.form(at);
  if (tree.word(at).upos !== 'PRON' || !modalityCues(tree.language, 'determiner').has(form)) return false;
  return !NEED_NE.has(form) || tree.words.some((_, other) => isNe(tree, other));
};

/** "without signing", "sans livrer", "instead of sending". */
function preposition(tree: Tree, at: number): number | undefined {
  const marks = modalityCues(tree.language, 'mark');
  return tree.childrenBy(at, ...MARKS).find((mark) => {
    const forms = [tree.form(mark), `${tree.form(mark)} ${nextForm(tree, mark)}`];
    return forms.some((form) => marks.get(form)?.some(({ modality }) => modality === 'denied'));
  });
}
