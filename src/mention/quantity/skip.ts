// Numbers that count nothing: dates, years, hours, parts of names ("Mi-35M", "resolution 2100", "Army-2019").

import type { Language } from '../../language/language.js';
import { tableRows } from '../../lexicon/table.js';
import type { Context } from './context.js';

const months = new Map<Language, ReadonlySet<string>>();

/** True where the number that begins at a piece is part of a date, an hour or a name. */
export function countsNothing(context: Context, at: number): boolean {
  const { pieces } = context;
  const piece = pieces[at]!;
  if (piece.number === null) return isNamed(context, at);
  return isGlued(context, at) || isDate(context, at) || isYear(context, at) || isNamed(context, at);
}

/** The pieces that belong to a designation with digits in it. */
export function designated({ pieces, equipment }: Context): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < pieces.length; at += 1) {
    const phrase = equipment.at(pieces, at);
    if (phrase === undefined) continue;
    const inside = Array.from({ length: phrase.length }, (_, step) => at + step);
    // "155 mm howitzers": the calibre belongs to the name, a number that only begins it may count.
    if (phrase.value.designation || inside.slice(1).some((one) => pieces[one]!.number !== null))
      for (const one of inside) if (pieces[one]!.number !== null) found.add(one);
  }
  return found;
}

/** Glued to letters or signs: "F16", "35M", "14:30", "12/05", "mid-2022", "2e". */
function isGlued({ pieces, lexicon }: Context, at: number): boolean {
  const piece = pieces[at]!;
  const before = pieces[at - 1];
  if (before !== undefined && piece.gap === '' && /[\p{L}\p{N}.:/'#°@]$/u.test(before.text))
    return lexicon.currencies.before(pieces, at) === undefined;
  if (before !== undefined && piece.gap === '-' && /\p{L}$/u.test(before.text)) {
    return lexicon.numbers.before(pieces, at) === undefined;
  }
  const after = pieces[at + 1];
  if (after === undefined || after.gap !== '') return false;
  if (/^[:/.,+]$/.test(after.text)) return pieces[at + 2]?.number != null && pieces[at + 2]!.gap === '';
  if (!/^\p{L}/u.test(after.text)) return false;
  const known = [lexicon.numbers, lexicon.units, lexicon.currencies].some(
    (table) => table.at(pieces, at + 1) !== undefined,
  );
  return !known || (pieces[at + 2]?.gap === '' && pieces[at + 2]!.number !== null);
}

/** A day beside its month, or the last but one of "14-16 May", "14 et 15 mai"; an ISO date. */
function isDate({ pieces, language }: Context, at: number): boolean {
  const number = pieces[at]!.number!;
  const isMonth = (other: number): boolean => {
    const piece = pieces[other];
    return (
      piece !== undefined &&
      monthsOf(language).has(piece.lower) &&
      (language === 'fr' || piece.text !== piece.lower)
    );
  };
  if (!Number.isInteger(number) || number > 2100) return false;
  const lower = (other: number): string => pieces[other]?.lower ?? '';
  if (isMonth(at - 1) && (number <= 31 || number > 1900)) return true;
  if (lower(at - 1) === '.' && isMonth(at - 2) && number <= 31) return true;
  if (number > 31) return false;
  if (isMonth(at + 1)) return true;
  const next = /^(?:to|and|or|until|through|au|et|ou)$/.test(lower(at + 1)) ? at + 2 : at + 1;
  return (
    pieces[next]?.number != null &&
    pieces[next]!.number! <= 31 &&
    isMonth(next + 1) &&
    (next === at + 2 || pieces[next]!.gap.startsWith('-'))
  );
}

/** A year, alone or in a range ("2020-24"), unless people or things are counted: "2000 soldiers" after no preposition. */
function isYear(context: Context, at: number): boolean {
  const { pieces, lexicon } = context;
  const piece = pieces[at]!;
  const before = pieces[at - 1];
  if (isYearLike(before?.text) && piece.gap.startsWith('-')) return true;
  if (!isYearLike(piece.text)) return false;
  const next = pieces[at + 1];
  if (next?.number != null && next.gap.startsWith('-') && next.number < 2100) return true;
  const cue = lexicon.before.before(pieces, at);
  if (cue?.value === 'year') return true;
  const unit = lexicon.units.at(pieces, at + 1)?.value;
  if (unit !== undefined && next?.gap === ' ') return unit.kind === 'time' || unit.unit === 'events';
  return cue === undefined || nounless(context, at + 1);
}

function isYearLike(text: string | undefined): boolean {
  return text !== undefined && /^(?:19|20)\d\d$/.test(text);
}

/** "resolution 2100", "Article 5", "Boeing 737": a name before and no noun after. */
function isNamed(context: Context, at: number): boolean {
  const { pieces, lexicon, words, wordOf } = context;
  if (lexicon.before.before(pieces, at)?.value === 'name') return true;
  const before = words[wordOf[at - 1] ?? -1];
  return (
    before?.upos === 'PROPN' &&
    pieces[at]!.gap !== '' &&
    /^[\d\p{Lu}]/u.test(pieces[at]!.text) &&
    lexicon.currencies.before(pieces, at) === undefined &&
    nounless(context, at + 1)
  );
}

/** True where what follows can not be what is counted. */
function nounless({ pieces, words, wordOf, lexicon, equipment, coded }: Context, at: number): boolean {
  const next = pieces[at];
  if (next === undefined) return true;
  if (equipment.at(pieces, at) !== undefined || coded.has(wordOf[at]!)) return false;
  if (lexicon.numbers.at(pieces, at) ?? lexicon.units.at(pieces, at) ?? lexicon.currencies.at(pieces, at))
    return false;
  return !/^(?:NOUN|PROPN|ADJ)$/.test(words[wordOf[at]!]?.upos ?? '') && !/^(?:d'|of)$/.test(next.lower);
}

/** The names of months of a language in lower case. */
export function monthsOf(language: Language): ReadonlySet<string> {
  const known = months.get(language);
  if (known !== undefined) return known;
  const rows = tableRows('months.tsv').filter((row) => row['language'] === language);
  const made = new Set(rows.map((row) => row['name']!.toLowerCase()));
  months.set(language, made);
  return made;
}
