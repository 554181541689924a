// What the lexicon knows of the nouns of a sentence: arms, forces, instruments, offices.

import type { Language } from '../../language/language.js';
import { grammarWords } from '../../lexicon/grammar-words.js';
import { classOf, nounClasses } from '../../lexicon/noun-classes.js';
import { entries, tableRows } from '../../lexicon/table.js';
import type { Tree } from '../tree.js';

/** Classes that are one for frames. */
const SAME: Readonly<Record<string, string>> = { equipment: 'arms' };
/** Words before (English) or after (French) a noun that make one term with it. */
const JOINED = new Set(['compound', 'amod', 'flat', 'nmod', 'nummod', 'goeswith', 'appos']);
const WORDS_BACK = 4;

/** What is asked of the noun at the head of an argument. */
export interface Nouns {
  /** True where the phrase headed by the word is of the class. */
  is(tree: Tree, at: number, name: string): boolean;
  /** The value that the lexicon has for the phrase in a class (`contractors` of `force`), `''` for none, undefined where it is not of the class. */
  value(tree: Tree, at: number, name: string): string | undefined;
  /** All classes of the phrase with their values. */
  classes(tree: Tree, at: number): ReadonlyMap<string, string>;
  /** True for a noun that only counts: `dozens`, `centaine`, `batch`. */
  readonly counts: (lemma: string) => boolean;
}

/** Nouns of a sentence of which the sentence itself tells more than the lexicon: `it` for an accord, `Su-25` for an aircraft. */
export function nounsWith(nouns: Nouns, told: (at: number, name: string) => boolean): Nouns {
  const value = (tree: Tree, at: number, name: string): string | undefined =>
    nouns.value(tree, at, name) ?? (told(at, SAME[name] ?? name) ? '' : undefined);
  return {
    value,
    is: (tree, at, name) => value(tree, at, name) !== undefined,
    classes: (tree, at) => nouns.classes(tree, at),
    counts: nouns.counts,
  };
}

class LexiconNouns implements Nouns {
  readonly #known = new Map<string, ReadonlyMap<string, string>>();
  readonly #offices: ReadonlyMap<string, string>;

  constructor(readonly language: Language) {
    this.#offices = officesOf(language);
  }

  is(tree: Tree, at: number, name: string): boolean {
    return this.value(tree, at, name) !== undefined;
  }

  value(tree: Tree, at: number, name: string): string | undefined {
    const wanted = SAME[name] ?? name;
    const lemma = tree.word(at).lemma.toLowerCase();
    if (wanted === 'office') return this.#office(tree, at);
    if (wanted === 'ruler') return this.#office(tree, at) === 'head' ? 'head' : undefined;
    if (wanted === 'share' && PARTS.has(lemma)) return '';
    return this.classes(tree, at).get(wanted);
  }

  /** The level of the office, by the longest name that the lexicon has: `prime minister` before `minister`. */
  #office(tree: Tree, at: number): string | undefined {
    const lemmas = phraseLemmas(tree, at, this.language);
    for (let length = lemmas.length; length > 1; length -= 1) {
      const part = this.language === 'fr' ? lemmas.slice(0, length) : lemmas.slice(-length);
      const level = this.#offices.get(part.join(' '));
      if (level !== undefined) return level;
    }
    const lemma = tree.word(at).lemma.toLowerCase();
    if (this.language === 'en') return this.#offices.get(lemma) ?? this.#offices.get(ofState(tree, at));
    const before = tree.word(at - 1);
    const joined = before?.upos === 'ADJ' ? `${before.lemma.toLowerCase()} ${lemma}` : lemma;
    return this.#offices.get(joined) ?? this.#offices.get(lemma);
  }

  readonly counts = (lemma: string): boolean => this.#ofWords([lemma]).has('counting');

  classes(tree: Tree, at: number): ReadonlyMap<string, string> {
    const term = this.language === 'en' ? headFirst(tree, at) : '';
    if (term !== '') {
      const known = classOf(term, this.language);
      if (known.length > 0) return new Map(known.map(({ class: name, value }) => [name, value]));
    }
    const lemmas = phraseLemmas(tree, at, this.language);
    const found = this.#ofWords(lemmas);
    if (lemmas.length === 1) return found;
    const forms = this.#ofWords(phraseForms(tree, at, lemmas, this.language));
    return forms.size === 0 ? found : new Map([...found, ...[...forms].filter(([name]) => !found.has(name))]);
  }

  #ofWords(lemmas: readonly string[]): ReadonlyMap<string, string> {
    const key = lemmas.join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = new Map<string, string>();
    for (const { class: name, value } of nounClasses(lemmas, this.language))
      if (!found.has(name)) found.set(name, value);
    if (this.#known.size > REMEMBERED) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }
}

const PARTS = grammarWords('part');
const REMEMBERED = 20_000;
const knowledge = new Map<Language, Nouns>();

/** The knowledge of a language; one object a process. */
export function nounsOf(language: Language): Nouns {
  const known = knowledge.get(language) ?? new LexiconNouns(language);
  knowledge.set(language, known);
  return known;
}

function phraseLemmas(tree: Tree, at: number, language: Language): string[] {
  const step = language === 'fr' ? 1 : -1;
  const inside = (word: number): boolean =>
    word >= 0 &&
    word < tree.words.length &&
    (tree.head(word) === at || tree.head(word) === tree.head(at) || dependsOn(tree, word, at)) &&
    (JOINED.has(tree.relation(word)) || tree.relation(word) === 'case' || tree.relation(word) === 'punct') &&
    tree.word(word).upos !== 'DET' &&
    !(language === 'en' && tree.relation(word) === 'case');
  let end = at;
  while (Math.abs(end - at) < WORDS_BACK && inside(end + step)) end += step;
  const [first, last] = step > 0 ? [at, end] : [end, at];
  return tree.words.slice(first, last + 1).map(({ lemma }) => lemma.toLowerCase());
}

/** An English term whose head the tree has at its beginning: `status of forces agreement`; `''` where there is none. */
function headFirst(tree: Tree, at: number): string {
  const after = tree.words.slice(at, at + WORDS_BACK).map(({ form }) => form.toLowerCase());
  return after[1] === 'of' && after.length === WORDS_BACK ? after.join(' ') : '';
}

/** Three words from a head on: `head of state`. */
const ofState = (tree: Tree, at: number): string =>
  tree.words
    .slice(at, at + 3)
    .map(({ lemma }) => lemma.toLowerCase())
    .join(' ');

/** The same phrase as it is written, for the lemmas that are wrong: `armoured vehicle`. */
function phraseForms(tree: Tree, at: number, lemmas: readonly string[], language: Language): string[] {
  const first = language === 'fr' ? at : at - lemmas.length + 1;
  return lemmas.map((lemma, index) =>
    first + index === at ? lemma : tree.word(first + index).form.toLowerCase(),
  );
}

function dependsOn(tree: Tree, word: number, at: number): boolean {
  let up = tree.head(word);
  for (let step = 0; step < WORDS_BACK && up >= 0; step += 1) {
    if (up === at) return true;
    up = tree.head(up);
  }
  return false;
}

function officesOf(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of tableRows('offices.tsv'))
    if (row['language'] === language || row['language'] === 'both')
      for (const form of entries(row['form'])) found.set(form.toLowerCase(), row['level'] ?? '');
  return found;
}
