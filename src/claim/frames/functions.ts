// The arguments of a predicate by function, whatever the voice and whatever stands between: active, passive, relative, control, coordination.
import type { Word } from '../../language/language.js';
import { grammarWords } from '../../lexicon/grammar-words.js';
import type { Tree } from '../tree.js';
import { below, charges, isBareName, isDate, isSecond, isStranded } from './astray.js';
import { activeSubject, subjectBeside } from './beside.js';
import { AGENT, LEADING, LINKING, LOCATIVE, MOVING, OBJECT_CONTROL, POSSESSIVE } from './governing.js';
import { doesIt, strayObject, strayOwner, toldSubject } from './stray.js';

const RELATIVE = grammarWords('relative-pronoun');

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
  if (upos === 'VERB' && tree.word(at).upos !== 'VERB' && !found.has('obj')) besides(tree, at, found, add);
  if (upos !== 'ADJ') for (const word of found.get('obj') ?? []) below(tree, word, add);
  if (upos === 'ADJ' && !found.has('subj')) for (const word of found.get('obj') ?? []) add('subj', word);
  return found;
}

/** True for a verb in the passive, with or without its auxiliary. */
export function isPassive(tree: Tree, at: number): boolean {
  if (tree.children(at).some((child) => isReflexive(tree, child))) return false;
  if (MOVING.has(tree.word(at).lemma.toLowerCase())) return false;
  if (tree.childrenBy(at, 'aux:pass').length > 0) return true;
  if (tree.childrenBy(at, 'aux').some((child) => /^(?:have|avoir)$/.test(tree.word(child).lemma)))
    return false;
  if (tree.childrenBy(at, 'nsubj:pass', 'csubj:pass').length > 0)
    return !/VerbForm=Fin/.test(tree.word(at).feats);
  if (leading(tree, at).length > 0 || hasActiveParts(tree, at) || doesIt(tree, at)) return false;
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

type Add = (name: string, word: number) => void;

/** Subject and object by place, of a verb that the tree has for a noun: `An agreement links Senegal to Gambia`. */
function besides(tree: Tree, at: number, found: ReadonlyMap<string, number[]>, add: Add): void {
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

function collect(tree: Tree, at: number, add: Add, upos: string = tree.word(at).upos): void {
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

const isReflexive = (tree: Tree, child: number): boolean =>
  tree.word(child).deprel === 'expl:pv' ||
  (/^(?:expl|obj|iobj|dep)$/.test(tree.relation(child)) && /^s['’e]$/i.test(tree.word(child).form));

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
  if (subjects === 0) for (const child of leading(tree, at)) add(passive ? 'obj' : 'subj', child);
  for (const child of tree.childrenBy(at, 'obl')) {
    const bare = tree.preposition(child) === undefined && tree.word(child).upos !== 'NUM';
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

/** The subject that the tree hangs on a phrase before it: `In a speech on Monday, the minister, John Doe, called for`; `En janvier, Niamey et Moscou conviennent`. */
function leading(tree: Tree, at: number): readonly number[] {
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
  add(preposition, child);
  const [first = ''] = preposition.split(' ');
  if (first !== preposition) add(first, child);
  if (LEADING.has(first) && first !== preposition) add(preposition.slice(first.length + 1), child);
  if (LOCATIVE.has(preposition)) add('loc', child);
}

/** What a relative pronoun stands for: the noun that the clause hangs on. */
function antecedent(tree: Tree, clause: number, pronoun: number): number {
  const relative =
    /PronType=[\w,]*Rel/.test(tree.word(pronoun).feats) ||
    RELATIVE.has(tree.word(pronoun).form.toLowerCase());
  return relative && tree.relation(clause) === 'acl' && tree.head(clause) >= 0 ? tree.head(clause) : pronoun;
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
    if (!lacks(subject)) return;
    const told = relation === 'ccomp' ? toldSubject(tree, at) : undefined;
    if (told !== undefined) add(subject, told);
    if (relation === 'ccomp' && !/VerbForm=Inf/.test(tree.word(at).feats)) return;
    const governing = functionsOfShallow(tree, above);
    const object = OBJECT_CONTROL.has(tree.word(above).lemma.toLowerCase())
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

/** True for the verb that says what a noun is about: `an opportunity to sell`. */
const isContentOf = (tree: Tree, at: number): boolean =>
  /VerbForm=Inf/.test(tree.word(at).feats) && tree.childrenBy(at, 'mark', 'case').length > 0;

/**
 * Whom a clause under a noun is about: the noun; of `one of the first officials received`, of which somebody is said to be
 * one, who that is; of an opportunity to sell who has or takes it.
 */
function meantBy(tree: Tree, noun: number, { content }: { content: boolean }): readonly number[] {
  if (content) {
    const owners = tree.childrenBy(noun, 'nmod:poss');
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
