// Who stands before a word of saying, and which medium they said it to.

import { isCalendarWord } from '../lexicon/calendar-words.js';
import { sayingCues } from '../lexicon/cues.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import { anyOf, entries, tableRows } from '../lexicon/table.js';
import { isPassive } from './clause.js';
import type { Stretch, Tree } from './tree.js';

/** A phrase and the word it hangs on. */
export interface Phrase extends Stretch {
  readonly head: number;
}

const SUBJECT = new Set(['nsubj']);
const OBLIQUE = new Set(['obl', 'nmod']);
const AGENT_MARKS = grammarWords('agent');
const RELATIVE = grammarWords('relative-subject');
const CONTROLLED = new Set(['xcomp', 'advcl', 'acl', 'ccomp', 'parataxis']);
const EMPTY_SUBJECT = grammarWords('empty-subject');

/** The one who does what the verb at `at` says: its subject, or the agent of a passive; through control and coordination. */
export function doer(tree: Tree, at: number, depth = 0): Phrase | undefined {
  if (isPassive(tree, at)) return agentOf(tree, at);
  const subject = tree.childrenBy(at, ...SUBJECT)[0];
  if (subject !== undefined) return subjectPhrase(tree, at, subject);
  if (tree.children(at).some((child) => tree.relation(child) === 'expl' && tree.form(child) !== "s'"))
    return undefined;
  const head = tree.head(at);
  if (head < 0 || depth > 4) return nounsBefore(tree, at);
  const name = tree.relation(at);
  if (name === 'acl' && isNominal(tree, head)) return phraseOf(tree, head, at);
  if (name === 'conj' || CONTROLLED.has(name)) return doer(tree, head, depth + 1);
  return nounsBefore(tree, at);
}

