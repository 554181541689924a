// Which frames a word may be the predicate of: by its lemma, its form, and the tags that taggers take for each other.
import type { Tree } from '../tree.js';
import { isStranded } from './astray.js';
import type { Frame, FrameIndex } from './frame.js';

/** The frames of a word: by its lemma, by its form where the lemma is unknown or the tag is another, by its compound (`green-lighted`). */
export function candidatesAt(tree: Tree, at: number, { byLemma, byForm }: FrameIndex): readonly Frame[] {
  const { lemma, form, upos } = tree.word(at);
  if (!/^(?:VERB|AUX|NOUN|PROPN|ADJ|ADV)$/.test(upos)) return NONE;
  const lower = form.toLowerCase();
  const joined =
    tree.words[at - 1]?.form === '-' && at >= 2
      ? (byForm.get(`${tree.word(at - 2).form.toLowerCase()}-${lower}`) ?? NONE)
      : NONE;
  const named = byLemma.get(lemma.toLowerCase()) ?? NONE;
  const written = byForm.get(lower) ?? NONE;
  if (joined.length + named.length + written.length === 0) return NONE;
  return [...new Set([...joined, ...named, ...written])].filter((frame) => tagged(tree, at, frame));
}

const NONE: readonly Frame[] = [];

/** True where the word's tag is the frame's, or one that taggers take it for. */
function tagged(tree: Tree, at: number, { upos, lemma, language }: Frame): boolean {
  const tag = tree.word(at).upos;
  if (tag === upos) return true;
  switch (upos) {
    case 'VERB':
      if (language === 'fr' && tree.word(at).form === lemma && isInfinitive(tree, at)) return true;
      if (language === 'fr' && (hasSubject(tree, at) || isStranded(tree, at))) return true;
      return tag === 'AUX' || (/^(?:NOUN|ADJ|PROPN)$/.test(tag) && looksVerbal(tree, at));
    case 'NOUN':
      return (
        tag === 'PROPN' ||
        (/^(?:VERB|ADJ)$/.test(tag) && tree.childrenBy(at, 'det').length > 0) ||
        (tag === 'VERB' && isGerund(tree, at)) ||
        (tag === 'ADJ' && tree.childrenBy(at, 'cop').length > 0)
      );
    default:
      return (
        (tag === 'VERB' && tree.word(at).form.toLowerCase() === lemma) ||
        tag === 'ADV' ||
        (tag === 'NOUN' && tree.childrenBy(at, 'cop').length > 0)
      );
  }
}

/** A verb in the place of a noun: `Fighting between Chad and Libya flared`. */
const isGerund = (tree: Tree, at: number): boolean =>
  /ing$/i.test(tree.word(at).form) &&
  /^(?:nsubj|csubj|obl|nmod)$/.test(tree.relation(at)) &&
  tree.childrenBy(at, 'obj', 'aux').length === 0;

/** A French verb in the present that is tagged as a noun or adjective: it has a subject and no copula. */
const hasSubject = (tree: Tree, at: number): boolean =>
  /^(?:NOUN|ADJ|PROPN)$/.test(tree.word(at).upos) &&
  tree.childrenBy(at, 'nsubj').some((child) => child < at) &&
  tree.childrenBy(at, 'cop', 'det', 'case', 'aux').length === 0;

/** A French infinitive that is tagged as a noun behind its preposition: `s'apprête à déployer mille policiers`. */
function isInfinitive(tree: Tree, at: number): boolean {
  const [before, after] = [tree.words[at - 1], tree.words[at + 1]];
  return (
    /(?:er|ir|re)$/.test(tree.word(at).form) &&
    before?.upos === 'ADP' &&
    before.token !== tree.words[at - 2]?.token &&
    /^(?:PROPN|NOUN|DET|NUM)$/.test(after?.upos ?? '')
  );
}

/** A word that is tagged as a noun or adjective but stands as a verb does: bare, right after a name or noun, before another. */
function looksVerbal(tree: Tree, at: number): boolean {
  if (tree.childrenBy(at, 'cop', 'det', 'nmod:poss', 'case').length > 0) {
    const passive =
      tree.childrenBy(at, 'cop').length > 0 && /(?:ed|en|t|und|é|ée|és|ées)$/.test(tree.word(at).form);
    return passive && tree.word(at).upos === 'ADJ';
  }
  const before = tree.words[at - 1];
  const after = tree.words[at + 1];
  if (before === undefined || after === undefined) return false;
  if (
    tree.relation(at) === 'root' &&
    before.upos === 'PROPN' &&
    after.upos === 'ADP' &&
    tree.head(at - 1) === at
  )
    return !tree.words.some(({ feats }) => /VerbForm=Fin/.test(feats));
  const top = ['root', 'conj', 'ccomp', 'parataxis', 'amod', 'appos'].includes(tree.relation(at));
  return top && /^(?:PROPN|NOUN)$/.test(before.upos) && /^(?:PROPN|NOUN|DET|ADJ|NUM|PRON)$/.test(after.upos);
}
