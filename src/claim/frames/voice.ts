// Active or passive, whatever the features say, and the subject that the tree hangs elsewhere.
import type { Word } from '../../language/language.js';
import type { Tree } from '../tree.js';
import { isDate } from './astray.js';
import { MOVING } from './governing.js';
import { strayOwner } from './stray.js';

/** True for a verb in the passive, with or without its auxiliary. */
export function isPassive(tree: Tree, at: number): boolean {
  if (tree.children(at).some((child) => isReflexive(tree, child))) return false;
  if (MOVING.has(tree.word(at).lemma.toLowerCase())) return false;
  if (tree.childrenBy(at, 'aux:pass').length > 0) return true;
  if (tree.childrenBy(at, 'aux').some((child) => /^(?:have|avoir)$/.test(tree.word(child).lemma)))
    return false;
  if (tree.childrenBy(at, 'nsubj:pass', 'csubj:pass').length > 0)
    return !/VerbForm=Fin/.test(tree.word(at).feats);
  if (leading(tree, at).length > 0 || hasActiveParts(tree, at)) return false;
  if (tree.children(at).some((child) => strayOwner(tree, child) !== undefined)) return true;
  if (/Voice=Pass/.test(tree.word(at).feats)) return true;
  return (
    tree.relation(at) === 'acl' &&
    isPastParticiple(tree.word(at)) &&
    tree.childrenBy(at, 'nsubj', 'aux', 'obj').length === 0
  );
}

/** True for subject and object around a verb without an auxiliary, whatever its features say: `Gunmen abducted three men`. */
function hasActiveParts(tree: Tree, at: number): boolean {
  const has = (name: string): boolean => tree.children(at).some((child) => tree.word(child).deprel === name);
  return has('nsubj') && has('obj') && !has('aux');
}

const isPastParticiple = ({ feats }: Word): boolean =>
  /VerbForm=Part/.test(feats) && /Tense=Past/.test(feats);

export const isReflexive = (tree: Tree, child: number): boolean =>
  tree.word(child).deprel === 'expl:pv' ||
  (/^(?:expl|obj|iobj|dep)$/.test(tree.relation(child)) && /^s['’e]$/i.test(tree.word(child).form));

/** The subject that the tree hangs on a phrase before it: `In a speech on Monday, the minister, John Doe, called for`; `En janvier, Niamey et Moscou conviennent`. */
export function leading(tree: Tree, at: number): readonly number[] {
  if (tree.relation(at) !== 'root' || tree.childrenBy(at, 'nsubj', 'csubj', 'expl', 'aux').length > 0)
    return [];
  const before = tree.childrenBy(at, 'obl', 'nmod').filter((child) => child < at);
  const behind = before
    .flatMap((phrase) => tree.childrenBy(phrase, 'appos', ...(isDate(tree, phrase) ? ['conj'] : [])))
    .find((child) => child < at && isNominal(tree, child) && !isDate(tree, child) && isSetOff(tree, child));
  if (behind === undefined) return [];
  const joined = tree.childrenBy(tree.head(behind), 'conj').filter((child) => child > behind && child < at);
  return tree.relation(behind) === 'conj' ? [behind, ...joined] : [behind];
}

/** True for a phrase behind a comma. */
const isSetOff = (tree: Tree, at: number): boolean =>
  tree.word(Math.min(...tree.phrase(at)) - 1)?.form === ',' ||
  tree.childrenBy(at, 'punct').some((child) => child < at && tree.word(child).form === ',');

export const isPredicate = (tree: Tree, at: number): boolean =>
  /^(?:VERB|AUX|ADJ|NOUN)$/.test(tree.word(at).upos);
export const isNominal = (tree: Tree, at: number): boolean => /^(?:NOUN|PROPN)$/.test(tree.word(at).upos);
