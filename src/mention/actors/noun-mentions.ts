// Mentions of nouns that act: armies, ministries, officials, governments, groups known by number only.
import { nounClass } from '../../lexicon/actor-cues.js';
import { type Actor, type ActorClass, type ActorMention, asParty, type Weak } from '../actor.js';
import { isPerson, type NounPhrase } from './owners.js';
import { formAt, headOf, isArticle, isCue, type Reading, sourceOf, tagAt, type Unit } from './reading.js';
import { actorOfUnit } from './resolve.js';

/** What the noun of a phrase is: `army` forces, `contractors` company, `minister` person. */
export function classOf(reading: Reading, { unit, head }: NounPhrase): ActorClass {
  if (isPerson(unit)) return 'person';
  if (unit.best?.table === 'ministries') return 'government';
  const contractors = nounClass(reading.options.language, 'force');
  const word = reading.words[head]!;
  const phrase = reading.words
    .slice(unit.from, unit.to)
    .map((one) => one.form.toLowerCase())
    .concat(word.lemma)
    .join(' ');
  if ((contractors.get(phrase) ?? contractors.get(word.lemma)) === 'contractors') return 'company';
  return (unit.best?.cell('class') || 'government') as ActorClass;
}

/** The role as the lexicon spells it: the office, else the noun. */
export const roleOf = (unit: Unit): string => unit.best?.cell('office') || unit.best?.cell('form') || '';

/** Where the phrase is one of many that only number or kind tells: `28 African governments`, `plusieurs pays`. */
function isGroup(reading: Reading, phrase: NounPhrase): boolean {
  return phrase.plural && isCue(reading, phrase.head, 'group') && classOf(reading, phrase) === 'government';
}

/** The mentions of one phrase: one for each owner, or one without. */
export function mentionsOfNoun(reading: Reading, phrase: NounPhrase): ActorMention[] {
  const owners = phrase.owners.filter((owner) => actorOfUnit(reading, owner) !== undefined);
  for (const owner of phrase.owners) if (!phrase.through) owner.used = true;
  if (phrase.marks !== undefined) return owners.map((owner) => marking(reading, phrase, owner));
  const use = phrase.unit.best?.cell('use') ?? '';
  if (owners.length > 0) return owners.map((owner) => owned(reading, phrase, owner));
  if (use === 'side' && phrase.pronoun === undefined && phrase.owners.length === 0) return [];
  if (use === 'group' && !isGroup(reading, phrase)) return [];
  const counted = countedFrom(reading, phrase);
  if (use === 'group' && counted === phrase.from && phrase.owners.length === 0) return [];
  return [unowned(reading, phrase, isGroup(reading, phrase) ? counted : phrase.from)];
}

/** `Israeli army base`: the state marks a thing. */
function marking(reading: Reading, phrase: NounPhrase, owner: Unit): ActorMention {
  const party = asParty(actorOfUnit(reading, owner)!);
  const to = phrase.marks!;
  return finish(reading, {
    actor: party,
    party,
    how: howOf(owner),
    from: phrase.from,
    to,
    prefer: to,
    weak: 'thing',
  });
}

function owned(reading: Reading, phrase: NounPhrase, owner: Unit): ActorMention {
  const of = actorOfUnit(reading, owner)!;
  const party = partyOf(of);
  const kind = classOf(reading, phrase);
  const person = kind === 'person';
  const state =
    of.class === 'state' || (of.class === 'government' && of.state !== undefined) ? (of.state ?? null) : null;
  const name = nameOf(reading, phrase, owner);
  const stands = of.class !== 'state' && of.class !== 'government' && !person && kind !== 'population';
  const unrecognised = of.class === 'government' && state === null;
  const actor: Actor = stands
    ? of
    : { id: null, name, class: kind, state: person ? (of.state ?? null) : state };
  const alone = !stands && ['population', 'armed-group', 'opposition', 'company'].includes(kind);
  const group = isGroup(reading, phrase);
  return finish(reading, {
    actor: group ? { ...actor, state: null } : actor,
    party: alone || group ? actor : unrecognised ? of : party,
    how: person ? 'office' : owner.best?.form === 'capital' ? 'capital' : howOf(owner),
    from: phrase.from,
    to: phrase.to,
    prefer: phrase.head,
    role: roleOf(phrase.unit),
    plural: phrase.plural,
  });
}

