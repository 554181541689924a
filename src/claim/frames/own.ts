// The arguments that a word has of its own: its children in the tree by function, and what the tree hides among them.
import { grammarWords } from '../../lexicon/grammar-words.js';
import type { Tree } from '../tree.js';
import { charges, isBareName, isDate, isSecond, isStranded } from './astray.js';
import { AGENT, LEADING, LINKING, LOCATIVE, OBJECT_CONTROL, POSSESSIVE } from './governing.js';
import { lostSubject } from './lost.js';
import { strayObject } from './stray.js';
import { isNominal, isPassive, isReflexive, leading } from './voice.js';

export type Add = (name: string, word: number) => void;

const RELATIVE = grammarWords('relative-pronoun');
/** Nouns that make a preposition with `in` before them and another after. */
const PHRASAL = grammarWords('phrasal');
/** Nouns that say at whose wish. */
const BIDDING = grammarWords('bidding');

export function collect(tree: Tree, at: number, add: Add, upos: string = tree.word(at).upos): void {
  if (tree.relation(at) === 'cop' && tree.head(at) >= 0) {
    copular(tree, at, add);
    return;
  }
  const passive = isPassive(tree, at);
  const noun = upos === 'NOUN' || upos === 'PROPN';
  for (const child of tree.children(at)) {
    const { deprel } = tree.word(child);
    const relation = tree.relation(child);
    if (relation === 'nsubj' || relation === 'csubj') {
      if (child > at && tree.childrenBy(at, 'nsubj').some((other) => other < at)) continue;
      const real = antecedent(tree, at, child);
      add(passive && !noun ? 'obj' : 'subj', real);
    } else if (relation === 'obj' && !isReflexive(tree, child)) add('obj', antecedent(tree, at, child));
    else if (relation === 'iobj') add('iobj', child);
    else if (deprel === 'obl:agent') add('subj', child);
    else if (tree.word(child).form === 'où' && tree.relation(at) === 'acl') add('loc', tree.head(at));
    else if (relation === 'obl' || relation === 'nmod') oblique(tree, at, child, { passive, noun, add });
    else if (relation === 'xcomp' && !noun && isBareName(tree, child)) add('obj', child);
    else if (relation === 'ccomp' || relation === 'xcomp' || isContent(tree, at, child, noun))
      add('comp', child);
    else if (deprel === 'compound:prt') add('prt', child);
    else if (isReflexive(tree, child)) add('refl', child);
    else if (relation === 'expl') add('expl', child);
    else if (deprel === 'aux:caus') add('caus', child);
    else if (relation === 'advmod') adverb(tree, child, add);
    else if (noun && (relation === 'compound' || relation === 'amod')) {
      add(relation, child);
      add('mod', child);
    } else if (noun && relation === 'appos') add(relation, child);
  }
  if (!noun && OBJECT_CONTROL.has(tree.word(at).lemma.toLowerCase()))
    for (const object of tree.childrenBy(at, 'obj'))
      for (const child of charges(tree, object)) add('comp', child);
  if (!noun) misplaced(tree, at, { passive, add });
  else underAgent(tree, at, add);
  if (!noun && LINKING.has(tree.word(at).lemma.toLowerCase()))
    for (const child of tree.childrenBy(at, 'obj')) add('comp', child);
}

/** Subject and object by place, of a verb that the tree has for a noun: `An agreement links Senegal to Gambia`. */
export function besides(tree: Tree, at: number, found: ReadonlyMap<string, number[]>, add: Add): void {
  const after = tree
    .children(at)
    .find((child) => child > at && tree.preposition(child) === undefined && isNominal(tree, child));
  if (after !== undefined) add('obj', after);
  if (isStranded(tree, at)) stranded(tree, at, add);
  if (found.has('subj')) return;
  const above = tree.head(at);
  const before = tree.children(at).find((child) => child < at && isNominal(tree, child));
  if (before !== undefined) add('subj', before);
  else if (above >= 0 && above < at && isNominal(tree, above)) add('subj', above);
}

