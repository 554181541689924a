// The words of saying over a predicate, nearest first: what governs it, what stands aside (", X said."), what is named as source.
import { type SayingCue, sayingCues } from '../lexicon/cues.js';
import { isPassive } from './clause.js';
import { governing, ownCue } from './governing.js';
import {
  childrenBy,
  dominates,
  formOf,
  hasFeature,
  lemmaOf,
  pathUp,
  plainText,
  relation,
  type Site,
  type Stretch,
} from './site.js';
import { agentOf, doer, isMedium, outletOf, type Phrase, phraseOf, trimmed } from './speaker.js';

/** Who says it, by words. */
export interface Saying {
  /** `governs`: over it in the tree; `aside`: ", X said"; `source`: "according to X"; `wants`: who asks, offers or denies. */
  readonly how: 'governs' | 'aside' | 'source' | 'wants';
  /** Absent where nobody is named ("it was announced that"). */
  readonly speaker?: Phrase;
  readonly cue: Stretch;
  /** The word that the cue hangs on. */
  readonly word: number;
  readonly outlet?: Phrase;
  /** What evidence leaves out: the aside or the source phrase. */
  readonly cut?: Stretch;
}

/** All sayings over the predicate, innermost first. `own`: the predicate itself may be the wish or the denial. */
export function sayingsOver(site: Site, predicate: number, own: boolean): Saying[] {
  const found: Saying[] = [];
  const self = own ? ownCue(site, predicate) : undefined;
  if (self?.speaker === true) found.push(wanting(site, predicate, self));
  for (const node of pathUp(site, predicate)) {
    const head = site.heads[node]!;
    if (head < 0) break;
    found.push(...over(site, head, node));
  }
  const outside = [...asides(site, predicate), ...sources(site, predicate)].filter(
    ({ word }) => !found.some((other) => other.word === word),
  );
  return [...found, ...outside];
}

function wanting(site: Site, at: number, cue: Stretch): Saying {
  const nominal = site.words[at]!.upos === 'NOUN';
  const speaker = nominal ? possessor(site, at) : doer(site, at);
  return { how: 'wants', word: at, cue: { first: cue.first, last: cue.last }, ...given({ speaker }) };
}

const given = (parts: {
  speaker?: Phrase | undefined;
  outlet?: Phrase | undefined;
  cut?: Stretch | undefined;
}): Pick<Saying, 'speaker' | 'outlet' | 'cut'> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

function over(site: Site, head: number, node: number): Saying[] {
  const saying = sayingCue(site, head, node);
  const cue = governing(site, head, node);
  if (cue?.speaker === true) return [wanting(site, head, cue)];
  if (saying === undefined) return [];
  if (site.words[head]!.upos === 'NOUN') {
    const speaker = possessor(site, head);
    return speaker === undefined
      ? []
      : [{ how: 'governs', word: head, cue: { first: head, last: head }, speaker }];
  }
  const quoted = asSaying(site, head);
  if (quoted.length > 0) return quoted;
  const postposed = asideAt(site, head);
  return [
    {
      how: postposed === undefined ? 'governs' : 'aside',
      word: head,
      cue: { first: head, last: head },
      ...given({ speaker: doer(site, head), outlet: outletOf(site, head), cut: postposed }),
    },
  ];
}

const CONTENT = new Set(['ccomp', 'xcomp', 'parataxis', 'csubj']);
const NOMINAL_CONTENT = new Set(['obj', 'nsubj', 'obl']);

/** The cue of `head` where it says what `node` holds. */
function sayingCue(site: Site, head: number, node: number): SayingCue | undefined {
  const name = relation(site, node);
  const { upos } = site.words[head]!;
  if (upos === 'NOUN')
    return (name === 'acl' || name === 'ccomp') && hasThat(site, node)
      ? sayingCues(site.language, 'claim-noun').get(lemmaOf(site, head))
      : undefined;
  const cue = verbOfSaying(site, head);
  if (cue === undefined) return undefined;
  if (CONTENT.has(name))
    return name === 'csubj' && !isPassive(site, head) ? undefined : saysIt(site, head, node, cue);
  if (!cue.event || !NOMINAL_CONTENT.has(name) || site.words[node]!.upos === 'VERB') return undefined;
  if (name === 'nsubj' && !isPassive(site, head)) return undefined;
  return name === 'obl' ? undefined : cue;
}

