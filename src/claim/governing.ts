// The cue that a word sets for what hangs on it: "plans to", "denied the", "is likely to", "a call for".

import { type CueScope, type ModalityCue, modalityCues } from '../lexicon/cues.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import type { Modality } from './claim.js';
import { auxiliariesOf, frenchMood, isPassive } from './clause.js';
import type { Tree } from './tree.js';
import { verbOfSaying } from './verb-of-saying.js';

/** A cue in the sentence. */
export interface FoundCue {
  readonly modality: Modality;
  readonly first: number;
  readonly last: number;
  /** True where who asks, offers or denies belongs to the attribution. */
  readonly speaker: boolean;
}

const CLAUSE_RELATIONS = new Set([
  'xcomp',
  'ccomp',
  'csubj',
  'advcl',
  'acl',
  'obl',
  'obj',
  'parataxis',
  'nmod',
]);
const NOUN_RELATIONS = new Set([
  'obj',
  'nsubj',
  'obl',
  'nmod',
  'iobj',
  'dep',
  'compound',
  'xcomp',
  'ccomp',
  'conj',
]);
const VERBAL = new Set(['VERB', 'AUX']);

/** What `head` says of `child`, its child in the tree; undefined where it says nothing. */
export function governing(tree: Tree, head: number, child: number): FoundCue | undefined {
  const { upos } = tree.word(head);
  if (VERBAL.has(upos)) return verbCue(tree, head, child) ?? adjectiveCue(tree, head, child);
  if (upos === 'ADJ') return adjectiveCue(tree, head, child) ?? verbCue(tree, head, child);
  if (upos === 'NOUN' && verbOfSaying(tree, head) === undefined) return nounCue(tree, head, child);
  if (upos !== 'NOUN' && tree.relation(child) === 'ccomp') return cueAt(tree, head, 'governs-comp');
  return undefined;
}

/** What a predicate that is itself a cue says of its own content: "proposed a memorandum", "denies it". */
export function ownCue(tree: Tree, at: number): FoundCue | undefined {
  const { upos } = tree.word(at);
  if (upos === 'NOUN') return hasContent(tree, at) ? cueAt(tree, at, 'noun') : undefined;
  if (upos === 'ADJ') return cueAt(tree, at, 'adjective');
  const cue = cueAt(tree, at, 'governs-comp');
  if (cue?.modality === 'estimate') return weighs(tree, at) ? cue : undefined;
  return cue !== undefined && OWN.has(cue.modality) ? cue : cueAt(tree, at, 'own');
}

const OWN = new Set<Modality>(['urged', 'denied', 'possible', 'probable']);

/** A call, a demand, an offer has content: "a call for a truce", "a telephone call" has none. */
const hasContent = (tree: Tree, at: number): boolean =>
  tree.children(at).some((child) => {
    const name = tree.relation(child);
    return (
      name === 'acl' ||
      (name === 'nmod' &&
        child > at &&
        tree.childrenBy(child, ...MARKS).some((mark) => CONTENT_OF.has(tree.form(mark))))
    );
  });

const CONTENT_OF = grammarWords('content-of-noun');

/** "put the number at 2,000": `put` weighs only with a number after `at`. */
export function weighs(tree: Tree, at: number): boolean {
  if (!PUTTING.has(tree.lemma(at))) return true;
  return tree.words.some(
    ({ upos }, word) => upos === 'NUM' && word > at && ['at', 'à'].includes(tree.form(word - 1)),
  );
}
const PUTTING = grammarWords('putting');

function verbCue(tree: Tree, head: number, child: number): FoundCue | undefined {
  const name = tree.relation(child);
  const verbal = VERBAL.has(tree.word(child).upos);
  if (verbal ? !CLAUSE_RELATIONS.has(name) : !NOUN_RELATIONS.has(name)) return undefined;
  if (name === 'nsubj' && !isPassive(tree, head)) return undefined;
  if (verbal && name === 'advcl' && !complementLike(tree, head, child)) return undefined;
  if (!verbal && (name === 'obl' || name === 'nmod') && !governedOblique(tree, child)) return undefined;
  const cue = cueAt(tree, head, 'governs-comp');
  if (cue?.modality === 'estimate' && !weighs(tree, head)) return undefined;
  if (cue?.modality === 'urged' && name === 'ccomp' && verbOfSaying(tree, head) !== undefined)
    return undefined;
  return cue ?? (verbal ? undefined : cueAt(tree, head, 'governs-noun'));
}

