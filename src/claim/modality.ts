// How sure the text is of what a predicate says: fact, planned, urged, denied and so on, with the cue that says so.
import type { Span } from '../base/span.js';
import { modalityCues } from '../lexicon/cues.js';
import type { Modality } from './claim.js';
import { auxiliariesOf, clauseVerb, frenchMood, isPassive, tenseOf } from './clause.js';
import { cueAt, type FoundCue, governing, ownCue } from './governing.js';
import { negationOf } from './negation.js';
import { type Saying, sayingsOver } from './saying.js';
import {
  childrenBy,
  dominates,
  formOf,
  hasFeature,
  lemmaOf,
  relation,
  type Site,
  type Stretch,
} from './site.js';
import { verbOfSaying } from './verb-of-saying.js';

/** How sure, and by which words. */
export interface ModalityReading {
  readonly modality: Modality;
  /** Span of the cue in the text, absent for a plain fact. */
  readonly cue?: Span;
  /** True where the thing is still to come, so that its time is bound from below. */
  readonly future: boolean;
}

/** The stronger first: where several cues stand over one predicate, the first of this list is its modality. */
const BY_WEIGHT: readonly Modality[] = [
  'denied',
  'improbable',
  'conditional',
  'possible',
  'estimate',
  'probable',
  'urged',
  'planned',
  'fact',
];

interface Cue extends Stretch {
  readonly modality: Modality;
  /** How many words up the tree the cue stands from the predicate. */
  readonly height: number;
}

/**
 * The modality of the predicate at `at`. `own`: the predicate's own meaning counts as well, for claims about what is
 * asked, offered or denied ("proposed a memorandum"); not for a `statement`, which happened.
 */
export function modalityOf(site: Site, at: number, own = false): ModalityReading {
  const sayings = sayingsOver(site, at, own);
  const cues = [...(own ? self(site, at) : []), ...climb(site, at, sayings), ...aside(site, sayings)];
  const best = BY_WEIGHT.map((modality) => cues.find((cue) => cue.modality === modality)).find(
    (cue) => cue !== undefined,
  );
  const future = isFuture(cues);
  if (best === undefined || best.modality === 'fact') return { modality: 'fact', future };
  const [first, last] = [site.words[best.first]!, site.words[best.last]!];
  return { modality: best.modality, cue: { start: first.start, end: last.end }, future };
}

const TO_COME = new Set<Modality>(['planned', 'urged', 'probable', 'conditional']);
const isFuture = (cues: readonly Cue[]): boolean => cues.some(({ modality }) => TO_COME.has(modality));

function self(site: Site, at: number): Cue[] {
  const cue = ownCue(site, at);
  if (cue === undefined) return [];
  return [{ ...flipped(site, at, cue), height: 0 }];
}

/** What negation makes of a cue: not planned is denied, not likely is improbable, not denied is a fact. */
const NEGATED: Readonly<Record<Modality, Modality>> = {
  fact: 'denied',
  estimate: 'denied',
  probable: 'improbable',
  possible: 'denied',
  improbable: 'probable',
  planned: 'denied',
  urged: 'denied',
  conditional: 'conditional',
  denied: 'fact',
};

function flipped(site: Site, at: number, cue: FoundCue): { modality: Modality; first: number; last: number } {
  const negation = negationOf(site, at) ?? holderNegation(site, at);
  const { modality, first, last } = cue;
  if (negation === undefined || (modality === 'denied' && site.words[negation]!.upos === 'DET'))
    return { modality, first, last };
  const undone = modality === 'denied' && lemmaOf(site, at) === 'rule' ? 'possible' : NEGATED[modality];
  return { modality: undone, first: Math.min(first, negation), last: Math.max(last, negation) };
}

/** "did not make a request": the noun is undone by the verb that holds it. */
function holderNegation(site: Site, at: number): number | undefined {
  const head = site.heads[at]!;
  if (site.words[at]!.upos !== 'NOUN' || head < 0 || relation(site, at) !== 'obj') return undefined;
  return negationOf(site, head);
}

/** The cues on the predicate itself and on what governs it, up to the word of saying. */
function climb(site: Site, predicate: number, sayings: readonly Saying[]): Cue[] {
  const cues: Cue[] = [];
  let node = predicate;
  let undone = false;
  for (let height = 0; height < 12; height += 1) {
    const context = { height, told: sayings.some(({ how }) => how !== 'source') };
    cues.push(...local(site, node, { ...context, undone }));
    const head = site.heads[node]!;
    if (head < 0) break;
    const cue = governing(site, head, node);
    undone = cue !== undefined;
    if (cue !== undefined) cues.push({ ...governed(site, { head, node, cue }), height: height + 1 });
    else if (verbOfSaying(site, head) !== undefined && relation(site, node) !== 'obl') {
      if (sayings.some(({ word, how }) => word === head && how === 'governs'))
        cues.push(...unsaid(site, head, height));
      break;
    } else if (!carries(site, head, node, cues)) break;
    node = head;
  }
  return cues;
}

