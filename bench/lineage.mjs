// Lineage: ties against texts whose descent is known, machine-rewritten pages, and a record of 20,000 documents.
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../dist/index.js';
import { addDocument } from '../dist/lineage/add.js';
import { lineageDocument } from '../dist/lineage/document.js';
import { settled } from '../dist/lineage/families/settle.js';
import { buildIndex } from '../dist/lineage/index/record.js';
import { markersOf } from '../dist/lineage/markers/markers.js';
import { isMachineRewritten } from '../dist/lineage/markers/verdict.js';
import { independentSupport } from '../dist/lineage/origin/support.js';
import { readJsonl } from '../dist/page/jsonl.js';
import { goldFile, pageLines, score } from './gold.mjs';

const out = path.join(import.meta.dirname, 'out');
const SETS = ['aeb', 'fundus', 'trafilatura', 'htmldate'];
const SHORTEST = 300;
const EXACT = ['verbatim+boilerplate', 'trimmed', 'stitched', 'shuffled', 'spun-wordnet-0.2'];

/** Rows for the bench's table; `quick` takes a record of 2,000 documents instead of 20,000. */
export async function lineageRows({ quick = false } = {}) {
  mkdirSync(out, { recursive: true });
  const pages = await goldDocuments();
  return [
    ...(await tieRows()),
    ...markerRows(pages),
    signalRow(),
    supportRow(),
    ...recordRows(pages, quick ? 2_000 : 20_000),
  ];
}

async function tieRows() {
  const gold = goldFile('provenance/reuse-re3d.jsonl');
  const documents = [];
  for await (const document of documentsOf(gold)) documents.push(document);
  const index = buildIndex();
  const ties = settled(
    documents.flatMap((document) => addDocument(index, document)),
    documents,
  );
  const system = path.join(out, 'lineage.sys.jsonl');
  writeFileSync(system, ties.map((tie) => `${JSON.stringify(lineOf(tie))}\n`).join(''));
  const { source, templateSeries } = score('score-lineage.mjs', gold, system, ['--boot', '2']);
  const recall = (kind) => source.kinds[kind]?.R ?? 0;
  const covered = EXACT.map((kind) => source.kinds[kind]?.passages?.R ?? 0);
  return [
    row('lineage, precision', source.P, 'MinHash 1.000', 0.99),
    row('lineage, recall', source.R, 'MinHash .405', 0.95),
    row('lineage, least recall of a lighter kind', Math.min(...EXACT.map(recall)), '', 0.95),
    row('lineage, recall at the heaviest spin', recall('spun-wordnet-0.5'), '', 0.9),
    row('lineage, least passage recall', Math.min(...covered), '', 0.85),
    { ...row('lineage, series merged', templateSeries.merged, '', 0), less: true },
  ];
}

function lineOf({ a, b, kind, coverage, identity, passages }) {
  return {
    a,
    b,
    kind,
    coverage,
    identity,
    spans: passages.map((p) => [p.a.start, p.a.end, p.b.start, p.b.end]),
  };
}

function markerRows(pages) {
  const read = pages.filter(({ language }) => language === 'en' || language === 'fr');
  const called = read.filter((page) => isMachineRewritten(markersOf(page))).length;
  return [
    {
      ...row(
        `clean pages called machine-rewritten, of 1,000 (${read.length} read)`,
        (called * 1000) / read.length,
        '',
        1,
      ),
      less: true,
    },
  ];
}

/** Signal of the gold -> the kind of marker that it is. */
const SIGNALS = {
  'acronym-miss': 'broken-term',
  backtick: 'stray-mark',
  'mid-dateline': 'seam',
  homograph: 'replaced-name',
  'leftover-footnote': 'leftover',
  'orphan-punct': 'broken-sentence',
  'round-trip': 'leftover',
  'title-body': 'unsupported-title',
};

function signalRow() {
  const lines = goldLines('provenance/page-signals.jsonl');
  const right = lines.filter(({ id, text, signal, positive }) => {
    const titled = /^TITLE: (.*) BODY: (.*)$/.exec(text);
    const document = { id, language: 'en', text: titled?.[2] ?? text, ...(titled && { title: titled[1] }) };
    return markersOf(document).some(({ kind }) => kind === SIGNALS[signal]) === positive;
  });
  return row('signals of rewriting told from what looks like them', right.length / lines.length, '', 1);
}

function supportRow() {
  const lines = goldLines('provenance/independence.jsonl');
  const right = lines.filter(({ docs, groups }) => {
    const documents = docs.map(({ id, publisher, date, text }) => ({
      id,
      publisher,
      published: date,
      text,
      language: 'en',
    }));
    const index = buildIndex();
    const ties = documents.flatMap((document) => addDocument(index, document));
    const claims = documents.map(({ id }) => ({ id, document: id }));
    const { origins } = independentSupport(
      claims,
      ties,
      new Map(documents.map((document) => [document.id, document])),
    );
    return JSON.stringify(origins.map((origin) => origin.claims)) === JSON.stringify(groups);
  });
  return row(
    `independent origins, the right groups (${lines.length} sets)`,
    right.length / lines.length,
    '',
    7 / 8,
  );
}

function goldLines(name) {
  return readFileSync(goldFile(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function recordRows(pages, count) {
  const texts = path.join(out, 'lineage-texts.jsonl');
  const long = pages.filter(({ text }) => text.length >= SHORTEST);
  writeFileSync(texts, long.map(({ text }) => `${JSON.stringify(text)}\n`).join(''));
  const script = path.join(import.meta.dirname, 'lineage-record.mjs');
  const run = JSON.parse(execFileSync(process.execPath, [script, texts, String(count)]).toString('utf8'));
  const record = `a record of ${count} documents of ${run.charactersEach} characters`;
  return [
    row('lineage, documents a second, one core', run.perSecond, record, 500),
    { ...row('lineage, growth of cost from 1,000 documents', run.growth, record, 1.3), less: true },
    {
      ...row(
        'lineage, index, MB for a million documents',
        run.millionMegabytes,
        `${run.fingerprintsEach.toFixed(0)} fingerprints each`,
        1000,
      ),
      less: true,
    },
    { ...row('lineage, peak memory with all texts, MB', run.megabytes, record, null), less: true },
  ];
}

async function goldDocuments() {
  const documents = [];
  for (const set of SETS) {
    const file = path.join(out, `${set}.in.jsonl`);
    writeFileSync(
      file,
      pageLines(set)
        .map((page) => `${JSON.stringify(page)}\n`)
        .join(''),
    );
    for await (const document of documentsOf(file)) documents.push(document);
  }
  return documents;
}

async function* documentsOf(file) {
  for await (const result of readJsonl(createReadStream(file), file, 20_000_000))
    if ('page' in result) yield lineageDocument(readDocument(result.page));
}

function row(name, figure, anchor, target) {
  return { name, figure, anchor, target };
}
