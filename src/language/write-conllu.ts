// A parse as CoNLL-U: source spellings for tokens, SpaceAfter=No and NER=B-PER in MISC.
import type { Parse, ParsedSentence, Word } from './language.js';

/** One sentence block for each sentence, each with `# text`, and an empty line after it. */
export function writeConllu({ text, sentences }: Parse): string {
  return sentences.map((sentence, at) => block(text, sentence, at + 1)).join('');
}

function block(text: string, sentence: ParsedSentence, number: number): string {
  const { words } = sentence;
  const lines = [`# sent_id = ${number}`, `# text = ${flat(text.slice(sentence.start, sentence.end))}`];
  if (sentence.cut) lines.push('# cut = yes');
  const tags = nameTags(sentence);
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && words[to]!.token === words[from]!.token) to += 1;
    const token = { start: words[from]!.start, end: words[to - 1]!.end };
    const surface = flat(text.slice(token.start, token.end));
    const glued = /\S/.test(text[token.end] ?? ' ') ? 'SpaceAfter=No' : '';
    if (to - from > 1) lines.push(row(`${from + 1}-${to}`, surface, glued));
    for (let at = from; at < to; at += 1) {
      const misc = [to - from > 1 ? '' : glued, tags[at]!].filter((part) => part !== '').join('|');
      lines.push(wordRow(words[at]!, at + 1, to - from > 1 ? words[at]!.form : surface, misc));
    }
    from = to;
  }
  return `${lines.join('\n')}\n\n`;
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ');
const row = (id: string, form: string, misc: string): string =>
  [id, form, '_', '_', '_', '_', '_', '_', '_', misc || '_'].join('\t');

function wordRow({ lemma, upos, feats, head, deprel }: Word, id: number, form: string, misc: string): string {
  return [id, form, lemma || '_', upos, '_', feats, head, deprel, '_', misc || '_'].join('\t');
}

function nameTags({ words, names }: ParsedSentence): string[] {
  const tags = words.map(() => '');
  for (const { from, to, type } of names)
    for (let at = from; at < to; at += 1) tags[at] = `NER=${at === from ? 'B' : 'I'}-${type}`;
  return tags;
}
