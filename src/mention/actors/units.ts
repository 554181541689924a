// The known names of a sentence, one meaning each as far as the sentence tells.

import type { ParsedSentence } from '../../language/language.js';
import { shadowOf } from '../../language/tokens/shadow.js';
import { cuesOf } from '../../lexicon/actor-cues.js';
import type { Listed } from '../../lexicon/actor-list.js';
import { Known, knownIn, TABLES } from '../../lexicon/gazetteer.js';
import {
  formAt,
  isArticle,
  isNominal,
  type MentionOptions,
  type Reading,
  tagAt,
  type Unit,
} from './reading.js';

/** Words of these classes are no names, whatever they spell. */
const NO_NAME = new Set(['VERB', 'AUX', 'ADP', 'DET', 'PRON', 'ADV', 'SCONJ', 'CCONJ', 'INTJ', 'NUM']);
const NOUNS = new Set(['offices', 'forces']);

/** The sentence with its units. */
export function readingOf(sentence: ParsedSentence, options: MentionOptions): Reading {
  const shadow = shadowOf(options.text.slice(sentence.start, sentence.end));
  const year = options.day === undefined ? undefined : Number(options.day.slice(0, 4));
  const { words } = sentence;
  const reading: Reading = { sentence, words, options, year, shadow, units: [], unitAt: [] };
  for (const found of options.list?.find(shadow) ?? []) place(reading, found, { listed: found.values });
  for (const found of knownIn(shadow, options.language)) place(reading, found, { known: found.values });
  addCommon(reading, 'group');
  addCommon(reading, 'side');
  reading.units.sort((a, b) => a.start - b.start);
  return reading;
}

interface Meaning {
  readonly known?: readonly Known[];
  readonly listed?: readonly Listed[];
}

/** Sets a unit on the words of a stretch, unless something stands there already or the words can not be meant. */
function place(
  reading: Reading,
  found: { start: number; end: number },
  { known = [], listed }: Meaning,
): void {
  let start = found.start + reading.sentence.start;
  const end = found.end + reading.sentence.start;
  const { to, from: first } = wordsAt(reading, start, end);
  let from = first;
  if (to > from && isArticle(reading, from) && known[0]?.table !== 'media') {
    from += 1;
    start = reading.words[from]!.start;
  }
  if (to < from) return;
  for (let at = from; at <= to; at += 1) {
    const other = reading.unitAt[at];
    if (other !== undefined && (other.end > start || other.start >= end)) return;
  }
  const ranked = rank(known, reading.year);
  const shape = { start, end, from, to };
  if (listed === undefined && !meant(reading, { ...shape, best: ranked[0]! })) return;
  const form = ranked[0]?.form;
  set(reading, {
    ...shape,
    known: ranked,
    ...(listed === undefined ? { best: ranked[0]! } : { listed: listed[0]! }),
    kind: listed === undefined ? kindOf(ranked[0]!) : 'party',
    adjective:
      form === 'demonym' ||
      form === 'prefix' ||
      (ranked.some((one) => one.form === 'demonym') && isNominal(reading, to + 1)) ||
      (listed !== undefined && (tagAt(reading, to) === 'ADJ' || isNominal(reading, to + 1))),
    used: false,
  });
}

function set(reading: Reading, unit: Unit): void {
  reading.units.push(unit);
  for (let at = unit.from; at <= unit.to; at += 1) reading.unitAt[at] ??= unit;
}

function wordsAt({ words }: Reading, start: number, end: number): { from: number; to: number } {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  let to = low - 1;
  while (to + 1 < words.length && words[to + 1]!.start < end) to += 1;
  return { from: low, to };
}

/** The surest table first; of one table, what was there in the document's year. */
function rank(known: readonly Known[], year: number | undefined): Known[] {
  const score = (one: Known): number =>
    TABLES.indexOf(one.table) + (inYear(one, year) ? 0 : 20) + (one.form === 'short' ? 10 : 0);
  return [...known].sort((a, b) => score(a) - score(b));
}

/** True where nothing says that the row's thing was not there in the year, give or take one. */
export function inYear(one: Known, year: number | undefined): boolean {
  if (year === undefined) return one.table !== 'former-names' || one.cell('until') === '';
  const from = Number(one.cell('from') || 0);
  const until = Number(one.cell('until') || 9999);
  return from - 1 <= year && year <= until + 1;
}

function kindOf(best: Known): Unit['kind'] {
  if (best.form === 'noun') return 'noun';
  if (best.table === 'persons') return 'person';
  return best.table === 'places' ? 'place' : 'party';
}

/** False where the tagger or the neighbours say that the words are not this name. */
function meant(
  reading: Reading,
  { from, to, end, best }: { from: number; to: number; end: number; best: Known },
): boolean {
  if (best.form === 'prefix') return reading.shadow[end - reading.sentence.start] === '-';
  if (NOUNS.has(best.table) || best.form === 'noun') return nounMeant(reading, from, to);
  if (from !== to) return true;
  const tag = tagAt(reading, from);
  if (best.table === 'media' && from === 0 && tag !== 'PROPN') return false;
  return !NO_NAME.has(tag) || /^[\p{Lu}.]{2,5}$/u.test(reading.words[from]!.form);
}

function nounMeant(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (isNominal(reading, at)) return true;
  const led = isArticle(reading, from - 1) || reading.unitAt[from - 1]?.adjective === true;
  return (
    led && tagAt(reading, to) === 'ADJ' && !isNominal(reading, to + 1) && tagAt(reading, to + 1) !== 'ADJ'
  );
}

/** Nouns that stand for states only in company: `countries`, `counterpart`. */
function addCommon(reading: Reading, use: 'group' | 'side'): void {
  const cues = cuesOf(reading.options.language, use);
  for (let at = 0; at < reading.words.length; at += 1) {
    const word = reading.words[at]!;
    const form = cues.has(word.form) ? word.form : formAt(reading, at);
    if (reading.unitAt[at] !== undefined || !cues.has(form) || !isNominal(reading, at)) continue;
    const best = new Known('forces', 'noun', {
      columns: ['form', 'class', 'use'],
      line: [form, cues.get(form) || 'government', use].join('\t'),
    });
    set(reading, {
      start: word.start,
      end: word.end,
      from: at,
      to: at,
      known: [best],
      best,
      kind: 'noun',
      adjective: false,
      used: false,
    });
  }
}