/** What follows such a verb, as its own: an object without a preposition, else a phrase with one. */
function stranded(tree: Tree, at: number, add: Add): void {
  const name = tree.head(at);
  add('subj', name);
  for (const child of tree.children(name).filter((one) => one > at && isNominal(tree, one)))
    if (tree.preposition(child) === undefined || tree.isArticle(child)) add('obj', child);
    else oblique(tree, at, child, { passive: false, noun: false, add });
}

/** The object of a noun that the tree hangs on its agent (`utilisation par les États-Unis d'un aéroport`), or the agent on the object (`la saisie d'un navire par l'Iran`). */
function underAgent(tree: Tree, at: number, add: Add): void {
  const phrases = tree.childrenBy(at, 'nmod', 'obl').filter((child) => child > at);
  const is = (child: number, names: ReadonlySet<string>): boolean => names.has(tree.preposition(child) ?? '');
  const owned = phrases.filter((child) => is(child, POSSESSIVE));
  for (const object of owned)
    for (const inner of tree.childrenBy(object, 'nmod')) if (is(inner, AGENT)) add('subj', inner);
  if (owned.length > 0) return;
  for (const agent of phrases.filter((child) => is(child, AGENT)))
    for (const inner of tree.childrenBy(agent, 'nmod')) if (is(inner, POSSESSIVE)) add('obj', inner);
}

/** The arguments of `is` where treebanks make the word after it the head: `is in force`, `is out of Mali`. */
function copular(tree: Tree, at: number, add: Add): void {
  const head = tree.head(at);
  const preposition = tree.preposition(head);
  if (preposition !== undefined) {
    add(preposition, head);
    for (const part of preposition.split(' ')) if (part !== preposition) add(part, head);
    if (LOCATIVE.has(preposition)) add('loc', head);
  }
  for (const child of tree.children(head)) {
    const relation = tree.relation(child);
    if (relation === 'nsubj') add('subj', antecedent(tree, head, child));
    else if (relation === 'expl') add('expl', child);
    else if (relation === 'advmod') adverb(tree, child, add);
    else if (tree.word(child).deprel === 'nmod:poss') continue;
    else if (relation === 'obl' || relation === 'nmod')
      oblique(tree, head, child, { passive: false, noun: false, add });
  }
}

/** The verb that says what a noun or verb is about: `offer to sell`, `ruled out sending`, `questioned whether they came`. */
function isContent(tree: Tree, at: number, child: number, noun: boolean): boolean {
  const { feats } = tree.word(child);
  if (child < at) return false;
  if (noun) return tree.relation(child) === 'acl' && /VerbForm=Inf/.test(feats);
  const asks = tree.childrenBy(child, 'mark').some((mark) => tree.word(mark).lemma === 'whether');
  if (asks) return tree.relation(child) === 'advcl';
  return (
    tree.relation(child) === 'advcl' &&
    /VerbForm=(?:Ger|Inf)/.test(feats) &&
    tree.childrenBy(child, 'mark', 'case', 'nsubj').length === 0
  );
}

/** An adverb, and what a French one governs: `auprès de la Chine`, `près de la frontière`; a second such phrase is the verb's object: `des drones`. */
function adverb(tree: Tree, child: number, add: Add): void {
  add('adv', child);
  const word = tree.word(child).form.toLowerCase();
  for (const [at, inner] of tree.childrenBy(child, 'obl', 'nmod').entries()) {
    if (at > 0 && tree.isArticle(inner)) {
      add('obj', inner);
      continue;
    }
    add(word, inner);
    if (LOCATIVE.has(`${word} ${tree.preposition(inner) ?? ''}`)) add('loc', inner);
  }
}

/** True for `up to 61 jets`, `under 200 tanks`: how many, not where. */
const isBound = (tree: Tree, at: number): boolean =>
  /^(?:up to|up|over|under|about|around|close to|jusque|jusque à)$/.test(tree.preposition(at) ?? '') &&
  tree.childrenBy(at, 'nummod').length > 0;