function governed(
  site: Site,
  { head, node, cue }: { head: number; node: number; cue: FoundCue },
): { modality: Modality; first: number; last: number } {
  const found = flipped(site, head, cue);
  if (found.modality === 'probable' && counts(site, head, node)) return { ...found, modality: 'estimate' };
  if (found.modality === 'estimate' && !hasNumber(site, head) && site.words[head]!.upos === 'VERB')
    return { ...found, modality: 'probable' };
  return found;
}

/** "are believed to number", "is thought to be about 400". */
function counts(site: Site, head: number, node: number): boolean {
  return isPassive(site, head) && COUNTING.has(lemmaOf(site, node)) && hasNumber(site, node);
}
const COUNTING = new Set([
  'number',
  'total',
  'be',
  'stand',
  'amount',
  'exceed',
  'have',
  'reach',
  'compter',
  'être',
  'atteindre',
  'fighter',
  'man',
  'soldier',
]);
const hasNumber = (site: Site, at: number): boolean =>
  site.words.some(({ upos }, word) => upos === 'NUM' && dominates(site, at, word));

/** "has not confirmed that": what is not said is no more than possible. */
function unsaid(site: Site, head: number, height: number): Cue[] {
  const negation = negationOf(site, head);
  return negation === undefined ? [] : [{ modality: 'possible', first: negation, last: head, height }];
}

const INFINITIVE = new Set(['to', 'pour', 'afin', 'de', 'à']);
const NOMINAL = new Set(['obj', 'nsubj', 'nmod', 'appos', 'compound', 'iobj', 'flat', 'amod', 'nummod']);

/** True where what stands over `head` holds for `node` as well. */
function carries(site: Site, head: number, node: number, cues: Cue[]): boolean {
  const name = relation(site, node);
  if (name === 'xcomp' || name === 'csubj' || name === 'ccomp') return true;
  if (name === 'conj') return sharesParts(site, head, node);
  if (name === 'advcl') {
    if (childrenBy(site, node, SUBJECTS).length > 0 || hasFeature(site, node, 'VerbForm=Fin')) return false;
    const mark = childrenBy(site, node, MARKS)[0];
    if (mark !== undefined && INFINITIVE.has(formOf(site, mark)) && cues.length === 0)
      cues.push({ modality: 'planned', first: mark, last: mark, height: 0 });
    return true;
  }
  if (name === 'obl') return lightNoun(site, head, node) || afterNegation(site, node);
  return NOMINAL.has(name) && site.words[node]!.upos !== 'VERB';
}

/** "n'a plus de base": the phrase after `pas de`, `plus de` is the object. */
function afterNegation(site: Site, node: number): boolean {
  const de = childrenBy(site, node, MARKS).find((mark) => ['de', "d'"].includes(formOf(site, mark)));
  return de !== undefined && de > 0 && ['pas', 'plus', 'jamais'].includes(formOf(site, de - 1));
}

/** "will take part in the exercise", "participera à l'exercice": the noun happens as its verb does. */
const lightNoun = (site: Site, head: number, node: number): boolean =>
  ['NOUN', 'PROPN'].includes(site.words[node]!.upos) &&
  ['take', 'participate', 'participer', 'engage', 'prendre', 'proceed', 'procéder', 'go', 'enter'].includes(
    lemmaOf(site, head),
  );

const SUBJECTS = new Set(['nsubj', 'csubj', 'expl']);
const MARKS = new Set(['mark', 'case']);
const PARTS = new Set(['aux', 'cop']);

/** A conjunct without a subject and an auxiliary of its own stands under those of the first. */
function sharesParts(site: Site, head: number, node: number): boolean {
  if (childrenBy(site, node, PARTS).length > 0 || childrenBy(site, node, SUBJECTS).length > 0) return false;
  if (site.words[node]!.upos !== 'VERB') return true;
  return !hasFeature(site, node, 'VerbForm=Fin') && negationOf(site, head) === undefined;
}

interface Local {
  readonly height: number;
  /** True where somebody says it: `would` and the conditional are then a future seen from the past. */
  readonly told: boolean;
  /** True where the word's negation was already counted with the cue that it is. */
  readonly undone: boolean;
}

