// What the claim reader's gate loses: the claims of every English and French page with it and without.
import { createReadStream } from 'node:fs';
import { explain } from '../dist/claim/read/reader.js';
import { readDocument } from '../dist/index.js';
import { readJsonl } from '../dist/page/jsonl.js';

/** Claims with the gate and without, and how many of the latter are missing or different. */
export async function gate(files) {
  const found = { claims: 0, lost: 0, pages: 0 };
  for (const file of files)
    for await (const result of readJsonl(createReadStream(file), file, 20_000_000)) {
      if (!('page' in result)) continue;
      const document = readDocument(result.page);
      if (!['en', 'fr'].includes(document.language?.value ?? 'en')) continue;
      const gated = new Map(explain(document).map(({ claim }) => [claim.id, JSON.stringify(claim)]));
      const all = explain(document, { ungated: true });
      found.pages += 1;
      found.claims += all.length;
      found.lost += all.filter(({ claim }) => gated.get(claim.id) !== JSON.stringify(claim)).length;
    }
  return found;
}
