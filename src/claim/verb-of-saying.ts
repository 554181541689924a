// Whether a word is a verb of saying, alone or with the word after it ("faire savoir").
import { type SayingCue, sayingCues } from '../lexicon/cues.js';
import { formOf, lemmaOf, type Site } from './site.js';

/** The cue of a verb of saying at `at`; undefined for any other word. */
export function verbOfSaying(site: Site, at: number): SayingCue | undefined {
  const { upos } = site.words[at]!;
  if (upos !== 'VERB' && upos !== 'AUX') return undefined;
  const cues = sayingCues(site.language, 'say-verb');
  const next = at + 1 < site.words.length ? formOf(site, at + 1) : '';
  return cues.get(`${lemmaOf(site, at)} ${next}`) ?? cues.get(lemmaOf(site, at));
}
