// Adds a record of derived documents to a lineage index, as the store would, and prints speed, growth and memory.
import { readFileSync } from 'node:fs';
import { addDocument } from '../dist/lineage/add.js';
import { buildIndex } from '../dist/lineage/index/record.js';

const [file, wanted = '20000'] = process.argv.slice(2);
const COUNT = Number(wanted);
const WARM = 300;
const STOP_WORDS = 150;

const texts = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const common = commonest(texts);
const PROBES = 900;
const SMALL = 1_000;
/** Documents added to the small record and the large one in turns, so that both meet the same machine. */
const TURN = 60;

for (let round = 0; round < 2; round += 1) addAll(buildIndex(), derived(WARM, 1_000));
const index = buildIndex();
const record = addAll(index, derived(COUNT, 0));
const megabytes = process.resourceUsage().maxRSS / 1024;
const small = buildIndex();
addAll(small, derived(SMALL, 0));
const cost = { small: 0, large: 0 };
for (let at = 0; at < PROBES; at += TURN) {
  const turn = [...derived(at + TURN, 500)].slice(at);
  cost.small += addAll(small, turn).seconds;
  cost.large += addAll(index, turn).seconds;
}
console.log(
  JSON.stringify({
    documents: COUNT,
    charactersEach: Math.round(record.characters / COUNT),
    ties: record.ties,
    perSecond: COUNT / record.seconds,
    /** What the same documents cost in the whole record over what they cost in one of a thousand. */
    growth: cost.large / cost.small,
    indexMegabytes: index.bytes / 1e6,
    millionMegabytes: megabytesFor((index.size / index.ids.length) * 1e6),
    fingerprintsEach: index.size / index.ids.length,
    megabytes,
  }),
);

/** Megabytes of the tables for so many fingerprints: 2^21 slots, then half as many again each time 3 in 4 are filled; 6 bytes a slot, 8 more a document. */
function megabytesFor(fingerprints) {
  let slots = 2 ** 21;
  while (slots * 0.75 < fingerprints) slots += Math.ceil(slots * 0.5);
  return (slots * 6 + 8e6) / 1e6;
}

/** Adds documents one by one; seconds are those of `addDocument` alone. */
function addAll(to, documents) {
  const sum = { seconds: 0, ties: 0, characters: 0 };
  for (const document of documents) {
    const begun = performance.now();
    sum.ties += addDocument(to, document).length;
    sum.seconds += (performance.now() - begun) / 1000;
    sum.characters += document.text.length;
  }
  return sum;
}

/**
 * Documents in groups: a page's text in an alphabet of its own round, then two made from it. The share of function
 * words and the lengths are the pages' own, and a record of any size has families of the same size.
 */
function* derived(count, firstRound) {
  let made = 0;
  for (let round = firstRound; ; round += 1) {
    for (const [at, text] of texts.entries()) {
      const source = inOtherWords(text, round + 1);
      const other = inOtherWords(texts[(at + 7) % texts.length], round + 1);
      for (const [kind, content] of Object.entries(versions(source, other, at))) {
        if (made === count) return;
        made += 1;
        yield { id: `${round}/${at}/${kind}`, text: content };
      }
    }
  }
}

function versions(source, other, at) {
  const sentences = source.split(/(?<=[.!?])\s+/);
  const half = sentences.slice(0, Math.ceil(sentences.length / 2)).join(' ');
  const kinds = {
    trimmed: half,
    spun: spun(source),
    stitched: `${half}\n\n${other.slice(other.length >> 1)}`,
    copied: `Share this. Sign up to our newsletter.\n\n${source}`,
  };
  const names = Object.keys(kinds);
  const [first, second] = [names[at % 4], names[(at + 1 + (at % 3)) % 4]];
  return { source, [first]: kinds[first], [second]: kinds[second] };
}

/** One content word in three replaced, always by the same word. */
function spun(text) {
  return text.replace(/\p{Ll}{4,}/gu, (word) =>
    common.has(word) || checksum(word) % 3 !== 0 ? word : rotated(word, (checksum(word) % 17) + 2),
  );
}

function inOtherWords(text, round) {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    common.has(word.toLowerCase()) ? word : rotated(word, round + (checksum(word.toLowerCase()) % 5)),
  );
}

function rotated(word, by) {
  return word.replace(/[a-z]|[A-Z]|\d/g, (sign) => {
    const [base, size] = sign <= '9' ? [48, 10] : sign <= 'Z' ? [65, 26] : [97, 26];
    return String.fromCharCode(base + ((sign.charCodeAt(0) - base + by) % size));
  });
}

function checksum(word) {
  let sum = 7;
  for (const sign of word) sum = (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0;
  return sum;
}

function commonest(all) {
  const counts = new Map();
  for (const text of all)
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, STOP_WORDS)
      .map(([word]) => word),
  );
}
