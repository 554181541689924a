// The clause that a word stands in: its verb, tense, voice, and what governs it.
import { childrenBy, formOf, hasFeature, lemmaOf, pathUp, relation, type Site } from './site.js';

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
export function clauseOf(site: Site, at: number): Clause {
  const verb = clauseVerb(site, at);
  return {
    first: site.first[verb]!,
    last: site.last[verb]!,
    verb,
    ...tenseOf(site, verb),
    voice: isPassive(site, verb) ? 'passive' : 'active',
    governors: pathUp(site, verb).slice(1),
  };
}

/** The nearest word at or above `at` that a clause hangs on. */
export function clauseVerb(site: Site, at: number): number {
  const path = pathUp(site, at);
  return path.find((node) => isClausal(site, node)) ?? path[path.length - 1]!;
}

/** True for a word that a clause hangs on. */
export function isClausal(site: Site, at: number): boolean {
  const name = relation(site, at);
  if (hasVerbParts(site, at)) return true;
  if (name === 'root' || name === 'parataxis') return true;
  const verbal = site.words[at]!.upos === 'VERB';
  return verbal && (CLAUSES.has(name) || name === 'conj');
}

/** "armed and fed by": two verbs with nothing of the first one's own between them are one clause. */
export const sharesClause = (site: Site, head: number, node: number): boolean =>
  relation(site, node) === 'conj' &&
  node - head <= 2 &&
  childrenBy(site, node, SUBJECTS).length === 0 &&
  site.words[head]!.upos === site.words[node]!.upos;

const VERB_PARTS = new Set(['aux', 'cop', 'nsubj', 'csubj', 'expl']);
const hasVerbParts = (site: Site, at: number): boolean => childrenBy(site, at, VERB_PARTS).length > 0;

/** The auxiliaries and the copula of a verb; those of the first conjunct where a conjunct shares them. */
export function auxiliariesOf(site: Site, verb: number): number[] {
  const own = childrenBy(site, verb, AUXILIARIES);
  if (own.length > 0 || relation(site, verb) !== 'conj') return own;
  if (childrenBy(site, verb, SUBJECTS).length > 0 || isFiniteForm(site, verb)) return own;
  return auxiliariesOf(site, site.heads[verb]!);
}

const isFiniteForm = (site: Site, at: number): boolean => hasFeature(site, at, 'VerbForm=Fin');

/** True for a passive verb: by its feature, its auxiliary or its subject. */
export function isPassive(site: Site, verb: number): boolean {
  if (site.children[verb]!.some((child) => /:pass$/.test(site.words[child]!.deprel))) return true;
  const active = site.children[verb]!.some((child) =>
    /^(?:nsubj|aux:tense)$/.test(site.words[child]!.deprel),
  );
  if (active) return false;
  if (hasFeature(site, verb, 'Voice=Pass')) return true;
  const { upos } = site.words[verb]!;
  return upos === 'VERB' && relation(site, verb) === 'acl' && isPastParticiple(site, verb);
}

const isPastParticiple = (site: Site, at: number): boolean =>
  hasFeature(site, at, 'VerbForm=Part') && hasFeature(site, at, 'Tense=Past');

const FUTURE_EN = new Set(['will', "'ll", 'wo', 'shall']);
const HAVE = new Set(['have', 'avoir']);
const FRENCH_PAST_PERFECT = new Set(['avait', 'avaient', 'avais', 'avions', 'aviez', 'eut', 'eurent']);
const FRENCH_WAS = new Set(['était', 'étaient', 'étais', 'étions', 'étiez']);

/** The tense of a verb, and whether it is in the conditional. */
export function tenseOf(site: Site, verb: number): { tense: Tense; conditional: boolean } {
  const parts = auxiliariesOf(site, verb);
  return site.language === 'fr' ? frenchTense(site, verb, parts) : englishTense(site, verb, parts);
}