/** The cues at a word: auxiliaries, negation, adverbs, adjectives, conditions, times to come. */
function local(site: Site, at: number, context: Local): Cue[] {
  const { height } = context;
  const put = (modality: Modality, first: number, last = first): Cue => ({ modality, first, last, height });
  const cues = [
    ...auxiliary(site, at, context).map(([modality, word]) => put(modality, word)),
    ...adverbs(site, at).map(({ modality, first, last }) => put(modality, first, last)),
    ...adjectives(site, at).map(({ modality, first, last }) => put(modality, first, last)),
    ...conditions(site, at).map(({ first, last }) => put('conditional', first, last)),
    ...toCome(site, at, cuesOfTime).map(({ first, last }) => put('planned', first, last)),
  ];
  const negation = context.undone ? undefined : negationOf(site, at);
  if (negation === undefined) return cues;
  const doubt = cues.find(({ modality }) => modality === 'probable');
  if (doubt !== undefined)
    return [put('improbable', Math.min(doubt.first, negation), Math.max(doubt.last, negation))];
  return [...cues.filter(({ modality }) => modality !== 'planned'), put('denied', negation)];
}
const cuesOfTime = 'time' as const;

function auxiliary(site: Site, at: number, { told }: Local): [Modality, number][] {
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
function toCome(site: Site, at: number, scope: 'time'): FoundCue[] {
  return isPresent(site, at) && clauseVerb(site, at) === at ? phrasesIn(site, at, scope) : [];
}

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

const CONDITION = new Set(['advcl', 'obl']);

/** Conditions on the word: an if-clause below it, or the word being the verb of one. */
function conditions(site: Site, at: number): Stretch[] {
  const inside = relation(site, at) === 'advcl' ? ifMark(site, at) : (opening(site, at) ?? closing(site, at));
  const below = childrenBy(site, at, CONDITION).map((child) => ifMark(site, child));
  return [inside, ...below].filter((mark) => mark !== undefined);
}

/** "…, provided that X": a condition of several words after the predicate, by the order of the page. */
function closing(site: Site, at: number): Stretch | undefined {
  if (site.heads[at] !== -1 && relation(site, at) !== 'ccomp') return undefined;
  for (let from = at + 1; from < site.words.length - 2; from += 1) {
    const mark = markFrom(site, from, site.words.length);
    if (mark !== undefined && mark.last > mark.first && formOf(site, mark.last) !== 'to') return mark;
  }
  return undefined;
}

/** "If X, Y" and "Unless X, Y" by the order of the page: a condition opens the sentence and a comma ends it before `at`. */
function opening(site: Site, at: number): Stretch | undefined {
  const start = site.words.findIndex(({ upos }) => upos !== 'PUNCT');
  if (start < 0 || clauseVerb(site, at) !== at) return undefined;
  const comma = site.words.findIndex(({ form }, word) => form === ',' && word > start && word < at);
  return comma < 0 ? undefined : markFrom(site, start, comma);
}

function ifMark(site: Site, at: number): Stretch | undefined {
  const first = site.first[at]!;
  for (let from = first; from <= Math.min(first + 2, at - 1); from += 1) {
    const mark = markFrom(site, from, at);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** The conditional mark that begins at `from` and ends before `limit`. */
function markFrom(site: Site, from: number, limit: number): Stretch | undefined {
  const table = modalityCues(site.language, 'mark');
  for (let to = Math.min(from + 4, limit - 1); to >= from; to -= 1) {
    if (!table.get(joined(site, from, to))?.some(({ modality }) => modality === 'conditional')) continue;
    const before = from > 0 ? formOf(site, from - 1) : '';
    return ['even', 'même', 'as', 'comme'].includes(before) ? undefined : { first: from, last: to };
  }
  return undefined;
}

const joined = (site: Site, from: number, to: number): string =>
  site.words
    .slice(from, to + 1)
    .map((_, step) => formOf(site, from + step))
    .join(' ')
    .replace(/' /g, "'");

const WEIGHING = new Set<Modality>(['estimate', 'probable', 'improbable']);

/** ", UN experts estimated": what stands aside may weigh what it says. */
function aside(site: Site, sayings: readonly Saying[]): Cue[] {
  return sayings.flatMap(({ how, word, cue }): Cue[] => {
    if (how === 'source')
      return reckoning(site, word) || reckoning(site, cue.last)
        ? [{ modality: 'estimate', ...cue, height: 9 }]
        : [];
    const found = how === 'aside' ? cueAt(site, word, 'governs-comp') : undefined;
    return found !== undefined && WEIGHING.has(found.modality) ? [{ ...found, height: 9 }] : [];
  });
}

/** The nouns of a table cell's worth of estimates: "by the UN's reckoning", "according to estimates". */
const reckoning = (site: Site, word: number): boolean =>
  modalityCues(site.language, 'noun')
    .get(lemmaOf(site, word))
    ?.some(({ modality }) => modality === 'estimate') ?? false;