/** "asked Oslo to lend": parsers take such an infinitive for an adverbial clause; it stands after the verb, without a comma. */
function complementLike(tree: Tree, head: number, child: number): boolean {
  if (child < head) return false;
  const mark = tree.childrenBy(child, ...MARKS)[0];
  if (mark !== undefined && !INFINITIVE_MARKS.has(tree.form(mark))) return false;
  const start = tree.first(child);
  return tree.words[start - 1]?.form !== ',';
}
const MARKS = new Set(['mark', 'case']);
const INFINITIVE_MARKS = grammarWords('complement-mark');

/** Prepositions that give a verb what it wants or plans: "called for the withdrawal", "appelle au retrait". */
const GOVERNED = grammarWords('governed');
function governedOblique(tree: Tree, child: number): boolean {
  return tree.childrenBy(child, ...MARKS).some((mark) => GOVERNED.has(tree.form(mark)));
}

function adjectiveCue(tree: Tree, head: number, child: number): FoundCue | undefined {
  const name = tree.relation(child);
  if (!CLAUSE_RELATIONS.has(name) && name !== 'nsubj' && name !== 'ccomp') return undefined;
  if (name === 'advcl' && !complementLike(tree, head, child)) return undefined;
  if (tree.word(head).upos !== 'ADJ' && !isPassive(tree, head)) return undefined;
  return cueAt(tree, head, 'adjective');
}

function nounCue(tree: Tree, head: number, child: number): FoundCue | undefined {
  const name = tree.relation(child);
  if (!['acl', 'nmod', 'ccomp', 'xcomp', 'advcl', 'obl', 'csubj', 'compound'].includes(name))
    return undefined;
  if (name === 'acl' && !infinitive(tree, child) && !contentMark(tree, child)) return undefined;
  const cue = cueAt(tree, head, 'noun');
  const told = cue !== undefined && (cue.modality === 'planned' || cue.modality === 'urged');
  return told && /:relcl$/.test(tree.word(child).deprel) ? undefined : cue;
}

const infinitive = (tree: Tree, at: number): boolean =>
  tree.word(at).feats.includes('VerbForm=Inf') ||
  tree.childrenBy(at, ...MARKS).some((mark) => ['to', 'de', "d'", 'of', 'à'].includes(tree.form(mark)));
const contentMark = (tree: Tree, at: number): boolean =>
  tree
    .children(at)
    .some((child) => tree.word(child).upos === 'SCONJ' && ['that', 'que', "qu'"].includes(tree.form(child)));

/** The cue of a word in a scope, alone or with the word after it ("rule out"), in the voice that it needs. */
export function cueAt(tree: Tree, at: number, scope: CueScope): FoundCue | undefined {
  const cues = modalityCues(tree.language, scope);
  for (const [key, last] of keysAt(tree, at)) {
    const cue = choose(tree, at, cues.get(key));
    if (cue === undefined) continue;
    return { modality: cue.modality as Modality, first: at, last, speaker: cue.speaker };
  }
  return undefined;
}

function keysAt(tree: Tree, at: number): [string, number][] {
  const names = tree.lemmas(at);
  const single = names.map((name): [string, number] => [name, at]);
  const next = at + 1 < tree.words.length ? tree.form(at + 1) : undefined;
  const longer = next === undefined ? [] : names.map((name): [string, number] => [`${name} ${next}`, at + 1]);
  const before = at > 0 ? names.map((name): [string, number] => [`${tree.form(at - 1)} ${name}`, at]) : [];
  return [...longer, ...before, ...single];
}

function choose(tree: Tree, at: number, cues: readonly ModalityCue[] | undefined): ModalityCue | undefined {
  if (cues === undefined) return undefined;
  const passive = isPassive(tree, at);
  const conditional =
    tree.language === 'fr' &&
    [at, ...auxiliariesOf(tree, at)].some((word) => frenchMood(tree, word) === 'conditional');
  return (
    cues.find(({ when }) => (when === 'passive' && passive) || (when === 'conditional' && conditional)) ??
    cues.find(({ when }) => when === '')
  );
}
