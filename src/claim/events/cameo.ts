// CAMEO codes of claims, where the crosswalk from kind, stage and type is certain.
import { tableRows } from '../../lexicon/table.js';
import type { Claim } from '../claim.js';

/** The CAMEO code of a claim, undefined where none is certain. */
export function cameoOf({ kind, fields, event }: Claim): string | undefined {
  const stage = fields['stage'] ?? fields['act'] ?? fields['change'] ?? '';
  return codes().get(`${kind} ${String(stage)} ${event?.type ?? ''}`);
}

let known: ReadonlyMap<string, string> | undefined;

const codes = (): ReadonlyMap<string, string> =>
  (known ??= new Map(
    tableRows('plover-cameo.tsv').map((row) => [`${row['kind']} ${row['stage']} ${row['type']}`, row['cameo']!]),
  ));
