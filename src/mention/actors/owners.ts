// Who owns a noun: the units before it (`Niger's`, `French`) or behind it (`of Greece and the Emirates`).
import { cuesOf } from '../../lexicon/actor-cues.js';
import { formAt, isArticle, isCue, type Reading, tagAt, type Unit } from './reading.js';

/** A noun that acts, with those that it belongs to. Word indices as in mentions. */
export interface NounPhrase {
  readonly unit: Unit;
  /** The word that is the noun itself. */
  readonly head: number;
  /** First and last word without article and numerals. */
  from: number;
  to: number;
  /** Those it belongs to; several where coordinated (`Egyptian and Sudanese`). */
  owners: Unit[];
  /** True where the owners stand before the noun. */
  before: boolean;
  /** The noun whose owners are this one's too: of `spokesman for the Malian army`, the army. */
  through?: NounPhrase | undefined;
  /** Index of a possessive whose meaning only the document knows. */
  pronoun?: number;
  readonly plural: boolean;
  /** Index of the noun that this one only marks: `army base`. */
  marks?: number;
}

/** True for an office or another word for people. */
export const isPerson = (unit: Unit): boolean =>
  unit.best?.table === 'offices' || unit.best?.cell('class') === 'person';

const LINKS = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM']);
const FIELD = new Set(['NOUN', 'PROPN', 'ADJ', 'CCONJ', 'DET']);
const REACH = 4;

/** Sets the owners that stand before the noun: possessives, adjectives, names that mark it. */
export function ownersBefore(reading: Reading, phrase: NounPhrase): void {
  let possessive = false;
  for (let at = phrase.unit.from - 1; at >= 0 && at >= phrase.unit.from - 1 - REACH; at -= 1) {
    const unit = reading.unitAt[at];
    if (unit?.kind === 'party' || (unit?.kind === 'place' && possessive)) {
      if (!possessive && !unit.adjective && !compounds(reading, unit, phrase)) return;
      phrase.owners = [...together(reading, unit, possessive), unit];
      phrase.from = phrase.owners[0]!.from;
      phrase.before = true;
      return;
    }
    if (unit?.kind === 'person') return;
    if (isPossessiveMark(reading, at)) {
      if (possessive) return;
      possessive = true;
      continue;
    }
    if (isPossessive(reading, at)) {
      phrase.pronoun = at;
      return;
    }
    const tag = tagAt(reading, at);
    const links =
      LINKS.has(tag) ||
      (tag === 'VERB' && reading.words[at]!.deprel === 'amod') ||
      formAt(reading, at) === '-';
    if (!links) return;
    if (unit?.kind === 'noun' || tag !== 'NUM') phrase.from = at;
    if (possessive && unit?.kind === 'noun') return;
  }
}

/** True where a name without an ending marks the noun: `Solomon Islands opposition leader`. */
function compounds(reading: Reading, unit: Unit, phrase: NounPhrase): boolean {
  const next = reading.words[unit.to + 1];
  if (phrase.unit.from === unit.to + 1 && next?.upos === 'PROPN' && unit.best?.table === 'states')
    return true;
  for (let at = unit.from; at <= unit.to; at += 1) {
    const head = reading.words[at]!.head - 1;
    if (head > unit.to && head <= phrase.head + 1) return true;
  }
  return false;
}

/** The coordinated units left of an owner, of its own make: both adjectives, or both names before one `'s`. */
function together(reading: Reading, unit: Unit, possessive: boolean): Unit[] {
  const found: Unit[] = [];
  let first = unit;
  for (;;) {
    let at = first.from - 1;
    if (formAt(reading, at) === 'and' || formAt(reading, at) === 'et' || formAt(reading, at) === '-') at -= 1;
    if (formAt(reading, at) === ',') at -= 1;
    const other = at === first.from - 1 && !first.adjective ? undefined : reading.unitAt[at];
    if (other === undefined || other === first || other.kind !== 'party') return found;
    const alike = other.adjective ? unit.adjective : possessive && !unit.adjective;
    if (!alike && !(unit.adjective && other.known.some((one) => one.form === 'demonym'))) return found;
    found.unshift(other);
    first = other;
  }
}

