// Words for what claims and ties hold, as the room shows them.
import type { Time } from '../../base/date.js';
import type { RoleFiller } from '../../claim/claim.js';
import { stateName } from '../../lexicon/states.js';
import type { DirectionBasis, Tie, TieKind } from '../../lineage/tie.js';
import type { DocumentHead } from '../../store/store.js';

/** "Mali", "African governments", "drones". */
export function fillerName(filler: RoleFiller): string {
  if ('item' in filler) return filler.item;
  if ('place' in filler) return filler.place;
  return filler.class === 'state' && filler.id !== null ? stateName(filler.id) : filler.name;
}

/** "2013-01-01 to 2017-12-31"; what is only a bound says so. */
export function timeWords({ start, end, basis }: Time): string {
  if (basis === 'bound')
    return end === undefined
      ? start === undefined
        ? 'not said'
        : `not said; from ${start}`
      : `not said; by ${end}`;
  return start === end ? (start ?? 'not said') : `${start ?? '…'} to ${end ?? '…'}`;
}

/** What a tie makes of a document, before the other's title. */
const DERIVED: Readonly<Record<TieKind, string>> = {
  copy: 'Copy of',
  excerpt: 'Excerpt from',
  rewrite: 'Rewrite of',
  quotes: 'Same quotation as',
  series: 'Same form as',
};
const SOURCE: Readonly<Record<TieKind, string>> = {
  ...DERIVED,
  copy: 'Copied by',
  excerpt: 'Excerpted by',
  rewrite: 'Rewritten by',
};
const EITHER: Readonly<Record<TieKind, string>> = {
  ...DERIVED,
  copy: 'Same text as',
  excerpt: 'Shares passages with',
  rewrite: 'Same content in other words as',
};

/** "Rewrite of", "Excerpted by": the tie as the document sees it; without a direction it says none. */
export function tieWords({ a, kind, direction }: Tie, document: string): string {
  if (direction === 'none') return EITHER[kind];
  return a === document ? DERIVED[kind] : SOURCE[kind];
}

/** What tells the direction. */
export const DIRECTIONS: Readonly<Record<DirectionBasis, string>> = {
  published: 'told by the days of publication',
  credit: 'told by a credit to the other’s publisher',
  markers: 'told by the traces of a machine',
  'holds-more': 'told by which text holds more',
  none: 'nothing tells which came first',
};

/** "84 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "Courier, 2022-08-10": who and when, as far as known. */
export function sourceWords({ outlet, published }: DocumentHead): string {
  return [
    outlet?.value.name ?? outlet?.value.domain ?? 'Outlet unknown',
    published?.value.slice(0, 10) ?? 'no date',
  ].join(', ');
}

/** The title, or that there is none. */
export function titleWords({ title }: DocumentHead): string {
  return title?.value ?? 'Without a title';
}
