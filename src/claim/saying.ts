// The words of saying over a predicate, nearest first: what governs it, what stands aside (", X said."), what is named as source.
import { type SayingCue, sayingCues } from '../lexicon/cues.js';
import { asideAt } from './aside.js';
import { isPassive } from './clause.js';
import { cueAt, type FoundCue, governing, ownCue } from './governing.js';
import { negationOf } from './negation.js';
import {
  childrenBy,
  formOf,
  hasFeature,
  lemmaOf,
  pathUp,
  relation,
  type Site,
  type Stretch,
} from './site.js';
import { sourcesOver } from './source.js';
import { agentOf, doer, outletOf, type Phrase, phraseOf } from './speaker.js';
import { verbOfSaying } from './verb-of-saying.js';

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
export function sayingsOver(site: Site, predicate: number, own: boolean): readonly Saying[] {
  const known = memo.get(site) ?? new Map<number, readonly Saying[]>();
  memo.set(site, known);
  const key = 2 * predicate + (own ? 1 : 0);
  const found = known.get(key) ?? readSayings(site, predicate, own);
  known.set(key, found);
  return found;
}
const memo = new WeakMap<Site, Map<number, readonly Saying[]>>();

function readSayings(site: Site, predicate: number, own: boolean): Saying[] {
  const found: Saying[] = [];
  const self = own ? ownCue(site, predicate) : undefined;
  if (self?.speaker === true) found.push(wanting(site, predicate, self));
  else if (own) found.push(...listing(site, predicate));
  let held = true;
  for (const node of pathUp(site, predicate)) {
    const head = site.heads[node]!;
    if (head < 0) break;
    found.push(...over(site, head, node).filter(({ how }) => held || how !== 'wants'));
    if (LOOSE.has(relation(site, node)) && governing(site, head, node) === undefined) held = false;
  }
  const lost = lostContent(site, predicate, found);
  if (lost.length > 0) found.push(...lost);
  if (lost.length > 0) found.sort((a, b) => rank(b, predicate) - rank(a, predicate));
  const outside = [...asides(site, predicate), ...sources(site, predicate)].filter(
    ({ word }) => !found.some((other) => other.word === word),
  );
  return [...found, ...outside];
}

/** Nearer to the predicate is further inside; what stands after it or is it comes first. */
const rank = (saying: Saying, predicate: number): number =>
  saying.word < predicate ? saying.word : Number.POSITIVE_INFINITY;

/** Verbs of saying before the predicate with "that" after them whose content the tree has hung elsewhere. */
function lostContent(site: Site, predicate: number, found: readonly Saying[]): Saying[] {
  return site.words.flatMap((_, at): Saying[] => {
    if (at >= predicate || found.some(({ word }) => word === at)) return [];
    const wants = site.words[at]!.upos === 'VERB' ? wish(site, at) : undefined;
    if (wants === undefined && verbOfSaying(site, at) === undefined) return [];
    if (asideAt(site, at) !== undefined || childrenBy(site, at, CONTENT).some((child) => child > at))
      return [];
    const that = thatAfter(site, at) ?? afterHearer(site, at, predicate);
    if (that === undefined || that >= predicate || broken(site, that, predicate)) return [];
    return wants === undefined ? spoken(site, at) : [wanting(site, at, wants)];
  });
}

/** The cue of a verb that asks for or denies what follows, and is not negated. */
function wish(site: Site, at: number): FoundCue | undefined {
  const cue = cueAt(site, at, 'governs-comp');
  return cue?.speaker === true && negationOf(site, at) === undefined ? cue : undefined;
}

/** The word "that" after a verb of saying, past a hearer of up to four words. */
function thatAfter(site: Site, at: number): number | undefined {
  for (let word = at + 1; word <= Math.min(at + 5, site.words.length - 1); word += 1) {
    const { upos } = site.words[word]!;
    if (upos === 'SCONJ' && THAT.has(formOf(site, word))) return word;
    if (upos === 'VERB' || upos === 'PUNCT' || upos === 'AUX') return undefined;
  }
  return undefined;
}
/** "told her Vienna would": where the clause begins after the hearer, with no other verb before the predicate. */
function afterHearer(site: Site, at: number, predicate: number): number | undefined {
  const hearer = site.words[at + 1];
  if (hearer === undefined || !['PRON', 'PROPN'].includes(hearer.upos)) return undefined;
  if (lemmaOf(site, at) !== 'tell' && lemmaOf(site, at) !== 'inform') return undefined;
  const others = site.words
    .slice(at + 1, predicate)
    .some(({ upos, form }) => upos === 'VERB' || /^[,;:]$/.test(form));
  return others ? undefined : at + 1;
}

const THAT = new Set(['that', 'que', "qu'"]);

/** A new main clause begins between the two. */
const broken = (site: Site, from: number, to: number): boolean =>
  site.words.some(
    ({ form }, at) =>
      at > from && at < to && (form === ';' || (form === ',' && BREAKS.has(formOf(site, at + 1)))),
  );
const BREAKS = new Set(['and', 'but', 'while', 'et', 'mais', 'tandis', 'alors', 'who', 'which', 'qui']);

/** Across these a wish or a denial does not reach: "demands that the troops stationed there leave". */
const LOOSE = new Set(['acl', 'advcl', 'parataxis']);

