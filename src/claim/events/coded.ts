// Codes of events and actors as event data sets write them, brought to one form: PLOVER types, ISO letters.
import { entries, tableRows } from '../../lexicon/table.js';

/** An event as a data set gives it; a side may be a code, an object with one, or unknown. */
export interface CodedEvent {
  readonly source?: CodedSide | undefined;
  readonly target?: CodedSide | undefined;
  readonly type?: string | number | undefined;
  readonly code?: string | number | undefined;
  readonly cameo?: string | number | undefined;
}

/** One side of such an event. */
export type CodedSide = string | { readonly id: string; readonly state?: string | null | undefined } | null;

/** What the types are to each other. */
export interface PloverType {
  readonly name: string;
  /** Verbal or material, cooperation or conflict: VC, MC, VX, MX; CAMEO's root `yield` is either cooperation. */
  readonly quads: readonly string[];
  /** True where it has no direction. */
  readonly mutual: boolean;
}

/** A side that is not known. */
export const UNKNOWN = '---';

/** The type of an event; `none` where its code is no event in PLOVER, undefined where nobody knows the code. */
export function typeOf({ type, code, cameo }: CodedEvent): PloverType | 'none' | undefined {
  return lookUp(type ?? code ?? cameo) ?? lookUp(cameo);
}

function lookUp(code: string | number | undefined): PloverType | 'none' | undefined {
  if (code === undefined) return undefined;
  const own = String(code).trim().toUpperCase().split('-', 1)[0]!;
  const { types } = tables();
  if (!/^\d/.test(own)) return types.get(own);
  return types.get(own.slice(0, 3)) ?? types.get(own.slice(0, 2));
}

/**
 * The country of a side: three letters, mostly ISO 3166-1 alpha-3, `IGO` for a known organisation. `literal` compares
 * codes of made-up countries as they stand.
 */
export function countryOf(side: CodedSide | undefined, literal: boolean): string {
  const given = typeof side === 'object' ? (side?.state ?? side?.id) : side;
  const code = (given ?? '').trim().toUpperCase();
  if (code === '' || code === 'NULL' || /^(?:---|\+\+\+)/.test(code)) return UNKNOWN;
  const { letters } = tables();
  if (!literal && letters.get(code) === 'IGO') return 'IGO';
  const short = code.slice(0, 3);
  const mapped = literal ? undefined : letters.get(short);
  return mapped === undefined || mapped === 'IGO' ? short : mapped;
}

interface Tables {
  readonly types: ReadonlyMap<string, PloverType | 'none'>;
  readonly letters: ReadonlyMap<string, string>;
}

let read: Tables | undefined;

function tables(): Tables {
  read ??= {
    types: new Map(
      tableRows('plover-types.tsv').flatMap((row) => {
        const name = row['type']!;
        const type: PloverType = { name, quads: entries(row['quad']), mutual: row['mutual'] === 'yes' };
        const codes = name === 'none' ? entries(row['codes']) : [name, ...entries(row['codes'])];
        return codes.map((code): [string, PloverType | 'none'] => [code, name === 'none' ? 'none' : type]);
      }),
    ),
    letters: new Map(tableRows('actor-letters.tsv').map((row) => [row['letters']!, row['code']!])),
  };
  return read;
}
