// Whose a noun is: `Niger's presidential guard`, `French army`, `armée mozambicaine`, `the defence ministers of Greece and the Emirates`.
import { cuesOf } from '../../lexicon/actor-cues.js';
import { knownIn } from '../../lexicon/gazetteer.js';
import { formAt, isArticle, isCue, isNominal, isPlural, type Reading, tagAt, type Unit } from './reading.js';

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

const LINKS = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM']);
const REACH = 4;

/** The phrases of all noun units of the sentence, in order. */
export function nounPhrases(reading: Reading): NounPhrase[] {
  const french = reading.options.language === 'fr';
  const nouns = reading.units.filter((unit) => unit.kind === 'noun');
  const phrases: NounPhrase[] = [];
  nouns.forEach((unit, at) => {
    const whole = french ? extended(reading, unit) : unit;
    const next = nouns[at + 1];
    if (!french && next !== undefined && adjoins(reading, unit, next)) return;
    phrases.push(french ? frenchPhrase(reading, whole) : englishPhrase(reading, whole));
  });
  for (const phrase of phrases) phrase.through ??= chained(reading, phrase, phrases);
  for (const phrase of [...phrases].reverse()) inherit(phrase);
  return phrases;
}

/** True where `unit` is only the first half of a compound: `defence ministry` before `spokesman`. */
function adjoins(reading: Reading, unit: Unit, next: Unit): boolean {
  if (next.from === unit.to + 1) return !isPerson(unit) || isPerson(next) || isNominal(reading, next.from);
  return next.from === unit.to + 2 && formAt(reading, unit.to + 1) === '-';
}

export const isPerson = (unit: Unit): boolean =>
  unit.best?.table === 'offices' || unit.best?.cell('class') === 'person';

function inherit(phrase: NounPhrase): void {
  if (phrase.owners.length > 0 || phrase.through === undefined) return;
  phrase.owners = phrase.through.owners;
  phrase.before = false;
  if (phrase.through.to > phrase.to) phrase.to = phrase.through.to;
  if (phrase.pronoun === undefined && phrase.through.pronoun !== undefined)
    phrase.pronoun = phrase.through.pronoun;
}

function start(reading: Reading, unit: Unit, head: number): NounPhrase {
  return {
    unit,
    head,
    from: unit.from,
    to: unit.to,
    owners: [],
    before: false,
    plural: isPlural(reading, head),
  };
}

// ---- English ----

function englishPhrase(reading: Reading, unit: Unit): NounPhrase {
  const phrase = start(reading, unit, lastNoun(reading, unit));
  const marked = markedNoun(reading, unit);
  if (marked !== undefined) phrase.marks = marked;
  ownersBefore(reading, phrase);
  if (phrase.owners.length === 0 && marked === undefined) ownersAfter(reading, phrase, unit.to + 1);
  return posted(reading, phrase);
}

const POSTS = new Set(['ambassador', 'envoy', 'diplomat']);

/** Takes in where an envoy is posted, which owns him not: `ambassador to Russia`. */
function posted(reading: Reading, phrase: NounPhrase): NounPhrase {
  if (!POSTS.has(phrase.unit.best?.cell('office') ?? '')) return phrase;
  let at = phrase.to + 1;
  if (tagAt(reading, at) !== 'ADP') return phrase;
  at += 1;
  while (isArticle(reading, at)) at += 1;
  const unit = reading.unitAt[at];
  if (unit !== undefined && unit.from === at && !unit.adjective && unit.kind !== 'noun') phrase.to = unit.to;
  return phrase;
}

function lastNoun(reading: Reading, unit: Unit): number {
  for (let at = unit.to; at > unit.from; at -= 1) {
    const head = reading.words[at]!.head - 1;
    if (isNominal(reading, at) && (head < unit.from || head > unit.to)) return at;
  }
  for (let at = unit.from; at <= unit.to; at += 1) {
    const head = reading.words[at]!.head - 1;
    if (isNominal(reading, at) && (head < unit.from || head > unit.to)) return at;
  }
  return unit.to;
}

/** The noun right of a unit that the unit only marks: `base` of `army base`. */
function markedNoun(reading: Reading, unit: Unit): number | undefined {
  let last: number | undefined;
  for (let at = unit.to + 1; at < reading.words.length && at <= unit.to + 3; at += 1) {
    if (tagAt(reading, at) !== 'NOUN' || reading.unitAt[at] !== undefined) break;
    last = at;
  }
  if (last === undefined) return undefined;
  const head = reading.words[unit.to]!.head - 1;
  return head > unit.to && head <= last + 1 ? last : undefined;
}