/** Arguments that the tree hides: the first of two objects, one that stands before the other as if it were its modifier, an object or subject with an indefinite article that looks like a preposition. */
function misplaced(tree: Tree, at: number, { passive, add }: { passive: boolean; add: Add }): void {
  const objects = tree.childrenBy(at, 'obj').filter((child) => child > at && !isReflexive(tree, child));
  const stray = objects.length === 0 && !passive ? strayObject(tree, at) : undefined;
  if (stray !== undefined) add('obj', stray);
  const [first = -1, second = -1] = objects;
  if (second >= 0 && first >= 0) add('iobj', first);
  else if (first >= 0) {
    const given = tree.childrenBy(first, 'compound', 'nmod').find((child) => child > at && child <= at + 2);
    if (given !== undefined && tree.word(given).upos === 'PROPN' && !tree.childrenBy(given, 'case').length)
      add('iobj', given);
  }
  const subjects = tree.childrenBy(at, 'nsubj', 'csubj').length;
  if (subjects === 0)
    for (const child of [...leading(tree, at), ...lostSubject(tree, at)])
      add(passive ? 'obj' : 'subj', child);
  for (const child of tree.childrenBy(at, 'obl')) {
    const bare =
      (tree.preposition(child) === undefined || isBound(tree, child)) && tree.word(child).upos !== 'NUM';
    if (!bare && !tree.isArticle(child)) continue;
    if (child > at && first < 0 && !passive) add('obj', child);
    else if (child < at && subjects === 0 && !bare) add(passive ? 'obj' : 'subj', child);
  }
  if (first < 0 && !passive) for (const child of behindPhrase(tree, at)) add('obj', child);
}

/** The object that the tree hangs on the phrase before it: `a proposé au Vietnam des missiles`, `a mis en garde Pékin`. */
function behindPhrase(tree: Tree, at: number): readonly number[] {
  for (const phrase of tree.childrenBy(at, 'obl').filter((child) => child > at)) {
    const name = tree.word(phrase).upos === 'PROPN';
    const inner = tree
      .childrenBy(phrase, 'nmod', 'appos', 'flat')
      .find(
        (child) =>
          child > phrase &&
          (name
            ? tree.isArticle(child)
            : tree.word(child).upos === 'PROPN' &&
              tree.preposition(child) === undefined &&
              child <= phrase + 2 &&
              tree.childrenBy(phrase, 'det').length === 0),
      );
    if (inner !== undefined) return [inner];
  }
  return [];
}

/** True for `in support of the army`, `at Maputo's request`, which stand for a preposition: nothing happens in them. */
const isPhrasal = (tree: Tree, at: number, preposition: string): boolean => {
  const lemma = tree.word(at).lemma.toLowerCase();
  if (/^(?:at|à|sur)$/.test(preposition)) return BIDDING.has(lemma);
  return (
    /^(?:in|en)$/.test(preposition) &&
    PHRASAL.has(lemma) &&
    tree.childrenBy(at, 'det', 'nmod:poss').length === 0
  );
};

function oblique(
  tree: Tree,
  at: number,
  child: number,
  { passive, noun, add }: { passive: boolean; noun: boolean; add: Add },
): void {
  if (tree.word(child).deprel === 'nmod:poss') {
    add('subj', child);
    return;
  }
  const preposition = tree.preposition(child);
  if (preposition === undefined || isDate(tree, child)) return;
  if (AGENT.has(preposition) && (passive || noun)) add('subj', child);
  if (noun && POSSESSIVE.has(preposition) && child > at && !isSecond(tree, at, child)) add('obj', child);
  if (isPhrasal(tree, child, preposition)) return;
  add(preposition, child);
  const [first = ''] = preposition.split(' ');
  if (first !== preposition) add(first, child);
  if (LEADING.has(first) && first !== preposition) add(preposition.slice(first.length + 1), child);
  if (LOCATIVE.has(preposition)) add('loc', child);
}

/** What a relative pronoun stands for: the noun that the clause hangs on. */
export function antecedent(tree: Tree, clause: number, pronoun: number): number {
  const relative =
    /PronType=[\w,]*Rel/.test(tree.word(pronoun).feats) ||
    RELATIVE.has(tree.word(pronoun).form.toLowerCase());
  return relative && tree.relation(clause) === 'acl' && tree.head(clause) >= 0 ? tree.head(clause) : pronoun;
}

/** The functions that a word has of its own, nothing inherited. */
export function functionsOfShallow(tree: Tree, at: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  collect(tree, at, (name, word) => {
    found.set(name, [...(found.get(name) ?? []), word]);
  });
  return found;
}
