// The modality cues at a word itself: auxiliaries, mood, negation, adverbs, adjectives, conditions, times to come.
import { modalityCues } from '../lexicon/cues.js';
import type { Modality } from './claim.js';
import { auxiliariesOf, clauseVerb, frenchMood, tenseOf } from './clause.js';
import { conditionsOn } from './condition.js';
import type { FoundCue } from './governing.js';
import { negationOf } from './negation.js';
import type { Stretch, Tree } from './tree.js';

/** A cue over a predicate. */
export interface Cue extends Stretch {
  readonly modality: Modality;
  /** How many words up the tree the cue stands from the predicate. */
  readonly height: number;
}

const MARKS = new Set(['mark', 'case']);
const PARTS = new Set(['aux', 'cop']);

/** Where a word stands below the predicate's governors. */
export interface LocalContext {
  readonly height: number;
  /** True where somebody says it: `would` and the conditional are then a future seen from the past. */
  readonly told: boolean;
  /** True where the word's negation was already counted with the cue that it is. */
  readonly undone: boolean;
}

/** The cues at a word: auxiliaries, negation, adverbs, adjectives, conditions, times to come. */
export function localCues(tree: Tree, at: number, context: LocalContext): Cue[] {
  const { height } = context;
  const put = (modality: Modality, first: number, last = first): Cue => ({ modality, first, last, height });
  const cues = [
    ...auxiliary(tree, at, context).map(([modality, word]) => put(modality, word)),
    ...adverbs(tree, at).map(({ modality, first, last }) => put(modality, first, last)),
    ...adjectives(tree, at).map(({ modality, first, last }) => put(modality, first, last)),
    ...doubts(tree, at).map((word) => put('possible', word)),
    ...conditionsOn(tree, at).map(({ first, last }) => put('conditional', first, last)),
    ...toCome(tree, at).map(({ first, last }) => put('planned', first, last)),
  ];
  const negation = context.undone ? undefined : negationOf(tree, at);
  if (negation === undefined) return cues;
  const doubt = cues.find(({ modality }) => modality === 'probable');
  if (doubt !== undefined)
    return [put('improbable', Math.min(doubt.first, negation), Math.max(doubt.last, negation))];
  return [...cues.filter(({ modality }) => modality !== 'planned'), put('denied', negation)];
}
function auxiliary(tree: Tree, at: number, { told }: LocalContext): [Modality, number][] {
  const parts = auxiliariesOf(tree, at);
  if (tree.language === 'fr') return frenchAuxiliary(tree, at, { parts, told });
  const found: [Modality, number][] = [];
  const table = modalityCues('en', 'auxiliary');
  for (const part of parts) {
    const cue = table.get(tree.form(part))?.[0];
    if (cue === undefined || (tree.form(part) === "'d" && tree.hasFeature(at, 'VerbForm=Part'))) continue;
    if (tree.word(part).form === 'May' && part > 0) continue;
    found.push([cue.modality === 'conditional' && told ? 'planned' : (cue.modality as Modality), part]);
  }
  const going = isTo(tree, at);
  if (going !== undefined) found.push(['planned', going]);
  return found;
}

/** "is to hand over", and a headline's "Mali to host": the word `to` before an infinitive that nothing else governs. */
function isTo(tree: Tree, at: number): number | undefined {
  const to = tree.childrenBy(at, ...MARKS).find((mark) => tree.form(mark) === 'to' && mark < at);
  const before = to === undefined ? -1 : to - 1;
  if (to === undefined) return undefined;
  const words = [before, before - 1].filter((word) => word >= 0);
  const be = words.find((word) => tree.lemma(word) === 'be' && tree.word(word).upos !== 'NOUN');
  if (be !== undefined && ['am', 'is', 'are', 'was', 'were', "'s", "'re", 'be'].includes(tree.form(be)))
    return be;
  const named = before >= 0 && ['NOUN', 'PROPN'].includes(tree.word(before).upos);
  return named && isHeadline(tree) && free(tree, at) ? to : undefined;
}

const isHeadline = (tree: Tree): boolean =>
  !tree.words.some((_, word) => tree.hasFeature(word, 'VerbForm=Fin') || tree.word(word).upos === 'AUX');
const free = (tree: Tree, at: number): boolean =>
  tree.relation(at) === 'root' || tree.head(tree.head(at)) === -1;

function frenchAuxiliary(
  tree: Tree,
  at: number,
  { parts, told }: { parts: readonly number[]; told: boolean },
): [Modality, number][] {
  const { upos } = tree.word(at);
  const all = [...parts, ...(upos === 'VERB' || upos === 'AUX' ? [at] : [])];
  for (const word of all) {
    if (MODAL.test(tree.form(word))) continue;
    const mood = frenchMood(tree, word);
    if (mood === 'future') return [['planned', word]];
    if (mood === 'conditional')
      return [
        [
          told && word !== at && HAVING.has(tree.word(word).deprel)
            ? 'possible'
            : told
              ? 'planned'
              : 'possible',
          word,
        ],
      ];
  }
  return [];
}
const HAVING = new Set(['aux:tense', 'aux']);
/** Their conditional is the cue of the table, and no hearsay. */
const MODAL = /^(?:pourr|devr|voudr|souhaiter)/;

