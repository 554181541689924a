// People beside a word of killing: how far it reaches, and a single person that it names ("an Iranian general").
import type { Language, ParsedSentence, Word } from '../../language/language.js';
import { hashOf } from '../../lexicon/letters.js';
import { classOf } from '../../lexicon/noun-classes.js';
import { numberLexicon } from '../../lexicon/numbers.js';
import type { WrittenPiece } from '../../lexicon/pieces.js';

/** The sentence as casualties are read in it: its words, also as pieces of the lexicon. */
export interface Scene {
  readonly language: Language;
  readonly words: readonly Word[];
  readonly pieces: readonly WrittenPiece[];
  /** True where nothing but the same phrase lies between a word of killing and a later count. */
  reaches(from: number, to: number): boolean;
  /** True where a word of killing can have an earlier count as its subject. */
  follows(from: number, to: number): boolean;
  /** True for a word inside the name of a person. */
  isName(at: number): boolean;
}

/** A noun phrase: word indices, `last` inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

const REACH = 5;
const FAR = 14;

/** The scene of a sentence. */
export function sceneOf({ words, names }: ParsedSentence, language: Language): Scene {
  const pieces = words.map(({ form, start, end }): WrittenPiece => {
    return { text: form, lower: form.toLowerCase(), key: hashOf(form), start, end, number: null, gap: ' ' };
  });
  const between = (from: number, to: number): readonly Word[] => words.slice(from + 1, to);
  return {
    language,
    words,
    pieces,
    reaches: (from, to) =>
      to - from - 1 <= REACH &&
      between(from, to).every(({ upos }) => !/^(?:VERB|AUX|SCONJ|PUNCT)$/.test(upos)),
    follows: (from, to) => to - from - 1 <= FAR && !hasClause(between(from, to)),
    isName: (at) => names.some(({ type, from, to }) => type === 'PER' && at >= from && at < to),
  };
}

/** A finite verb of another clause between; auxiliaries, participles behind nouns and what commas or "who" set apart do not count. */
function hasClause(words: readonly Word[]): boolean {
  let apart = false;
  for (const { form, upos, feats } of words) {
    if (form === ',' || form === '(' || form === ')') apart = !apart;
    else if (upos === 'VERB' && !apart && !/VerbForm=Part/.test(feats)) return true;
  }
  return false;
}

/** "an Iranian general", "un chef rebelle" or a person's name that begins at a word. */
export function singleAfter(scene: Scene, at: number): Stretch | undefined {
  const { words } = scene;
  if (scene.isName(at)) return nameAt(scene, at);
  if (!isOne(words[at])) return undefined;
  return phraseFrom(scene, at);
}

/** The same where it is the subject of the verb at a word. */
export function singleBefore(scene: Scene, verb: number): Stretch | undefined {
  for (let at = verb - 1; at >= Math.max(0, verb - FAR); at -= 1) {
    if (scene.words[at]!.upos === 'VERB' || !(isOne(scene.words[at]) || scene.isName(at))) continue;
    const first = scene.isName(at) ? nameStart(scene, at) : at;
    const found = scene.isName(at) ? nameAt(scene, first) : phraseFrom(scene, at);
    if (found !== undefined && scene.follows(found.last, verb)) return found;
  }
  return undefined;
}

function isOne(word: Word | undefined): boolean {
  return word !== undefined && /^(?:an?|one|une?)$/i.test(word.form);
}

function nameStart(scene: Scene, at: number): number {
  let first = at;
  while (scene.isName(first - 1)) first -= 1;
  return first;
}

function nameAt(scene: Scene, at: number): Stretch {
  let last = at;
  while (scene.isName(last + 1)) last += 1;
  return { first: at, last, head: last };
}

function phraseFrom({ words, pieces, language }: Scene, first: number): Stretch | undefined {
  let head: number | undefined;
  for (let at = first + 1; at < Math.min(words.length, first + 7); at += 1) {
    const { upos } = words[at]!;
    if (/^(?:NOUN|PROPN)$/.test(upos) && !(head !== undefined && language === 'fr')) head = at;
    else if (!/^(?:ADJ|ADV)$/.test(upos) && words[at]!.form !== '-') break;
  }
  if (head === undefined) return undefined;
  const unit = numberLexicon(language).units.before(pieces, head + 1)?.value;
  const { lemma, form } = words[head]!;
  const people =
    unit !== undefined ? unit.kind === 'people' && unit.unit !== 'states' : isForce(lemma, form, language);
  return people ? { first, last: head, head } : undefined;
}

function isForce(lemma: string, form: string, language: Language): boolean {
  return [...classOf(lemma, language), ...classOf(form, language)].some((one) => one.class === 'force');
}
