// Names that the document made: family names after full ones, acronyms in brackets, offices and forces whose state was said before.

import { cuesOf } from '../../lexicon/actor-cues.js';
import type { Actor, ActorMention } from '../actor.js';
import { asParty } from '../actor.js';
import { type Anaphor, anaphor } from './anaphor.js';
import { type Context, cueOf, type ReadText, type Referent, type Remembered } from './memory.js';

/** A name that stands for somebody from here on. */
export interface Introduced {
  readonly actor: Actor;
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
  /** False once two have the same short name. */
  readonly sure: boolean;
  /** True for a first name: it tells that nobody else is meant, where a person stands. */
  readonly given?: boolean;
}

/** Short names by the word that they are. */
export type ShortNames = Map<string, Introduced>;

/** Adds the family names and acronyms that a sentence introduces. */
export function introduce(
  names: ShortNames,
  read: ReadText,
  { mentions, sentence, inTitle }: Remembered,
): void {
  for (const mention of mentions.actors) {
    if (mention.weak !== undefined) continue;
    if (mention.actor.class === 'person') introducePerson(names, mention, inTitle);
    const acronym = /^\s*\(\s*(?:the\s+|l['’])?(\p{Lu}[\p{L}\p{N}-]{1,9})\s*\)/u.exec(
      read.text.slice(mention.end, mention.end + 20),
    );
    if (acronym === null || !/\p{Lu}.*\p{Lu}/u.test(acronym[1]!) || mention.end >= sentence.end) continue;
    add(names, acronym[1]!, {
      actor: mention.actor,
      start: mention.start,
      end: mention.end,
      inTitle,
      sure: true,
    });
  }
}

function introducePerson(names: ShortNames, { actor, start, end }: ActorMention, inTitle: boolean): void {
  const words = actor.name.split(' ');
  if (words.length < 2 || !/^\p{Lu}/u.test(actor.name) || actor.mention?.how === 'noun') return;
  if (words.some((word) => /^\p{Ll}/u.test(word) && word.length > 3)) return;
  add(names, words.at(-1)!, { actor, start, end, inTitle, sure: true });
  const given = words[0]!;
  if (actor.id === null && !names.has(given))
    names.set(given, { actor, start, end, inTitle, sure: true, given: true });
}

function add(names: ShortNames, name: string, one: Introduced): void {
  const known = names.get(name);
  const same =
    known === undefined ||
    known.given === true ||
    known.actor.name === one.actor.name ||
    known.actor.id === one.actor.id;
  names.set(name, same ? { ...one, sure: known?.sure ?? true } : { ...one, sure: false });
}

/** The introduced one whose short name stands at `at`, where the sentence itself does not say more. */
export function shortNameAt({ own }: Context, names: ShortNames, at: number): Anaphor | undefined {
  const word = own.sentence.words[at]!;
  const known = names.get(word.form);
  if (known === undefined || (word.upos !== 'PROPN' && word.upos !== 'NOUN' && word.upos !== 'X'))
    return undefined;
  const covering = own.mentions.actors.find((mention) => mention.from <= at && mention.to >= at);
  if (covering !== undefined && covering.actor.class !== 'person') return undefined;
  if (covering !== undefined && covering.actor.name.split(' ').length > 1) return undefined;
  if (covering === undefined && known.given === true) return undefined;
  const place = covering === undefined ? { from: at, to: at, head: at } : covering;
  return anaphor(own, place, {
    reading: 'actor',
    actors: [known.actor],
    antecedents: [{ start: known.start, end: known.end }],
    inTitle: known.inTitle,
    sure: known.sure,
  });
}

const FOR_STATE = new Set(['government', 'forces', 'police', 'person']);
const OF_STATES =
  /^(?:head-of-state|head-of-government|vice-president|junta-leader|monarch|presidency|(?:deputy-)?.*minister|chief-of-staff|commander)$/;
const RULERS = /^(?:head-of-state|head-of-government|junta-leader|monarch)$/;

/** The state that a stateless office or force must be of: the one of the same office before, else the only state in sight. */
export function officeOf(context: Context, mention: ActorMention): Anaphor | undefined {
  const { own, before, roles, read } = context;
  const { actor } = mention;
  if (
    actor.state !== null ||
    actor.id !== null ||
    !FOR_STATE.has(actor.class) ||
    mention.choices !== undefined
  )
    return undefined;
  const named =
    actor.mention?.how === 'office' &&
    /^\p{Lu}/u.test(actor.name) &&
    !mention.definite &&
    RULERS.test(mention.role ?? '');
  const junta = isJunta(context, mention);
  if (
    !named &&
    !junta &&
    actor.name.split(' ').length > (mention.role ?? '').split(' ').length &&
    actor.class !== 'person'
  )
    return undefined;
  if ((!mention.definite && !named) || cuesOf(read.language, 'group').has(mention.role ?? ''))
    return undefined;
  if (actor.class === 'person' && mention.plural && !junta) return undefined;
  if (actor.class === 'person' && !OF_STATES.test(mention.role ?? '')) return undefined;
  const same = (junta ? roles.last.get(COUP) : undefined) ?? roles.last.get(mention.role ?? '');
  const seen = same === undefined ? onlyState([own, ...before], mention) : undefined;
  const state = same?.mention.party.state ?? seen?.state;
  if (state === undefined || state === null) return undefined;
  const span = same?.span ?? seen!;
  return anaphor(own, mention, {
    reading: 'actor',
    actors: [{ ...actor, state }],
    antecedents: [{ start: span.start, end: span.end }],
    sure: same !== undefined && !roles.ambiguous.has(mention.role ?? ''),
  });
}

/** The role that a coup gives to whoever made it. */
export const COUP = 'coup';

/** True for those whom a coup brought to power: `the junta`, `the coup leaders`. */
const isJunta = ({ own, read }: Context, { head, role }: ActorMention): boolean =>
  role === 'junta-leader' || cueOf(read, own.sentence.words[head], 'junta') !== undefined;

/** Where a sentence tells a coup of a state: `Mali's coup`, `the coup in Mali`. */
export function coupIn(read: ReadText, { sentence: { words }, referents }: Remembered): Referent | undefined {
  const coups = [...words.keys()].filter((at) => cueOf(read, words[at], COUP) !== undefined);
  return referents.findLast(
    ({ mention }) =>
      (mention.party.state ?? null) !== null &&
      coups.some((at) => words[mention.head]!.head - 1 === at || mention.head === at),
  );
}

/** The state that alone is named in the sentence or, failing any, in those before it. */
function onlyState(
  sentences: readonly Remembered[],
  mention: ActorMention,
): { state: string; start: number; end: number } | undefined {
  for (const [back, { mentions }] of sentences.entries()) {
    const all = mentions.actors.filter(
      (other) =>
        other !== mention &&
        (back > 0 || other.start < mention.start) &&
        other.weak === undefined &&
        asParty(other.actor).class === 'state' &&
        other.party.state,
    );
    const states = new Set(all.map((other) => other.party.state));
    if (states.size === 0) continue;
    const [first] = all;
    if (back > 3 || states.size > 1) return undefined;
    return { state: first!.party.state!, start: first!.start, end: first!.end };
  }
  return undefined;
}