function ownersBefore(reading: Reading, phrase: NounPhrase): void {
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

function ownersAfter(reading: Reading, phrase: NounPhrase, after: number): void {
  const form = formAt(reading, after);
  const belongs = isOf(reading, after, phrase.unit);
  const located = isCue(reading, after, 'at') && mayBeAt(phrase.unit);
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
  if (unit === undefined || unit.adjective || unit.from !== at) return;
  if (unit.kind !== 'party' && !(unit.kind === 'place' && located)) return;
  if (located && !belongs && form !== '' && !standsForState(unit)) return;
  phrase.owners = [unit, ...(phrase.plural ? following(reading, unit) : [])];
  phrase.to = phrase.owners.at(-1)!.to;
}

/** True for a preposition that says whose; `for` only of people: `spokesman for the army`. */
const isOf = (reading: Reading, at: number, unit: Unit): boolean =>
  isCue(reading, at, 'of') &&
  tagAt(reading, at) === 'ADP' &&
  (formAt(reading, at) !== 'for' || isPerson(unit));

/** The units coordinated right of an owner: `, the Emirates and Oman`, `, du Mali et du Niger`. */
function following(reading: Reading, unit: Unit): Unit[] {
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

export function standsForState(unit: Unit): boolean {
  return (
    unit.kind === 'place' || unit.known.some((one) => one.table === 'states' || one.table === 'territories')
  );
}

// ---- French ----

/** `ministre malien` as `ministre de la Défense` around `malien`, where the lexicon knows the whole without the adjective. */
function extended(reading: Reading, unit: Unit): Unit {
  const adjective = reading.unitAt[unit.to + 1];
  const after = reading.words[(adjective?.to ?? 0) + 1];
  if (adjective?.kind !== 'party' || !adjective.adjective || after === undefined) return unit;
  if (!['de', "d'", 'à', 'des'].includes(after.form.toLowerCase())) return unit;
  const base = reading.sentence.start;
  const own = reading.shadow.slice(unit.start - base, unit.end - base);
  const [found] = knownIn(
    `${own} ${reading.shadow.slice(after.start - base, after.start - base + 60)}`,
    'fr',
  );
  if (found === undefined || found.start !== 0 || found.end <= own.length) return unit;
  const end = after.start + found.end - own.length - 1;
  let to = adjective.to + 1;
  while (to + 1 < reading.words.length && reading.words[to + 1]!.start < end) to += 1;
  for (let at = unit.to + 1; at <= to; at += 1) if (at > adjective.to) reading.unitAt[at] = unit;
  const whole: Unit = { ...unit, best: found.values[0]!, known: found.values, end, to };
  return whole;
}

function frenchPhrase(reading: Reading, unit: Unit): NounPhrase {
  const head = firstNoun(reading, unit);
  const phrase = start(reading, unit, head);
  if (isPossessive(reading, unit.from - 1)) phrase.pronoun = unit.from - 1;
  const inner = reading.units.find((one) => one.adjective && one.from > unit.from && one.to < unit.to);
  if (inner !== undefined) {
    phrase.owners = [inner, ...followingAdjectives(reading, inner)];
    return phrase;
  }
  let at = unit.to + 1;
  while (at <= unit.to + 3) {
    const next = reading.unitAt[at];
    if (next?.kind === 'party' && next.adjective) {
      phrase.owners = [next, ...followingAdjectives(reading, next)];
      phrase.to = phrase.owners.at(-1)!.to;
      return posted(reading, phrase);
    }
    if (next !== undefined || !['ADJ', 'ADV'].includes(tagAt(reading, at))) break;
    at += 1;
  }
  ownersAfter(reading, phrase, at);
  return posted(reading, phrase);
}

function firstNoun(reading: Reading, unit: Unit): number {
  for (let at = unit.from; at <= unit.to; at += 1) if (isNominal(reading, at)) return at;
  return unit.from;
}

function followingAdjectives(reading: Reading, unit: Unit): Unit[] {
  return following(reading, unit).filter((other) => other.adjective);
}

// ---- both ----

/** The noun that this one belongs to: `spokesman for the army`, `chef de l'armée`, `the government's spokesman`. */
function chained(
  reading: Reading,
  phrase: NounPhrase,
  phrases: readonly NounPhrase[],
): NounPhrase | undefined {
  if (phrase.owners.length > 0) return undefined;
  if (isPossessiveMark(reading, phrase.from - 1))
    return phrases.find((other) => other.unit.to === phrase.from - 2 && other !== phrase);
  let at = phrase.to + 1;
  if (!isOf(reading, at, phrase.unit)) return undefined;
  at += 1;
  while (isArticle(reading, at)) at += 1;
  return phrases.find(
    (other) => other.from <= at && at <= other.unit.from && other !== phrase && other.from >= at - 1,
  );
}

const isPossessiveMark = (reading: Reading, at: number): boolean =>
  tagAt(reading, at) === 'PART' && /^(?:'s?|`s?|’s?)$/.test(formAt(reading, at));

function isPossessive(reading: Reading, at: number): boolean {
  const tag = tagAt(reading, at);
  if (tag !== 'PRON' && tag !== 'DET') return false;
  const value = cuesOf(reading.options.language, 'possessive').get(formAt(reading, at));
  return value !== undefined;
}
