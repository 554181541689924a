// The words of saying over a predicate, nearest first: what governs it, what stands aside (", X said."), what is named as source.

import { type SayingCue, sayingCues } from '../lexicon/cues.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import { asideAt } from './aside.js';
import { isPassive } from './clause.js';
import { cueAt, type FoundCue, governing, ownCue } from './governing.js';
import { negationOf } from './negation.js';
import { sourcesOver } from './source.js';
import { agentOf, beforeDay, doer, nounsBefore, outletOf, type Phrase, phraseOf } from './speaker.js';
import type { Stretch, Tree } from './tree.js';
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
export function sayingsOver(tree: Tree, predicate: number, own: boolean): readonly Saying[] {
  const known = memo.get(tree) ?? new Map<number, readonly Saying[]>();
  memo.set(tree, known);
  const key = 2 * predicate + (own ? 1 : 0);
  const found = known.get(key) ?? readSayings(tree, predicate, own);
  known.set(key, found);
  return found;
}
const memo = new WeakMap<Tree, Map<number, readonly Saying[]>>();

function readSayings(tree: Tree, predicate: number, own: boolean): Saying[] {
  const found: Saying[] = [];
  const self = own ? ownCue(tree, predicate) : undefined;
  if (self?.speaker === true) found.push(wanting(tree, predicate, self));
  else if (own) found.push(...listing(tree, predicate));
  let held = true;
  for (const node of tree.pathUp(predicate)) {
    const head = tree.head(node);
    if (head < 0) break;
    found.push(...over(tree, head, node).filter(({ how }) => held || how !== 'wants'));
    if (LOOSE.has(tree.relation(node)) && governing(tree, head, node) === undefined) held = false;
  }
  const lost = lostContent(tree, predicate, found);
  if (lost.length > 0) found.push(...lost);
  if (lost.length > 0) found.sort((a, b) => rank(b, predicate) - rank(a, predicate));
  if (own && found.length === 0) found.push(...strayDenial(tree, predicate));
  const outside = [...asides(tree, predicate), ...sources(tree, predicate)].filter(
    ({ word }) => !found.some((other) => other.word === word),
  );
  return [...found, ...outside];
}

/** `Bakou nie avoir bombardé le port`: the verb of denying that the tree has for a part of the name before it. */
function strayDenial(tree: Tree, predicate: number): Saying[] {
  if (tree.language !== 'fr' || tree.word(predicate).upos !== 'VERB') return [];
  const first = Math.min(predicate, ...tree.childrenBy(predicate, 'aux', 'cop'));
  const at = beforeDay(tree, first - 1);
  if (at < 1 || tree.word(at).upos === 'VERB' || !tree.hasFeature(first, 'VerbForm=Inf')) return [];
  const cue = cueAt(tree, at, 'governs-comp');
  if (cue?.modality !== 'denied' || !cue.speaker) return [];
  const speaker = nounsBefore(tree, at);
  return [{ how: 'wants', word: at, cue: { first: at, last: at }, ...given({ speaker }) }];
}

/** Nearer to the predicate is further inside; what stands after it or is it comes first. */
const rank = (saying: Saying, predicate: number): number =>
  saying.word < predicate ? saying.word : Number.POSITIVE_INFINITY;

/** Verbs of saying before the predicate with "that" after them whose content the tree has hung elsewhere. */
function lostContent(tree: Tree, predicate: number, found: readonly Saying[]): Saying[] {
  return tree.words.flatMap((_, at): Saying[] => {
    if (at >= predicate || found.some(({ word }) => word === at)) return [];
    const wants = tree.word(at).upos === 'VERB' ? wish(tree, at) : undefined;
    if (wants === undefined && verbOfSaying(tree, at) === undefined) return [];
    if (asideAt(tree, at) !== undefined || tree.childrenBy(at, ...CONTENT).some((child) => child > at))
      return [];
    const that = thatAfter(tree, at) ?? afterHearer(tree, at, predicate);
    if (that === undefined || that >= predicate || broken(tree, that, predicate)) return [];
    return wants === undefined ? spoken(tree, at) : [wanting(tree, at, wants)];
  });
}

/** The cue of a verb that asks for or denies what follows, and is not negated. */
function wish(tree: Tree, at: number): FoundCue | undefined {
  const cue = cueAt(tree, at, 'governs-comp');
  return cue?.speaker === true && negationOf(tree, at) === undefined ? cue : undefined;
}

