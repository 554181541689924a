// Reads every gold page in one process, as `entente read` would, and prints the peak of its memory and its speed.
import { createReadStream } from 'node:fs';
import { claimReader, readDocument } from '../dist/index.js';
import { readJsonl } from '../dist/page/jsonl.js';

const begun = performance.now();
let pages = 0;
for (const file of process.argv.slice(2)) {
  for await (const result of readJsonl(createReadStream(file), file, 20_000_000)) {
    if (!('page' in result)) continue;
    claimReader.read(readDocument(result.page));
    pages += 1;
  }
}
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ pages, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
