// How sure the text is of what a predicate says: fact, planned, urged, denied and so on, with the cue that says so.

import type { Span } from '../base/span.js';
import { modalityCues } from '../lexicon/cues.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import type { Modality } from './claim.js';
import { isPassive } from './clause.js';
import { cueAt, type FoundCue, governing, ownCue } from './governing.js';
import { isGround } from './ground.js';
import { type Cue, localCues } from './local-cues.js';
import { negationOf } from './negation.js';
import { type Saying, sayingsOver } from './saying.js';
import type { Tree } from './tree.js';
import { verbOfSaying } from './verb-of-saying.js';

/** How sure, and by which words. */
export interface ModalityReading {
  readonly modality: Modality;
  /** Span of the cue in the text, absent for a plain fact. */
  readonly cue?: Span;
  /** True where the thing is still to come, so that its time is bound from below. */
  readonly future: boolean;
}

/** The stronger first: where several cues stand over one predicate, the first of this list is its modality. */
const BY_WEIGHT: readonly Modality[] = [
  'denied',
  'improbable',
  'conditional',
  'possible',
  'estimate',
  'probable',
  'urged',
  'planned',
  'fact',
];

/**
 * The modality of the predicate at `at`. `own`: the predicate's own meaning counts as well, for claims about what is
 * asked, offered or denied ("proposed a memorandum"); not for a `statement`, which happened.
 */
export function modalityOf(tree: Tree, at: number, own = false): ModalityReading {
  const sayings = sayingsOver(tree, at, own);
  const cues = [...(own ? self(tree, at) : []), ...climb(tree, at, sayings), ...aside(tree, at, sayings)];
  const best = BY_WEIGHT.map((modality) => cues.find((cue) => cue.modality === modality)).find(
    (cue) => cue !== undefined,
  );
  const future = isFuture(cues);
  if (best === undefined || best.modality === 'fact') return { modality: 'fact', future };
  const [first, last] = [tree.word(best.first), tree.word(best.last)];
  return { modality: best.modality, cue: { start: first.start, end: last.end }, future };
}

const TO_COME = new Set<Modality>(['planned', 'urged', 'probable', 'conditional']);
const isFuture = (cues: readonly Cue[]): boolean => cues.some(({ modality }) => TO_COME.has(modality));

function self(tree: Tree, at: number): Cue[] {
  const cue = ownCue(tree, at);
  if (cue === undefined) return [];
  return [{ ...flipped(tree, at, cue), height: 0 }];
}

/** What negation makes of a cue: not planned is denied, not likely is improbable, not denied is a fact. */
const NEGATED: Readonly<Record<Modality, Modality>> = {
  fact: 'denied',
  estimate: 'denied',
  probable: 'improbable',
  possible: 'denied',
  improbable: 'probable',
  planned: 'denied',
  urged: 'denied',
  conditional: 'conditional',
  denied: 'fact',
};

function flipped(tree: Tree, at: number, cue: FoundCue): { modality: Modality; first: number; last: number } {
  const negation = negationOf(tree, at) ?? holderNegation(tree, at);
  const { modality, first, last } = cue;
  if (negation === undefined || (modality === 'denied' && tree.word(negation).upos === 'DET'))
    return { modality, first, last };
  const undone = modality === 'denied' && tree.lemma(at) === 'rule' ? 'possible' : NEGATED[modality];
  return { modality: undone, first: Math.min(first, negation), last: Math.max(last, negation) };
}

/** "did not make a request": the noun is undone by the verb that holds it. */
function holderNegation(tree: Tree, at: number): number | undefined {
  const head = tree.head(at);
  if (tree.word(at).upos !== 'NOUN' || head < 0 || tree.relation(at) !== 'obj') return undefined;
  return negationOf(tree, head);
}

/** The cues on the predicate itself and on what governs it, up to the word of saying. */
function climb(tree: Tree, predicate: number, sayings: readonly Saying[]): Cue[] {
  const cues: Cue[] = [];
  let node = predicate;
  let undone = false;
  for (let height = 0; height < 12; height += 1) {
    const context = { height, told: sayings.some(({ how }) => how !== 'source') };
    cues.push(...localCues(tree, node, { ...context, undone }));
    const head = tree.head(node);
    if (head < 0) break;
    const cue = governing(tree, head, node);
    undone = cue !== undefined;
    if (cue !== undefined) cues.push({ ...governed(tree, { head, node, cue }), height: height + 1 });
    else if (verbOfSaying(tree, head) !== undefined && tree.relation(node) !== 'obl') {
      if (sayings.some(({ word, how }) => word === head && how === 'governs'))
        cues.push(...unsaid(tree, head, height));
      break;
    } else if (!carries(tree, head, node, cues)) break;
    node = head;
  }
  return cues;
}

