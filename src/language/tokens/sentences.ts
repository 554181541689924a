// Sentences of tokens: ends by the model, at empty lines and behind a dateline; what is too long is cut at a safe place and says so.
import type { Linear } from '../linear.js';
import { datelineEnd } from './dateline.js';
import { SentenceQuestions, type UsualWords } from './sentence-questions.js';
import type { Tokens } from './splitter.js';
import type { Words } from './words.js';

/** Words of a sentence, `from` inclusive, `to` exclusive. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
  readonly cut: boolean;
}

/** What sentence ends are decided by. */
export interface SentenceModel {
  readonly sentences: Linear;
  readonly abbreviations: ReadonlySet<string>;
  readonly usual: UsualWords;
}

/** In tokens: work on a sentence grows with the square of its length. */
const LONGEST = 160;

/** The sentences of a text in order. */
export function sentencesOf(
  { shadow, tokens, words }: { shadow: string; tokens: Tokens; words: Words },
  { sentences, abbreviations, usual }: SentenceModel,
): WordSpan[] {
  const questions = new SentenceQuestions(shadow, tokens, abbreviations, usual);
  const found: WordSpan[] = [];
  let first = 0;
  let word = 0;
  let dateline = datelineEnd(shadow, tokens.starts[0] ?? 0);
  const close = (last: number, cut: boolean): void => {
    const from = word;
    while (word < words.tokens.length && words.tokens[word]! <= last) word += 1;
    found.push({ from, to: word, cut });
    first = last + 1;
    dateline = datelineEnd(shadow, tokens.starts[first] ?? shadow.length);
  };
  for (let at = 0; at < tokens.count; at += 1) {
    if (at === tokens.count - 1 || tokens.gaps[at + 1] === 2) close(at, false);
    else if (dateline !== undefined) {
      if (tokens.starts[at + 1]! >= dateline) close(at, false);
    } else if (questions.open(at) && !questions.runsOn(at) && sentences.score(questions.ask(at, first)) > 0)
      close(at, false);
    else if (at - first + 1 >= LONGEST) close(safePlace(shadow, tokens, first, at), true);
  }
  return found;
}

/** The last semicolon, else comma or dash, in the second half of a stretch of tokens; its end where there is none. */
function safePlace(shadow: string, tokens: Tokens, first: number, last: number): number {
  for (const signs of [';:', ',-)'])
    for (let at = last; at > first + LONGEST / 2; at -= 1)
      if (signs.includes(shadow[tokens.starts[at]!]!) && tokens.ends[at]! - tokens.starts[at]! === 1)
        return at;
  return last;
}
