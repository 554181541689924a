// Claims of real text drawn by a seed, to be judged by hand: half from general news pages, half from defence prose.
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { explain } from '../dist/claim/read/reader.js';
import { readDocument } from '../dist/document/read.js';
import { readJsonl } from '../dist/page/jsonl.js';
import { goldFile, pageLines, present } from './gold.mjs';

const HELP = `usage: node bench/precision.mjs --out FILE [--seed 1] [--count 200] [--least 0.5] [--all FILE] [--part a|b]
Draws claims from the pages and the defence prose of the gold, one JSON object a line. FILE holds texts of others: keep it
outside the repository. --part takes one half of the documents, told apart by a hash
of their text: errors are mended on a, and b is judged when that is done. docs/precision.md says how they are judged.`;
const SETS = ['aeb', 'fundus', 'htmldate', 'trafilatura'];
const LANGUAGES = new Set(['en', 'fr']);
const MOST_BYTES = 20_000_000;

const { values } = parseArgs({
  options: {
    ...{ out: { type: 'string' }, all: { type: 'string' }, help: { type: 'boolean' } },
    ...{ seed: { type: 'string', default: '1' }, count: { type: 'string', default: '200' } },
    least: { type: 'string', default: '0.5' },
    part: { type: 'string' },
  },
});

if (values.help || values.out === undefined) console.log(HELP);
else if (!present) console.error('The gold is not here: ../shared/gold has to stand beside the project.');
else await main();

async function main() {
  const news = await claimsOf('pages', Readable.from(lines()));
  const re3d = goldFile('events/re3d.jsonl');
  const defence = await claimsOf('re3d', createReadStream(re3d));
  const drawn = halves(news.claims, defence.claims);
  write(values.out, drawn);
  if (values.all !== undefined) write(values.all, [...news.claims, ...defence.claims]);
  for (const [name, { documents, claims }] of Object.entries({ pages: news, re3d: defence }))
    console.log(
      `${name}: ${documents} documents, ${claims.length} claims, ${claims.filter(sure).length} at ${values.least} or more`,
    );
  console.log(`drawn with seed ${values.seed}: ${drawn.length}`);
}

/** Half from each source; where one has too few, the other makes up for it. */
function halves(first, second) {
  const count = Number(values.count);
  const fewer = draw(second, Math.floor(count / 2));
  return [...draw(first, count - fewer.length), ...fewer];
}

/** The pages of all sets, each id once. */
function* lines() {
  const seen = new Set();
  for (const set of SETS)
    for (const page of pageLines(set)) {
      if (seen.has(page.id)) continue;
      seen.add(page.id);
      yield Buffer.from(`${JSON.stringify(page)}\n`);
    }
}

/** The claims of English and French documents, each text once. */
async function claimsOf(source, stream) {
  const seen = new Set();
  const claims = [];
  let documents = 0;
  for await (const result of readJsonl(stream, source, MOST_BYTES)) {
    if (!('page' in result)) continue;
    const document = readDocument(result.page);
    const text = createHash('sha256').update(document.text).digest('hex');
    if (!LANGUAGES.has(document.language?.value ?? 'en') || seen.has(text)) continue;
    seen.add(text);
    if (values.part !== undefined && values.part !== partOf(text)) continue;
    documents++;
    for (const one of explain(document)) claims.push(rowOf(source, document, one));
  }
  return { documents, claims };
}

/** The half that a text belongs to: by the first bit of its hash, so that it stays there whatever else is read. */
function partOf(hash) {
  return Number.parseInt(hash[0], 16) < 8 ? 'a' : 'b';
}

/** A claim with what a judge needs: its sentence with a little around it, and why it was read. */
function rowOf(source, document, { claim, why, witness }) {
  const { start, end, where, quote } = claim.evidence;
  const text = where === 'title' ? (document.title?.value ?? '') : document.text;
  const around = `${text.slice(Math.max(0, start - 250), start)}[[${quote}]]${text.slice(end, end + 150)}`;
  return {
    source,
    language: document.language?.value ?? 'en',
    title: document.title?.value,
    around,
    claim,
    why,
    witness,
  };
}

/** The first claims in an order that hangs on the seed and the claim alone: a claim that stays keeps its place in it. */
function draw(claims, count) {
  const rank = ({ claim }) => createHash('sha256').update(`${values.seed} ${claim.id}`).digest('hex');
  return claims
    .filter(sure)
    .map((row) => [rank(row), row])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .slice(0, count)
    .map(([, row]) => row);
}

function sure({ claim }) {
  return claim.confidence >= Number(values.least);
}

function write(file, rows) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
