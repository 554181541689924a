// Whose a noun is: `Niger's presidential guard`, `French army`, `armée mozambicaine`, `the foreign ministers of Chile and Peru`.
import { knownIn } from '../../lexicon/gazetteer.js';
import {
  following,
  isOf,
  isPerson,
  isPossessive,
  isPossessiveMark,
  type NounPhrase,
  ownersAfter,
  ownersBefore,
} from './owners.js';
import { formAt, isArticle, isNominal, isPlural, type Reading, tagAt, type Unit } from './reading.js';

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
  if (french) for (const phrase of [...phrases].reverse()) share(reading, phrase, phrases);
  return phrases;
}

/** `soldats et policiers rwandais`, `de soldats et de policiers rwandais`: the adjective behind the last is everybody's. */
function share(reading: Reading, phrase: NounPhrase, phrases: readonly NounPhrase[]): void {
  if (phrase.owners.length > 0 || !phrase.plural || phrase.unit.best?.table !== 'forces') return;
  if (!/^(?:et|ou)$/.test(formAt(reading, phrase.to + 1))) return;
  const next = /^d(?:e|')$/.test(formAt(reading, phrase.to + 2)) ? phrase.to + 3 : phrase.to + 2;
  const other = phrases.find(({ unit }) => unit.from === next);
  const adjective = other?.owners.every((owner) => owner.adjective) === true && other.plural;
  if (adjective && other?.unit.best?.table === 'forces') phrase.owners = other.owners;
}

/** True where `unit` is only the first half of a compound: `defence ministry` before `spokesman`. */
function adjoins(reading: Reading, unit: Unit, next: Unit): boolean {
  if (next.from === unit.to + 1) return !isPerson(unit) || isPerson(next) || isNominal(reading, next.from);
  return next.from === unit.to + 2 && formAt(reading, unit.to + 1) === '-';
}

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
  if (unit === undefined || unit.from !== at || unit.adjective || unit.kind === 'noun') return phrase;
  const tied = reading.words.slice(unit.from, unit.to + 1).some((word) => word.head - 1 === phrase.head);
  if (tied || formAt(reading, unit.to + 1) === ',') phrase.to = unit.to;
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
  const before = tagAt(reading, unit.from - 1) === 'ADJ' ? unit.from - 2 : unit.from - 1;
  if (isPossessive(reading, before)) phrase.pronoun = before;
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
