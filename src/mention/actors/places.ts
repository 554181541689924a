// Where something is: states, capitals and places of the lexicon, names of places that only the tagger knows.
import type { Actor, PlaceMention } from '../actor.js';
import {
  formAt,
  headOf,
  isArticle,
  isCue,
  isNominal,
  type Reading,
  sourceOf,
  tagAt,
  type Unit,
} from './reading.js';
import { actorOfUnit, single } from './resolve.js';

/** How sure the words make it that a name is a place: `in Moscow` is, `to Moscow` may be. */
export type Standing = 'place' | 'maybe' | 'no';

/** What stands before the unit, over articles and coordinated names: `in`, `to`, or nothing of the kind. */
export function standingOf(reading: Reading, unit: Words): Standing {
  if (isDateline(reading, unit)) return 'place';
  let at = unit.from - 1;
  for (let steps = 0; steps < 12 && at >= 0; steps += 1) {
    const other = reading.unitAt[at];
    const joined = formAt(reading, at) === ',' || tagAt(reading, at) === 'CCONJ';
    if (isArticle(reading, at) || (tagAt(reading, at) === 'ADJ' && other === undefined)) at -= 1;
    else if (joined && reading.unitAt[at - 1] !== undefined && sameMake(reading.unitAt[at - 1]!, unit))
      at = reading.unitAt[at - 1]!.from - 1;
    else break;
  }
  if (tagAt(reading, at) !== 'ADP' && !isCue(reading, at, 'in'))
    return goesTo(reading, unit, at) ? 'maybe' : 'no';
  if (isCue(reading, at, 'in')) return 'place';
  if (!isCue(reading, at, 'may-in')) return 'no';
  return isCue(reading, at - 1, 'near') ? 'place' : 'maybe';
}

const sameMake = (a: Unit, b: Words): boolean =>
  !a.adjective && (!('best' in b) || a.best?.form === (b as Unit).best?.form);

/** `visited Moscow`: the object of a verb of going. */
function goesTo(reading: Reading, unit: Words, before: number): boolean {
  const head = reading.words[unit.from]!.head - 1;
  return (
    (isCue(reading, before, 'goes') && tagAt(reading, before) === 'VERB') ||
    (head >= 0 && head < unit.from && isCue(reading, head, 'goes'))
  );
}

/** `DAMASCUS, Dec 27 -`, `CARACAS (Agencia) -`: where the text was written. */
function isDateline(reading: Reading, unit: Words): boolean {
  if (unit.from !== 0) return false;
  const shadow = reading.shadow;
  const end = unit.end - reading.sentence.start;
  const ahead = /^(?:,[^.;:]{1,30})?\s*(?:(?:\([^)]{1,40}\)|\/[^/]{1,30}\/)\s*)?(?:--?\s|$)/.exec(
    shadow.slice(end, end + 90),
  );
  return ahead !== null &&
    ahead[0].trim() !== '' &&
    /^\p{Lu}[\p{Lu}\p{M}\s'.-]+$/u.test(shadow.slice(unit.start - reading.sentence.start, end))
    ? true
    : ahead !== null && /[(\d]/.test(ahead[0]);
}

/** All places that the sentence names, states among them. */
export function placeMentions(reading: Reading): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const unit of reading.units) {
    if (unit.adjective || unit.listed !== undefined || unit.kind === 'noun' || unit.kind === 'person')
      continue;
    const place = placeOf(reading, unit);
    if (place !== undefined) found.push(place);
  }
  for (const name of reading.sentence.names) {
    if (name.type !== 'LOC') continue;
    const covered = Array.from(
      { length: name.to - name.from },
      (_, at) => reading.unitAt[name.from + at],
    ).some((unit) => unit !== undefined);
    const from = tagAt(reading, name.from) === 'ADP' && name.to - name.from > 1 ? name.from + 1 : name.from;
    if (!covered) found.push(unknownPlace(reading, from, name.to - 1));
  }
  return found.sort((a, b) => a.start - b.start);
}

function placeOf(reading: Reading, unit: Unit): PlaceMention | undefined {
  const best = unit.best!;
  const actor: Actor | undefined = actorOfUnit(reading, unit);
  const lies = unit.known.find((one) => one.table === 'places');
  const region = unit.known.find((one) => one.table === 'regions');
  const state = best.table === 'states' || best.table === 'former-names' || best.table === 'territories';
  if (!state && lies === undefined && region === undefined) return undefined;
  const how = best.form === 'capital' || best.form === 'seat' ? best.form : state ? 'name' : 'place';
  const own = lies === undefined ? null : single(lies.cell('state'));
  return mention(reading, unit, {
    state: (state ? actor?.state : undefined) ?? own ?? regionState(region?.cell('members') ?? ''),
    how,
  });
}

const regionState = (members: string): string | null => single(members);

/** A place that only the tagger knows lies in the state that the words beside it say: `at Thumrait, Oman`, `Chad's Ennedi region`. */
function unknownPlace(reading: Reading, from: number, to: number): PlaceMention {
  const words = { start: reading.words[from]!.start, end: reading.words[to]!.end, from, to };
  return mention(reading, words, { state: stateBeside(reading, from, to), how: 'name' });
}

function stateBeside(reading: Reading, from: number, to: number): string | null {
  let at = to + 1;
  while (
    at <= to + 4 &&
    (isCue(reading, at, 'area') ||
      formAt(reading, at) === ',' ||
      isCue(reading, at, 'in') ||
      isCue(reading, at, 'may-in') ||
      isArticle(reading, at))
  )
    at += 1;
  const after = at > to + 1 ? reading.unitAt[at] : undefined;
  if (after?.from === at && after.best?.table === 'states' && after.best.form === 'name')
    return after.best.cell('iso3');
  const before =
    reading.unitAt[from - 1] ?? (tagAt(reading, from - 1) === 'PART' ? reading.unitAt[from - 2] : undefined);
  if (before?.best?.table !== 'states') return null;
  const owns = tagAt(reading, from - 1) === 'PART' || before.adjective;
  return owns ? before.best.cell('iso3') : null;
}

interface Words {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** True where the words put something there; what can be nothing but a place needs less: `à Thiès`. */
function isLocated(reading: Reading, words: Words): boolean {
  const standing = standingOf(reading, words);
  const only = reading.unitAt[words.from]?.kind !== 'party';
  return standing === 'place' || (standing === 'maybe' && only && tagAt(reading, words.from - 1) === 'ADP');
}

/** The mention, with the common noun that belongs to the name: `Kursk region`. */
function mention(
  reading: Reading,
  words: Words,
  { state, how }: { state: string | null; how: string },
): PlaceMention {
  let { to, end } = words;
  if (isCue(reading, to + 1, 'area') && isNominal(reading, to + 1)) {
    to += 1;
    end = reading.words[to]!.end;
  }
  return {
    start: words.start,
    end,
    from: words.from,
    to,
    head: headOf(reading, words.from, to, words.from),
    place: {
      place: sourceOf(reading, words.start, end),
      state,
      mention: { start: words.start, end, how },
    },
    located: isLocated(reading, words),
  };
}
