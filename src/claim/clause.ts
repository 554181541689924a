// The clause that a word stands in: its verb, tense, voice, and what governs it.
import { grammarWords } from '../lexicon/grammar-words.js';
import type { Tree } from './tree.js';

export type Tense = 'past' | 'pluperfect' | 'present' | 'future' | 'none';

/** A clause; words by index from 0, both ends inclusive. */
export interface Clause {
  readonly first: number;
  readonly last: number;
  /** The word that the clause hangs on: a verb, or the noun or adjective of a copula; the root of a fragment. */
  readonly verb: number;
  /** `none` for an infinitive, a participle on its own, a fragment without a verb. */
  readonly tense: Tense;
  /** True for the French conditional and for `would`. */
  readonly conditional: boolean;
  readonly voice: 'active' | 'passive';
  /** The words above the clause's verb, nearest first. */
  readonly governors: readonly number[];
}

const CLAUSES = new Set(['root', 'ccomp', 'xcomp', 'advcl', 'acl', 'csubj', 'parataxis']);
const AUXILIARIES = new Set(['aux', 'cop']);
const SUBJECTS = new Set(['nsubj', 'csubj', 'expl']);

/** The clause of the word at `at`. */
export function clauseOf(tree: Tree, at: number): Clause {
  const verb = clauseVerb(tree, at);
  return {
    first: tree.first(verb),
    last: tree.last(verb),
    verb,
    ...tenseOf(tree, verb),
    voice: isPassive(tree, verb) ? 'passive' : 'active',
    governors: tree.pathUp(verb).slice(1),
  };
}

/** The nearest word at or above `at` that a clause hangs on. */
export function clauseVerb(tree: Tree, at: number): number {
  const path = tree.pathUp(at);
  return path.find((node) => isClausal(tree, node)) ?? path[path.length - 1]!;
}

/** True for a word that a clause hangs on. */
export function isClausal(tree: Tree, at: number): boolean {
  const name = tree.relation(at);
  if (hasVerbParts(tree, at)) return true;
  if (name === 'root' || name === 'parataxis') return true;
  const verbal = tree.word(at).upos === 'VERB';
  return verbal && (CLAUSES.has(name) || name === 'conj');
}

/** "armed and fed by": two verbs with nothing of the first one's own between them are one clause. */
export const sharesClause = (tree: Tree, head: number, node: number): boolean =>
  tree.relation(node) === 'conj' &&
  node - head <= 2 &&
  tree.childrenBy(node, ...SUBJECTS).length === 0 &&
  tree.word(head).upos === tree.word(node).upos;

const VERB_PARTS = new Set(['aux', 'cop', 'nsubj', 'csubj', 'expl']);
const hasVerbParts = (tree: Tree, at: number): boolean => tree.childrenBy(at, ...VERB_PARTS).length > 0;

/** The auxiliaries and the copula of a verb; those of the first conjunct where a conjunct shares them. */
export function auxiliariesOf(tree: Tree, verb: number): number[] {
  const own = tree.childrenBy(verb, ...AUXILIARIES);
  if (own.length > 0 || tree.relation(verb) !== 'conj') return own;
  if (tree.childrenBy(verb, ...SUBJECTS).length > 0 || isFiniteForm(tree, verb)) return own;
  return auxiliariesOf(tree, tree.head(verb));
}

const isFiniteForm = (tree: Tree, at: number): boolean => tree.hasFeature(at, 'VerbForm=Fin');

/** True for a passive verb: by its feature, its auxiliary or its subject. */
export function isPassive(tree: Tree, verb: number): boolean {
  if (tree.children(verb).some((child) => /:pass$/.test(tree.word(child).deprel))) return true;
  const active = tree.children(verb).some((child) => /^(?:nsubj|aux:tense)$/.test(tree.word(child).deprel));
  if (active) return false;
  if (tree.hasFeature(verb, 'Voice=Pass')) return true;
  const { upos } = tree.word(verb);
  return upos === 'VERB' && tree.relation(verb) === 'acl' && isPastParticiple(tree, verb);
}

const isPastParticiple = (tree: Tree, at: number): boolean =>
  tree.hasFeature(at, 'VerbForm=Part') && tree.hasFeature(at, 'Tense=Past');

const FUTURE_EN = grammarWords('future');
const HAVE = grammarWords('having');
const FRENCH_PAST_PERFECT = grammarWords('had');
const FRENCH_WAS = grammarWords('was');

