// The cue that a word sets for what hangs on it: "plans to", "denied the", "is likely to", "a call for".
import { type CueScope, type ModalityCue, modalityCues } from '../lexicon/cues.js';
import type { Modality } from './claim.js';
import { auxiliariesOf, frenchMood, isPassive } from './clause.js';
import { childrenBy, formOf, lemmaOf, lemmasOf, relation, type Site } from './site.js';
import { verbOfSaying } from './verb-of-saying.js';

/** A cue in the sentence. */
export interface FoundCue {
  readonly modality: Modality;
  readonly first: number;
  readonly last: number;
  /** True where who asks, offers or denies belongs to the attribution. */
  readonly speaker: boolean;
}

const CLAUSE_RELATIONS = new Set([
  'xcomp',
  'ccomp',
  'csubj',
  'advcl',
  'acl',
  'obl',
  'obj',
  'parataxis',
  'nmod',
]);
const NOUN_RELATIONS = new Set([
  'obj',
  'nsubj',
  'obl',
  'nmod',
  'iobj',
  'dep',
  'compound',
  'xcomp',
  'ccomp',
  'conj',
]);
const VERBAL = new Set(['VERB', 'AUX']);

/** What `head` says of `child`, its child in the tree; undefined where it says nothing. */
export function governing(site: Site, head: number, child: number): FoundCue | undefined {
  const { upos } = site.words[head]!;
  if (VERBAL.has(upos)) return verbCue(site, head, child) ?? adjectiveCue(site, head, child);
  if (upos === 'ADJ') return adjectiveCue(site, head, child) ?? verbCue(site, head, child);
  if (upos === 'NOUN' && verbOfSaying(site, head) === undefined) return nounCue(site, head, child);
  if (upos !== 'NOUN' && relation(site, child) === 'ccomp') return cueAt(site, head, 'governs-comp');
  return undefined;
}

/** What a predicate that is itself a cue says of its own content: "proposed a memorandum", "denies it". */
export function ownCue(site: Site, at: number): FoundCue | undefined {
  const { upos } = site.words[at]!;
  if (upos === 'NOUN') return hasContent(site, at) ? cueAt(site, at, 'noun') : undefined;
  if (upos === 'ADJ') return cueAt(site, at, 'adjective');
  const cue = cueAt(site, at, 'governs-comp');
  if (cue?.modality === 'estimate') return weighs(site, at) ? cue : undefined;
  return cue !== undefined && OWN.has(cue.modality) ? cue : cueAt(site, at, 'own');
}

const OWN = new Set<Modality>(['urged', 'denied', 'possible', 'probable']);

/** A call, a demand, an offer has content: "a call for a truce", "a telephone call" has none. */
const hasContent = (site: Site, at: number): boolean =>
  site.children[at]!.some((child) => {
    const name = relation(site, child);
    return (
      name === 'acl' ||
      (name === 'nmod' &&
        child > at &&
        childrenBy(site, child, MARKS).some((mark) => CONTENT_OF.has(formOf(site, mark))))
    );
  });

const CONTENT_OF = new Set(['for', 'to', 'pour', 'à', 'au', 'de', "d'"]);

/** "put the number at 2,000": `put` weighs only with a number after `at`. */
export function weighs(site: Site, at: number): boolean {
  if (!PUTTING.has(lemmaOf(site, at))) return true;
  return site.words.some(
    ({ upos }, word) => upos === 'NUM' && word > at && ['at', 'à'].includes(formOf(site, word - 1)),
  );
}
const PUTTING = new Set(['put', 'peg', 'evaluate', 'value', 'compter', 'compte']);

function verbCue(site: Site, head: number, child: number): FoundCue | undefined {
  const name = relation(site, child);
  const verbal = VERBAL.has(site.words[child]!.upos);
  if (verbal ? !CLAUSE_RELATIONS.has(name) : !NOUN_RELATIONS.has(name)) return undefined;
  if (name === 'nsubj' && !isPassive(site, head)) return undefined;
  if (verbal && name === 'advcl' && !complementLike(site, head, child)) return undefined;
  if (!verbal && (name === 'obl' || name === 'nmod') && !governedOblique(site, child)) return undefined;
  const cue = cueAt(site, head, 'governs-comp');
  if (cue?.modality === 'estimate' && !weighs(site, head)) return undefined;
  if (cue?.modality === 'urged' && name === 'ccomp' && verbOfSaying(site, head) !== undefined)
    return undefined;
  return cue ?? (verbal ? undefined : cueAt(site, head, 'governs-noun'));
}

