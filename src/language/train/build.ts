// Trains a language from its recipe and packs everything into the bytes of a model file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ConlluSentence, readConllu } from '../conllu.js';
import { type Labels, NAME_TAGS, NAME_TYPES, type NameSpan, type NameType } from '../labels.js';
import type { Language } from '../language.js';
import { packModel } from '../model/file.js';
import { gazetteerMarks, marksOf } from '../model/marks.js';
import { MARK_SEED, MODEL_FORMAT, type ModelHeader, WORD_SEED } from '../model/model.js';
import { packMatrices, quantised } from '../model/quantised.js';
import { hash, letterRows, wordKey } from '../network/hash.js';
import { UsualWords } from '../tokens/sentence-questions.js';
import { shadowOf } from '../tokens/shadow.js';
import { evaluate, type Figures } from './evaluate.js';
import { type Example, encoder, joined, labelsOf, nameExamples, treebank } from './examples.js';
import { learnLemmas } from './lemmas.js';
import { randomFrom } from './random.js';
import { RECIPES, type Recipe } from './recipes.js';
import { learnExpansions, learnSentences, learnTokens, runningText } from './segments.js';
import { type Prepared, Trainer, type TrainingPlan } from './trainer.js';
import { readVectors, type Vectors } from './vectors.js';

/** Where the data lies, and what to change of the recipe. */
export interface BuildOptions {
  /** Folder of treebanks and names. */
  readonly data: string;
  /** Folder of the project's own names. */
  readonly own: string;
  readonly vectors?: string;
  readonly plan?: Partial<TrainingPlan>;
  readonly report: (line: string) => void;
  /** Given the model as it stands after every round, so that an interrupted run loses little. */
  readonly keep: (bytes: Uint8Array) => void;
}

/** A finished model and its figures on held-out sentences with gold words. */
export interface Built {
  readonly bytes: Uint8Array;
  readonly figures: Figures;
}

/** Longer sentences are left out of training. */
const LONGEST = 150;
const TABLES = { tokens: 1 << 16, sentences: 1 << 17, apart: 1 << 12 };
/** Times that a word of the file of vectors counts as seen, so that its vector is rarely dropped. */
const KNOWN_WORD = 5;

/** Trains and packs; the same files and seed give the same bytes. */
export function build(language: Language, options: BuildOptions): Built {
  const recipe = RECIPES[language];
  const plan = { ...recipe.plan, ...options.plan };
  const { examples, sentences } = gather(recipe, options);
  const dev = devExamples(recipe, options.data);
  const labels = labelsOf(examples);
  const vectors = recipe.vectors === 0 ? undefined : readVectors(needed(options.vectors), recipe.vectors);
  const words = wordRows(examples, vectors);
  const marks = gazetteerMarks();
  const shape = {
    ...recipe.widths,
    ...{ tags: labels.tags.length, features: labels.features.length },
    ...{ names: NAME_TAGS.length, relations: labels.relations.length },
  };
  options.report(
    `${language}: ${examples.length} sentences, ${words.rows.size} words, ${labels.relations.length} relations`,
  );
  const trainer = new Trainer(shape, plan, words.rows.size);
  vectors?.words.forEach((word, row) => {
    trainer.words
      .row(words.rows.get(word)!)
      .set(vectors.floats.subarray(row * vectors.columns, (row + 1) * vectors.columns));
  });
  const prepare = preparer({ labels, rows: words.rows, marks, letterRows: plan.letterRows });
  const heldOut = dev.map(prepare);
  const running = runningText(sentences, randomFrom(plan.seed));
  const usual = UsualWords.of(
    running.starts.map((start, at) => shadowOf(running.text.slice(start, running.ends[at]))),
  );
  const { expansions, weights } = learnExpansions(sentences, TABLES.apart);
  const header: ModelHeader = {
    ...{ format: MODEL_FORMAT, language, labels, shape, letterRows: plan.letterRows, expansions },
    abbreviations: recipe.abbreviations,
  };
  const lemmas = learnLemmas(sentences);
  const fixed: readonly [string, Uint8Array][] = [
    ['tokens', raw(learnTokens(running, TABLES.tokens))],
    [
      'sentences',
      raw(
        learnSentences(
          sentences,
          {
            abbreviations: new Set(recipe.abbreviations),
            usual,
            random: randomFrom(plan.seed + 1),
            inOrder: recipe.inOrder,
          },
          TABLES.sentences,
        ),
      ),
    ],
    ['apart', raw(weights)],
    ['usual', usual.bits],
    ['mark.hashes', raw(Uint32Array.from([...marks.keys()], (word) => hash(word, MARK_SEED)))],
    ['marks', Uint8Array.from(marks.values())],
    [
      'lemmas',
      new TextEncoder().encode(JSON.stringify({ known: [...lemmas.known], rules: [...lemmas.rules] })),
    ],
  ];
  const pack = (): Uint8Array =>
    packModel({
      header: { ...header },
      sections: new Map([...networkSections(trainer, words.rows), ...fixed]),
    });
  let figures: Figures | undefined;
  trainer.run(
    examples.filter(({ forms }) => forms.length <= LONGEST).map(prepare),
    words.counts,
    (epoch, loss) => {
      figures = evaluate(trainer.network, labels, dev, heldOut);
      options.keep(pack());
      options.report(`round ${epoch} of ${plan.epochs}: loss ${loss.toFixed(3)}, ${figuresLine(figures)}`);
    },
  );
  return { bytes: pack(), figures: figures! };
}

