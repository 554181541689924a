// Whether a word is a verb of saying: alone, with the word after it ("faire savoir"), or with its pronoun ("lit-on").
import { type SayingCue, sayingCues } from '../lexicon/cues.js';
import type { Tree } from './tree.js';

/** A French verb form with the pronoun that is inverted after it, as one word. */
const WITH_PRONOUN = /^([\p{L}']{2,})-(?:t-)?(on|il|elle|ils|elles)$/u;

/** The inverted pronoun that a word of saying carries ("on" of "lit-on"), undefined without one. */
export function carriedPronoun(tree: Tree, at: number): string | undefined {
  return tree.language === 'fr' ? WITH_PRONOUN.exec(tree.form(at))?.[2] : undefined;
}

/** The cue of a verb of saying at `at`; undefined for any other word. */
export function verbOfSaying(tree: Tree, at: number): SayingCue | undefined {
  const cues = sayingCues(tree.language, 'say-verb');
  const joined = tree.language === 'fr' ? WITH_PRONOUN.exec(tree.form(at)) : null;
  if (joined !== null) {
    const form = joined[1]!;
    return cues.get(`${form}r`) ?? cues.get(tree.lemma(at)) ?? sayingCues('fr', 'say-form').get(form);
  }
  const { upos } = tree.word(at);
  const next = at + 1 < tree.words.length ? tree.form(at + 1) : '';
  if (upos !== 'VERB' && upos !== 'AUX' && !nounForVerb(tree, at, next)) return undefined;
  const names = tree.lemmas(at);
  const found = [...names.map((name) => `${name} ${next}`), ...names].find((name) => cues.has(name));
  return found === undefined ? undefined : cues.get(found);
}

/** The last word of a verb of saying: of `faire savoir` the infinitive. */
export function lastOfVerb(tree: Tree, at: number): number {
  if (tree.language !== 'fr' || at + 1 >= tree.words.length || !/(?:re|er|ir)$/.test(tree.form(at + 1)))
    return at;
  const cues = sayingCues(tree.language, 'say-verb');
  return tree.lemmas(at).some((name) => cues.has(`${name} ${tree.form(at + 1)}`)) ? at + 1 : at;
}

/** "Local media report that": a word taken for a noun that holds the sentence and has "that" right after it. */
function nounForVerb(tree: Tree, at: number, next: string): boolean {
  const before = tree.words[at - 1]?.upos;
  if (tree.language !== 'en' || next !== 'that' || tree.relation(at) !== 'root') return false;
  return (before === 'NOUN' || before === 'PROPN') && tree.word(at + 1).upos === 'SCONJ';
}
