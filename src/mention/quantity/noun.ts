// The noun that a number counts: "four Mi-35M *gunships*", "80 *conseillers* militaires", "300 of its *soldiers*".

import type { Language, Word } from '../../language/language.js';
import { tableRows } from '../../lexicon/table.js';
import type { Context } from './context.js';
import { monthsOf } from './skip.js';

/** How far from a number its noun may stand. */
const REACH = 9;
const times = new Map<Language, ReadonlySet<string>>();

/** The counted noun's word index, and whether a pronoun stands for it ("2,000 of them"). */
export interface Counted {
  readonly word: number;
  readonly pronoun: boolean;
}

/** The noun counted by a number whose words are `number` and after which `at` comes; undefined where there is none. */
export function countedNoun(context: Context, number: number, at: number): Counted | undefined {
  const start = partOf(context, at);
  if (start === 'pronoun') return { word: at, pronoun: true };
  const near = context.language === 'en' ? englishHead(context, start) : frenchHead(context, start);
  if (near === undefined) return undefined;
  return { word: agreed(context, number, { start, near }), pronoun: false };
}

/** The first word after "of the", "de ses", "d'"; `pronoun` for "of them", "d'entre eux". */
function partOf({ words, language }: Context, at: number): number | 'pronoun' {
  const link = words[at]?.form.toLowerCase() ?? '';
  if (!(language === 'en' ? link === 'of' : link === 'de' || link === "d'" || link === 'des')) return at;
  let next = at + 1;
  if (words[next]?.form.toLowerCase() === 'entre') next += 1;
  const word = words[next];
  if (word === undefined) return at;
  const determines = word.upos === 'DET' || (word.upos === 'PRON' && /Poss=Yes/.test(word.feats));
  if (determines) return next + 1;
  return word.upos === 'PRON' ? 'pronoun' : next;
}

function englishHead(context: Context, start: number): number | undefined {
  const { words } = context;
  let head: number | undefined;
  for (let at = start; at < Math.min(words.length, start + REACH); at += 1) {
    const word = words[at]!;
    const phrase = phraseEnd(context, at);
    if (phrase !== undefined) {
      head = phrase;
      at = phrase;
    } else if (isNominal(context, at) && !(head !== undefined && isTime(word, context.language))) {
      if (head !== undefined && isCasualty(context, at)) break;
      head = at;
    } else if (!goesOn(context, at, head)) return joinedHead(context, head, at);
  }
  return head;
}

/** The last word of a unit or piece of equipment of several words that begins here: "infantry fighting vehicles". */
function phraseEnd(context: Context, at: number): number | undefined {
  const { pieces, lexicon, equipment, wordOf } = context;
  const piece = context.firstPiece[at]!;
  if (piece < 0) return undefined;
  const length = Math.max(
    lexicon.units.at(pieces, piece)?.length ?? 0,
    equipment.at(pieces, piece)?.length ?? 0,
  );
  const end = length > 1 ? wordOf[piece + length - 1]! : at;
  return end > at ? end : undefined;
}

/** True where the noun phrase goes on over a word that is no noun. */
function goesOn({ words }: Context, at: number, head: number | undefined): boolean {
  const word = words[at]!;
  if (head !== undefined) {
    return (word.upos === 'ADJ' && words[head]!.upos === 'PROPN') || isHyphen(word) || isGlued(words, at);
  }
  if (/^(?:ADJ|ADV)$/.test(word.upos) || isHyphen(word)) return true;
  const next = words[at + 1]?.upos ?? '';
  if (word.upos === 'VERB')
    return /(?:ed|ing|en|lt|wn)$/.test(word.form) && /^(?:NOUN|PROPN|ADJ)$/.test(next);
  if (word.form === ',' || word.upos === 'CCONJ')
    return words[at - 1]?.upos === 'ADJ' && /^(?:ADJ|NOUN|PROPN)$/.test(next);
  return false;
}

/** "artillery and mortar systems", "Sierra Leonean and Liberian refugees": the noun after "and" where the first is no noun to count. */
function joinedHead(context: Context, head: number | undefined, at: number): number | undefined {
  const { words } = context;
  if (head === undefined || words[at]!.upos !== 'CCONJ' || isCountable(context, head)) return head;
  let last = at;
  while (last + 1 < words.length && /^(?:NOUN|PROPN|ADJ)$/.test(words[last + 1]!.upos)) last += 1;
  return last > at && isCountable(context, last) ? last : head;
}

/** True for the word after a hyphen inside a word: "propelled" of "rocket-propelled". */
function isGlued(words: readonly Word[], at: number): boolean {
  return isHyphen(words[at - 1]!) && words[at - 1]!.end === words[at]!.start;
}

function isHyphen({ form }: Word): boolean {
  return /^[-–—]$/.test(form);
}

function frenchHead(context: Context, start: number): number | undefined {
  const { words } = context;
  for (let at = start; at < Math.min(words.length, start + 5); at += 1) {
    if (isNominal(context, at) || phraseEnd(context, at) !== undefined) return at;
    if (!/^(?:ADJ|ADV|DET)$/.test(words[at]!.upos)) return undefined;
  }
  return undefined;
}

/** A noun by its tag, or a counted noun by the lexicon where the tag says otherwise ("dix blindés"). */
function isNominal(context: Context, at: number): boolean {
  const word = context.words[at]!;
  if (/^(?:NOUN|PROPN)$/.test(word.upos) || context.coded.has(at)) return true;
  if (!/^(?:ADJ|VERB|X|ADV)$/.test(word.upos)) return false;
  const piece = context.firstPiece[at]!;
  const found = piece < 0 ? undefined : context.lexicon.units.at(context.pieces, piece);
  return (
    found !== undefined &&
    found.value.kind !== 'time' &&
    /s$|^(?:dead|killed|wounded|injured)$/.test(word.form)
  );
}

function isCasualty(context: Context, at: number): boolean {
  const piece = context.lastPiece[at]!;
  return piece >= 0 && context.lexicon.units.before(context.pieces, piece + 1)?.value.kind === 'casualties';
}

/** "12 people Sunday": a time ends the noun phrase. */
export function isTime({ form }: Word, language: Language): boolean {
  const lower = form.toLowerCase();
  return timesOf(language).has(lower) || (form !== lower && monthsOf(language).has(lower));
}

function timesOf(language: Language): ReadonlySet<string> {
  const known = times.get(language);
  if (known !== undefined) return known;
  const rows = tableRows('time-words.tsv').filter(
    (row) => row['language'] === language && /^(?:weekday|relative|vague)$/.test(row['kind']!),
  );
  const made = new Set(rows.map((row) => row['form']!.toLowerCase()));
  times.set(language, made);
  return made;
}

/** The surface's noun, or the tree's where the tree's is a noun of the same stretch that the lexicon knows how to count. */
function agreed(context: Context, number: number, { start, near }: { start: number; near: number }): number {
  const word = context.words[number];
  const tree = (word?.head ?? 0) - 1;
  if (word?.deprel !== 'nummod' || tree === near || tree < start || tree > start + REACH) return near;
  if (!isNominal(context, tree)) return near;
  return isCountable(context, tree) && !isCountable(context, near) ? tree : near;
}

function isCountable(context: Context, at: number): boolean {
  const piece = context.lastPiece[at]!;
  return piece >= 0 && context.lexicon.units.before(context.pieces, piece + 1) !== undefined;
}
