// States and regions in a sentence, by name, capital, seat and demonym.
import { firstWord, type NamedPlace, placesStarting } from '../../lexicon/states.js';
import type { Actor, Place } from '../claim.js';

/** A state or region where it stands; offsets count from the start of the text that was searched. */
export interface StateMention extends NamedPlace {
  readonly start: number;
  readonly end: number;
}

const WORD = /(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}]*/gu;

/** Apostrophes of every kind as the straight one, one character for one: offsets stay. */
export function shadow(text: string): string {
  return text.replace(/[’‘`´ʼ]/g, "'");
}

/** All mentions in order, the longest form at each place; `text` must be a {@link shadow}. */
export function stateMentions(text: string, language: string): StateMention[] {
  const found: StateMention[] = [];
  let after = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index < after) continue;
    const place = placesStarting(firstWord(match[0]), language).find((one) =>
      standsAt(text, match.index, one.surface),
    );
    if (place === undefined) continue;
    after = match.index + place.surface.length;
    found.push({ ...place, start: match.index, end: after });
  }
  return found;
}

function standsAt(text: string, at: number, surface: string): boolean {
  return text.startsWith(surface, at) && !/[\p{L}\p{M}\p{N}]/u.test(text[at + surface.length] ?? '');
}

/** The mention as an actor: the state that it names or stands for. */
export function actorOf(mention: StateMention, offset: number): Actor {
  return {
    id: mention.iso3,
    name: mention.surface,
    class: 'state',
    state: mention.iso3,
    mention: { start: offset + mention.start, end: offset + mention.end, how: mention.form },
  };
}

/** The mention as a place: a state by its code, a region by its name. */
export function placeOf(mention: StateMention, offset: number): Actor | Place {
  if (mention.iso3 !== null) return actorOf(mention, offset);
  const at = { start: offset + mention.start, end: offset + mention.end, how: mention.form };
  return { place: mention.surface, state: null, mention: at };
}

/** The mentions without repeats of one state. */
export function distinct(mentions: readonly StateMention[]): StateMention[] {
  const seen = new Set<string>();
  return mentions.filter(({ iso3, surface }) => {
    const key = iso3 ?? surface;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
