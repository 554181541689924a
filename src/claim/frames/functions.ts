// The arguments of a predicate by function, whatever the voice and whatever stands between: active, passive, relative, control, coordination.
import { isGround } from '../ground.js';
import type { Tree } from '../tree.js';
import { below } from './astray.js';
import { activeSubject, subjectBeside } from './beside.js';
import { AGENT, OBJECT_CONTROL, POSSESSIVE } from './governing.js';
import { lostObject } from './lost.js';
import { type Add, antecedent, besides, collect, functionsOfShallow } from './own.js';
import { strayRelative, toldSubject } from './stray.js';
import { isNominal, isPassive, isPredicate } from './voice.js';

/** Word indices by function. A function may have several. */
export type Functions = ReadonlyMap<string, readonly number[]>;

/** The functions of the word at an index, read as a word of the tag that a frame has it for. */
export function functionsOf(tree: Tree, at: number, upos: string = tree.word(at).upos): Functions {
  const found = new Map<string, number[]>();
  const add = (name: string, word: number): void => {
    const list = found.get(name);
    if (list === undefined) found.set(name, [word]);
    else if (!list.includes(word)) list.push(word);
  };
  collect(tree, at, add, upos);
  inherit(tree, at, { found, add, upos });
  if (upos === 'VERB') share(tree, at, { found, add });
  if (upos === 'NOUN' && !found.has('obj')) for (const word of lostObject(tree, at)) add('obj', word);
  if (upos === 'VERB' && tree.word(at).upos !== 'VERB' && !found.has('obj')) besides(tree, at, found, add);
  if (upos !== 'ADJ') for (const word of found.get('obj') ?? []) below(tree, word, add);
  if (upos === 'ADJ' && !found.has('subj')) for (const word of found.get('obj') ?? []) add('subj', word);
  return found;
}

/** Arguments that stand elsewhere: with the antecedent, the coordinated or the governing verb, the verb that a noun is an argument of. */
function inherit(
  tree: Tree,
  at: number,
  { found, add, upos }: { found: ReadonlyMap<string, number[]>; add: Add; upos: string },
): void {
  const relation = tree.relation(at);
  const above = tree.head(at);
  if (above < 0) return;
  const lacks = (name: string): boolean => !found.has(name);
  const passive = isPassive(tree, at);
  const subject = passive ? 'obj' : 'subj';
  if (relation === 'acl' && tree.word(at).upos !== 'NOUN') {
    if (lacks(subject))
      for (const word of meantBy(tree, above, { content: isContentOf(tree, at) })) add(subject, word);
    else if (lacks('obj') && tree.word(at).deprel === 'acl:relcl') add('obj', above);
  } else if (relation === 'amod' && upos === 'VERB') {
    const before = activeSubject(tree, at);
    if (before !== undefined) {
      add('subj', before);
      if (lacks('obj')) add('obj', above);
    } else if (lacks('obj')) add('obj', above);
  } else if (relation === 'conj' && isPredicate(tree, above)) {
    const own = passive ? undefined : subjectBeside(tree, at);
    if (lacks(subject))
      for (const word of own === undefined ? surfaceSubject(tree, above) : [own]) add(subject, word);
  } else if (relation === 'xcomp' || relation === 'advcl' || relation === 'ccomp') {
    if (relation === 'xcomp' && !passive && lacks('obj'))
      for (const word of gapOf(tree, above)) add('obj', word);
    if (relation === 'ccomp' && !passive && lacks('obj'))
      for (const word of gapOf(tree, at)) add('obj', word);
    if (!lacks(subject)) return;
    const told = relation === 'ccomp' ? toldSubject(tree, at) : undefined;
    if (told !== undefined) add(subject, told);
    if (relation === 'ccomp' && !/VerbForm=Inf/.test(tree.word(at).feats)) return;
    const governing = functionsOfShallow(tree, above);
    const object =
      OBJECT_CONTROL.has(tree.word(above).lemma.toLowerCase()) || isGround(tree, at)
        ? (governing.get('obj') ?? governing.get('iobj') ?? governing.get('to') ?? governing.get('à'))
        : undefined;
    const agents = relation === 'advcl' ? agentsBeside(tree, at, above) : undefined;
    for (const word of object ?? agents ?? surfaceSubject(tree, above)) add(subject, word);
  } else if (isNominal(tree, at) && isPredicate(tree, above)) {
    const verb = functionsOfShallow(tree, above);
    if (lacks('subj'))
      for (const word of verb.get('subj') ?? surfaceSubject(tree, above)) if (word !== at) add('subj', word);
    for (const [name, list] of verb)
      if (!['subj', 'obj', 'iobj', 'comp', 'prt', 'refl'].includes(name) && lacks(name))
        for (const word of list) if (word !== at) add(name, word);
  }
}

