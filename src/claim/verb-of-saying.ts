// Whether a word is a verb of saying: alone, with the word after it ("faire savoir"), or with its pronoun ("lit-on").
import { type SayingCue, sayingCues } from '../lexicon/cues.js';
import { formOf, lemmaOf, type Site } from './site.js';

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
  if (upos !== 'VERB' && upos !== 'AUX') return undefined;
  const next = at + 1 < site.words.length ? formOf(site, at + 1) : '';
  return cues.get(`${lemmaOf(site, at)} ${next}`) ?? cues.get(lemmaOf(site, at));
}