/** The tense of a verb, and whether it is in the conditional. */
export function tenseOf(tree: Tree, verb: number): { tense: Tense; conditional: boolean } {
  const parts = auxiliariesOf(tree, verb);
  return tree.language === 'fr' ? frenchTense(tree, verb, parts) : englishTense(tree, verb, parts);
}

function englishTense(
  tree: Tree,
  verb: number,
  parts: readonly number[],
): { tense: Tense; conditional: boolean } {
  const forms = parts.map((part) => tree.form(part));
  const conditional = forms.includes('would') || forms.includes("'d");
  if (conditional || forms.some((form) => FUTURE_EN.has(form))) return { tense: 'future', conditional };
  const tense = ((): Tense => {
    if (forms.includes('had') || (forms.includes("'d") && isPastParticiple(tree, verb))) return 'pluperfect';
    if (parts.some((part) => HAVE.has(tree.lemma(part)))) return 'past';
    if (forms.some((form) => form === 'was' || form === 'were' || form === 'did')) return 'past';
    if (forms.length > 0) return 'present';
    if (isFiniteForm(tree, verb)) return tree.hasFeature(verb, 'Tense=Past') ? 'past' : 'present';
    return isPastParticiple(tree, verb) ? 'past' : 'none';
  })();
  return { tense, conditional };
}

function frenchTense(
  tree: Tree,
  verb: number,
  parts: readonly number[],
): { tense: Tense; conditional: boolean } {
  const forms = parts.map((part) => tree.form(part));
  const all = [verb, ...parts];
  const conditional = all.some((at) => frenchMood(tree, at) === 'conditional');
  if (all.some((at) => frenchMood(tree, at) === 'future')) return { tense: 'future', conditional };
  const tense = ((): Tense => {
    const part = isPastParticiple(tree, verb);
    if (forms.some((form) => FRENCH_PAST_PERFECT.has(form))) return part ? 'pluperfect' : 'past';
    if (forms.some((form) => FRENCH_WAS.has(form)))
      return part && !isPassive(tree, verb) ? 'pluperfect' : 'past';
    if (forms.length > 0)
      return isPassive(tree, verb) && !forms.includes('été') ? 'present' : part ? 'past' : 'present';
    if (tree.hasFeature(verb, 'Tense=Past') || tree.hasFeature(verb, 'Tense=Imp')) return 'past';
    return isFiniteForm(tree, verb) ? 'present' : 'none';
  })();
  return { tense, conditional };
}

/** Stems of the future, which no other tense of a French verb has, and what ends a future and a conditional. */
const STEMS =
  '(?:aur|ser|ir|fer|pourr|devr|voudr|saur|faudr|vaudr|enverr|verr|\\p{L}*(?:er|ndr|oudr|ttr|uir|cevr|courr|quérr|mourr))';
const FUTURE = new RegExp(`^${STEMS}(?:ai|as|a|ons|ez|ont)$`, 'u');
const CONDITIONAL = new RegExp(`^${STEMS}(?:ais|ait|ions|iez|aient)$`, 'u');
const FUTURE_PLURAL = /[aeiouydv]ront$/u;
const REGULAR_STEM = /(?:er|ir|re)$/;

/**
 * Future or conditional of a French verb form, by its spelling: `-era`, `-erait`, `-ront` and the irregular stems are
 * no other tense's; verbs in `-ir` and `-re` by their lemma, and by the feature where spelling leaves it open.
 */
export function frenchMood(tree: Tree, at: number): 'future' | 'conditional' | undefined {
  const form = tree.form(at);
  const lemma = tree.lemma(at);
  if (!/^(?:VERB|AUX)$/.test(tree.word(at).upos)) return undefined;
  const stem = REGULAR_STEM.test(lemma) ? lemma.replace(/e$/, '') : undefined;
  const rest = stem !== undefined && form.startsWith(stem) ? form.slice(stem.length) : '';
  if (/^(?:ais|ait|ions|iez|aient)$/.test(rest)) return 'conditional';
  if (/^(?:ai|as|a|ons|ez|ont)$/.test(rest)) return 'future';
  if (CONDITIONAL.test(form)) return 'conditional';
  return FUTURE.test(form) || FUTURE_PLURAL.test(form) ? 'future' : featureMood(tree, at);
}

function featureMood(tree: Tree, at: number): 'future' | 'conditional' | undefined {
  if (tree.hasFeature(at, 'Mood=Cnd')) return 'conditional';
  return tree.hasFeature(at, 'Tense=Fut') ? 'future' : undefined;
}