function englishTense(
  site: Site,
  verb: number,
  parts: readonly number[],
): { tense: Tense; conditional: boolean } {
  const forms = parts.map((part) => formOf(site, part));
  const conditional = forms.includes('would') || forms.includes("'d");
  if (conditional || forms.some((form) => FUTURE_EN.has(form))) return { tense: 'future', conditional };
  const tense = ((): Tense => {
    if (forms.includes('had') || (forms.includes("'d") && isPastParticiple(site, verb))) return 'pluperfect';
    if (parts.some((part) => HAVE.has(lemmaOf(site, part)))) return 'past';
    if (forms.some((form) => form === 'was' || form === 'were' || form === 'did')) return 'past';
    if (forms.length > 0) return 'present';
    if (isFiniteForm(site, verb)) return hasFeature(site, verb, 'Tense=Past') ? 'past' : 'present';
    return isPastParticiple(site, verb) ? 'past' : 'none';
  })();
  return { tense, conditional };
}

function frenchTense(
  site: Site,
  verb: number,
  parts: readonly number[],
): { tense: Tense; conditional: boolean } {
  const forms = parts.map((part) => formOf(site, part));
  const all = [verb, ...parts];
  const conditional = all.some((at) => frenchMood(site, at) === 'conditional');
  if (all.some((at) => frenchMood(site, at) === 'future')) return { tense: 'future', conditional };
  const tense = ((): Tense => {
    const part = isPastParticiple(site, verb);
    if (forms.some((form) => FRENCH_PAST_PERFECT.has(form))) return part ? 'pluperfect' : 'past';
    if (forms.some((form) => FRENCH_WAS.has(form)))
      return part && !isPassive(site, verb) ? 'pluperfect' : 'past';
    if (forms.length > 0)
      return isPassive(site, verb) && !forms.includes('été') ? 'present' : part ? 'past' : 'present';
    if (hasFeature(site, verb, 'Tense=Past') || hasFeature(site, verb, 'Tense=Imp')) return 'past';
    return isFiniteForm(site, verb) ? 'present' : 'none';
  })();
  return { tense, conditional };
}

/** Stems of the future, which no other tense of a French verb has, and what ends a future and a conditional. */
const STEMS =
  '(?:aur|ser|ir|fer|pourr|devr|voudr|saur|faudr|vaudr|enverr|verr|\\p{L}*(?:er|ndr|oudr|cevr|courr|quérr|mourr))';
const FUTURE = new RegExp(`^${STEMS}(?:ai|as|a|ons|ez|ont)$`, 'u');
const CONDITIONAL = new RegExp(`^${STEMS}(?:ais|ait|ions|iez|aient)$`, 'u');
const FUTURE_PLURAL = /[aeiouydv]ront$/u;
const REGULAR_STEM = /(?:er|ir|re)$/;

/**
 * Future or conditional of a French verb form, by its spelling: `-era`, `-erait`, `-ront` and the irregular stems are
 * no other tense's; verbs in `-ir` and `-re` by their lemma, and by the feature where spelling leaves it open.
 */
export function frenchMood(site: Site, at: number): 'future' | 'conditional' | undefined {
  const form = formOf(site, at);
  const lemma = lemmaOf(site, at);
  if (!/^(?:VERB|AUX)$/.test(site.words[at]!.upos)) return undefined;
  const stem = REGULAR_STEM.test(lemma) ? lemma.replace(/e$/, '') : undefined;
  const rest = stem !== undefined && form.startsWith(stem) ? form.slice(stem.length) : '';
  if (/^(?:ais|ait|ions|iez|aient)$/.test(rest)) return 'conditional';
  if (/^(?:ai|as|a|ons|ez|ont)$/.test(rest)) return 'future';
  if (CONDITIONAL.test(form)) return 'conditional';
  return FUTURE.test(form) || FUTURE_PLURAL.test(form) ? 'future' : featureMood(site, at);
}

function featureMood(site: Site, at: number): 'future' | 'conditional' | undefined {
  if (hasFeature(site, at, 'Mood=Cnd')) return 'conditional';
  return hasFeature(site, at, 'Tense=Fut') ? 'future' : undefined;
}