/** An infinitive under a passive ("is said to have") names nobody; under a weak word it is no speech at all. */
function saysIt(site: Site, head: number, node: number, cue: SayingCue): SayingCue | undefined {
  if (relation(site, node) !== 'xcomp') return cue;
  return isPassive(site, head) || !cue.strong || site.words[node]!.upos === 'NOUN' ? undefined : cue;
}

const MARKS = new Set(['mark']);
const hasThat = (site: Site, at: number): boolean =>
  childrenBy(site, at, MARKS).some((mark) => ['that', 'que', "qu'", 'selon'].includes(formOf(site, mark)));

/** The cue of a verb of saying at `at`, with the word after it where the table has both ("faire savoir"). */
export function verbOfSaying(site: Site, at: number): SayingCue | undefined {
  const { upos } = site.words[at]!;
  if (upos !== 'VERB' && upos !== 'AUX') return undefined;
  const cues = sayingCues(site.language, 'say-verb');
  const next = at + 1 < site.words.length ? formOf(site, at + 1) : '';
  return cues.get(`${lemmaOf(site, at)} ${next}`) ?? cues.get(lemmaOf(site, at));
}

const POSSESSORS = new Set(['nmod', 'det']);
/** Whose claim or call it is: "Moscow's claim", "un appel de Paris", "a statement by the ministry". */
function possessor(site: Site, at: number): Phrase | undefined {
  const owner = childrenBy(site, at, POSSESSORS).find(
    (child) =>
      site.words[child]!.upos !== 'DET' &&
      (site.words[child]!.deprel === 'nmod:poss' ||
        site.children[child]!.some(
          (mark) => OWNERS.has(formOf(site, mark)) && relation(site, mark) === 'case',
        )),
  );
  if (owner !== undefined) return phraseOf(site, owner, at);
  const head = site.heads[at]!;
  return head >= 0 && relation(site, at) === 'obj' && !isPassive(site, head) ? doer(site, head) : undefined;
}
const OWNERS = new Set(["'s", "'", 'by', 'from', 'de', "d'", 'du', 'par', 'of']);

const QUOTING = new Set(['quote', 'cite', 'report', 'citer', 'show', 'record']);
/** "quoted a minister as saying that": the minister, and over him who quotes. */
function asSaying(site: Site, verb: number): Saying[] {
  if (
    verb === 0 ||
    formOf(site, verb - 1) !== 'as' ||
    (!hasFeature(site, verb, 'VerbForm=Part') && !formOf(site, verb).endsWith('ing'))
  )
    return [];
  const quoting =
    pathUp(site, verb).find((at) => at !== verb && QUOTING.has(lemmaOf(site, at))) ??
    nearestBefore(site, verb);
  if (quoting === undefined) return [];
  const passive = isPassive(site, quoting);
  const between = site.words.findIndex((_, at) => at > quoting && at < verb && relation(site, at) === 'obj');
  const quotedHead = passive
    ? childrenBy(site, quoting, new Set(['nsubj']))[0]
    : between < 0
      ? undefined
      : between;
  const cue = { first: quoting, last: verb };
  const inner =
    quotedHead === undefined ? undefined : phraseOf(site, quotedHead, passive ? quoting : verb - 1);
  const outer = passive ? agentOf(site, quoting) : doer(site, quoting);
  const links: Saying[] = [{ how: 'governs', word: verb, cue, ...given({ speaker: inner }) }];
  if (outer !== undefined) links.push({ how: 'governs', word: quoting, cue, speaker: outer });
  return links;
}

function nearestBefore(site: Site, verb: number): number | undefined {
  for (let at = verb - 2; at >= 0 && at > verb - 15; at -= 1) if (QUOTING.has(lemmaOf(site, at))) return at;
  return undefined;
}

/** The sayings that stand aside of the predicate, by the order of the page: ", X said.", ", a indiqué X.", ", he said, ". */
function asides(site: Site, predicate: number): Saying[] {
  return site.words.flatMap((_, at) => {
    if (at === predicate || verbOfSaying(site, at) === undefined) return [];
    const cut = asideAt(site, at);
    if (cut === undefined || (predicate >= cut.first && predicate <= cut.last)) return [];
    if (
      predicate > cut.last &&
      !site.words.some((word, last) => last >= cut.last && last <= cut.last + 1 && word.form === ',')
    )
      return [];
    return [
      {
        how: 'aside',
        word: at,
        cue: { first: at, last: at },
        cut,
        ...given({ speaker: doer(site, at), outlet: outletOf(site, at) }),
      } satisfies Saying,
    ];
  });
}

