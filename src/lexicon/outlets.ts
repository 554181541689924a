// The names of news outlets by their registrable domain.
import { readFileSync } from 'node:fs';

const names = new Map<string, string>();
const table = readFileSync(new URL('./outlets.tsv', import.meta.url), 'utf8');
for (const row of table.trim().split('\n').slice(1)) {
  const [domain = '', name = ''] = row.split('\t');
  names.set(domain, name);
}

/** The outlet's known name, undefined for a domain that the lexicon lacks. */
export function outletName(domain: string): string | undefined {
  return names.get(domain);
}
