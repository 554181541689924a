// The names of news outlets by their registrable domain.
import { tableRows } from './table.js';

let names: ReadonlyMap<string, string> | undefined;

/** The outlet's known name ("rfi.fr" gives "Radio France Internationale"), undefined for a domain that the lexicon lacks. */
export function outletName(domain: string): string | undefined {
  names ??= new Map(tableRows('outlets.tsv').map((row) => [row['domain']!, row['name']!]));
  return names.get(domain);
}
