// Whether a word is a verb of saying: alone, with the word after it ("faire savoir"), or with its pronoun ("lit-on").
import { type SayingCue, sayingCues } from '../lexicon/cues.js';
import { formOf, lemmaOf, lemmasOf, relation, type Site } from './site.js';

/** A French verb form with the pronoun that is inverted after it, as one word. */
const WITH_PRONOUN = /^([\p{L}']{2,})-(?:t-)?(on|il|elle|ils|elles)$/u;

/** The inverted pronoun that a word of saying carries ("on" of "lit-on"), undefined without one. */
export function carriedPronoun(site: Site, at: number): string | undefined {
  return site.language === 'fr' ? WITH_PRONOUN.exec(formOf(site, at))?.[2] : undefined;
}

/** The cue of a verb of saying at `at`; undefined for any other word. */
export function verbOfSaying(site: Site, at: number): SayingCue | undefined {
  const cues = sayingCues(site.language, 'say-verb');
  const joined = site.language === 'fr' ? WITH_PRONOUN.exec(formOf(site, at)) : null;
  if (joined !== null) {
    const form = joined[1]!;
    return cues.get(`${form}r`) ?? cues.get(lemmaOf(site, at)) ?? sayingCues('fr', 'say-form').get(form);
  }
  const { upos } = site.words[at]!;
  const next = at + 1 < site.words.length ? formOf(site, at + 1) : '';
  if (upos !== 'VERB' && upos !== 'AUX' && !nounForVerb(site, at, next)) return undefined;
  const names = lemmasOf(site, at);
  const found = [...names.map((name) => `${name} ${next}`), ...names].find((name) => cues.has(name));
  return found === undefined ? undefined : cues.get(found);
}

/** "Local media report that": a word taken for a noun that holds the sentence and has "that" right after it. */
function nounForVerb(site: Site, at: number, next: string): boolean {
  const before = site.words[at - 1]?.upos;
  if (site.language !== 'en' || next !== 'that' || relation(site, at) !== 'root') return false;
  return (before === 'NOUN' || before === 'PROPN') && site.words[at + 1]!.upos === 'SCONJ';
}
