// What each language is trained on and how: the one place to add a language.
import type { Language } from '../language.js';
import type { Shape } from '../network/shape.js';
import type { TrainingPlan } from './trainer.js';

/** Files below the folder of data, and the numbers of training. */
export interface Recipe {
  /** Treebanks with the short name by which stand-off names refer to them. */
  readonly treebanks: readonly { readonly key: string; readonly file: string; readonly licence: string }[];
  /** Names in IOB2 over sentences of the treebanks or others, below the folder of data. */
  readonly names: readonly { readonly file: string; readonly licence: string }[];
  /** Names in IOB2 of the project's own, below `models/data`. */
  readonly ownNames: readonly string[];
  /** Positions of names in the treebanks, below `models/data`. */
  readonly standOff: readonly string[];
  /** How many of the most frequent words of a file of vectors are taken. */
  readonly vectors: number;
  /** What is measured on after every round. */
  readonly dev: { readonly treebank: string; readonly names: string | null };
  readonly widths: Omit<Shape, 'tags' | 'features' | 'names' | 'relations'>;
  readonly plan: TrainingPlan;
  readonly abbreviations: readonly string[];
}

/** Columns of a vector of 100 floats, filled up to a multiple of 8. */
const WORD_COLUMNS = 104;
const WIDTHS = {
  word: WORD_COLUMNS,
  letters: 64,
  width: 96,
  layers: 4,
  tagWidth: 64,
  nameWidth: 64,
  arcWidth: 96,
  labelWidth: 64,
};
const PLAN: TrainingPlan = {
  ...{ epochs: 20, batch: 300, rate: 0.002, letterRows: 1 << 15, wordDropout: 0.25, seed: 1 },
  dropout: { input: 0.2, state: 0.2, hidden: 0.25 },
};

/** The recipes by language. */
export const RECIPES: Readonly<Record<Language, Recipe>> = {
  en: {
    treebanks: [
      { key: 'ewt', file: 'en-ewt/en_ewt-ud-train.conllu', licence: 'CC BY-SA 4.0' },
      { key: 'gum', file: 'en-gum-open/en_gum_open-ud-train.conllu', licence: 'CC BY 4.0 or public domain' },
    ],
    names: [
      { file: 'uner-en-ewt/en_ewt-ud-train.iob2', licence: 'CC BY-SA 4.0' },
      { file: 'wikigold/wikigold.conll', licence: 'CC BY 4.0' },
    ],
    ownNames: [],
    standOff: [],
    vectors: 40_000,
    dev: { treebank: 'en-ewt/en_ewt-ud-dev.conllu', names: 'uner-en-ewt/en_ewt-ud-dev.iob2' },
    widths: WIDTHS,
    plan: PLAN,
    abbreviations: [
      'mr',
      'mrs',
      'ms',
      'dr',
      'gen',
      'col',
      'lt',
      'maj',
      'sgt',
      'capt',
      'adm',
      'brig',
      'sen',
      'rep',
      'gov',
      'st',
      'no',
      'vs',
      'jan',
      'feb',
      'mar',
      'apr',
      'aug',
      'sept',
      'sep',
      'oct',
      'nov',
      'dec',
      'u.s',
      'u.n',
      'u.k',
      'inc',
      'ltd',
      'corp',
      'co',
      'e.g',
      'i.e',
      'approx',
      'est',
      'prof',
      'rev',
      'hon',
      'jr',
      'sr',
    ],
  },
  fr: {
    treebanks: [
      { key: 'sequoia-train', file: 'fr-sequoia/fr_sequoia-ud-train.conllu', licence: 'LGPL-LR' },
      { key: 'gsd-dev', file: 'fr-gsd/fr_gsd-ud-dev.conllu', licence: 'CC BY-SA 4.0' },
    ],
    names: [],
    ownNames: ['fr-names-own.iob2'],
    standOff: ['fr-names.tsv'],
    vectors: 0,
    dev: { treebank: 'fr-sequoia/fr_sequoia-ud-dev.conllu', names: null },
    widths: WIDTHS,
    plan: { ...PLAN, epochs: 30, batch: 200 },
    abbreviations: [
      'm',
      'mm',
      'mme',
      'mmes',
      'mlle',
      'dr',
      'gal',
      'gén',
      'cdt',
      'col',
      'cap',
      'lt',
      'adj',
      'st',
      'ste',
      'av',
      'env',
      'etc',
      'p',
      'pp',
      'art',
      'janv',
      'févr',
      'avr',
      'juil',
      'sept',
      'oct',
      'nov',
      'déc',
      'cf',
      'éd',
      'vol',
      'n',
      'prof',
      'me',
      'mgr',
    ],
  },
};
