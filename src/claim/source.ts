// Named sources, by the order of the page: "according to X", "selon X", "d'après X", "by the bank's reckoning".
import { sayingCues } from '../lexicon/cues.js';
import { edgeBefore, tailEnd } from './aside.js';
import {
  childrenBy,
  dominates,
  formOf,
  hasFeature,
  lemmaOf,
  phraseForms,
  relation,
  type Site,
  type Stretch,
} from './site.js';
import { type Phrase, phraseOf, trimmed } from './speaker.js';

/** A source phrase: who is named, by which words, and the stretch that evidence leaves out. */
export interface Source {
  readonly speaker: Phrase;
  readonly cue: Stretch;
  readonly cut: Stretch;
}

const found = new WeakMap<Site, readonly Source[]>();

/** The source phrases of the sentence that hold for the predicate. */
export function sourcesOver(site: Site, predicate: number): Source[] {
  const all = found.get(site) ?? site.words.flatMap((_, at) => sourceAt(site, at) ?? []);
  found.set(site, all);
  return all.filter(({ cut, speaker }) => {
    if (predicate >= cut.first && predicate <= cut.last) return false;
    return inScope(site, predicate, { head: speaker.head, cut });
  });
}

/** A source at an end of the sentence holds for all of it, one in the middle for the clause that it hangs on. */
function inScope(site: Site, predicate: number, { head, cut }: { head: number; cut: Stretch }): boolean {
  if (site.words.slice(cut.last + 1).every(({ upos }) => upos === 'PUNCT')) return true;
  if (site.words.slice(0, cut.first).every(({ upos }) => ['PUNCT', 'CCONJ', 'ADV'].includes(upos)))
    return true;
  const over = site.heads[head]!;
  return over < 0 || dominates(site, over, predicate) || Math.abs(predicate - head) < 12;
}

function sourceAt(site: Site, at: number): Source | undefined {
  return according(site, at) ?? reckoned(site, at);
}

const NOT_SOURCES = new Set([
  'plan',
  'schedule',
  'law',
  'need',
  'needs',
  'usage',
  'cas',
  'calendrier',
  'besoin',
  'besoins',
  'cent',
  'day',
  'month',
  'week',
  'type',
  'laquelle',
  'lequel',
  'lesquelles',
  'lesquels',
  'que',
  'loi',
]);
const MEASURES = new Set(['person', 'head', 'capita', 'hour', 'cent', 'unit']);
/** These words are sources only where commas set them off. */
const SET_OFF = new Set(['pour', 'per', 'suivant', 'going by', 'citing', 'quoting', 'citant']);
const LONGEST_CUE = 5;

function according(site: Site, at: number): Source | undefined {
  const cues = sayingCues(site.language, 'according-to');
  if (!firstWords(site.language).has(formOf(site, at))) return undefined;
  for (let last = Math.min(at + LONGEST_CUE, site.words.length - 2); last >= at; last -= 1) {
    const cue = phraseForms(site, at, last);
    if (!cues.has(cue)) continue;
    const speaker = named(site, cue.startsWith('de source') ? last : last + 1);
    if (speaker === undefined || NOT_SOURCES.has(formOf(site, speaker.head))) return undefined;
    if (cue === 'per' && MEASURES.has(formOf(site, speaker.head))) return undefined;
    if (SET_OFF.has(cue) && !setOff(site, at, speaker)) return undefined;
    const cut = { first: edgeBefore(site, at) ?? at, last: speaker.last };
    return { speaker, cue: { first: at, last: Math.max(at, Math.min(last, speaker.first - 1)) }, cut };
  }
  return undefined;
}

const openers = new Map<string, ReadonlySet<string>>();
/** The first words of the source phrases of a language. */
function firstWords(language: string): ReadonlySet<string> {
  const known = openers.get(language);
  if (known !== undefined) return known;
  const made = new Set(
    [...sayingCues(language, 'according-to').keys()].map((cue) => cue.split(/(?<=')| /)[0]!),
  );
  openers.set(language, made);
  return made;
}

const NOUNS = new Set(['NOUN', 'PROPN', 'PRON']);

/** A source phrase whose name begins before this word opens the sentence, and the clause may follow without a comma. */
const AT_START = 4;

/** The phrase from `first` to the next punctuation, or as far as its head reaches where a clause goes on after it. */
function named(site: Site, first: number): Phrase | undefined {
  if (first >= site.words.length) return undefined;
  const end = tailEnd(site, first);
  const head = site.words.findIndex(
    ({ upos }, at) =>
      at >= first &&
      at <= end &&
      NOUNS.has(upos) &&
      !(inner(site, at) && site.heads[at]! > at && site.heads[at]! <= end),
  );
  if (head < 0) return undefined;
  const opens = first < AT_START;
  const clause = opens ? site.words.findIndex((_, at) => at > head && at <= end && goesOn(site, at)) : -1;
  const last = clause < 0 ? end : Math.min(clause - 1, Math.max(head, phraseOf(site, head, first - 1).last));
  return { head, ...trimmed(site, { first, last: Math.max(head, last) }) };
}

const inner = (site: Site, at: number): boolean =>
  ['compound', 'flat', 'nmod', 'amod', 'det'].includes(relation(site, at));
const goesOn = (site: Site, at: number): boolean =>
  ['VERB', 'AUX'].includes(site.words[at]!.upos) &&
  hasFeature(site, at, 'VerbForm=Fin') &&
  relation(site, at) !== 'acl';

const setOff = (site: Site, at: number, { head, last }: Phrase): boolean =>
  (at === 0 || site.words[at - 1]!.upos === 'PUNCT') &&
  (last + 1 >= site.words.length || site.words[last + 1]!.upos === 'PUNCT') &&
  site.words[head]!.upos !== 'NUM' &&
  !site.words.slice(at + 1, last + 1).some(({ upos }) => upos === 'VERB');

/** "by the bank's reckoning": the owner of the reckoning speaks. */
function reckoned(site: Site, at: number): Source | undefined {
  if (!sayingCues(site.language, 'reckoning').has(lemmaOf(site, at)) || site.words[at]!.upos !== 'NOUN')
    return undefined;
  const mark = childrenBy(site, at, new Set(['case'])).find((child) =>
    ['by', 'in', 'on'].includes(formOf(site, child)),
  );
  const owner = childrenBy(site, at, new Set(['nmod'])).find(
    (child) => site.words[child]!.deprel === 'nmod:poss',
  );
  if (mark === undefined || owner === undefined) return undefined;
  return {
    speaker: phraseOf(site, owner, at),
    cue: { first: mark, last: at },
    cut: { first: mark, last: at },
  };
}
