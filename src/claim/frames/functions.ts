// The arguments of a predicate by function, whatever the voice and whatever stands between: active, passive, relative, control, coordination.
import type { Word } from '../../language/language.js';
import type { Tree } from './tree.js';

/** Word indices by function. A function may have several. */
export type Functions = ReadonlyMap<string, readonly number[]>;

/** Verbs whose object does what the embedded verb says: "asked France to leave". */
const OBJECT_CONTROL = new Set(
  'ask urge order force allow let help enable tell invite request persuade authorize authorise permit encourage press demander ordonner autoriser inviter forcer obliger laisser exhorter'.split(
    ' ',
  ),
);
const AGENT = new Set(['by', 'par']);
const LOCATIVE = new Set([
  'in',
  'at',
  'on',
  'near',
  'inside',
  'across',
  'off',
  'within',
  'along',
  'throughout',
  'around',
  'outside',
  'en',
  'dans',
  'à',
  'sur',
  'chez',
  'près de',
  'au large de',
  'à travers',
  'autour de',
  'aux environs de',
]);
const POSSESSIVE = new Set(['of', 'de']);

/** The functions of the word at an index. */
export function functionsOf(tree: Tree, at: number): Functions {
  const found = new Map<string, number[]>();
  const add = (name: string, word: number): void => {
    const list = found.get(name);
    if (list === undefined) found.set(name, [word]);
    else if (!list.includes(word)) list.push(word);
  };
  collect(tree, at, add);
  inherit(tree, at, found, add);
  return found;
}

/** True for a verb in the passive, with or without its auxiliary. */
export function isPassive(tree: Tree, at: number): boolean {
  if (tree.childrenBy(at, 'aux:pass', 'nsubj:pass', 'csubj:pass').length > 0) return true;
  if (/Voice=Pass/.test(tree.word(at).feats)) return true;
  return (
    tree.relation(at) === 'acl' &&
    isPastParticiple(tree.word(at)) &&
    tree.childrenBy(at, 'nsubj', 'aux').length === 0
  );
}

const isPastParticiple = ({ feats }: Word): boolean =>
  /VerbForm=Part/.test(feats) && /Tense=Past/.test(feats);

type Add = (name: string, word: number) => void;

function collect(tree: Tree, at: number, add: Add): void {
  const passive = isPassive(tree, at);
  const noun = tree.word(at).upos === 'NOUN' || tree.word(at).upos === 'PROPN';
  for (const child of tree.children(at)) {
    const { deprel } = tree.word(child);
    const relation = tree.relation(child);
    if (relation === 'nsubj' || relation === 'csubj') {
      const real = antecedent(tree, at, child);
      add(deprel.endsWith(':pass') || (passive && !noun) ? 'obj' : 'subj', real);
    } else if (relation === 'obj') add('obj', antecedent(tree, at, child));
    else if (relation === 'iobj') add('iobj', child);
    else if (deprel === 'obl:agent') add('subj', child);
    else if (relation === 'obl' || relation === 'nmod') oblique(tree, at, child, { passive, noun, add });
    else if (relation === 'ccomp' || relation === 'xcomp') add('comp', child);
    else if (deprel === 'compound:prt') add('prt', child);
    else if (deprel === 'expl:pv' || (relation === 'expl' && /^s['e]$/i.test(tree.word(child).form)))
      add('refl', child);
    else if (noun && (relation === 'compound' || relation === 'amod' || relation === 'appos'))
      add(relation, child);
  }
}

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
  if (preposition === undefined) return;
  if (AGENT.has(preposition) && (passive || noun)) add('subj', child);
  if (noun && POSSESSIVE.has(preposition) && child > at) add('obj', child);
  add(preposition, child);
  const [first = ''] = preposition.split(' ');
  if (first !== preposition) add(first, child);
  if (LOCATIVE.has(preposition)) add('loc', child);
}

/** What a relative pronoun stands for: the noun that the clause hangs on. */
function antecedent(tree: Tree, clause: number, pronoun: number): number {
  const relative =
    /PronType=[\w,]*Rel/.test(tree.word(pronoun).feats) ||
    /^(?:who|whom|which|that|qui|que|lequel|laquelle|lesquels|lesquelles)$/i.test(tree.word(pronoun).form);
  return relative && tree.relation(clause) === 'acl' && tree.head(clause) >= 0 ? tree.head(clause) : pronoun;
}

/** Arguments that stand elsewhere: with the antecedent, the coordinated or the governing verb, the verb that a noun is an argument of. */
function inherit(tree: Tree, at: number, found: ReadonlyMap<string, number[]>, add: Add): void {
  const relation = tree.relation(at);
  const above = tree.head(at);
  if (above < 0) return;
  const lacks = (name: string): boolean => !found.has(name);
  const passive = isPassive(tree, at);
  const subject = passive ? 'obj' : 'subj';
  if (relation === 'acl' && tree.word(at).upos !== 'NOUN') {
    if (lacks(subject)) add(subject, above);
    else if (lacks('obj') && tree.word(at).deprel === 'acl:relcl') add('obj', above);
  } else if (relation === 'conj' && isPredicate(tree, above)) {
    if (lacks(subject)) for (const word of surfaceSubject(tree, above)) add(subject, word);
  } else if (relation === 'xcomp' || relation === 'advcl' || relation === 'ccomp') {
    if (!lacks(subject) || (relation === 'ccomp' && !/VerbForm=Inf/.test(tree.word(at).feats))) return;
    const governing = functionsOfShallow(tree, above);
    const object = OBJECT_CONTROL.has(tree.word(above).lemma.toLowerCase())
      ? (governing.get('obj') ?? governing.get('iobj') ?? governing.get('to') ?? governing.get('à'))
      : undefined;
    for (const word of object ?? surfaceSubject(tree, above)) add(subject, word);
  } else if (isNominal(tree, at) && isPredicate(tree, above)) {
    const verb = functionsOfShallow(tree, above);
    if (lacks('subj'))
      for (const word of verb.get('subj') ?? surfaceSubject(tree, above)) if (word !== at) add('subj', word);
    for (const [name, list] of verb)
      if (!['subj', 'obj', 'iobj', 'comp', 'prt', 'refl'].includes(name) && lacks(name))
        for (const word of list) if (word !== at) add(name, word);
  }
}

const isPredicate = (tree: Tree, at: number): boolean => /^(?:VERB|AUX|ADJ|NOUN)$/.test(tree.word(at).upos);
const isNominal = (tree: Tree, at: number): boolean => /^(?:NOUN|PROPN)$/.test(tree.word(at).upos);

/** The functions that a word has of its own, nothing inherited. */
function functionsOfShallow(tree: Tree, at: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  collect(tree, at, (name, word) => {
    found.set(name, [...(found.get(name) ?? []), word]);
  });
  return found;
}

/** The subject as it stands, of this verb or of those that it hangs on, at most a few steps up. */
function surfaceSubject(tree: Tree, at: number): readonly number[] {
  let word = at;
  for (let step = 0; step < 5 && word >= 0; step += 1) {
    const subjects = tree.childrenBy(word, 'nsubj').map((child) => antecedent(tree, word, child));
    if (subjects.length > 0) return subjects;
    const relation = tree.relation(word);
    if (relation === 'acl') return tree.head(word) >= 0 ? [tree.head(word)] : [];
    if (!['conj', 'xcomp', 'advcl', 'ccomp', 'obj', 'obl'].includes(relation)) return [];
    word = tree.head(word);
  }
  return [];
}