function governed(
  tree: Tree,
  { head, node, cue }: { head: number; node: number; cue: FoundCue },
): { modality: Modality; first: number; last: number } {
  const found = flipped(tree, head, cue);
  if (found.modality === 'probable' && counts(tree, head, node)) return { ...found, modality: 'estimate' };
  if (found.modality === 'estimate' && !hasNumber(tree, head) && tree.word(head).upos === 'VERB')
    return { ...found, modality: 'probable' };
  return found;
}

/** "are believed to number", "is thought to be about 400". */
function counts(tree: Tree, head: number, node: number): boolean {
  return isPassive(tree, head) && COUNTING.has(tree.lemma(node)) && hasNumber(tree, node);
}
const COUNTING = grammarWords('counting-verb');
const hasNumber = (tree: Tree, at: number): boolean =>
  tree.words.some(({ upos }, word) => upos === 'NUM' && tree.dominates(at, word));

/** "has not confirmed that": what is not said is no more than possible. */
function unsaid(tree: Tree, head: number, height: number): Cue[] {
  const negation = negationOf(tree, head);
  return negation === undefined ? [] : [{ modality: 'possible', first: negation, last: head, height }];
}

const INFINITIVE = grammarWords('infinitive-aim');
const NOMINAL = new Set(['obj', 'nsubj', 'nmod', 'appos', 'compound', 'iobj', 'flat', 'amod', 'nummod']);

/** True where what stands over `head` holds for `node` as well. */
function carries(tree: Tree, head: number, node: number, cues: Cue[]): boolean {
  const name = tree.relation(node);
  if (name === 'xcomp' || name === 'csubj' || name === 'ccomp') return true;
  if (name === 'conj') return sharesParts(tree, head, node);
  if (name === 'advcl') {
    if (tree.childrenBy(node, ...SUBJECTS).length > 0 || tree.hasFeature(node, 'VerbForm=Fin')) return false;
    if (isGround(tree, node)) return false;
    const mark = tree.childrenBy(node, ...MARKS)[0];
    if (mark !== undefined && INFINITIVE.has(tree.form(mark)) && cues.length === 0)
      cues.push({ modality: 'planned', first: mark, last: mark, height: 0 });
    return true;
  }
  if (name === 'obl') return lightNoun(tree, head, node) || afterNegation(tree, node);
  return NOMINAL.has(name) && tree.word(node).upos !== 'VERB';
}

/** "n'a plus de base": the phrase after `pas de`, `plus de` is the object. */
function afterNegation(tree: Tree, node: number): boolean {
  const de = tree.childrenBy(node, ...MARKS).find((mark) => ['de', "d'"].includes(tree.form(mark)));
  return de !== undefined && de > 0 && ['pas', 'plus', 'jamais'].includes(tree.form(de - 1));
}

const LIGHT = grammarWords('light-verb');
/** "will take part in the exercise", "participera à l'exercice": the noun happens as its verb does. */
const lightNoun = (tree: Tree, head: number, node: number): boolean =>
  ['NOUN', 'PROPN'].includes(tree.word(node).upos) && LIGHT.has(tree.lemma(head));

const SUBJECTS = new Set(['nsubj', 'csubj', 'expl']);
const MARKS = new Set(['mark', 'case']);
const PARTS = new Set(['aux', 'cop']);

/** A conjunct without a subject and an auxiliary of its own stands under those of the first. */
function sharesParts(tree: Tree, head: number, node: number): boolean {
  if (tree.childrenBy(node, ...PARTS).length > 0 || tree.childrenBy(node, ...SUBJECTS).length > 0)
    return false;
  if (tree.word(node).upos !== 'VERB') return true;
  return !tree.hasFeature(node, 'VerbForm=Fin') && negationOf(tree, head) === undefined;
}

const WEIGHING = new Set<Modality>(['estimate', 'probable', 'improbable']);

/** ", UN experts estimated": what stands aside may weigh what it says. */
function aside(tree: Tree, at: number, sayings: readonly Saying[]): Cue[] {
  return sayings.flatMap(({ how, word, cue }): Cue[] => {
    if (how === 'source')
      return reckoning(tree, word) || reckoning(tree, cue.last)
        ? [{ modality: 'estimate', ...cue, height: 9 }]
        : [];
    const lost = how === 'wants' && word !== at ? cueAt(tree, word, 'governs-comp') : undefined;
    if (lost !== undefined) return [{ ...lost, height: 9 }];
    const found = how === 'aside' ? cueAt(tree, word, 'governs-comp') : undefined;
    return found !== undefined && WEIGHING.has(found.modality) ? [{ ...found, height: 9 }] : [];
  });
}

/** The nouns of a table cell's worth of estimates: "by the bank's reckoning", "according to estimates". */
const reckoning = (tree: Tree, word: number): boolean =>
  modalityCues(tree.language, 'noun')
    .get(tree.lemma(word))
    ?.some(({ modality }) => modality === 'estimate') ?? false;
