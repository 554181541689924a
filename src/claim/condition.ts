// Conditions on a predicate: if, unless, provided that; by the tree, and by the order of the page where the tree fails.
import { modalityCues } from '../lexicon/cues.js';
import { clauseVerb } from './clause.js';
import { childrenBy, formOf, phraseForms, relation, type Site, type Stretch } from './site.js';

const CONDITION = new Set(['advcl', 'obl']);

/** Conditions on the word: an if-clause below it, or the word being the verb of one. */
export function conditionsOn(site: Site, at: number): Stretch[] {
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
    if (!table.get(phraseForms(site, from, to))?.some(({ modality }) => modality === 'conditional')) continue;
    const before = from > 0 ? formOf(site, from - 1) : '';
    return ['even', 'même', 'as', 'comme'].includes(before) ? undefined : { first: from, last: to };
  }
  return undefined;
}