/** Adverbs of the word and of its auxiliaries, and fixed phrases anywhere in its clause. */
function adverbs(tree: Tree, at: number): FoundCue[] {
  const table = modalityCues(tree.language, 'adverb');
  const near = tree
    .children(at)
    .flatMap((child) => [child, ...(PARTS.has(tree.relation(child)) ? tree.children(child) : [])]);
  const single = near.flatMap((child) => {
    if (tree.relation(child) !== 'advmod' && tree.word(child).upos !== 'ADV') return [];
    const cue = table.get(tree.form(child))?.[0];
    if (cue === undefined || cue.modality === 'denied') return [];
    if (cue.modality === 'planned' && !isPresent(tree, at)) return [];
    const modality = cue.modality as Modality;
    return [{ modality, first: child, last: child, speaker: false }];
  });
  const phrases = phrasesIn(tree, at, 'adverb').filter(({ modality }) => modality !== 'denied');
  return [...single, ...phrases];
}

interface CuePhrase {
  readonly parts: readonly string[];
  readonly modality: Modality;
}
const phraseTables = new Map<string, ReadonlyMap<string, readonly CuePhrase[]>>();

/** The cue phrases of a scope by their first word; single words only where the scope is a time. */
function phrasesBy(language: string, scope: 'adverb' | 'time'): ReadonlyMap<string, readonly CuePhrase[]> {
  const key = `${language}/${scope}`;
  const known = phraseTables.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, CuePhrase[]>();
  for (const [form, cues] of modalityCues(language, scope)) {
    const parts = form.split(/(?<=')| /);
    if (parts.length < 2 && scope === 'adverb') continue;
    const phrase = { parts, modality: cues[0]!.modality as Modality };
    made.set(parts[0]!, [...(made.get(parts[0]!) ?? []), phrase]);
  }
  phraseTables.set(key, made);
  return made;
}

/** Cue phrases of several words in the clause of `at`. */
function phrasesIn(tree: Tree, at: number, scope: 'adverb' | 'time'): FoundCue[] {
  const found: FoundCue[] = [];
  const verb = clauseVerb(tree, at);
  const phrases = phrasesBy(tree.language, scope);
  for (let first = tree.first(verb); first <= tree.last(verb); first += 1) {
    for (const { parts, modality } of phrases.get(tree.form(first)) ?? []) {
      const last = first + parts.length - 1;
      if (last > tree.last(verb) || clauseVerb(tree, last) !== verb) continue;
      if (!parts.every((part, step) => tree.form(first + step) === part)) continue;
      found.push({ modality, first, last, speaker: false });
    }
  }
  return found;
}

const isPresent = (tree: Tree, at: number): boolean => {
  const { tense } = tenseOf(tree, clauseVerb(tree, at));
  return tense === 'present' || (tense === 'none' && tree.word(at).upos === 'VERB');
};

/** "arrives next week": a present with a time to come. */
function toCome(tree: Tree, at: number): FoundCue[] {
  return isPresent(tree, at) && clauseVerb(tree, at) === at ? phrasesIn(tree, at, 'time') : [];
}

/** "whether": nobody says that it is so. */
const doubts = (tree: Tree, at: number): number[] =>
  tree.childrenBy(at, ...MARKS).filter((mark) =>
    modalityCues(tree.language, 'mark')
      .get(tree.form(mark))
      ?.some(({ modality }) => modality === 'possible'),
  );

const ATTRIBUTES = new Set(['amod', 'nmod', 'compound', 'acl', 'advmod', 'case', 'mark', 'xcomp']);

/** "the planned delivery", "an alleged sale", "an estimated 400 men" on an argument. */
function adjectives(tree: Tree, at: number): FoundCue[] {
  const own = tree.childrenBy(at, ...ATTRIBUTES).flatMap((child) => attribute(tree, child));
  const nominal = tree.word(at).upos !== 'VERB';
  const numbers = tree
    .childrenBy(at, ...NUMBERED)
    .flatMap((noun) => [
      ...tree.children(noun),
      ...tree.children(noun).flatMap((child) => tree.children(child)),
    ])
    .flatMap((child) => attribute(tree, child))
    .filter(({ modality }) => modality === 'estimate');
  return nominal ? [...own, ...numbers] : numbers;
}
const NUMBERED = new Set(['obj', 'nsubj']);

function attribute(tree: Tree, child: number): FoundCue[] {
  if (tree.word(child).upos === 'VERB' && tree.children(child).length > 1) return [];
  const cue =
    modalityCues(tree.language, 'adjective').get(tree.form(child)) ??
    modalityCues(tree.language, 'adjective').get(tree.lemma(child));
  if (cue === undefined || !['ADJ', 'VERB'].includes(tree.word(child).upos)) return [];
  return [{ modality: cue[0]!.modality as Modality, first: child, last: child, speaker: false }];
}
