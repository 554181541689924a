// People by name: their office and state from the words beside the name, else from the lexicon.
import type { Known } from '../../lexicon/gazetteer.js';
import { knownIn } from '../../lexicon/gazetteer.js';
import { type Actor, type ActorMention, asParty } from '../actor.js';
import { finish, roleOf } from './noun-mentions.js';
import { isPerson, type NounPhrase } from './owners.js';
import { formAt, isArticle, isCue, type Reading, sourceOf, tagAt, type Unit } from './reading.js';
import { actorOf, actorOfUnit, single } from './resolve.js';
import { inYear } from './units.js';

/** A name of a person and what the lexicon knows under it. */
interface NamedPerson {
  readonly from: number;
  readonly to: number;
  readonly known: readonly Known[];
  /** True where the name is a family name alone. */
  readonly short: boolean;
  readonly unit?: Unit;
}

/** Mentions of all people that the sentence names; phrases that are their titles are taken out of `phrases`. */
export function personMentions(reading: Reading, phrases: NounPhrase[]): ActorMention[] {
  const found: ActorMention[] = [];
  for (const person of peopleOf(reading, phrases)) {
    const titles = titlesOf(reading, person, phrases);
    const mention = mentionOf(reading, person, titles);
    if (mention === undefined) continue;
    found.push(mention);
    for (const title of titles) {
      for (const owner of title.owners) owner.used = true;
      phrases.splice(phrases.indexOf(title), 1);
    }
    for (let at = person.from; at <= person.to; at += 1) {
      const unit = reading.unitAt[at];
      if (unit !== undefined) unit.used = true;
    }
  }
  return found;
}

/** Names of the lexicon, of the tagger, and capitalised words behind a title, none twice. */
function peopleOf(reading: Reading, phrases: readonly NounPhrase[]): NamedPerson[] {
  const people: NamedPerson[] = [];
  const taken = (from: number, to: number): boolean => people.some((one) => one.from <= to && from <= one.to);
  const named = reading.sentence.names.filter((name) => name.type === 'PER');
  for (const unit of reading.units) {
    if (unit.kind !== 'person') continue;
    const short = unit.known.every((one) => one.form === 'short');
    const wide = named.find((name) => name.from <= unit.from && name.to > unit.to);
    const whole = wide !== undefined && wide.to - wide.from > unit.to - unit.from + 1;
    if (whole && short) continue;
    if (short && wide === undefined && titleAt(unit.from - 1, phrases) === undefined) continue;
    people.push({
      from: unit.from,
      to: unit.to,
      known: unit.known.filter((one) => one.table === 'persons'),
      short,
      unit,
    });
  }
  for (const { from, to } of named) {
    let first = from;
    while (first < to && reading.unitAt[first]?.kind === 'noun') first += 1;
    if (isCue(reading, first - 1, 'in') || tagAt(reading, first) === 'ADP') continue;
    if (first < to && !taken(first, to - 1) && !isParty(reading, first, to - 1))
      people.push({ from: first, to: to - 1, known: [], short: to - first === 1 });
  }
  for (const phrase of phrases) {
    if (!isPerson(phrase.unit)) continue;
    const from = phrase.unit.to + (formAt(reading, phrase.unit.to + 1) === '.' ? 2 : 1);
    let to = from;
    while (tagAt(reading, to) === 'PROPN' && reading.unitAt[to] === undefined && to < from + 4) to += 1;
    if (to > from && !taken(from, to - 1))
      people.push({ from, to: to - 1, known: [], short: to - from === 1 });
  }
  return people.sort((a, b) => a.from - b.from);
}

/** True where the lexicon knows the words as no person: `Wagner`. */
const isParty = (reading: Reading, from: number, to: number): boolean => {
  const unit = reading.unitAt[from];
  return unit?.kind === 'party' && unit.from <= from && unit.to >= to;
};

const titleAt = (at: number, phrases: readonly NounPhrase[]): NounPhrase | undefined =>
  phrases.find((phrase) => isPerson(phrase.unit) && phrase.unit.to === at);

/** The phrases that say what the person is: before the name, or beside it behind a comma. */
function titlesOf(reading: Reading, person: NamedPerson, phrases: readonly NounPhrase[]): NounPhrase[] {
  const titles: NounPhrase[] = [];
  let at = person.from - 1;
  if (formAt(reading, at) === '.') at -= 1;
  for (
    let title = nounBefore(at, phrases);
    title !== undefined;
    title = nounBefore(title.from - 1, phrases)
  ) {
    titles.unshift(title);
    if (title.owners.length > 0) return titles;
  }
  const after = apposed(reading, person, phrases);
  if (after !== undefined) return [...titles, after];
  if (titles.length > 0 || formAt(reading, at) !== ',') return titles;
  const before = phrases.find((phrase) => isPerson(phrase.unit) && phrase.to === at - 1 && !phrase.plural);
  return before === undefined ? titles : [before];
}