/** "asked Oslo to lend": parsers take such an infinitive for an adverbial clause; it stands after the verb, without a comma. */
function complementLike(site: Site, head: number, child: number): boolean {
  if (child < head) return false;
  const mark = childrenBy(site, child, MARKS)[0];
  if (mark !== undefined && !INFINITIVE_MARKS.has(formOf(site, mark))) return false;
  const start = site.first[child]!;
  return site.words[start - 1]?.form !== ',';
}
const MARKS = new Set(['mark', 'case']);
const INFINITIVE_MARKS = new Set([
  'to',
  'that',
  'de',
  "d'",
  'à',
  'que',
  "qu'",
  'from',
  'against',
  'on',
  'for',
]);

/** Prepositions that give a verb what it wants or plans: "called for the withdrawal", "appelle au retrait". */
const GOVERNED = new Set([
  'for',
  'on',
  'to',
  'of',
  'about',
  'with',
  'à',
  'au',
  'de',
  "d'",
  'sur',
  'pour',
  'into',
  'in',
]);
function governedOblique(site: Site, child: number): boolean {
  return childrenBy(site, child, MARKS).some((mark) => GOVERNED.has(formOf(site, mark)));
}

function adjectiveCue(site: Site, head: number, child: number): FoundCue | undefined {
  const name = relation(site, child);
  if (!CLAUSE_RELATIONS.has(name) && name !== 'nsubj' && name !== 'ccomp') return undefined;
  if (name === 'advcl' && !complementLike(site, head, child)) return undefined;
  if (site.words[head]!.upos !== 'ADJ' && !isPassive(site, head)) return undefined;
  return cueAt(site, head, 'adjective');
}

function nounCue(site: Site, head: number, child: number): FoundCue | undefined {
  const name = relation(site, child);
  if (!['acl', 'nmod', 'ccomp', 'xcomp', 'advcl', 'obl', 'csubj', 'compound'].includes(name))
    return undefined;
  if (name === 'acl' && !infinitive(site, child) && !contentMark(site, child)) return undefined;
  const cue = cueAt(site, head, 'noun');
  const told = cue !== undefined && (cue.modality === 'planned' || cue.modality === 'urged');
  return told && /:relcl$/.test(site.words[child]!.deprel) ? undefined : cue;
}

const infinitive = (site: Site, at: number): boolean =>
  site.words[at]!.feats.includes('VerbForm=Inf') ||
  childrenBy(site, at, MARKS).some((mark) => ['to', 'de', "d'", 'of', 'à'].includes(formOf(site, mark)));
const contentMark = (site: Site, at: number): boolean =>
  site.children[at]!.some(
    (child) => site.words[child]!.upos === 'SCONJ' && ['that', 'que', "qu'"].includes(formOf(site, child)),
  );

/** The cue of a word in a scope, alone or with the word after it ("rule out"), in the voice that it needs. */
export function cueAt(site: Site, at: number, scope: CueScope): FoundCue | undefined {
  const cues = modalityCues(site.language, scope);
  for (const [key, last] of keysAt(site, at)) {
    const cue = choose(site, at, cues.get(key));
    if (cue === undefined) continue;
    return { modality: cue.modality as Modality, first: at, last, speaker: cue.speaker };
  }
  return undefined;
}

function keysAt(site: Site, at: number): [string, number][] {
  const names = lemmasOf(site, at);
  const single = names.map((name): [string, number] => [name, at]);
  const next = at + 1 < site.words.length ? formOf(site, at + 1) : undefined;
  const longer = next === undefined ? [] : names.map((name): [string, number] => [`${name} ${next}`, at + 1]);
  const before = at > 0 ? names.map((name): [string, number] => [`${formOf(site, at - 1)} ${name}`, at]) : [];
  return [...longer, ...before, ...single];
}

function choose(site: Site, at: number, cues: readonly ModalityCue[] | undefined): ModalityCue | undefined {
  if (cues === undefined) return undefined;
  const passive = isPassive(site, at);
  const conditional =
    site.language === 'fr' &&
    [at, ...auxiliariesOf(site, at)].some((word) => frenchMood(site, word) === 'conditional');
  return (
    cues.find(({ when }) => (when === 'passive' && passive) || (when === 'conditional' && conditional)) ??
    cues.find(({ when }) => when === '')
  );
}
