// Actors and places: who acts and where, as claims hold them, and the mentions that sentences make of them.
import type { Span } from '../base/span.js';
import { stateName } from '../lexicon/states.js';

export const ACTOR_CLASSES = [
  'state',
  'government',
  'forces',
  'police',
  'company',
  'armed-group',
  'opposition',
  'igo',
  'ngo',
  'media',
  'person',
  'population',
] as const;
export type ActorClass = (typeof ACTOR_CLASSES)[number];

/** Where a mention stands: a span of the document's text, or of its title where the claim's evidence is the title. */
export interface Mention extends Span {
  /** How it was resolved: `name`, `demonym`, `capital`, `seat`, `office`, `anaphor` ... */
  readonly how: string;
}

/** Somebody who acts. `id` is an ISO 3166-1 alpha-3 code for a state; null where the text only names a group. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly class: ActorClass;
  /** ISO 3166-1 alpha-3 of the state acted for. */
  readonly state?: string | null;
  readonly mention?: Mention;
}

/** Somewhere. `state` is the ISO 3166-1 alpha-3 code of the state it lies in, where it lies in one. */
export interface Place {
  readonly place: string;
  readonly state?: string | null;
  readonly mention?: Mention;
}

/** What a mention is said to do besides its actor: `thing` where the actor only marks something (`an Israeli strike`), `plain` where the lexicon does not know that thing (`a Chinese drone maker`), `civil` where it is no affair of states (`an Ivorian striker`). */
export type Weak = 'thing' | 'plain' | 'civil';

/** Where a sentence names an actor. Word indices count from 0 in the sentence; `to` is the last word, not the one after it. */
export interface ActorMention extends Span {
  readonly from: number;
  readonly to: number;
  /** The word that the rest of the sentence ties to the mention: of `Malian soldiers`, `soldiers`. */
  readonly head: number;
  /** As exactly as the words say: `Nigerian army` of class forces, not only its state. */
  readonly actor: Actor;
  /** Whom the actor stands for: the state of an army or office, the organisation of an envoy; the actor where it stands for itself. */
  readonly party: Actor;
  /** The office or the noun that says what part of the party acts, as the lexicon spells it. */
  readonly role?: string;
  readonly plural: boolean;
  readonly definite: boolean;
  readonly weak?: Weak;
  /** True where the words may well mean a place or another actor. */
  readonly unsure?: boolean;
  /** Others that the words may name, the likeliest first. */
  readonly choices?: readonly Actor[];
  /** Index of the possessive or noun (`its`, `the country's`) that says whose it is, where only the document can tell. */
  readonly owner?: number;
}

/** Where a sentence names a place; a state that is named is both an actor and a place. */
export interface PlaceMention extends Span {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly place: Place;
  /** True where the words say that something is there: `in Moscow`, `near Agordat`. */
  readonly located: boolean;
}

/** All that one sentence names. */
export interface SentenceMentions {
  readonly actors: readonly ActorMention[];
  readonly places: readonly PlaceMention[];
}

/** The state, by its code. */
export function stateActor(iso3: string, mention?: Mention): Actor {
  const state = { id: iso3, name: stateName(iso3), class: 'state', state: iso3 } as const;
  return mention === undefined ? state : { ...state, mention };
}

const ACTS_FOR_STATE: ReadonlySet<ActorClass> = new Set<ActorClass>([
  'state',
  'government',
  'forces',
  'police',
  'person',
]);

/** The state that an office, ministry, force or capital acts for, at the same mention; any other actor as it is. */
export function asParty(actor: Actor): Actor {
  const state = actor.state ?? null;
  if (state === null || actor.class === 'state' || !ACTS_FOR_STATE.has(actor.class)) return actor;
  return stateActor(state, actor.mention);
}