const nounBefore = (at: number, phrases: readonly NounPhrase[]): NounPhrase | undefined =>
  phrases.find(
    (phrase) => isPerson(phrase.unit) && (phrase.to === at || phrase.unit.to === at) && !phrase.plural,
  );

function apposed(
  reading: Reading,
  person: NamedPerson,
  phrases: readonly NounPhrase[],
): NounPhrase | undefined {
  if (formAt(reading, person.to + 1) !== ',') return undefined;
  let at = person.to + 2;
  while (
    at < person.to + 5 &&
    (isArticle(reading, at) || ['DET', 'ADJ', 'PRON'].includes(tagAt(reading, at))) &&
    reading.unitAt[at] === undefined
  )
    at += 1;
  return phrases.find(
    (phrase) =>
      isPerson(phrase.unit) &&
      phrase.from <= at &&
      phrase.unit.to >= at &&
      phrase.from > person.to &&
      !phrase.plural,
  );
}

function mentionOf(
  reading: Reading,
  person: NamedPerson,
  titles: readonly NounPhrase[],
): ActorMention | undefined {
  const owner = titles.flatMap((title) => title.owners)[0];
  const of = owner === undefined ? undefined : actorOfUnit(reading, owner);
  const known = choose(reading, person, {
    state: of?.state ?? null,
    roles: titles.map((title) => roleOf(title.unit)),
  });
  const name = sourceOf(reading, reading.words[person.from]!.start, reading.words[person.to]!.end);
  const states = new Set(known.map((one) => single(one.cell('state'))));
  const unsure = states.size > 1;
  const state = of === undefined ? (unsure ? null : ([...states][0] ?? null)) : (of.state ?? null);
  const id = known.length > 0 && !unsure ? known[0]!.cell('name') : null;
  const actor: Actor = { id, name, class: 'person', state };
  const from = Math.min(person.from, ...titles.map((title) => title.from));
  const to = Math.max(person.to, ...titles.map((title) => title.to));
  const pronoun = titles.find((title) => title.pronoun !== undefined)?.pronoun;
  return {
    ...finish(reading, {
      actor,
      party: standsFor(reading, { actor, of, known: known[0] }),
      how: titles.length > 0 ? 'office' : 'name',
      from,
      to,
      prefer: person.from,
      role: titles.map((title) => roleOf(title.unit))[0] ?? known[0]?.cell('office') ?? '',
      unsure: unsure || (person.short && known.length !== 1 && of === undefined),
      choices: unsure ? known.map((one) => actorOf(one, name)!) : [],
    }),
    ...(pronoun === undefined || owner !== undefined ? {} : { owner: pronoun }),
  };
}

interface Standing {
  readonly actor: Actor;
  readonly of: Actor | undefined;
  readonly known: Known | undefined;
}

function standsFor(reading: Reading, { actor, of, known }: Standing): Actor {
  if (of !== undefined && of.class !== 'state') return asParty(of);
  if (actor.state) return asParty(actor);
  const organisation = known?.cell('organisation') ?? '';
  if (organisation === '') return actor;
  const [found] = knownIn(organisation, reading.options.language);
  const best = found?.values.find((one) => one.form === 'name' || one.form === 'acronym');
  return (best === undefined ? undefined : actorOf(best, organisation)) ?? actor;
}

/** Offices whose holders are called by their family name alone. */
const RULING = /^(?:head-of-state|head-of-government|monarch|junta-leader|igo-head)$/;

/** True where more than a family name speaks for the row: its office, its state in the sentence, or the year of a ruler where there is no title. */
function vouched(reading: Reading, one: Known, roles: readonly string[]): boolean {
  if (roles.includes(one.cell('office'))) return true;
  const state = single(one.cell('state'));
  if (state !== null && reading.units.some((unit) => actorOfUnit(reading, unit)?.state === state))
    return true;
  return (
    roles.length === 0 &&
    RULING.test(one.cell('office')) &&
    reading.year !== undefined &&
    inYear(one, reading.year) &&
    one.cell('from') !== ''
  );
}

/** The rows that fit the state and office beside the name and the document's year, as far as any does. */
function choose(
  reading: Reading,
  { known, short }: NamedPerson,
  { state, roles }: { state: string | null; roles: readonly string[] },
): readonly Known[] {
  let left: readonly Known[] = known;
  const keep = (test: (one: Known) => boolean): void => {
    const kept = left.filter(test);
    if (kept.length > 0) left = kept;
  };
  if (state !== null) {
    left = left.filter((one) => one.cell('state') === state);
    if (left.length === 0) return left;
  }
  if (short && state === null) left = left.filter((one) => vouched(reading, one, roles));
  keep((one) => roles.includes(one.cell('office')));
  keep((one) => inYear(one, reading.year));
  if (new Set(left.map((one) => one.cell('state'))).size > 1) {
    const here = new Set(reading.units.map((unit) => actorOfUnit(reading, unit)?.state));
    keep((one) => here.has(one.cell('state')));
  }
  return left;
}
