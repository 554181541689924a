// Asides of saying, by the order of the page: ", X said.", ", a indiqué X.", ", he told Reuters, ". The tree only helps.
import { sayingCues } from '../lexicon/cues.js';
import { childrenBy, formOf, hasFeature, lemmaOf, relation, type Site, type Stretch } from './site.js';
import { isMedium, type Phrase, phraseOf, trimmed } from './speaker.js';
import { carriedPronoun, verbOfSaying } from './verb-of-saying.js';

/** An aside: from the comma that sets it off to its last word, and who speaks in it. */
export interface Aside extends Stretch {
  readonly speaker: Phrase;
}

const asides = new WeakMap<Site, Map<number, Aside | undefined>>();

/** The aside that the verb of saying at `at` makes; undefined where what it says stands after it or below it otherwise. */
export function asideAt(site: Site, at: number): Aside | undefined {
  const known = asides.get(site) ?? new Map<number, Aside | undefined>();
  asides.set(site, known);
  if (!known.has(at)) known.set(at, findAside(site, at));
  return known.get(at);
}

function findAside(site: Site, at: number): Aside | undefined {
  const cue = verbOfSaying(site, at);
  if (cue === undefined || /ing$/.test(formOf(site, at))) return undefined;
  const left = verbStart(site, at);
  if (!tensed(site, at, { left, strong: cue.strong })) return undefined;
  const inverted = edgeBefore(site, left);
  const found = inverted === undefined ? straight(site, at, left) : turned(site, at, inverted);
  if (found === undefined || found.first === 0) return undefined;
  const last = tailEnd(site, Math.max(at, found.speaker.last));
  if (!cue.strong && inverted === undefined && last > at) return undefined;
  return quietAfter(site, at, { from: Math.max(at, inverted === undefined ? at : found.speaker.last), last })
    ? { ...found, last }
    : undefined;
}

/** A verb that tells: finite, or after its auxiliary; an English past may pass for a participle where the word is strong. */
function tensed(site: Site, at: number, { left, strong }: { left: number; strong: boolean }): boolean {
  if (carriedPronoun(site, at) !== undefined || hasFeature(site, at, 'VerbForm=Fin')) return true;
  for (let word = left; word < at; word += 1) if (site.words[word]!.upos === 'AUX') return true;
  return site.language === 'en' && strong;
}

const BEFORE_VERB = new Set(['AUX', 'ADV']);
/** The first word of the verb group: auxiliaries, adverbs and French inverted pronouns belong to it. */
function verbStart(site: Site, at: number): number {
  let left = at;
  while (left > 0 && (BEFORE_VERB.has(site.words[left - 1]!.upos) || isClitic(site, left - 1))) left -= 1;
  return left;
}

/** "-t-il", "-on" of "a-t-il affirmé", "assure-t-on"; "l'" of "l'a annoncé". */
const isClitic = (site: Site, at: number): boolean =>
  /^-(?:t-)?(?:il|elle|on|ils|elles)$/.test(formOf(site, at));

const QUOTES = new Set(['"', "''", '``', '”', '»', '“', '«']);
const isQuote = (site: Site, at: number): boolean => QUOTES.has(site.words[at]?.form ?? '');

/** The index where what begins at `first` is set off from what stands before: the comma, or the closing quotation mark. */
export function edgeBefore(site: Site, first: number): number | undefined {
  const at = first - 1;
  if (at < 1) return undefined;
  if (site.words[at]!.form === ',') return isQuote(site, at - 1) ? at - 1 : at;
  if (!isQuote(site, at)) return undefined;
  return [',', '!', '?', '.'].includes(site.words[at - 1]!.form) ? at - 1 : at;
}

const NOT_A_SUBJECT = new Set([
  'who',
  'which',
  'that',
  'qui',
  'and',
  'but',
  'et',
  'mais',
  'as',
  'where',
  'what',
  'or',
  'if',
  'to',
]);
const NOUNS = new Set(['NOUN', 'PROPN', 'PRON']);

/** ", X said": the words between the edge and the verb. */
function straight(site: Site, at: number, left: number): Omit<Aside, 'last'> | undefined {
  let first = left;
  while (first > 0 && edgeBefore(site, first) === undefined) {
    if (isVerbForm(site, first - 1)) return undefined;
    first -= 1;
  }
  const edge = edgeBefore(site, first);
  if (edge === undefined || first === left || NOT_A_SUBJECT.has(formOf(site, first))) return undefined;
  if (['ADP', 'SCONJ'].includes(site.words[first]!.upos) || formOf(site, first) === 'according')
    return undefined;
  const group = trimmed(site, { first, last: left - 1 });
  const own = childrenBy(site, at, new Set(['nsubj'])).find(
    (child) => child >= group.first && child <= group.last,
  );
  const head = own ?? headOf(site, group);
  return NOUNS.has(site.words[head]!.upos) ? { first: edge, speaker: { head, ...group } } : undefined;
}