/** The word "that" after a verb of saying, past a hearer of up to four words. */
function thatAfter(tree: Tree, at: number): number | undefined {
  for (let word = at + 1; word <= Math.min(at + 5, tree.words.length - 1); word += 1) {
    const { upos } = tree.word(word);
    if (upos === 'SCONJ' && THAT.has(tree.form(word))) return word;
    if (upos === 'VERB' || upos === 'PUNCT' || upos === 'AUX') return undefined;
  }
  return undefined;
}
/** "told her Vienna would": where the clause begins after the hearer, with no other verb before the predicate. */
function afterHearer(tree: Tree, at: number, predicate: number): number | undefined {
  const hearer = tree.words[at + 1];
  if (hearer === undefined || !['PRON', 'PROPN'].includes(hearer.upos)) return undefined;
  if (tree.lemma(at) !== 'tell' && tree.lemma(at) !== 'inform') return undefined;
  const others = tree.words
    .slice(at + 1, predicate)
    .some(({ upos, form }) => upos === 'VERB' || /^[,;:]$/.test(form));
  return others ? undefined : at + 1;
}

const THAT = grammarWords('that');

/** A new main clause begins between the two. */
const broken = (tree: Tree, from: number, to: number): boolean =>
  tree.words.some(
    ({ form }, at) =>
      at > from && at < to && (form === ';' || (form === ',' && BREAKS.has(tree.form(at + 1)))),
  );
const BREAKS = grammarWords('clause-break');

/** Across these a wish or a denial does not reach: "demands that the troops stationed there leave". */
const LOOSE = new Set(['acl', 'advcl', 'parataxis']);

/** "An inventory lists radar sets": a document that is itself the subject of the predicate. */
function listing(tree: Tree, at: number): Saying[] {
  const lists = verbOfSaying(tree, at) !== undefined && tree.childrenBy(at, ...OBJECTS).length > 0;
  const speaker = lists ? doer(tree, at) : undefined;
  if (speaker === undefined || !isDocument(tree, speaker)) return [];
  return [{ how: 'governs', word: at, cue: { first: at, last: at }, speaker }];
}

const OBJECTS = new Set(['obj', 'ccomp']);

const isDocument = (tree: Tree, { head }: Phrase): boolean =>
  tree.word(head).upos === 'NOUN' && sayingCues(tree.language, 'noun').has(tree.lemma(head));

function wanting(tree: Tree, at: number, cue: Stretch): Saying {
  const nominal = tree.word(at).upos === 'NOUN';
  const speaker = nominal ? possessor(tree, at) : doer(tree, at);
  return { how: 'wants', word: at, cue: { first: cue.first, last: cue.last }, ...given({ speaker }) };
}

const given = (parts: {
  speaker?: Phrase | undefined;
  outlet?: Phrase | undefined;
  cut?: Stretch | undefined;
}): Pick<Saying, 'speaker' | 'outlet' | 'cut'> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

function over(tree: Tree, head: number, node: number): Saying[] {
  if (asideAt(tree, head) !== undefined) return [];
  const saying = sayingCue(tree, head, node);
  const cue = governing(tree, head, node);
  if (cue?.speaker === true) return negationOf(tree, head) === undefined ? [wanting(tree, head, cue)] : [];
  if (saying === undefined) return [];
  if (tree.word(head).upos === 'NOUN' && verbOfSaying(tree, head) === undefined) {
    const speaker = possessor(tree, head);
    return speaker === undefined
      ? []
      : [{ how: 'governs', word: head, cue: { first: head, last: head }, speaker }];
  }
  return spoken(tree, head);
}

/** The link or links of a verb that governs what is said. */
function spoken(tree: Tree, head: number): Saying[] {
  const quoted = asSaying(tree, head);
  if (quoted.length > 0) return quoted;
  const parts = given({ speaker: doer(tree, head), outlet: outletOf(tree, head) });
  return [{ how: 'governs', word: head, cue: { first: head, last: head }, ...parts }];
}

const CONTENT = new Set(['ccomp', 'xcomp', 'parataxis', 'csubj']);
const NOMINAL_CONTENT = new Set(['obj', 'nsubj', 'obl']);

/** The cue of `head` where it says what `node` holds. */
function sayingCue(tree: Tree, head: number, node: number): SayingCue | undefined {
  const name = tree.relation(node);
  const { upos } = tree.word(head);
  if (upos === 'NOUN' && verbOfSaying(tree, head) === undefined)
    return (name === 'acl' || name === 'ccomp') && hasThat(tree, node)
      ? sayingCues(tree.language, 'claim-noun').get(tree.lemma(head))
      : undefined;
  const cue = verbOfSaying(tree, head);
  if (cue === undefined) return undefined;
  if (upos === 'NOUN') return name === 'acl' || name === 'ccomp' ? cue : undefined;
  if (name === 'ccomp' && apart(tree, head, node)) return undefined;
  if (CONTENT.has(name))
    return name === 'csubj' && !isPassive(tree, head) ? undefined : saysIt(tree, head, node, cue);
  if (!NOMINAL_CONTENT.has(name) || tree.word(node).upos === 'VERB') return undefined;
  const speaker = cue.event ? undefined : doer(tree, head);
  if (!cue.event && (speaker === undefined || !isDocument(tree, speaker))) return undefined;
  if (name === 'nsubj' && !isPassive(tree, head)) return undefined;
  return name === 'obl' ? undefined : cue;
}