/** "An inventory lists radar sets": a document that is itself the subject of the predicate. */
function listing(site: Site, at: number): Saying[] {
  const lists = verbOfSaying(site, at) !== undefined && childrenBy(site, at, OBJECTS).length > 0;
  const speaker = lists ? doer(site, at) : undefined;
  if (speaker === undefined || !isDocument(site, speaker)) return [];
  return [{ how: 'governs', word: at, cue: { first: at, last: at }, speaker }];
}

const OBJECTS = new Set(['obj', 'ccomp']);

const isDocument = (site: Site, { head }: Phrase): boolean =>
  site.words[head]!.upos === 'NOUN' && sayingCues(site.language, 'noun').has(lemmaOf(site, head));

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
  if (asideAt(site, head) !== undefined) return [];
  const saying = sayingCue(site, head, node);
  const cue = governing(site, head, node);
  if (cue?.speaker === true) return negationOf(site, head) === undefined ? [wanting(site, head, cue)] : [];
  if (saying === undefined) return [];
  if (site.words[head]!.upos === 'NOUN' && verbOfSaying(site, head) === undefined) {
    const speaker = possessor(site, head);
    return speaker === undefined
      ? []
      : [{ how: 'governs', word: head, cue: { first: head, last: head }, speaker }];
  }
  return spoken(site, head);
}

/** The link or links of a verb that governs what is said. */
function spoken(site: Site, head: number): Saying[] {
  const quoted = asSaying(site, head);
  if (quoted.length > 0) return quoted;
  const parts = given({ speaker: doer(site, head), outlet: outletOf(site, head) });
  return [{ how: 'governs', word: head, cue: { first: head, last: head }, ...parts }];
}

const CONTENT = new Set(['ccomp', 'xcomp', 'parataxis', 'csubj']);
const NOMINAL_CONTENT = new Set(['obj', 'nsubj', 'obl']);

/** The cue of `head` where it says what `node` holds. */
function sayingCue(site: Site, head: number, node: number): SayingCue | undefined {
  const name = relation(site, node);
  const { upos } = site.words[head]!;
  if (upos === 'NOUN' && verbOfSaying(site, head) === undefined)
    return (name === 'acl' || name === 'ccomp') && hasThat(site, node)
      ? sayingCues(site.language, 'claim-noun').get(lemmaOf(site, head))
      : undefined;
  const cue = verbOfSaying(site, head);
  if (cue === undefined) return undefined;
  if (upos === 'NOUN') return name === 'acl' || name === 'ccomp' ? cue : undefined;
  if (name === 'ccomp' && apart(site, head, node)) return undefined;
  if (CONTENT.has(name))
    return name === 'csubj' && !isPassive(site, head) ? undefined : saysIt(site, head, node, cue);
  if (!NOMINAL_CONTENT.has(name) || site.words[node]!.upos === 'VERB') return undefined;
  const speaker = cue.event ? undefined : doer(site, head);
  if (!cue.event && (speaker === undefined || !isDocument(site, speaker))) return undefined;
  if (name === 'nsubj' && !isPassive(site, head)) return undefined;
  return name === 'obl' ? undefined : cue;
}

/** A clause after a comma, without "that" and without a quotation mark, is none that the verb holds. */
function apart(site: Site, head: number, node: number): boolean {
  const start = site.first[node]!;
  if (start <= head || start < 1 || hasThat(site, node)) return false;
  const { form } = site.words[site.words[start]!.form === ',' ? start : start - 1]!;
  return (
    form === ',' &&
    !/^["“«]$/.test(site.words[start]!.form) &&
    !/^["“«]$/.test(site.words[start + 1]?.form ?? '')
  );
}

/** An infinitive under a passive ("is said to have") names nobody; under a weak word it is no speech at all. */
function saysIt(site: Site, head: number, node: number, cue: SayingCue): SayingCue | undefined {
  if (relation(site, node) !== 'xcomp') return cue;
  if (cueAt(site, head, 'governs-comp') !== undefined) return undefined;
  return isPassive(site, head) || !cue.strong || site.words[node]!.upos === 'NOUN' ? undefined : cue;
}

const MARKS = new Set(['mark']);
const hasThat = (site: Site, at: number): boolean =>
  childrenBy(site, at, MARKS).some((mark) => ['that', 'que', "qu'", 'selon'].includes(formOf(site, mark)));

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
/** "cited an envoy as saying so": the minister, and over him who quotes. */
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

/** The sayings that stand aside of the predicate: ", X said.", ", a indiqué X.", ", he said, ". */
function asides(site: Site, predicate: number): Saying[] {
  return site.words.flatMap((_, at): Saying[] => {
    const aside = at === predicate ? undefined : asideAt(site, at);
    if (aside === undefined || (predicate >= aside.first && predicate <= aside.last)) return [];
    if (predicate > aside.last && site.words[aside.last + 1]?.form !== ',') return [];
    const { first, last, speaker } = aside;
    const cue = { first: at, last: at };
    return [
      {
        how: 'aside',
        word: at,
        cue,
        cut: { first, last },
        ...given({ speaker, outlet: outletOf(site, at) }),
      },
    ];
  });
}

function sources(site: Site, predicate: number): Saying[] {
  return sourcesOver(site, predicate).map(({ speaker, cue, cut }) => ({
    how: 'source',
    word: speaker.head,
    cue,
    cut,
    speaker,
  }));
}
