// `npm run bench`: all scorers on the gold beside the project, one table with the anchors, bench/RESULTS.md and a line of history.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { documentLine } from '../dist/cli/machine.js';
import { baselineReader, claimReader, readDocument } from '../dist/index.js';
import { readJsonl } from '../dist/page/jsonl.js';
import { gate } from './gate.mjs';
import { goldFile, pageLines, present, score } from './gold.mjs';
import { languageRows } from './language.mjs';
import { lineageRows } from './lineage.mjs';
import { speed } from './speed.mjs';

const HELP = `usage: npm run bench -- [--only pages|language|claims|gate|events|lineage|speed|memory|hostile] [--quick]`;
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const quick = args.includes('--quick');
const here = import.meta.dirname;
const out = path.join(here, 'out');
/** The stated bound of what the worst text may cost; all is linear, so it holds for any length. */
const HOSTILE_MS = 50;
const SETS = ['aeb', 'fundus', 'trafilatura', 'htmldate'];

if (args.includes('--help')) console.log(HELP);
else if (!present)
  console.error(
    'The gold is not here: the bench needs ../shared/gold and ../shared/score beside the project.',
  );
else await main();

async function main() {
  mkdirSync(out, { recursive: true });
  for (const set of SETS)
    writeFileSync(
      path.join(out, `${set}.in.jsonl`),
      `${pageLines(set)
        .map((page) => JSON.stringify(page))
        .join('\n')}\n`,
    );
  const rows = [];
  if (wanted('pages')) rows.push(...(await pageRows()));
  if (wanted('language')) rows.push(...languageRows({ quick }));
  if (wanted('claims')) rows.push(...(await claimRows(claimReader)), ...(await baselineRow()));
  if (wanted('gate')) rows.push(await gateRow());
  if (wanted('events')) rows.push(...eventRows());
  if (wanted('lineage')) rows.push(...(await lineageRows({ quick })));
  if (wanted('speed')) rows.push(...speedRows());
  if (wanted('memory')) rows.push(...memoryRows());
  if (wanted('hostile')) rows.push(...hostileRows());
  const table = tableOf(rows);
  console.log(table);
  if (only === undefined && !quick) record(rows, table);
}

function wanted(part) {
  return only === undefined || only === part;
}

async function pageRows() {
  const measured = {};
  for (const set of SETS) {
    const system = path.join(out, `${set}.sys.jsonl`);
    writeFileSync(system, (await documents(path.join(out, `${set}.in.jsonl`))).join(''));
    measured[set] = score('score-pages.mjs', goldFile(`pages/${set}.jsonl.gz`), system, ['--boot', '2']).sets[
      set
    ].measures;
  }
  const { aeb, fundus, trafilatura, htmldate } = measured;
  return [
    row('AEB body F1', aeb.bodyF1, 'trafilatura .961', 0.965),
    row('Fundus body F1', fundus.bodyF1, 'trafilatura .940', 0.955),
    row('trafilatura set, segments F1', trafilatura.segF1, 'trafilatura .926', 0.92),
    row('Fundus date, exact day', fundus.dateAcc, 'defuddle .984', 0.975),
    row('htmldate, exact day', htmldate.dateAcc, 'htmldate extensive .901', 0.85),
    row('Fundus title, punctuation aside', fundus.titleLoose, 'proto2 .840', 0.8),
    row('Fundus title, strict', fundus.title, 'readability .787 (all)', 0.8),
    row('Fundus authors, clean', fundus.authorsClean, 'trafilatura .774', 0.8),
    row('Fundus authors, strict sets', fundus.authors, 'readability .787 (all)', 0.8),
  ];
}

async function documents(file) {
  const lines = [];
  for await (const result of readJsonl(createReadStream(file), file, 20_000_000)) {
    if ('page' in result) lines.push(`${documentLine(readDocument(result.page))}\n`);
    else console.error(result.failure.line);
  }
  return lines;
}

async function claimScore(reader) {
  const gold = goldFile('claims/claims.jsonl');
  const system = path.join(out, 'claims.sys.jsonl');
  const lines = [];
  for await (const result of readJsonl(createReadStream(gold), gold, 20_000_000)) {
    if ('page' in result)
      lines.push(
        `${JSON.stringify({ id: result.page.id, claims: reader.read(readDocument(result.page)) })}\n`,
      );
  }
  writeFileSync(system, lines.join(''));
  return score('score-claims.mjs', gold, system);
}

async function claimRows(reader) {
  const { level1, level2, level3, no_claim: bare, fields } = await claimScore(reader);
  const of = (name, figure, target = null, anchor = '') => ({ name, figure, anchor, target });
  const field = (name, target, anchor) =>
    of(`claims, ${name.replaceAll('_', ' ')}, matched`, fields[name].accuracy, target, anchor);
  return [
    of('claims, kind + evidence F1', level1.f1, 0.75, 'no system; baseline below'),
    of('claims, + core roles F1', level2.f1, 0.6),
    of('claims, + stage and modality F1', level3.f1),
    of('claims, precision', level1.precision),
    of('items without claims left empty', bare.share, 0.85),
    field('modality', 0.85, 'coders .993'),
    field('time_exact', 0.75, 'coders .993'),
    field('quantities', 0.85, ''),
    field('attribution_present', 0.9, ''),
    field('attribution_speaker', 0.75, ''),
    field('plover', null, ''),
  ];
}

async function baselineRow() {
  const { level1 } = await claimScore(baselineReader);
  return [
    {
      name: `claims, kind + evidence F1 (${baselineReader.name})`,
      figure: level1.f1,
      anchor: 'word patterns',
      target: null,
    },
  ];
}