function unowned(reading: Reading, phrase: NounPhrase, from: number): ActorMention {
  const kind = classOf(reading, phrase);
  const name = sourceOf(reading, reading.words[from]!.start, reading.words[phrase.to]!.end);
  const actor: Actor = { id: null, name, class: kind, state: null };
  return {
    ...finish(reading, {
      actor,
      party: actor,
      how: kind === 'person' ? 'office' : 'noun',
      from,
      to: phrase.to,
      prefer: phrase.head,
      role: roleOf(phrase.unit),
      plural: phrase.plural,
    }),
    ...(phrase.pronoun === undefined ? {} : { owner: phrase.pronoun }),
  };
}

/** The word that the counting begins with: of `28 African governments`, `28`. */
function countedFrom(reading: Reading, phrase: NounPhrase): number {
  let from = phrase.from;
  while (from > 0 && (tagAt(reading, from - 1) === 'NUM' || isCue(reading, from - 1, 'several'))) {
    if (isArticle(reading, from - 1)) break;
    from -= 1;
  }
  return from;
}

/** The words of the phrase with one of its owners. */
function nameOf(reading: Reading, phrase: NounPhrase, owner: Unit): string {
  const { words } = reading;
  const source = (from: number, to: number): string => sourceOf(reading, words[from]!.start, words[to]!.end);
  if (phrase.owners.length < 2) return source(phrase.from, phrase.to);
  const own = sourceOf(reading, owner.start, owner.end);
  const last = phrase.owners.at(-1)!;
  const first = phrase.owners[0]!;
  if (phrase.before) return `${own} ${source(last.to + 1, phrase.to)}`;
  return `${source(phrase.from, first.from - 1)} ${own}`;
}

export const howOf = (unit: Unit): string =>
  unit.listed !== undefined ? 'list' : (unit.best?.form ?? 'name');

/** Whom an actor stands for, itself where for nobody else. */
export const partyOf = (actor: Actor): Actor => asParty(actor);

/** What {@link finish} needs to make a mention. */
export interface Draft {
  readonly actor: Actor;
  readonly party: Actor;
  readonly how: string;
  readonly from: number;
  readonly to: number;
  /** The word that is the mention's head where the tree has no better one. */
  readonly prefer: number;
  readonly role?: string;
  readonly plural?: boolean;
  readonly weak?: Weak | undefined;
  readonly unsure?: boolean;
  readonly choices?: readonly Actor[];
  /** The span where it is not that of the words. */
  readonly start?: number;
  readonly end?: number;
}

/** The mention of a draft, with its span and head. */
export function finish(reading: Reading, draft: Draft): ActorMention {
  const { from, to } = draft;
  const start = draft.start ?? reading.words[from]!.start;
  const end = draft.end ?? reading.words[to]!.end;
  const mention = { start, end, how: draft.how };
  return {
    start,
    end,
    from,
    to,
    head: draft.weak === undefined ? headOf(reading, from, to, draft.prefer) : draft.prefer,
    actor: { ...draft.actor, mention },
    party: { ...draft.party, mention },
    ...(draft.role ? { role: draft.role } : {}),
    plural: draft.plural ?? false,
    definite: isArticle(reading, from - 1) && !/^(?:un|une|a|an)$/.test(formAt(reading, from - 1)),
    ...(draft.weak === undefined ? {} : { weak: draft.weak }),
    ...(draft.unsure ? { unsure: true } : {}),
    ...(draft.choices?.length ? { choices: draft.choices } : {}),
  };
}
