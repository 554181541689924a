// Who a known name is: the row of a table as an actor.
import type { Known } from '../../lexicon/gazetteer.js';
import { hasState } from '../../lexicon/states.js';
import { type Actor, type ActorClass, stateActor } from '../actor.js';
import { type Reading, sourceOf, type Unit } from './reading.js';

/** The actor that a unit names, without a mention; undefined for what is no actor: a region, a place, a listed nobody. */
export function actorOfUnit(reading: Reading, unit: Unit): Actor | undefined {
  if (unit.listed !== undefined)
    return actorOfCode(unit.listed.code, sourceOf(reading, unit.start, unit.end));
  return unit.best === undefined ? undefined : actorOf(unit.best, sourceOf(reading, unit.start, unit.end));
}

/** Others that the unit's words may name, the likeliest first. */
export function choicesOf(reading: Reading, unit: Unit): Actor[] {
  const actors = unit.known
    .slice(1)
    .filter((one) => one.form !== 'short')
    .map((one) => actorOf(one, sourceOf(reading, unit.start, unit.end)));
  const own = actorOfUnit(reading, unit)?.id?.toLowerCase();
  const seen = new Set<string | undefined>([own]);
  return actors.filter((actor): actor is Actor => {
    const id = actor?.id?.toLowerCase();
    if (actor === undefined || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** The actor of a row; `name` is as the text spells it. */
export function actorOf(known: Known, name: string): Actor | undefined {
  const { table } = known;
  if (table === 'states' || table === 'former-names' || table === 'demonym-prefixes')
    return stateActor(known.cell('iso3'));
  if (table === 'territories') {
    const state = known.cell('kind') === 'unrecognised' ? null : single(known.cell('within'));
    return { id: null, name, class: 'government', state };
  }
  if (table === 'organisations') return { id: known.cell('key'), name, class: 'igo', state: null };
  if (table === 'armed-groups')
    return {
      id: known.cell('name_en'),
      name,
      class: known.cell('class') as ActorClass,
      state: single(known.cell('states')),
    };
  const state = single(known.cell('state'));
  if (table === 'named-forces')
    return { id: known.cell('name'), name, class: known.cell('class') as ActorClass, state };
  if (table === 'ministries') return { id: known.cell('form'), name, class: 'government', state };
  if (table === 'companies') return { id: known.cell('name'), name, class: 'company', state };
  if (table === 'media') return { id: known.cell('name'), name, class: 'media', state };
  if (table === 'thinktanks') return { id: known.cell('name'), name, class: 'ngo', state };
  if (table === 'persons') return { id: known.cell('name'), name, class: 'person', state };
  return undefined;
}

/** The code of a cell that holds one, null for none or several. */
export const single = (cell: string): string | null => (/^[A-Z]{3}$/.test(cell) ? cell : null);

/** Role codes of CAMEO actor dictionaries that say what part of a state acts. */
const ROLES: Readonly<Record<string, ActorClass>> = {
  GOV: 'government',
  MIL: 'forces',
  SPY: 'forces',
  COP: 'police',
  REB: 'armed-group',
  SEP: 'armed-group',
  INS: 'armed-group',
  UAF: 'armed-group',
  OPP: 'opposition',
  BUS: 'company',
  MNC: 'company',
  MED: 'media',
  CVL: 'population',
  REF: 'population',
  IGO: 'igo',
  NGO: 'ngo',
  NGM: 'ngo',
};

/** The actor of a code that a user's list gives: three letters a state, then its part; undefined for an empty code. */
export function actorOfCode(code: string, name: string): Actor | undefined {
  if (code === '') return undefined;
  const first = code.slice(0, 3);
  const own = ROLES[first];
  const role = own ?? ROLES[code.slice(3, 6)] ?? ROLES[code.slice(-3)];
  const state = own === undefined ? first : null;
  if (code.length === 3 && own === undefined) return { id: code, name, class: 'state', state };
  return {
    id: code,
    name,
    class: role ?? 'government',
    state: state !== null && (hasState(state) || role !== undefined) ? state : null,
  };
}
