// Language: trees, tags, lemmas, sentences and names from raw text by the scorers, gold words, speed against wink-nlp in the same run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { decode } from '../dist/language/decode.js';
import { modelOf } from '../dist/language/model/model.js';
import { parse } from '../dist/language/parse.js';
import { shadowOf } from '../dist/language/tokens/shadow.js';
import { treebank } from '../dist/language/train/examples.js';
import { writeConllu } from '../dist/language/write-conllu.js';
import { mentionsIn } from '../dist/mention/actors.js';
import { namesOf } from '../dist/mention/names.js';
import { goldFile, score, scorerText } from './gold.mjs';

const here = import.meta.dirname;
const out = path.join(here, 'out');
const EWT = 'language/en-ewt/en_ewt-ud-dev.conllu';
const SEQUOIA = 'language/fr-sequoia/fr_sequoia-ud-dev.conllu';
const UNER = 'language/uner-en-ewt/en_ewt-ud-dev.iob2';

/** Rows for the bench's table. */
export function languageRows({ quick = false } = {}) {
  mkdirSync(out, { recursive: true });
  const en = parsed('score-conllu.mjs', goldFile(EWT), 'en').measures;
  const fr = parsed('score-conllu.mjs', goldFile(SEQUOIA), 'fr').measures;
  return [
    row('EWT dev, sentences F1', en.Sentences.F1, 'UDPipe 1.2 .869, 2.12 .878 (test)', 0.86),
    row('EWT dev, tokens F1', en.Tokens.F1, '', 0.989),
    row('EWT dev, UPOS from raw text', en.UPOS.F1, '', 0.94),
    row('EWT dev, LAS from raw text', en.LAS.F1, '', 0.78),
    row('EWT dev, LAS, gold words', goldWords(EWT, 'en'), 'UDPipe 1.2 .811, own probe .803 (test)', 0.8),
    row('EWT dev, lemmas', en.Lemmas.F1, '', 0.95),
    row('Sequoia dev, sentences F1', fr.Sentences.F1, '', 0.9),
    row('Sequoia dev, UPOS from raw text', fr.UPOS.F1, '', 0.965),
    row('Sequoia dev, LAS from raw text', fr.LAS.F1, '', 0.81),
    row(
      'Sequoia dev, LAS, gold words',
      goldWords(SEQUOIA, 'fr'),
      'UDPipe 1.2 .841, own probe .834 (test)',
      0.83,
    ),
    row(
      'names, UNER EWT dev F1',
      names(goldFile(UNER), 'en'),
      'own probe .653, compromise .544 (test)',
      0.72,
    ),
    row('names, re3d, overlap F1', re3d(tagged), 'compromise .409 (dev)', 0.55),
    row('names with the lexicon, re3d, overlap F1', re3d(withLexicon), 'compromise .409 (dev)', 0.6),
    row('names, French, own held half, F1', names(path.join(here, 'names/fr-held.iob2'), 'fr'), '', null),
    ...speedRows(quick),
    ...loadRows(),
  ];
}

function parsed(scorer, gold, language) {
  const file = path.join(out, `${language}.sys.conllu`);
  writeFileSync(file, writeConllu(parse(scorerText(scorer, gold), { language })));
  return score(scorer, gold, file, ['--boot', '2']);
}

function names(gold, language) {
  const { results, scores, ...rest } = parsed('score-ner.mjs', gold, language);
  return f1Of(results ?? scores ?? rest, 'exact');
}

function re3d(entities) {
  const gold = goldFile('events/re3d.jsonl');
  const file = path.join(out, 're3d.sys.jsonl');
  const lines = readFileSync(gold, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  writeFileSync(
    file,
    lines.map(({ id, text }) => `${JSON.stringify({ id, entities: entities(text) })}\n`).join(''),
  );
  return f1Of(score('score-ner.mjs', gold, file, ['--boot', '2']), 'overlap');
}

function tagged(text) {
  return parse(text, { language: 'en' }).sentences.flatMap(({ words, names: found }) =>
    found.map(({ from, to, type }) => ({ start: words[from].start, end: words[to - 1].end, type })),
  );
}

function withLexicon(text) {
  return parse(text, { language: 'en' }).sentences.flatMap((sentence) =>
    namesOf(sentence, mentionsIn(sentence, { text, language: 'en' })),
  );
}

/** The F1 of all types together under a way of matching, wherever the scorer keeps it. */
function f1Of(result, way) {
  const measure = result.measures?.[way] ?? result[way];
  const all = measure?.ALL ?? measure?.all ?? measure;
  return all?.F1 ?? all?.f1 ?? null;
}

function goldWords(file, language) {
  const loaded = modelOf(language);
  let words = 0;
  let right = 0;
  for (const { forms, tree } of treebank(readFileSync(goldFile(file), 'utf8'), file)) {
    const rows = forms.map((form) => loaded.rows(shadowOf(form)));
    const letterStarts = [0];
    const letters = [];
    for (const one of rows) {
      letters.push(...one.letters);
      letterStarts.push(letters.length);
    }
    const batch = { starts: [0, forms.length], words: rows.map(({ word }) => word), letters, letterStarts };
    const [found] = decode(loaded.network, batch);
    tree.words.forEach(({ head, deprel }, at) => {
      words += 1;
      const relation = loaded.header.labels.relations[found.relations[at]].split(':')[0];
      if (found.heads[at] === head && relation === deprel.split(':')[0]) right += 1;
    });
  }
  return right / words;
}

/** Everything that `parse` gives, on one core, beside wink-nlp's tagging of the same text, by turns in one run. */
function speedRows(quick) {
  const text = scorerText('score-conllu.mjs', goldFile(EWT));
  const wink = winkNLP(model, ['sbd', 'pos']);
  const rounds = quick ? 2 : 6;
  let ours = 0;
  let theirs = 0;
  let tokens = 0;
  parse(text.slice(0, 20_000), { language: 'en' });
  wink.readDoc(text.slice(0, 20_000));
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    tokens += parse(text, { language: 'en' }).sentences.reduce((sum, { words }) => sum + words.length, 0);
    const between = performance.now();
    wink.readDoc(text).tokens().out(wink.its.pos);
    ours += between - start;
    theirs += performance.now() - between;
  }
  return [
    row('tokens a second, everything, one core', (tokens * 1000) / ours, '', 25_000),
    row(
      'the same, as a share of wink-nlp tagging alone',
      theirs / ours,
      'tags and sentences only there',
      null,
    ),
  ];
}

/** A fresh process: how long until a model is there, and what it takes. */
function loadRows() {
  const code = `
    const before = process.memoryUsage().rss;
    const { modelOf } = await import('${path.join(here, '../dist/language/model/model.js')}');
    const start = performance.now();
    modelOf('en');
    const after = performance.now() - start;
    console.log(JSON.stringify({ ms: after, megabytes: (process.memoryUsage().rss - before) / 2 ** 20 }));`;
  const runs = Array.from({ length: 5 }, () =>
    JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code]).toString('utf8')),
  ).sort((a, b) => a.ms - b.ms);
  return [
    { ...row('loading the English model, ms (median of 5)', runs[2].ms, '', 150), less: true },
    { ...row('memory of the English model, MB', runs[2].megabytes, '', 120), less: true },
  ];
}

const row = (name, figure, anchor, target) => ({ name, figure, anchor, target });
