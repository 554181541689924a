// A language's model in memory: everything that parsing needs, loaded once from `models/`.
import { readFileSync } from 'node:fs';
import { EntenteError } from '../../base/error.js';
import { tableRows } from '../../lexicon/table.js';
import type { Labels } from '../labels.js';
import { isLanguage, type Language } from '../language.js';
import { type Lemmas, lemmaClass, lemmaOf } from '../lemma.js';
import { Linear } from '../linear.js';
import { Arena } from '../network/arena.js';
import { hash, letterRows, wordKey } from '../network/hash.js';
import { Network } from '../network/network.js';
import { layoutOf, type Shape } from '../network/shape.js';
import { UsualWords } from '../tokens/sentence-questions.js';
import type { Expansions } from '../tokens/words.js';
import { unpackModel } from './file.js';
import { Lookup } from './lookup.js';
import { marksOf } from './marks.js';
import { QuantisedTable, unpackMatrices } from './quantised.js';

/** Seeds of the hashes by which words stand in the tables of a model. */
export const WORD_SEED = 100;
export const MARK_SEED = 101;
/** Version of what a model file holds. */
export const MODEL_FORMAT = 1;

/** What a model file says of itself. */
export interface ModelHeader {
  readonly format: number;
  readonly language: Language;
  readonly labels: Labels;
  readonly shape: Shape;
  readonly letterRows: number;
  readonly expansions: Expansions;
  readonly abbreviations: readonly string[];
}

/** Letter groups and the row of the word for one form. */
export interface FormRows {
  readonly word: number;
  readonly letters: Int32Array;
}

/** Scratch memory for a batch, in bytes. */
const SCRATCH = 32 << 20;
/** Forms whose rows are remembered. */
const REMEMBERED = 10_000;

/** Everything for one language. */
export class LanguageModel {
  readonly network: Network;
  readonly tokens: Linear;
  readonly sentences: Linear;
  readonly apart: Linear;
  readonly usual: UsualWords;
  private readonly lemmas: Lemmas;
  readonly abbreviations: ReadonlySet<string>;
  readonly #words: Lookup;
  readonly #marks: Lookup;
  readonly #remembered = new Map<string, FormRows>();
  readonly #lemmas = new Map<string, string>();

  constructor(
    readonly header: ModelHeader,
    sections: ReadonlyMap<string, Uint8Array>,
  ) {
    const bytes = (name: string): Int8Array => signed(sections.get(name)!);
    const floats = (name: string): Float32Array => new Float32Array(copied(sections.get(name)!));
    const { shape } = header;
    const layout = layoutOf(shape);
    const wordBytes = bytes('words');
    const letterBytes = bytes('letters');
    const arena = new Arena(layout.size * 4 + wordBytes.length + letterBytes.length + SCRATCH);
    const table = (name: string, content: Int8Array, columns: number): QuantisedTable =>
      new QuantisedTable(arena, { bytes: content, scales: floats(`${name}.scales`) }, columns);
    const words = table('words', wordBytes, shape.word);
    this.network = new Network(arena, shape, words, table('letters', letterBytes, shape.letters));
    const from = this.network.weights >> 2;
    unpackMatrices(
      layout.matrices,
      { bytes: bytes('matrices'), floats: floats('matrices.floats') },
      arena.floats.subarray(from, from + layout.size),
    );
    this.tokens = new Linear(bytes('tokens'));
    this.sentences = new Linear(bytes('sentences'));
    this.apart = new Linear(bytes('apart'));
    this.usual = new UsualWords(sections.get('usual')!);
    this.#words = new Lookup(new Uint32Array(copied(sections.get('word.hashes')!)));
    this.#marks = new Lookup(new Uint32Array(copied(sections.get('mark.hashes')!)), sections.get('marks')!);
    this.lemmas = { ...lemmasFrom(sections.get('lemmas')!), irregular: irregularLemmas(header.language) };
    this.abbreviations = new Set(header.abbreviations);
  }

  /** The lemma of a form with its analysis; remembered. */
  lemma(form: string, upos: string, feats: string): string {
    const key = `${form} ${upos} ${feats}`;
    const known = this.#lemmas.get(key);
    if (known !== undefined) return known;
    const made = lemmaOf(this.lemmas, form, upos, lemmaClass(upos, feats));
    if (this.#lemmas.size >= REMEMBERED) this.#lemmas.clear();
    this.#lemmas.set(key, made);
    return made;
  }

  /** What the network looks at for a form; remembered, since the same words come again and again. */
  rows(form: string): FormRows {
    const known = this.#remembered.get(form);
    if (known !== undefined) return known;
    const bits = this.#marks.get(hash(form, MARK_SEED));
    const made = {
      word: this.#words.get(hash(wordKey(form), WORD_SEED)),
      letters: letterRows(form, this.header.letterRows, bits < 0 ? [] : marksOf(bits)),
    };
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(form, made);
    return made;
  }
}

const loaded = new Map<Language, LanguageModel>();

/** The model of a language, read once a process; throws `bad-model` where the file is missing or damaged. */
export function modelOf(language: Language): LanguageModel {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const made = readModel(new URL(`../../../models/${language}.model`, import.meta.url));
  loaded.set(language, made);
  return made;
}

/** A model from a file. */
export function readModel(file: URL | string): LanguageModel {
  const source = String(file);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new EntenteError('bad-model', 'the model can not be read', {
      source,
      cause,
      hint: 'Run `npm run train`.',
    });
  }
  const { header, sections } = unpackModel(bytes, source);
  const known = header as unknown as ModelHeader;
  if (known.format !== MODEL_FORMAT || !isLanguage(known.language))
    throw new EntenteError('bad-model', 'the model is of another version', {
      source,
      hint: 'Update Entente.',
    });
  return new LanguageModel(known, sections);
}

function irregularLemmas(language: Language): Map<string, string> {
  return new Map(
    tableRows('irregular-lemmas.tsv')
      .filter((row) => row['language'] === language)
      .map((row) => [`${row['upos']} ${row['form']}`, row['lemma']!]),
  );
}

function lemmasFrom(bytes: Uint8Array): Lemmas {
  const { known, rules } = JSON.parse(new TextDecoder().decode(bytes)) as Record<
    'known' | 'rules',
    [string, string][]
  >;
  return { known: new Map(known), rules: new Map(rules) };
}

const signed = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
const copied = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
