// The modality cues at a word itself: auxiliaries, mood, negation, adverbs, adjectives, conditions, times to come.
import { modalityCues } from '../lexicon/cues.js';
import type { Modality } from './claim.js';
import { auxiliariesOf, clauseVerb, frenchMood, tenseOf } from './clause.js';
import { conditionsOn } from './condition.js';
import type { FoundCue } from './governing.js';
import { negationOf } from './negation.js';
import { childrenBy, formOf, hasFeature, lemmaOf, relation, type Site, type Stretch } from './site.js';

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
export function localCues(site: Site, at: number, context: LocalContext): Cue[] {
  const { height } = context;
  const put = (modality: Modality, first: number, last = first): Cue => ({ modality, first, last, height });
  const cues = [
    ...auxiliary(site, at, context).map(([modality, word]) => put(modality, word)),
    ...adverbs(site, at).map(({ modality, first, last }) => put(modality, first, last)),
    ...adjectives(site, at).map(({ modality, first, last }) => put(modality, first, last)),
    ...doubts(site, at).map((word) => put('possible', word)),
    ...conditionsOn(site, at).map(({ first, last }) => put('conditional', first, last)),
    ...toCome(site, at).map(({ first, last }) => put('planned', first, last)),
  ];
  const negation = context.undone ? undefined : negationOf(site, at);
  if (negation === undefined) return cues;
  const doubt = cues.find(({ modality }) => modality === 'probable');
  if (doubt !== undefined)
    return [put('improbable', Math.min(doubt.first, negation), Math.max(doubt.last, negation))];
  return [...cues.filter(({ modality }) => modality !== 'planned'), put('denied', negation)];
}
function auxiliary(site: Site, at: number, { told }: LocalContext): [Modality, number][] {
  const parts = auxiliariesOf(site, at);
  if (site.language === 'fr') return frenchAuxiliary(site, at, { parts, told });
  const found: [Modality, number][] = [];
  const table = modalityCues('en', 'auxiliary');
  for (const part of parts) {
    const cue = table.get(formOf(site, part))?.[0];
    if (cue === undefined || (formOf(site, part) === "'d" && hasFeature(site, at, 'VerbForm=Part'))) continue;
    if (site.words[part]!.form === 'May' && part > 0) continue;
    found.push([cue.modality === 'conditional' && told ? 'planned' : (cue.modality as Modality), part]);
  }
  const going = isTo(site, at);
  if (going !== undefined) found.push(['planned', going]);
  return found;
}

/** "is to hand over", and a headline's "Mali to host": the word `to` before an infinitive that nothing else governs. */
function isTo(site: Site, at: number): number | undefined {
  const to = childrenBy(site, at, MARKS).find((mark) => formOf(site, mark) === 'to' && mark < at);
  const before = to === undefined ? -1 : to - 1;
  if (to === undefined) return undefined;
  const words = [before, before - 1].filter((word) => word >= 0);
  const be = words.find((word) => lemmaOf(site, word) === 'be' && site.words[word]!.upos !== 'NOUN');
  if (be !== undefined && ['am', 'is', 'are', 'was', 'were', "'s", "'re", 'be'].includes(formOf(site, be)))
    return be;
  const named = before >= 0 && ['NOUN', 'PROPN'].includes(site.words[before]!.upos);
  return named && isHeadline(site) && free(site, at) ? to : undefined;
}

const isHeadline = (site: Site): boolean =>
  !site.words.some((_, word) => hasFeature(site, word, 'VerbForm=Fin') || site.words[word]!.upos === 'AUX');
const free = (site: Site, at: number): boolean =>
  relation(site, at) === 'root' || site.heads[site.heads[at]!] === -1;