/** A clause after a comma, without "that" and without a quotation mark, is none that the verb holds. */
function apart(tree: Tree, head: number, node: number): boolean {
  const start = tree.first(node);
  if (start <= head || start < 1 || hasThat(tree, node)) return false;
  const { form } = tree.word(tree.word(start).form === ',' ? start : start - 1);
  return (
    form === ',' &&
    !/^["“«]$/.test(tree.word(start).form) &&
    !/^["“«]$/.test(tree.words[start + 1]?.form ?? '')
  );
}

/** An infinitive under a passive ("is said to have") names nobody; under a weak word it is no speech at all. */
function saysIt(tree: Tree, head: number, node: number, cue: SayingCue): SayingCue | undefined {
  if (tree.relation(node) !== 'xcomp') return cue;
  if (cueAt(tree, head, 'governs-comp') !== undefined) return undefined;
  return isPassive(tree, head) || !cue.strong || tree.word(node).upos === 'NOUN' ? undefined : cue;
}

const MARKS = new Set(['mark']);
const hasThat = (tree: Tree, at: number): boolean =>
  tree.childrenBy(at, ...MARKS).some((mark) => ['that', 'que', "qu'", 'selon'].includes(tree.form(mark)));

const POSSESSORS = new Set(['nmod', 'det']);
/** Whose claim or call it is: "Moscow's claim", "un appel de Paris", "a statement by the ministry". */
function possessor(tree: Tree, at: number): Phrase | undefined {
  const owner = tree
    .childrenBy(at, ...POSSESSORS)
    .find(
      (child) =>
        tree.word(child).upos !== 'DET' &&
        (tree.word(child).deprel === 'nmod:poss' ||
          tree.children(child).some((mark) => OWNERS.has(tree.form(mark)) && tree.relation(mark) === 'case')),
    );
  if (owner !== undefined) return phraseOf(tree, owner, at);
  const head = tree.head(at);
  return head >= 0 && tree.relation(at) === 'obj' && !isPassive(tree, head) ? doer(tree, head) : undefined;
}
const OWNERS = grammarWords('owner');

const QUOTING = grammarWords('quoting');
/** "cited an envoy as saying so": the minister, and over him who quotes. */
function asSaying(tree: Tree, verb: number): Saying[] {
  if (
    verb === 0 ||
    tree.form(verb - 1) !== 'as' ||
    (!tree.hasFeature(verb, 'VerbForm=Part') && !tree.form(verb).endsWith('ing'))
  )
    return [];
  const quoting =
    tree.pathUp(verb).find((at) => at !== verb && QUOTING.has(tree.lemma(at))) ?? nearestBefore(tree, verb);
  if (quoting === undefined) return [];
  const passive = isPassive(tree, quoting);
  const between = tree.words.findIndex((_, at) => at > quoting && at < verb && tree.relation(at) === 'obj');
  const quotedHead = passive ? tree.childrenBy(quoting, 'nsubj')[0] : between < 0 ? undefined : between;
  const cue = { first: quoting, last: verb };
  const inner =
    quotedHead === undefined ? undefined : phraseOf(tree, quotedHead, passive ? quoting : verb - 1);
  const outer = passive ? agentOf(tree, quoting) : doer(tree, quoting);
  const links: Saying[] = [{ how: 'governs', word: verb, cue, ...given({ speaker: inner }) }];
  if (outer !== undefined) links.push({ how: 'governs', word: quoting, cue, speaker: outer });
  return links;
}

function nearestBefore(tree: Tree, verb: number): number | undefined {
  for (let at = verb - 2; at >= 0 && at > verb - 15; at -= 1) if (QUOTING.has(tree.lemma(at))) return at;
  return undefined;
}

/** The sayings that stand aside of the predicate: ", X said.", ", a indiqué X.", ", he said, ". */
function asides(tree: Tree, predicate: number): Saying[] {
  return tree.words.flatMap((_, at): Saying[] => {
    const aside = at === predicate ? undefined : asideAt(tree, at);
    if (aside === undefined || (predicate >= aside.first && predicate <= aside.last)) return [];
    if (predicate > aside.last && tree.words[aside.last + 1]?.form !== ',') return [];
    const { first, last, speaker } = aside;
    const cue = { first: at, last: at };
    return [
      {
        how: 'aside',
        word: at,
        cue,
        cut: { first, last },
        ...given({ speaker, outlet: outletOf(tree, at) }),
      },
    ];
  });
}

function sources(tree: Tree, predicate: number): Saying[] {
  return sourcesOver(tree, predicate).map(({ speaker, cue, cut }) => ({
    how: 'source',
    word: speaker.head,
    cue,
    cut,
    speaker,
  }));
}
