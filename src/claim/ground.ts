// Clauses that say what somebody is jailed, thanked or blamed for: a deed of the one who is judged, done before.
import { grammarWords } from '../lexicon/grammar-words.js';
import type { Tree } from './tree.js';

const JUDGING = grammarWords('judging');

/** True for `for bombing the port` under a verb that judges, and for `pour avoir bombardé le port`. */
export const isGround = (tree: Tree, at: number): boolean =>
  tree.relation(at) === 'advcl' &&
  tree.childrenBy(at, 'mark', 'case').some((mark) => {
    const form = tree.form(mark);
    return form === 'for'
      ? JUDGING.has(tree.word(tree.head(at)).lemma)
      : form === 'pour' && tree.childrenBy(at, 'aux').length > 0;
  });
