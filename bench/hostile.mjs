// Reads texts that try the reader and prints the worst of them: milliseconds of processor time a kilobyte, and the peak of memory.

import { contentId } from '../dist/base/id.js';
import { hostilePages } from '../dist/claim/hostile-pages.js';
import { claimReader, readDocument } from '../dist/index.js';

const size = Number(process.argv[2] ?? 50_000);
read('warm', 'Mali signed an accord with Russia on 3 May 2019. '.repeat(40));
const times = [...hostilePages(size)].map(([name, text]) => ({
  name,
  ms: read(name, text) / (text.length / 1000),
}));
const { name, ms } = times.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
console.log(JSON.stringify({ name, ms, size, megabytes: process.resourceUsage().maxRSS / 1024 }));

/** Milliseconds that one text takes from page to claims. */
function read(id, content) {
  const bytes = Buffer.from(content);
  const language = id.startsWith('French') ? 'fr' : 'en';
  const begun = process.cpuUsage().user;
  claimReader.read(
    readDocument({
      ...{ id, source: id, form: 'article', hash: contentId(bytes), bytes, content },
      charset: { name: 'utf-8', basis: 'given' },
      given: { language, published: '2024-05-01' },
    }),
  );
  return (process.cpuUsage().user - begun) / 1000;
}