function frenchAuxiliary(
  site: Site,
  at: number,
  { parts, told }: { parts: readonly number[]; told: boolean },
): [Modality, number][] {
  const { upos } = site.words[at]!;
  const all = [...parts, ...(upos === 'VERB' || upos === 'AUX' ? [at] : [])];
  for (const word of all) {
    if (MODAL.test(formOf(site, word))) continue;
    const mood = frenchMood(site, word);
    if (mood === 'future') return [['planned', word]];
    if (mood === 'conditional')
      return [
        [
          told && word !== at && HAVING.has(site.words[word]!.deprel)
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
function adverbs(site: Site, at: number): FoundCue[] {
  const table = modalityCues(site.language, 'adverb');
  const near = site.children[at]!.flatMap((child) => [
    child,
    ...(PARTS.has(relation(site, child)) ? site.children[child]! : []),
  ]);
  const single = near.flatMap((child) => {
    if (relation(site, child) !== 'advmod' && site.words[child]!.upos !== 'ADV') return [];
    const cue = table.get(formOf(site, child))?.[0];
    if (cue === undefined || cue.modality === 'denied') return [];
    if (cue.modality === 'planned' && !isPresent(site, at)) return [];
    const modality = cue.modality as Modality;
    return [{ modality, first: child, last: child, speaker: false }];
  });
  const phrases = phrasesIn(site, at, 'adverb').filter(({ modality }) => modality !== 'denied');
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
function phrasesIn(site: Site, at: number, scope: 'adverb' | 'time'): FoundCue[] {
  const found: FoundCue[] = [];
  const verb = clauseVerb(site, at);
  const phrases = phrasesBy(site.language, scope);
  for (let first = site.first[verb]!; first <= site.last[verb]!; first += 1) {
    for (const { parts, modality } of phrases.get(formOf(site, first)) ?? []) {
      const last = first + parts.length - 1;
      if (last > site.last[verb]! || clauseVerb(site, last) !== verb) continue;
      if (!parts.every((part, step) => formOf(site, first + step) === part)) continue;
      found.push({ modality, first, last, speaker: false });
    }
  }
  return found;
}

const isPresent = (site: Site, at: number): boolean => {
  const { tense } = tenseOf(site, clauseVerb(site, at));
  return tense === 'present' || (tense === 'none' && site.words[at]!.upos === 'VERB');
};

/** "arrives next week": a present with a time to come. */
function toCome(site: Site, at: number): FoundCue[] {
  return isPresent(site, at) && clauseVerb(site, at) === at ? phrasesIn(site, at, 'time') : [];
}

/** "whether": nobody says that it is so. */
const doubts = (site: Site, at: number): number[] =>
  childrenBy(site, at, MARKS).filter((mark) =>
    modalityCues(site.language, 'mark')
      .get(formOf(site, mark))
      ?.some(({ modality }) => modality === 'possible'),
  );

const ATTRIBUTES = new Set(['amod', 'nmod', 'compound', 'acl', 'advmod', 'case', 'mark', 'xcomp']);

/** "the planned delivery", "an alleged sale", "an estimated 400 men" on an argument. */
function adjectives(site: Site, at: number): FoundCue[] {
  const own = childrenBy(site, at, ATTRIBUTES).flatMap((child) => attribute(site, child));
  const nominal = site.words[at]!.upos !== 'VERB';
  const numbers = childrenBy(site, at, NUMBERED)
    .flatMap((noun) => [
      ...site.children[noun]!,
      ...site.children[noun]!.flatMap((child) => site.children[child]!),
    ])
    .flatMap((child) => attribute(site, child))
    .filter(({ modality }) => modality === 'estimate');
  return nominal ? [...own, ...numbers] : numbers;
}
const NUMBERED = new Set(['obj', 'nsubj']);

function attribute(site: Site, child: number): FoundCue[] {
  if (site.words[child]!.upos === 'VERB' && site.children[child]!.length > 1) return [];
  const cue =
    modalityCues(site.language, 'adjective').get(formOf(site, child)) ??
    modalityCues(site.language, 'adjective').get(lemmaOf(site, child));
  if (cue === undefined || !['ADJ', 'VERB'].includes(site.words[child]!.upos)) return [];
  return [{ modality: cue[0]!.modality as Modality, first: child, last: child, speaker: false }];
}