/** Sets the owners that a preposition at `after` ties to the noun. */
export function ownersAfter(reading: Reading, phrase: NounPhrase, after: number): void {
  const form = formAt(reading, after);
  const belongs = isOf(reading, after, phrase.unit);
  const located = isCue(reading, after, 'at') && mayBeAt(phrase.unit);
  if (tagAt(reading, after) === 'CCONJ') {
    const more = fieldOf(reading, phrase.unit, after + 1);
    if (more !== undefined) ownersAfter(reading, phrase, more);
  }
  if (!belongs && !located) return;
  let at = after + 1;
  const pronoun = isPossessive(reading, at) || (isArticle(reading, at) && isCue(reading, at + 1, 'country'));
  if (pronoun && belongs) phrase.pronoun = at;
  while (
    at <= after + 3 &&
    (isArticle(reading, at) || (tagAt(reading, at) === 'ADJ' && reading.unitAt[at] === undefined))
  )
    at += 1;
  const unit = reading.unitAt[at];
  const field = unit === undefined && belongs ? fieldOf(reading, phrase.unit, at) : undefined;
  if (field !== undefined) ownersAfter(reading, phrase, field);
  if (unit === undefined || unit.adjective || unit.from !== at) return;
  if (unit.kind !== 'party' && !(unit.kind === 'place' && located)) return;
  if (located && !belongs && form !== '' && !standsForState(unit)) return;
  phrase.owners = [unit, ...(phrase.plural ? following(reading, unit) : [])];
  phrase.to = phrase.owners.at(-1)!.to;
}

/** The preposition behind what a minister or ministry is of: `ministries of defence of Kazakhstan`, the second `of`. */
function fieldOf(reading: Reading, unit: Unit, at: number): number | undefined {
  if (!isPerson(unit) && unit.best?.table !== 'ministries') return undefined;
  let next = at;
  while (next < at + 5 && reading.unitAt[next] === undefined && FIELD.has(tagAt(reading, next))) next += 1;
  return next > at && isOf(reading, next, unit) ? next : undefined;
}

/** True for a preposition that says whose; `for` only of people: `spokesman for the army`. */
export const isOf = (reading: Reading, at: number, unit: Unit): boolean =>
  isCue(reading, at, 'of') &&
  tagAt(reading, at) === 'ADP' &&
  (formAt(reading, at) !== 'for' || isPerson(unit));

/** The units coordinated right of an owner: `, the Emirates and Oman`, `, du Mali et du Niger`. */
export function following(reading: Reading, unit: Unit): Unit[] {
  const found: Unit[] = [];
  let at = unit.to + 1;
  for (;;) {
    const before = at;
    while (formAt(reading, at) === ',' || tagAt(reading, at) === 'CCONJ') at += 1;
    if (at === before) return found;
    if (isCue(reading, at, 'of')) at += 1;
    while (isArticle(reading, at)) at += 1;
    const next = reading.unitAt[at];
    if (next?.kind !== 'party' || next.adjective !== unit.adjective) return found;
    found.push(next);
    at = next.to + 1;
  }
}

/** True for those whose place says whose they are: `officials in Hanoi`, `the junta in Niamey`; not soldiers. */
function mayBeAt(unit: Unit): boolean {
  return isPerson(unit) || unit.best?.cell('class') === 'government' || unit.best?.table === 'ministries';
}

function standsForState(unit: Unit): boolean {
  return (
    unit.kind === 'place' || unit.known.some((one) => one.table === 'states' || one.table === 'territories')
  );
}

/** True for the ending `'s`, however it is written. */
export const isPossessiveMark = (reading: Reading, at: number): boolean =>
  tagAt(reading, at) === 'PART' && /^(?:'s?|`s?|’s?)$/.test(formAt(reading, at));

/** True for `its`, `leur`: whose it is, only the document knows. */
export function isPossessive(reading: Reading, at: number): boolean {
  const tag = tagAt(reading, at);
  if (tag !== 'PRON' && tag !== 'DET') return false;
  const value = cuesOf(reading.options.language, 'possessive').get(formAt(reading, at));
  return value !== undefined;
}