/** PLOVER's gold sentences and UniversalPetrarch's suite, by the command as its users call it. */
function eventRows() {
  const gsr = goldFile('events/plover_gsr.jsonl');
  const suite = goldFile('events/up_validate_2_02.jsonl');
  const plain = eventScore(gsr, []);
  const listed = eventScore(
    suite,
    ['--actors', goldFile('events/up_validate_actors.tsv')],
    ['--drop-null', 'both'],
  );
  return [
    {
      name: 'events, PLOVER sentences, root + country pair F1',
      figure: plain.rootPair,
      anchor: 'UniversalPetrarch .183 (weak parses)',
      target: 0.45,
    },
    {
      name: 'events, PLOVER sentences, root F1',
      figure: plain.root,
      anchor: 'UniversalPetrarch .45',
      target: 0.6,
    },
    { name: 'events, PLOVER sentences, root recall', figure: plain.rootRecall, anchor: '', target: 0.65 },
    {
      name: 'events, UniversalPetrarch suite, root F1',
      figure: listed.root,
      anchor: 'UniversalPetrarch .938, its own parses',
      target: 0.7,
    },
  ];
}

function eventScore(gold, options, scoring = []) {
  const system = path.join(out, 'events.sys.jsonl');
  const command = path.join(here, '..', 'dist', 'cli', 'main.js');
  writeFileSync(
    system,
    execFileSync(process.execPath, [command, 'events', gold, '--jsonl', ...options], { maxBuffer: 1 << 28 }),
  );
  return figuresOf(score('score-events.mjs', gold, system, scoring));
}

function speedRows() {
  const { ours, readability, ratio, pages } = speed({ quick });
  return [
    {
      name: 'document reading, times as fast as Readability on linkedom',
      figure: ratio,
      anchor: `${readability.toFixed(1)} ms a page there, ${ours.toFixed(1)} here, ${pages} pages`,
      target: 1,
    },
  ];
}

async function gateRow() {
  const files = [goldFile('claims/claims.jsonl'), ...SETS.map((set) => path.join(out, `${set}.in.jsonl`))];
  const { claims, lost, pages } = await gate(files);
  return {
    name: 'claims that the gate loses',
    figure: lost,
    anchor: `of ${claims}, on ${pages} English and French pages`,
    target: 0,
    less: true,
  };
}

function memoryRows() {
  const files = SETS.map((set) => path.join(out, `${set}.in.jsonl`));
  const two = reading(2, [path.join(out, 'fundus.in.jsonl')]);
  const one = reading(1, files);
  const both = reading(2, files);
  return [
    {
      name: 'pages a second, HTML to claims, two cores, Fundus',
      figure: two.pages / two.seconds,
      anchor: `${(two.pages / two.busy).toFixed(0)} a second of processor time`,
      target: 40,
    },
    {
      name: `the same over all ${one.pages} pages`,
      figure: both.pages / both.seconds,
      anchor: `one core ${(one.pages / one.seconds).toFixed(0)}`,
      target: null,
    },
    {
      name: `peak memory over all ${one.pages} pages, MB`,
      figure: one.megabytes,
      anchor: `two cores ${both.megabytes.toFixed(0)}`,
      target: 400,
      less: true,
    },
  ];
}

function hostileRows() {
  const size = quick ? 10_000 : 100_000;
  const { name, ms, megabytes } = JSON.parse(
    execFileSync(process.execPath, [path.join(here, 'hostile.mjs'), String(size)]).toString('utf8'),
  );
  return [
    {
      name: 'hostile text, worst ms per kB',
      figure: ms,
      anchor: `${name}; texts of ${size / 1000} kB`,
      target: HOSTILE_MS,
      less: true,
    },
    { name: 'hostile text, peak memory, MB', figure: megabytes, anchor: '', target: 600, less: true },
  ];
}

/** How `entente read` went on these files with so many jobs. */
function reading(jobs, files) {
  const { stderr } = spawnSync(process.execPath, [path.join(here, 'memory.mjs'), String(jobs), ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return JSON.parse(stderr.trimEnd().split('\n').at(-1));
}

function row(name, measure, anchor, target) {
  return { name, figure: measure.value, anchor, target };
}

function tableOf(rows) {
  const lines = rows.map(({ name, figure, anchor, target, less }) => {
    const reached =
      figure === null || target === null
        ? ''
        : (less ? figure <= target : figure >= target)
          ? 'reached'
          : '**missed**';
    return `| ${name} | ${figure === null ? 'not built' : format(figure)} | ${anchor} | ${target === null ? '' : format(target)} | ${reached} |`;
  });
  return [
    '| what | ours | best known or peer | target | |',
    '| --- | ---: | --- | ---: | --- |',
    ...lines,
  ].join('\n');
}

function format(figure) {
  return figure >= 10 ? figure.toFixed(0) : figure.toFixed(3);
}

function record(rows, table) {
  const { cpus, totalmem } = os;
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(
    path.join(here, 'RESULTS.md'),
    `# Results\n\nWritten by \`npm run bench\` on ${day}. Figures are on the development halves of the gold sets; a fall is a bug.\n\nMachine: ${machine}.\n\n${table}\n`,
  );
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: here }).toString('utf8').trim();
  const { version } = JSON.parse(readFileSync(path.join(here, '..', 'package.json'), 'utf8'));
  const figures = Object.fromEntries(
    rows.filter(({ figure }) => figure !== null).map(({ name, figure }) => [name, Number(figure.toFixed(4))]),
  );
  appendFileSync(
    path.join(here, 'history.jsonl'),
    `${JSON.stringify({ day, commit, version, node: process.versions.node, figures })}\n`,
  );
}

function figuresOf(result) {
  return { rootPair: result['root+pair'].F1, root: result.root.F1, rootRecall: result.root.R };
}
