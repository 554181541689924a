// Predicates that make no event of their own: what somebody only speaks of, and happenings that only date another.

import { grammarWords } from '../../lexicon/grammar-words.js';
import type { Explained } from '../read/reader.js';
import { isWord } from '../read/words.js';
import type { Tree } from '../tree.js';

/** Prepositions that make of a happening the time or the scene of another: `during a summit`, `after clashes`. */
const DATING = grammarWords('dating');
const LOOSE = new Set(['acl:relcl', 'advcl', 'conj', 'parataxis', 'nsubj', 'nsubj:pass', 'cc', 'punct']);
/** Marks that make of an adverbial clause the content of what is said: `accused of violating`. */
const CONTENT = grammarWords('content-of-verb');

/** True where one of the others speaks of this one, or where its words only date something. */
export function isNested(one: Explained, all: readonly Explained[]): boolean {
  const { predicate } = one.from.match;
  const { tree } = one.from.setting.scene;
  if (isScene(tree, predicate) || isYearsAfter(tree, predicate) || isAside(tree, predicate)) return true;
  return all.some(
    (other) =>
      other !== one &&
      other.from.setting === one.from.setting &&
      (other.claim.kind === 'statement' || other.claim.event?.type === 'PROTEST') &&
      other.from.match.predicate !== predicate &&
      spokenOf(tree, other.from.match.predicate, other.claim.kind !== 'statement').has(predicate),
  );
}

/** `during the summit`, `improved relations`: words that only say when or of what sort. */
function isScene(tree: Tree, at: number): boolean {
  if (tree.word(at).upos !== 'NOUN') return tree.relation(at) === 'amod';
  const relation = tree.relation(at);
  if (relation !== 'obl' && relation !== 'nmod') return false;
  const [first = ''] = (tree.preposition(at) ?? '').split(' ');
  return DATING.has(first);
}

const UNITS = grammarWords('dating-unit');

/** True for `five years after crowds burned it down`: what is told only to date. */
function isYearsAfter(tree: Tree, at: number): boolean {
  if (tree.relation(at) !== 'advcl') return false;
  return tree
    .childrenBy(at, 'mark', 'case')
    .some((mark) => mark > 0 && mark < at && UNITS.has(tree.word(mark - 1).lemma.toLowerCase()));
}

const WHEN = new Set('when while after before since as quand lorsque après avant depuis'.split(' '));
/** Steps up the tree in which a word of hoping or a relative clause still holds. */
const UP = 8;

/** True for what is only hoped (`expressed hopes that it might sign`) or tells by a date who somebody is (`who fled when rebels attacked`). */
function isAside(tree: Tree, at: number): boolean {
  let dates = false;
  for (let word = at, step = 0; step < UP && tree.head(word) >= 0; word = tree.head(word), step += 1) {
    const { deprel } = tree.word(word);
    if (isHope(tree, tree.head(word), word)) return true;
    if (deprel === 'acl:relcl' || deprel === 'parataxis') return dates && deprel === 'acl:relcl';
    dates ||=
      deprel === 'advcl' &&
      tree.childrenBy(word, 'mark', 'advmod').some((one) => WHEN.has(tree.word(one).lemma.toLowerCase()));
  }
  return false;
}

/** True where a clause is what a word of hoping is about: `hopes that`, `expressed hope that`. */
function isHope(tree: Tree, at: number, clause: number): boolean {
  const told = tree.childrenBy(clause, 'mark').some((mark) => /^(?:that|que)$/.test(tree.word(mark).lemma));
  const { deprel } = tree.word(clause);
  if (deprel !== 'ccomp' && deprel !== 'acl' && !(told && deprel === 'parataxis')) return false;
  return [at, ...tree.childrenBy(at, 'obj')].some((word) => isWord('hoping', tree.word(word).lemma));
}

/** The words of what a verb of speaking is about; with `aims` also what is done for: `marched to demand`. */
function spokenOf(tree: Tree, at: number, aims: boolean): ReadonlySet<number> {
  const found = new Set<number>();
  const walk = (word: number): void => {
    for (const child of tree.children(word)) {
      const aim = aims && word === at && tree.relation(child) === 'advcl';
      if (!aim && isLoose(tree, child) && !(word !== at && tree.relation(child) === 'conj')) continue;
      found.add(child);
      walk(child);
    }
  };
  walk(at);
  return found;
}

function isLoose(tree: Tree, at: number): boolean {
  const { deprel } = tree.word(at);
  if (!LOOSE.has(deprel) && !LOOSE.has(tree.relation(at))) return false;
  if (tree.relation(at) !== 'advcl') return true;
  const marks = tree.childrenBy(at, 'mark', 'case').map((child) => tree.word(child).lemma.toLowerCase());
  return !(/VerbForm=(?:Inf|Ger)/.test(tree.word(at).feats) && marks.some((mark) => CONTENT.has(mark)));
}
