// Trees written by hand for tests: "Kyiv/PROPN/2/nsubj urged:urge/VERB/0/root/F …" to a tree.
import type { Language, ParsedSentence, Word } from '../language/language.js';
import { Tree } from './tree.js';

const FEATURES: Readonly<Record<string, string>> = {
  F: 'Mood=Ind|Tense=Past|VerbForm=Fin',
  P: 'Mood=Ind|Tense=Pres|VerbForm=Fin',
  I: 'VerbForm=Inf',
  N: 'Tense=Past|VerbForm=Part',
  G: 'Tense=Pres|VerbForm=Part',
};
const CLOSE_UP = /^(?:[.,”;:]|'s|n't)$/;

/** The tree of a sentence; each word is `form[:lemma]/UPOS/head/relation[/features]`, heads counted from 1. */
export function treeFrom(language: Language, rows: string): Tree {
  let text = '';
  const words: Word[] = rows
    .trim()
    .split(/\s+/)
    .map((row, token) => {
      const [names = '', upos = '', head = '', deprel = '', code = ''] = row.split('/');
      const [form = '', lemma = form] = names.split(':');
      const open = text === '' || CLOSE_UP.test(form) || /[“']$/.test(text);
      const start = text.length + (open ? 0 : 1);
      text += `${open ? '' : ' '}${form}`;
      const feats = FEATURES[code] ?? '_';
      return { form, lemma, upos, feats, head: Number(head), deprel, token, start, end: text.length };
    });
  const sentence: ParsedSentence = { start: 0, end: text.length, words, names: [], cut: false };
  return Tree.of({ text, language, sentences: [sentence] }, sentence);
}

/** The index of the word with this form. */
export function wordAt(tree: Tree, form: string): number {
  return tree.words.findIndex((word) => word.form === form);
}