function subjectPhrase(tree: Tree, verb: number, subject: number): Phrase | undefined {
  const form = tree.form(subject);
  if (RELATIVE.has(form)) {
    const head = tree.head(verb);
    return tree.relation(verb) === 'acl' && head >= 0 ? phraseOf(tree, head, verb) : undefined;
  }
  if (/^-?(?:t-)?on$|^l'on$/.test(form)) return placeOfOn(tree, verb);
  return EMPTY_SUBJECT.has(form) && form !== 'it' ? undefined : phraseOf(tree, subject, verb);
}

/** "assure-t-on au ministère": the ministry. */
function placeOfOn(tree: Tree, verb: number): Phrase | undefined {
  const place = tree
    .childrenBy(verb, ...OBLIQUE)
    .find((child) =>
      tree.children(child).some((mark) => tree.relation(mark) === 'case' && ON_PLACES.has(tree.form(mark))),
    );
  return place === undefined ? undefined : phraseOf(tree, place, verb);
}
const ON_PLACES = grammarWords('place-of-on');

/** The by-agent of a passive. */
export function agentOf(tree: Tree, at: number): Phrase | undefined {
  const agent = tree
    .childrenBy(at, ...OBLIQUE)
    .find(
      (child) =>
        tree.word(child).deprel.endsWith(':agent') ||
        tree
          .children(child)
          .some((mark) => tree.relation(mark) === 'case' && AGENT_MARKS.has(tree.form(mark))),
    );
  return agent === undefined ? undefined : phraseOf(tree, agent, at);
}

const isNominal = (tree: Tree, at: number): boolean => ['NOUN', 'PROPN', 'PRON'].includes(tree.word(at).upos);

/** Where the tree has no subject: the nominal group that ends right before the verb, in the order of the page. */
export function nounsBefore(tree: Tree, at: number): Phrase | undefined {
  let head = at - 1;
  while (head >= 0 && ['AUX', 'ADV', 'PART'].includes(tree.word(head).upos)) head -= 1;
  if (head < 0 || !isNominal(tree, head) || RELATIVE.has(tree.form(head))) return undefined;
  let first = head;
  while (first > 0 && !STOPS.has(tree.word(first - 1).upos)) first -= 1;
  return { head, ...trimmed(tree, { first, last: head }) };
}
const STOPS = new Set(['PUNCT', 'VERB', 'AUX', 'SCONJ']);

const CLAUSAL = new Set(['acl', 'advcl', 'parataxis']);
const LEADING = new Set(['case', 'mark', 'punct', 'cc', 'advmod']);

/** The phrase of a word without its preposition and without relative clauses, clipped where it would run over `verb`. */
export function phraseOf(tree: Tree, head: number, verb: number): Phrase {
  let first = tree.first(head);
  let last = tree.last(head);
  if (head < verb) last = Math.min(last, verb - 1);
  else first = Math.max(first, verb + 1);
  for (const child of tree.children(head)) {
    const name = tree.relation(child);
    if (child > head && CLAUSAL.has(name) && tree.first(child) > head && cutsHere(tree, child))
      last = Math.min(last, tree.first(child) - 1);
    if (child > head && OBLIQUE.has(name) && isCalendarWord(tree.word(child).form))
      last = Math.min(last, tree.first(child) - 1);
    if (child < head && LEADING.has(name)) first = Math.max(first, tree.last(child) + 1);
    if (child === verb) {
      if (child > head) last = Math.min(last, Math.max(head, tree.first(child) - 1));
    }
  }
  return { head, ...trimmed(tree, { first: Math.min(first, head), last: Math.max(last, head) }) };
}

/** The word before the day that ends at a word: of `a démenti mardi soir avoir`, `démenti`. */
export function beforeDay(tree: Tree, at: number): number {
  let word = at;
  while (word > 0 && (isCalendarWord(tree.word(word).form) || /^(?:matin|midi|soir)$/.test(tree.form(word))))
    word -= 1;
  return word;
}

const cutsHere = (tree: Tree, child: number): boolean => {
  const before = tree.words[tree.first(child) - 1];
  return (
    before?.form === ',' ||
    tree.word(tree.first(child)).form === ',' ||
    /:relcl$/.test(tree.word(child).deprel)
  );
};

const POSSESSIVE = grammarWords('genitive');

/** The stretch without punctuation at its ends. */
export function trimmed(tree: Tree, { first, last }: Stretch): Stretch {
  let from = first;
  let to = last;
  while (from < to && tree.word(from).upos === 'PUNCT') from += 1;
  while (to > from && (tree.word(to).upos === 'PUNCT' || POSSESSIVE.has(tree.form(to)))) to -= 1;
  return { first: from, last: to };
}

let media: RegExp | undefined;
/** Names of outlets, agencies, stations as whole words; a name that is also a common word needs its capital. */
function mediaNames(): RegExp {
  media ??= anyOf(
    tableRows('media.tsv').flatMap((row) => [row['name']!, ...entries(row['other_names'])]),
    'u',
  );
  return media;
}

/** True where a phrase names a medium ("Reuters", "the state broadcaster", "state television"). */
export function isMedium(tree: Tree, { head, first, last }: Phrase): boolean {
  if (sayingCues(tree.language, 'medium').has(tree.lemma(head))) return true;
  const text = tree.shadow.slice(tree.word(first).start, tree.word(last).end);
  return mediaNames().test(text);
}

const HEARERS = new Set(['obj', 'iobj', 'obl', 'nmod', 'xcomp']);

/** The medium among what hangs on a word of saying: "told Reuters", "in an interview with", "on state television". */
export function outletOf(tree: Tree, verb: number): Phrase | undefined {
  for (const child of tree.children(verb)) {
    if (!HEARERS.has(tree.relation(child)) || AGENT_MARKS.has(caseForm(tree, child))) continue;
    const phrase = phraseOf(tree, child, verb);
    if (isMedium(tree, phrase)) return phrase;
    for (const inner of tree.children(child)) {
      if (!OBLIQUE.has(tree.relation(inner))) continue;
      const named = phraseOf(tree, inner, child);
      if (isMedium(tree, named) && sayingCues(tree.language, 'noun').has(tree.lemma(child))) return named;
    }
  }
  return undefined;
}

const caseForm = (tree: Tree, at: number): string => {
  const mark = tree.children(at).find((child) => tree.relation(child) === 'case');
  return mark === undefined ? '' : tree.form(mark);
};
