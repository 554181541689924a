// Whether a word is negated where it stands: by an adverb, an auxiliary's n't, "no" or "aucun" on an argument, "without".
import { modalityCues } from '../lexicon/cues.js';
import { childrenBy, formOf, lemmaOf, relation, type Site } from './site.js';

/** The word that negates the predicate at `at`, undefined where it is not negated. */
export function negationOf(site: Site, at: number): number | undefined {
  return adverb(site, at) ?? argument(site, at) ?? preposition(site, at);
}

const MARKS = new Set(['mark', 'case']);
const DETERMINERS = new Set(['det', 'advmod', 'nummod', 'amod']);
const ARGUMENTS = new Set(['nsubj', 'obj', 'iobj']);
/** With these a French verb is negated; `ne` alone is not enough, `plus` and `point` need it. */
const FRENCH_SECOND = new Set(['pas', 'jamais', 'plus', 'nullement', 'aucunement', 'guère', 'point']);
const NEED_NE = new Set(['plus', 'point', 'personne', 'rien']);
const NOT_ONLY = new Set(['only', 'just', 'merely', 'simply', 'seulement', 'uniquement']);

function adverb(site: Site, at: number): number | undefined {
  const near = site.children[at]!.flatMap((child) =>
    relation(site, child) === 'aux' || relation(site, child) === 'cop'
      ? [child, ...site.children[child]!]
      : [child],
  );
  const ne = near.some((child) => isNe(site, child));
  return near.find((child) => {
    const form = formOf(site, child);
    if (NOT_ONLY.has(nextForm(site, child))) return false;
    if (site.language === 'en') return englishNot(site, child, form);
    return FRENCH_SECOND.has(form) && (!NEED_NE.has(form) || ne);
  });
}

const isNe = (site: Site, at: number): boolean => ['ne', "n'"].includes(formOf(site, at));
const nextForm = (site: Site, at: number): string => (at + 1 < site.words.length ? formOf(site, at + 1) : '');

function englishNot(site: Site, at: number, form: string): boolean {
  if (relation(site, at) === 'det') return false;
  if (form === 'longer') return at > 0 && formOf(site, at - 1) === 'no';
  return ENGLISH_NOT.has(form);
}
const ENGLISH_NOT = new Set(['not', "n't", 'never', 'neither', 'nor', 'nowhere', 'cannot']);

/** "no base", "n'a envoyé aucun navire", "none of the jets": on the predicate itself or on its subject or object. */
function argument(site: Site, at: number): number | undefined {
  const nouns = [at, ...childrenBy(site, at, ARGUMENTS)];
  for (const noun of nouns) {
    if (noun !== at && pronounOfNothing(site, noun)) return noun;
    const found = childrenBy(site, noun, DETERMINERS).find((word) => isNo(site, word));
    if (found !== undefined) return found;
  }
  return undefined;
}

const isNo = (site: Site, at: number): boolean => {
  const cue = modalityCues(site.language, 'determiner').get(lemmaOf(site, at));
  return (
    (cue !== undefined && site.words[at]!.upos === 'DET') ||
    ['no', 'aucun', 'aucune'].includes(formOf(site, at))
  );
};
const pronounOfNothing = (site: Site, at: number): boolean => {
  const form = formOf(site, at);
  if (site.words[at]!.upos !== 'PRON' || !modalityCues(site.language, 'determiner').has(form)) return false;
  return !NEED_NE.has(form) || site.words.some((_, other) => isNe(site, other));
};

/** "without signing", "sans livrer", "instead of sending". */
function preposition(site: Site, at: number): number | undefined {
  const marks = modalityCues(site.language, 'mark');
  return childrenBy(site, at, MARKS).find((mark) => {
    const forms = [formOf(site, mark), `${formOf(site, mark)} ${nextForm(site, mark)}`];
    return forms.some((form) => marks.get(form)?.some(({ modality }) => modality === 'denied'));
  });
}