const QUIET = new Set([
  'obl',
  'advmod',
  'iobj',
  'obj',
  'nsubj',
  'aux',
  'expl',
  'punct',
  'nmod',
  'advcl',
  'cop',
  'case',
  'mark',
  'dep',
  'appos',
]);
const TELL = new Set(['tell', 'inform', 'warn', 'assure', 'remind', 'brief', 'advise', 'notify']);
const QUOTES = new Set(['"', "''", '``', '”', '»', '“', '«', "'"]);

const known = new WeakMap<Site, Map<number, Stretch | undefined>>();
/** The stretch of an aside around the verb of saying at `at`: what was said stands before it, after a comma or a closing quote. */
export function asideAt(site: Site, at: number): Stretch | undefined {
  const memo = known.get(site) ?? new Map<number, Stretch | undefined>();
  known.set(site, memo);
  if (!memo.has(at)) memo.set(at, findAside(site, at));
  return memo.get(at);
}

function findAside(site: Site, at: number): Stretch | undefined {
  const aux = childrenBy(site, at, new Set(['aux']));
  if (!isFiniteVerb(site, at, aux)) return undefined;
  const subject = doerHere(site, at);
  if (subject === undefined) return undefined;
  const first = Math.min(at, subject.first, ...aux);
  const comma = edgeBefore(site, first);
  if (comma === undefined || comma === 0) return undefined;
  const right = site.children[at]!.filter((child) => child > at && site.first[child]! > at);
  const said = right.some(
    (child) =>
      !QUIET.has(relation(site, child)) || (relation(site, child) === 'obj' && !hearer(site, at, child)),
  );
  if (said || thatFollows(site, at)) return undefined;
  const tail = Math.max(at, subject.last, ...right.map((child) => site.last[child]!));
  return { first: comma, last: endOf(site, tail) };
}

const isFiniteVerb = (site: Site, at: number, aux: readonly number[]): boolean =>
  hasFeature(site, at, 'VerbForm=Fin') || aux.length > 0 || !/ing$/.test(formOf(site, at));

/** The subject of the verb itself, in the tree or before it on the page; none by control or coordination. */
function doerHere(site: Site, at: number): Phrase | undefined {
  const own = childrenBy(site, at, new Set(['nsubj']))[0];
  if (own === undefined) {
    const name = relation(site, at);
    return name === 'conj' || name === 'xcomp' || name === 'advcl' || name === 'acl'
      ? undefined
      : doer(site, at, 9);
  }
  if (['who', 'which', 'that', 'qui'].includes(formOf(site, own))) return undefined;
  return { ...phraseOf(site, own, at), head: own };
}

/** The index where an aside that begins at `first` is set off: the comma, or the closing quote and what stands before it. */
function edgeBefore(site: Site, first: number): number | undefined {
  let at = first - 1;
  if (at < 0) return undefined;
  if (site.words[at]!.form === ',') return at > 0 && QUOTES.has(site.words[at - 1]!.form) ? at - 1 : at;
  if (QUOTES.has(site.words[at]!.form) && at > 0) {
    at -= 1;
    return [',', '!', '?', '.'].includes(site.words[at]!.form) ? at : at + 1;
  }
  return undefined;
}

const hearer = (site: Site, at: number, child: number): boolean =>
  TELL.has(lemmaOf(site, at)) || isMedium(site, phraseOf(site, child, at));

const thatFollows = (site: Site, at: number): boolean =>
  [1, 2, 3, 4].some((step) => {
    const word = site.words[at + step];
    if (word === undefined) return false;
    const between = site.words
      .slice(at + 1, at + step)
      .every(({ upos }) => upos !== 'PUNCT' && upos !== 'VERB');
    return between && word.upos === 'SCONJ' && ['that', 'que', "qu'"].includes(formOf(site, at + step));
  });

/** The word before the next punctuation at or after `tail`; the sentence's last word where none comes. */
function endOf(site: Site, tail: number): number {
  let at = tail;
  while (at + 1 < site.words.length && site.words[at + 1]!.upos !== 'PUNCT') at += 1;
  return at;
}

