// Words that the tree of a sentence hangs in the wrong place, and how they are told: on an object, on a name, behind another phrase.
import { isCalendarWord } from '../../lexicon/calendar-words.js';
import type { Tree } from '../tree.js';
import { POSSESSIVE } from './governing.js';

/** True for `in February 2022`, `on 9 August`: when, not where, so it takes no place from `in Mali` behind it. */
export function isDate(tree: Tree, at: number): boolean {
  const next = tree.words[at + 1];
  const dayOf = tree.word(at).upos === 'NUM' && next !== undefined && isCalendarWord(next.form);
  return dayOf || isCalendarWord(tree.word(at).form);
}

/** Phrases that the tree hangs on the object and that may be the verb's: `below-de` of `a doté l'armée de cent véhicules`. */
export function below(tree: Tree, object: number, add: (name: string, word: number) => void): void {
  for (const child of tree.childrenBy(object, 'nmod', 'obl')) {
    const [first] = (child > object ? tree.preposition(child) : undefined)?.split(' ') ?? [];
    if (first !== undefined && !isDate(tree, child)) add(`below-${first}`, child);
  }
}

/**
 * True for a French verb in the present that the tree has for a part of the name before it, what follows hanging on the name:
 * `Le Burundi stigmatise le Rwanda`.
 */
export function isStranded(tree: Tree, at: number): boolean {
  const { form, upos } = tree.word(at);
  const [before, after] = [tree.words[at - 1], tree.words[at + 1]];
  if (before === undefined || after === undefined || !/^(?:NOUN|ADJ|PROPN)$/.test(upos)) return false;
  return (
    tree.head(at) >= 0 &&
    tree.head(at) < at &&
    tree.relation(tree.head(at)) === 'root' &&
    tree.word(tree.head(at)).upos === 'PROPN' &&
    before.upos === 'PROPN' &&
    /(?:e|ent|t)$/.test(form) &&
    form === form.toLowerCase() &&
    /^(?:amod|flat|nmod|appos)$/.test(tree.relation(at)) &&
    tree.childrenBy(at, 'det', 'case', 'punct').length === 0 &&
    /^(?:DET|ADP|PROPN|NUM)$/.test(after.upos)
  );
}

/** True for an object that the tree has for a complement: `a exclu Madagascar`. */
export const isBareName = (tree: Tree, at: number): boolean =>
  tree.word(at).upos === 'PROPN' && tree.childrenBy(at, 'case', 'mark', 'cop', 'nsubj').length === 0;

/** What somebody is asked to do, which the tree hangs on who is asked: `a sommé les soldats de quitter le pays`. */
export const charges = (tree: Tree, object: number): number[] =>
  tree
    .childrenBy(object, 'acl')
    .filter(
      (child) =>
        child > object &&
        /VerbForm=Inf/.test(tree.word(child).feats) &&
        tree.childrenBy(child, 'mark', 'case').length > 0,
    );

/** True for the second of two such phrases, which says from where: `le retrait du Mali de la CEDEAO`. */
export const isSecond = (tree: Tree, at: number, child: number): boolean =>
  tree
    .childrenBy(at, 'nmod')
    .some((one) => one > at && one < child && POSSESSIVE.has(tree.preposition(one) ?? ''));