/** A finite verb, or one that is no modifier of a noun: then the words before are a clause, no name of a speaker. */
const isVerbForm = (site: Site, at: number): boolean =>
  site.words[at]!.upos === 'AUX' ||
  (site.words[at]!.upos === 'VERB' && hasFeature(site, at, 'VerbForm=Fin') && relation(site, at) !== 'acl');

/** The word of a stretch whose head lies outside it; its last noun where several do. */
function headOf(site: Site, { first, last }: Stretch): number {
  const tops: number[] = [];
  for (let at = first; at <= last; at += 1)
    if (NOUNS.has(site.words[at]!.upos) && (site.heads[at]! < first || site.heads[at]! > last)) tops.push(at);
  return tops[tops.length - 1] ?? last;
}

/** ", said X": an inverted pronoun, else the first nominal group after the verb. */
function turned(site: Site, at: number, edge: number): Omit<Aside, 'last'> | undefined {
  const carried = carriedPronoun(site, at);
  if (carried !== undefined && carried !== 'on')
    return { first: edge, speaker: { head: at, first: at, last: at } };
  const near =
    carried === 'on'
      ? at
      : [at + 1, at - 1, at - 2].find(
          (word) => word >= 0 && word < site.words.length && isClitic(site, word),
        );
  if (near !== undefined && !/on$/.test(formOf(site, near)))
    return { first: edge, speaker: { head: near, first: near, last: near } };
  const start = near === at + 1 ? at + 2 : at + 1;
  const end = tailEnd(site, at);
  const direct = childrenBy(site, at, new Set(['nsubj', 'obj'])).find(
    (child) => child >= start && child <= end,
  );
  const head =
    near === undefined && direct !== undefined && NOUNS.has(site.words[direct]!.upos)
      ? direct
      : nounAfter(site, start, end);
  if (head === undefined) return undefined;
  const marks = childrenBy(site, head, new Set(['case'])).filter((mark) => mark < head);
  if (marks.length > 0 && near === undefined) return undefined;
  const first =
    near === undefined
      ? Math.max(start, direct === undefined ? start : site.first[direct]!)
      : Math.max(start, ...marks.map((mark) => mark + 1));
  const named = phraseOf(site, head, at);
  const last = Math.min(end, Math.max(named.last, head));
  return {
    first: edge,
    speaker: { head, ...trimmed(site, { first: Math.min(Math.max(first, named.first), head), last }) },
  };
}

function nounAfter(site: Site, start: number, end: number): number | undefined {
  for (let at = start; at <= end; at += 1) {
    const { upos } = site.words[at]!;
    if (upos === 'SCONJ') return undefined;
    if (!NOUNS.has(upos)) continue;
    const head = site.heads[at]!;
    const inner =
      ['compound', 'flat', 'nmod', 'amod'].includes(relation(site, at)) && head > at && head <= end;
    if (!inner) return at;
  }
  return undefined;
}

/** The last word before the next punctuation after `from`. */
export function tailEnd(site: Site, from: number): number {
  let at = from;
  while (at + 1 < site.words.length && !stops(site, at + 1)) at += 1;
  return at;
}
const stops = (site: Site, at: number): boolean => {
  const { upos, form } = site.words[at]!;
  return upos === 'PUNCT' && /^[,.;:!?"”»“«()-]+$/.test(form);
};

const TELL = new Set(['tell', 'inform', 'warn', 'assure', 'remind', 'brief', 'advise', 'notify']);

/** Nothing after the verb is what it says: no object but a hearer, no clause of its own. */
function quietAfter(site: Site, at: number, { from, last }: { from: number; last: number }): boolean {
  for (let word = from + 1; word <= last; word += 1) {
    const { upos } = site.words[word]!;
    const form = formOf(site, word);
    if (upos === 'SCONJ' && ['that', 'que', "qu'"].includes(form)) return false;
    if (isVerbForm(site, word) && !relative(site, word)) return false;
    const object = site.heads[word] === at && relation(site, word) === 'obj' && NOUNS.has(upos);
    if (object && !TELL.has(lemmaOf(site, at)) && !hearer(site, word, at)) return false;
  }
  return site.words[last + 1]?.form !== ':';
}

const relative = (site: Site, at: number): boolean => {
  for (let word = at; word >= 0 && word > at - 8; word -= 1)
    if (['who', 'which', 'that', 'qui', 'dont'].includes(formOf(site, word))) return true;
  return false;
};
const hearer = (site: Site, child: number, at: number): boolean =>
  isMedium(site, phraseOf(site, child, at)) || sayingCues(site.language, 'noun').has(lemmaOf(site, child));
