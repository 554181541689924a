// Who stands before a word of saying, and which medium they said it to.
import { sayingCues } from '../lexicon/cues.js';
import { anyOf, entries, tableRows } from '../lexicon/table.js';
import { isPassive } from './clause.js';
import { childrenBy, formOf, lemmaOf, relation, type Site, type Stretch } from './site.js';

/** A phrase and the word it hangs on. */
export interface Phrase extends Stretch {
  readonly head: number;
}

const SUBJECT = new Set(['nsubj']);
const OBLIQUE = new Set(['obl', 'nmod']);
const AGENT_MARKS = new Set(['by', 'par']);
const RELATIVE = new Set(['who', 'which', 'that', 'qui', 'lequel', 'laquelle']);
const CONTROLLED = new Set(['xcomp', 'advcl', 'acl', 'ccomp', 'parataxis']);
const EMPTY_SUBJECT = new Set(['it', 'there', 'ce', "c'", 'cela', 'ça', 'this']);

/** The one who does what the verb at `at` says: its subject, or the agent of a passive; through control and coordination. */
export function doer(site: Site, at: number, depth = 0): Phrase | undefined {
  if (isPassive(site, at)) return agentOf(site, at);
  const subject = childrenBy(site, at, SUBJECT)[0];
  if (subject !== undefined) return subjectPhrase(site, at, subject);
  if (site.children[at]!.some((child) => relation(site, child) === 'expl' && formOf(site, child) !== "s'"))
    return undefined;
  const head = site.heads[at]!;
  if (head < 0 || depth > 4) return surfaceSubject(site, at);
  const name = relation(site, at);
  if (name === 'acl' && isNominal(site, head)) return phraseOf(site, head, at);
  if (name === 'conj' || CONTROLLED.has(name)) return doer(site, head, depth + 1);
  return surfaceSubject(site, at);
}

function subjectPhrase(site: Site, verb: number, subject: number): Phrase | undefined {
  const form = formOf(site, subject);
  if (RELATIVE.has(form)) {
    const head = site.heads[verb]!;
    return relation(site, verb) === 'acl' && head >= 0 ? phraseOf(site, head, verb) : undefined;
  }
  if (/^-?(?:t-)?on$|^l'on$/.test(form)) return placeOfOn(site, verb);
  return EMPTY_SUBJECT.has(form) && form !== 'it' ? undefined : phraseOf(site, subject, verb);
}

/** "assure-t-on au ministère": the ministry. */
function placeOfOn(site: Site, verb: number): Phrase | undefined {
  const place = childrenBy(site, verb, OBLIQUE).find((child) =>
    site.children[child]!.some(
      (mark) => relation(site, mark) === 'case' && ON_PLACES.has(formOf(site, mark)),
    ),
  );
  return place === undefined ? undefined : phraseOf(site, place, verb);
}
const ON_PLACES = new Set([
  'à',
  'au',
  'aux',
  'dans',
  'chez',
  'auprès',
  'de',
  "d'",
  'parmi',
  'du',
  'en',
  'côté',
]);

/** The by-agent of a passive. */
export function agentOf(site: Site, at: number): Phrase | undefined {
  const agent = childrenBy(site, at, OBLIQUE).find(
    (child) =>
      site.words[child]!.deprel.endsWith(':agent') ||
      site.children[child]!.some(
        (mark) => relation(site, mark) === 'case' && AGENT_MARKS.has(formOf(site, mark)),
      ),
  );
  return agent === undefined ? undefined : phraseOf(site, agent, at);
}

const isNominal = (site: Site, at: number): boolean =>
  ['NOUN', 'PROPN', 'PRON'].includes(site.words[at]!.upos);

/** Where the tree has no subject: the nominal group that ends right before the verb, in the order of the page. */
function surfaceSubject(site: Site, at: number): Phrase | undefined {
  let head = at - 1;
  while (head >= 0 && ['AUX', 'ADV', 'PART'].includes(site.words[head]!.upos)) head -= 1;
  if (head < 0 || !isNominal(site, head) || RELATIVE.has(formOf(site, head))) return undefined;
  let first = head;
  while (first > 0 && !STOPS.has(site.words[first - 1]!.upos)) first -= 1;
  return { head, ...trimmed(site, { first, last: head }) };
}
const STOPS = new Set(['PUNCT', 'VERB', 'AUX', 'SCONJ']);

const CLAUSAL = new Set(['acl', 'advcl', 'parataxis']);
const LEADING = new Set(['case', 'mark', 'punct', 'cc', 'advmod']);

/** The phrase of a word without its preposition and without relative clauses, clipped where it would run over `verb`. */
export function phraseOf(site: Site, head: number, verb: number): Phrase {
  let first = site.first[head]!;
  let last = site.last[head]!;
  if (head < verb) last = Math.min(last, verb - 1);
  else first = Math.max(first, verb + 1);
  for (const child of site.children[head]!) {
    const name = relation(site, child);
    if (child > head && CLAUSAL.has(name) && site.first[child]! > head && cutsHere(site, child))
      last = Math.min(last, site.first[child]! - 1);
    if (child < head && LEADING.has(name)) first = Math.max(first, site.last[child]! + 1);
    if (child === verb) {
      if (child > head) last = Math.min(last, Math.max(head, site.first[child]! - 1));
    }
  }
  return { head, ...trimmed(site, { first: Math.min(first, head), last: Math.max(last, head) }) };
}

const cutsHere = (site: Site, child: number): boolean => {
  const before = site.words[site.first[child]! - 1];
  return (
    before?.form === ',' ||
    site.words[site.first[child]!]!.form === ',' ||
    /:relcl$/.test(site.words[child]!.deprel)
  );
};

const POSSESSIVE = new Set(["'s", "'"]);

/** The stretch without punctuation at its ends. */
export function trimmed(site: Site, { first, last }: Stretch): Stretch {
  let from = first;
  let to = last;
  while (from < to && site.words[from]!.upos === 'PUNCT') from += 1;
  while (to > from && (site.words[to]!.upos === 'PUNCT' || POSSESSIVE.has(formOf(site, to)))) to -= 1;
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
export function isMedium(site: Site, { head, first, last }: Phrase): boolean {
  if (sayingCues(site.language, 'medium').has(lemmaOf(site, head))) return true;
  const text = site.shadow.slice(site.words[first]!.start, site.words[last]!.end);
  return mediaNames().test(text);
}

const HEARERS = new Set(['obj', 'iobj', 'obl', 'nmod', 'xcomp']);

/** The medium among what hangs on a word of saying: "told Reuters", "in an interview with", "on state television". */
export function outletOf(site: Site, verb: number): Phrase | undefined {
  for (const child of site.children[verb]!) {
    if (!HEARERS.has(relation(site, child)) || AGENT_MARKS.has(caseForm(site, child))) continue;
    const phrase = phraseOf(site, child, verb);
    if (isMedium(site, phrase)) return phrase;
    for (const inner of site.children[child]!) {
      if (!OBLIQUE.has(relation(site, inner))) continue;
      const named = phraseOf(site, inner, child);
      if (isMedium(site, named) && sayingCues(site.language, 'noun').has(lemmaOf(site, child))) return named;
    }
  }
  return undefined;
}

const caseForm = (site: Site, at: number): string => {
  const mark = site.children[at]!.find((child) => relation(site, child) === 'case');
  return mark === undefined ? '' : formOf(site, mark);
};
