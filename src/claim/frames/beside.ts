// What stands beside a word, whatever the tree ties it to: a subject right before its verb, a date.
import type { Tree } from '../tree.js';

/**
 * Who acts where a verb in the past looks like a participle before a noun: of `Poland retrained Ukrainian crews`,
 * `Poland`. The noun heads the clause, and the name stands before the verb with nothing else.
 */
export function activeSubject(tree: Tree, at: number): number | undefined {
  const head = tree.head(at);
  if (head < at || !['root', 'conj', 'ccomp', 'parataxis'].includes(tree.relation(head))) return undefined;
  if (tree.childrenBy(head, 'nsubj', 'cop').length > 0) return undefined;
  const before = tree.word(at - 1);
  const last = /^(?:PROPN|NOUN)$/.test(before?.upos ?? '') ? at - 1 : undefined;
  if (last === undefined) return undefined;
  const up = tree.head(last);
  return up === head ? last : up >= 0 && up < at && tree.head(up) === head ? up : last;
}

/** The name right before a verb that the tree joins to another without a conjunction: `after Mali and Niger attacked`. */
export function subjectBeside(tree: Tree, at: number): number | undefined {
  const before = at - 1;
  if (tree.word(before)?.upos !== 'PROPN' || !/VerbForm=Fin/.test(tree.word(at).feats)) return undefined;
  if (tree.childrenBy(at, 'cc', 'punct', 'nsubj').some((child) => child < at)) return undefined;
  return tree.relation(before) === 'conj' ? tree.head(before) : before;
}