/** Named sources: "according to X", "selon X", "by the UN's reckoning". */
function sources(site: Site, predicate: number): Saying[] {
  return site.words.flatMap((_, at) => {
    const source = sourceAt(site, at);
    if (source === undefined) return [];
    const { cut } = source;
    if (cut === undefined || (predicate >= cut.first && predicate <= cut.last)) return [];
    return inScope(site, predicate, source.word, cut) ? [source] : [];
  });
}

/** A source at an end of the sentence holds for all of it, one in the middle for the clause that it hangs on. */
function inScope(site: Site, predicate: number, word: number, cut: Stretch): boolean {
  const rest = site.words.slice(cut.last + 1).filter(({ upos }) => upos !== 'PUNCT');
  if (rest.length === 0) return true;
  if (
    site.words.slice(0, cut.first).every(({ upos }) => upos === 'PUNCT' || upos === 'CCONJ' || upos === 'ADV')
  )
    return true;
  const top = site.heads[word]!;
  return top < 0 || dominates(site, top, predicate) || Math.abs(predicate - word) < 12;
}

const OBLIQUES = new Set([
  'obl',
  'nmod',
  'advmod',
  'parataxis',
  'dep',
  'advcl',
  'root',
  'conj',
  'nsubj',
  'obj',
  'appos',
  'iobj',
]);

/** The source phrase that hangs on the noun at `at`. */
function sourceAt(site: Site, at: number): Saying | undefined {
  const { upos } = site.words[at]!;
  if (!['NOUN', 'PROPN', 'PRON'].includes(upos) || !OBLIQUES.has(relation(site, at))) return undefined;
  const marks = site.children[at]!.filter(
    (child) => child < at && ['case', 'mark', 'advmod'].includes(relation(site, child)),
  );
  const mark = marks[0];
  if (mark === undefined) return undefined;
  const phrase = phraseOf(site, at, mark);
  return according(site, { at, mark, phrase }) ?? reckoned(site, { at, mark, phrase });
}

interface Marked {
  readonly at: number;
  readonly mark: number;
  readonly phrase: Phrase;
}

function according(site: Site, { at, mark, phrase }: Marked): Saying | undefined {
  const head = plainText(site, { first: mark, last: at });
  const cue = longestSource(site, head);
  if (cue === undefined || NOT_SOURCES.has(formOf(site, at))) return undefined;
  if ((cue === 'pour' || cue === 'per') && !setOff(site, mark, phrase)) return undefined;
  const length = cue.split(' ').length;
  const first = cue.startsWith('de source')
    ? at
    : Math.max(phrase.first, Math.min(at, mark + (cue.includes("'") ? 1 : length)));
  const speaker = { head: at, ...trimmed(site, { first, last: phrase.last }) };
  return {
    how: 'source',
    word: at,
    cue: { first: mark, last: Math.max(mark, first - 1) },
    speaker,
    cut: { first: edgeBefore(site, mark) ?? mark, last: Math.max(phrase.last, site.last[at]!) },
  };
}

function longestSource(site: Site, text: string): string | undefined {
  const plain = text.trimStart();
  let best: string | undefined;
  for (const key of sayingCues(site.language, 'according-to').keys())
    if (plain.startsWith(/'$/.test(key) ? key : `${key} `) && key.length > (best?.length ?? 0)) best = key;
  return best;
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
  'year',
  'cent',
  'capita',
  'day',
  'month',
  'week',
  'type',
]);

const setOff = (site: Site, mark: number, phrase: Phrase): boolean =>
  (mark === 0 || site.words[mark - 1]!.upos === 'PUNCT') &&
  (phrase.last + 1 >= site.words.length || site.words[phrase.last + 1]!.upos === 'PUNCT') &&
  site.words[phrase.head]!.upos !== 'NUM';

/** "by the UN's reckoning", "d'après", "by its own count": the owner speaks. */
function reckoned(site: Site, { at, mark, phrase }: Marked): Saying | undefined {
  if (!['by', 'in', 'on', 'de', 'selon'].includes(formOf(site, mark))) return undefined;
  if (!sayingCues(site.language, 'reckoning').has(lemmaOf(site, at))) return undefined;
  const owner = childrenBy(site, at, POSSESSORS).find((child) => site.words[child]!.deprel === 'nmod:poss');
  if (owner === undefined) return undefined;
  return {
    how: 'source',
    word: at,
    cue: { first: mark, last: at },
    speaker: phraseOf(site, owner, at),
    cut: { first: mark, last: phrase.last },
  };
}