/** Shares in percent, one line. */
export const figuresLine = ({ tags, features, unlabelled, labelled, names }: Figures): string =>
  `UPOS ${percent(tags)}, features ${percent(features)}, UAS ${percent(unlabelled)}, LAS ${percent(labelled)}, names ${percent(names)}`;

const percent = (share: number): string => (100 * share).toFixed(2);

function needed(vectors: string | undefined): string {
  if (vectors === undefined) throw new RangeError('this language needs a file of word vectors (--vectors)');
  return vectors;
}

function gather(
  recipe: Recipe,
  { data, own }: BuildOptions,
): { examples: Example[]; sentences: ConlluSentence[] } {
  const read = (file: string): string => readFileSync(path.join(data, file), 'utf8');
  const standOff = recipe.standOff.flatMap((file) =>
    standOffNames(readFileSync(path.join(own, file), 'utf8')),
  );
  const trees = recipe.treebanks.flatMap(({ key, file }) => {
    const names = new Map(standOff.filter(({ bank }) => bank === key).map(({ id, spans }) => [id, spans]));
    return treebank(read(file), file).map((example) => ({
      ...example,
      names: names.get(example.id) ?? null,
    }));
  });
  const names = [
    ...recipe.names.flatMap(({ file }) => nameExamples(read(file))),
    ...recipe.ownNames.flatMap((file) => nameExamples(readFileSync(path.join(own, file), 'utf8'))),
  ];
  const examples = joined(trees, names).map((example) => ({
    ...example,
    forms: example.forms.map(shadowOf),
  }));
  const sentences = recipe.treebanks.flatMap(({ file }) => readConllu(read(file), file));
  return { examples, sentences };
}

function devExamples({ dev }: Recipe, data: string): Example[] {
  const trees = treebank(readFileSync(path.join(data, dev.treebank), 'utf8'), dev.treebank);
  const names = dev.names === null ? [] : nameExamples(readFileSync(path.join(data, dev.names), 'utf8'));
  return joined(trees, names).map((example) => ({ ...example, forms: example.forms.map(shadowOf) }));
}

function standOffNames(text: string): { bank: string; id: string; spans: NameSpan[] }[] {
  const found = new Map<string, { bank: string; id: string; spans: NameSpan[] }>();
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const [bank = '', id = '', first = '0', last = '0', type = '-'] = line.split('\t');
    const entry = found.get(`${bank} ${id}`) ?? { bank, id, spans: [] };
    if ((NAME_TYPES as readonly string[]).includes(type))
      entry.spans.push({ from: Number(first) - 1, to: Number(last), type: type as NameType });
    found.set(`${bank} ${id}`, entry);
  }
  return [...found.values()];
}

function wordRows(
  examples: readonly Example[],
  vectors: Vectors | undefined,
): { rows: Map<string, number>; counts: Float32Array } {
  const seen = new Map<string, number>();
  for (const { forms } of examples)
    for (const form of forms) seen.set(wordKey(form), (seen.get(wordKey(form)) ?? 0) + 1);
  const rows = new Map<string, number>();
  for (const word of vectors?.words ?? []) if (!rows.has(word)) rows.set(word, rows.size);
  const known = rows.size;
  for (const [word, count] of seen) if (count >= 2 && !rows.has(word)) rows.set(word, rows.size);
  const counts = new Float32Array(rows.size);
  for (const [word, row] of rows) counts[row] = (seen.get(word) ?? 0) + (row < known ? KNOWN_WORD : 0);
  return { rows, counts };
}

function preparer(given: {
  readonly labels: Labels;
  readonly rows: ReadonlyMap<string, number>;
  readonly marks: ReadonlyMap<string, number>;
  readonly letterRows: number;
}): (example: Example) => Prepared {
  const encode = encoder(given.labels);
  return (example) => ({
    forms: example.forms,
    words: Int32Array.from(example.forms, (form) => given.rows.get(wordKey(form)) ?? -1),
    letters: example.forms.map((form) =>
      letterRows(form, given.letterRows, marksOf(given.marks.get(form) ?? 0)),
    ),
    wanted: encode(example),
  });
}

function networkSections(trainer: Trainer, rows: ReadonlyMap<string, number>): [string, Uint8Array][] {
  const { network, words, letters } = trainer;
  const from = network.weights >> 2;
  const matrices = packMatrices(
    network.layout.matrices,
    network.arena.floats.subarray(from, from + network.layout.size),
  );
  const wordTable = quantised(words.all, words.columns);
  const letterTable = quantised(letters.all, letters.columns);
  return [
    ['matrices', raw(matrices.bytes)],
    ['matrices.floats', raw(matrices.floats)],
    ['words', raw(wordTable.bytes)],
    ['words.scales', raw(wordTable.scales)],
    ['letters', raw(letterTable.bytes)],
    ['letters.scales', raw(letterTable.scales)],
    ['word.hashes', raw(Uint32Array.from([...rows.keys()], (word) => hash(word, WORD_SEED)))],
  ];
}

const raw = (values: ArrayBufferView): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
