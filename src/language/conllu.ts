// CoNLL-U: reading treebanks, writing parses. https://universaldependencies.org/format.html
import { EntenteError } from '../base/error.js';
import type { Word } from './language.js';

/** A syntactic word of a sentence in CoNLL-U. */
export interface ConlluWord extends Pick<Word, 'form' | 'lemma' | 'upos' | 'feats' | 'head' | 'deprel'> {
  readonly misc: string;
}

/** A token that stands for several words: `don't`, `du`. Indices from 1, both inclusive. */
export interface ConlluRange {
  readonly first: number;
  readonly last: number;
  readonly form: string;
  readonly spaceAfter: boolean;
}

/** A sentence of a treebank. */
export interface ConlluSentence {
  readonly id: string;
  readonly text: string;
  /** True where a document or paragraph begins with it. */
  readonly begins: boolean;
  readonly words: readonly ConlluWord[];
  readonly ranges: readonly ConlluRange[];
}

/** The sentences of a CoNLL-U text; throws `bad-shape` with file and line. */
export function readConllu(text: string, source: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let ranges: ConlluRange[] = [];
  const close = (): void => {
    if (words.length > 0) sentences.push(sentenceOf(comments, words, ranges));
    comments = [];
    words = [];
    ranges = [];
  };
  text.split('\n').forEach((raw, at) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line === '') {
      close();
      return;
    }
    if (line.startsWith('#')) {
      comments.push(line);
      return;
    }
    const cells = line.split('\t');
    if (cells.length !== 10)
      throw new EntenteError('bad-shape', `${cells.length} columns, not 10`, { source, line: at + 1 });
    const [id, form, lemma, upos, , feats, head, deprel, , misc] = cells as [string, ...string[]];
    if (id.includes('.')) return;
    if (id.includes('-')) {
      const [first = 0, last = 0] = id.split('-').map(Number);
      ranges.push({ first, last, form: form!, spaceAfter: !misc!.includes('SpaceAfter=No') });
      return;
    }
    words.push({
      ...{ form: form!, lemma: lemma!, upos: upos!, feats: feats!, head: Number(head), deprel: deprel! },
      misc: misc!,
    });
  });
  close();
  return sentences;
}

function sentenceOf(comments: readonly string[], words: ConlluWord[], ranges: ConlluRange[]): ConlluSentence {
  const value = (key: string): string =>
    comments.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5) ?? '';
  const begins = comments.some((line) => line.startsWith('# newdoc') || line.startsWith('# newpar'));
  return { id: value('sent_id'), text: value('text'), begins, words, ranges };
}