/** What a relative clause is about whose verb has a subject and no object: of `the brigade that Oslo plans to send`, the brigade. */
function gapOf(tree: Tree, clause: number): readonly number[] {
  const noun = tree.word(clause).deprel === 'acl:relcl' ? tree.head(clause) : strayRelative(tree, clause);
  if (noun === undefined) return [];
  const { length } = tree
    .childrenBy(clause, 'nsubj')
    .filter((child) => antecedent(tree, clause, child) === child);
  return length > 0 && tree.childrenBy(clause, 'obj', 'iobj').length === 0 ? [noun] : [];
}

/** True for the verb that says what a noun is about: `an opportunity to sell`. */
const isContentOf = (tree: Tree, at: number): boolean =>
  /VerbForm=Inf/.test(tree.word(at).feats) && tree.childrenBy(at, 'mark', 'case').length > 0;

/**
 * Whom a clause under a noun is about: the noun; of `one of the first officials received`, of which somebody is said to be
 * one, who that is; of an opportunity to sell who has or takes it.
 */
function meantBy(tree: Tree, noun: number, { content }: { content: boolean }): readonly number[] {
  if (content) {
    const owners = tree
      .children(noun)
      .filter((child) => tree.word(child).deprel === 'nmod:poss' || isMaker(tree, child));
    if (owners.length > 0) return owners;
    if (['obj', 'obl', 'xcomp'].includes(tree.relation(noun)) && isPredicate(tree, tree.head(noun)))
      return surfaceSubject(tree, tree.head(noun));
    return [noun];
  }
  const whole = tree.relation(noun) === 'nmod' && POSSESSIVE.has(tree.preposition(noun) ?? '');
  const said = whole && /^(?:NUM|ADJ|PRON)$/.test(tree.word(tree.head(noun)).upos) ? tree.head(noun) : noun;
  if (tree.childrenBy(said, 'cop').length === 0) return [noun];
  const named = tree.childrenBy(said, 'nsubj').filter((child) => tree.word(child).upos !== 'PRON');
  return named.length > 0 ? named : [noun];
}

/** Who does it in the passive before a participle: `was attacked by militiamen, killing ten`; undefined where it is not that. */
function agentsBeside(tree: Tree, at: number, above: number): readonly number[] | undefined {
  if (!/VerbForm=(?:Ger|Part)/.test(tree.word(at).feats) || !/ing$/.test(tree.word(at).form))
    return undefined;
  if (at < above || !isPassive(tree, above) || tree.childrenBy(at, 'mark', 'case').length > 0)
    return undefined;
  return functionsOfShallow(tree, above).get('subj');
}

/** Whose a plan is by a name at it: `a Russian plot to bomb a depot`, `an attempt by Sudan to shell the town`. */
const isMaker = (tree: Tree, at: number): boolean => {
  const relation = tree.relation(at);
  if (relation === 'nmod') return AGENT.has(tree.preposition(at) ?? '');
  return (relation === 'amod' || relation === 'compound') && /^\p{Lu}/u.test(tree.word(at).form);
};

/** What may stand between two verbs that have an object or an agent in common. */
const JOINING = new Set(['cc', 'advmod', 'aux', 'punct', 'compound']);

/** The object or agent that the tree gives to the last of several verbs: `shot down or jammed 33 drones`, `struck and killed by a drone`. */
function share(
  tree: Tree,
  at: number,
  { found, add }: { found: ReadonlyMap<string, number[]>; add: Add },
): void {
  const passive = isPassive(tree, at);
  const name = passive ? 'subj' : 'obj';
  if (found.has(name) || found.has('comp')) return;
  for (const other of tree.childrenBy(at, 'conj')) {
    if (other < at || tree.word(other).upos !== 'VERB' || tree.childrenBy(other, 'nsubj').length > 0)
      continue;
    const between = Array.from({ length: other - at - 1 }, (_, step) => at + 1 + step);
    const joined = between.every(
      (word) =>
        JOINING.has(tree.relation(word)) ||
        (tree.relation(word) === 'conj' && tree.word(word).upos === 'VERB'),
    );
    if (!joined) return;
    for (const word of functionsOfShallow(tree, other).get(name) ?? []) if (word > other) add(name, word);
    if (passive && !found.has(name))
      for (const word of tree
        .childrenBy(other, 'obl')
        .filter((one) => AGENT.has(tree.preposition(one) ?? '')))
        add(name, word);
  }
}

/** The subject as it stands, of this verb or of those that it hangs on, at most a few steps up. */
function surfaceSubject(tree: Tree, at: number): readonly number[] {
  let word = at;
  for (let step = 0; step < 5 && word >= 0; step += 1) {
    const subjects = tree.childrenBy(word, 'nsubj').map((child) => antecedent(tree, word, child));
    if (subjects.length > 0) return subjects;
    const relation = tree.relation(word);
    if (relation === 'acl') return tree.head(word) >= 0 ? [tree.head(word)] : [];
    if (isGround(tree, word)) return functionsOfShallow(tree, tree.head(word)).get('obj') ?? [];
    if (!['conj', 'xcomp', 'advcl', 'ccomp', 'obj', 'obl'].includes(relation)) return [];
    word = tree.head(word);
  }
  return [];
}
