// Objects and subjects that the tree has for each other, by the order of the words.
import type { Word } from '../../language/language.js';
import type { Tree } from '../tree.js';
import { verbOfSaying } from '../verb-of-saying.js';

/** Words that a noun phrase holds before its head. */
const BEFORE_HEAD = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON']);

/** The object that the tree has for the subject of the participle behind it: of `abrogates the treaty concluded with Moscow`, `treaty`. */
export function strayObject(tree: Tree, at: number): number | undefined {
  for (let word = at + 1; word < tree.words.length; word += 1) {
    if (!BEFORE_HEAD.has(tree.word(word).upos)) return undefined;
    const verb = tree.head(word);
    if (tree.relation(word) !== 'nsubj' || verb !== word + 1) continue;
    const hangs = tree.head(verb) === at || tree.head(verb) === tree.head(at);
    return hangs && isPast(tree.word(verb)) && tree.childrenBy(verb, 'obj', 'aux').length === 0
      ? word
      : undefined;
  }
  return undefined;
}

/** The verb before a subject whose object that really is. */
export function strayOwner(tree: Tree, subject: number): number | undefined {
  if (tree.relation(subject) !== 'nsubj' || tree.head(subject) !== subject + 1) return undefined;
  let before = subject - 1;
  while (before >= 0 && BEFORE_HEAD.has(tree.word(before).upos)) before -= 1;
  if (before < 0 || tree.word(before).upos !== 'VERB' || tree.childrenBy(before, 'obj').length > 0)
    return undefined;
  return strayObject(tree, before) === subject ? before : undefined;
}

const isPast = ({ feats, upos }: Word): boolean => upos === 'VERB' && /Tense=Past/.test(feats);

/** The subject that the tree gives to who says it: `The presidents spoke by telephone, the office said` has two subjects at `said`. */
export function toldSubject(tree: Tree, at: number): number | undefined {
  const [first, second] = tree.childrenBy(tree.head(at), 'nsubj');
  return first !== undefined && second !== undefined && first < at && second > at ? first : undefined;
}

/** The noun before a relative clause that the tree has for what is said: of `praised the tanks that Oslo plans to send`, `tanks`. */
export function strayRelative(tree: Tree, clause: number): number | undefined {
  const above = tree.head(clause);
  if (tree.relation(clause) !== 'ccomp' || above < 0 || verbOfSaying(tree, above) !== undefined)
    return undefined;
  const mark = tree.childrenBy(clause, 'mark').find((child) => tree.word(child).form === 'that');
  if (mark === undefined || mark < 1) return undefined;
  const noun = mark - 1;
  return tree.word(noun).upos === 'NOUN' && tree.head(noun) === above && tree.relation(noun) === 'obj'
    ? noun
    : undefined;
}
