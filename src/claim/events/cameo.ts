// CAMEO codes of claims, where the crosswalk from kind, stage and type is certain.
import { tableRows } from '../../lexicon/table.js';
import type { Claim } from '../claim.js';

/** The CAMEO code of a claim of a PLOVER type, undefined where none is certain. */
export function cameoOf({ kind, fields }: Claim, type: string): string | undefined {
  const stage = fields['stage'] ?? fields['act'] ?? fields['change'] ?? '';
  return codes().get(`${kind} ${String(stage)} ${type}`);
}

let known: ReadonlyMap<string, string> | undefined;

const codes = (): ReadonlyMap<string, string> =>
  (known ??= new Map(
    tableRows('plover-cameo.tsv').map((row) => [
      `${row['kind']} ${row['stage']} ${row['type']}`,
      row['cameo']!,
    ]),
  ));
