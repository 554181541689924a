// Where a text quotes somebody: the spans between quotation marks.
import type { Span } from '../../base/span.js';

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '"': '"' };
const OPENER = /[“«„"]/g;
/** A quotation this long is no quotation but a mark that lost its partner. */
const LONGEST = 1_500;
const SENTENCE_END = /[.!?]["”»)]?(?:\s|$)/g;

/**
 * The quotations of a text, marks included, in order and apart from each other.
 *
 * A mark without its partner in the paragraph quotes up to the end of its sentence: `said, "We have been clear.`
 */
export function quotationsOf(text: string): Span[] {
  const spans: Span[] = [];
  OPENER.lastIndex = 0;
  for (let open = OPENER.exec(text); open !== null; open = OPENER.exec(text)) {
    const end = closing(text, open.index, open[0]);
    spans.push({ start: open.index, end });
    OPENER.lastIndex = end;
  }
  return spans;
}

function closing(text: string, open: number, mark: string): number {
  const paragraph = text.indexOf('\n\n', open);
  const limit = Math.min(paragraph < 0 ? text.length : paragraph, open + LONGEST);
  const close = text.indexOf(CLOSERS[mark]!, open + 1);
  if (close > 0 && close < limit) return close + 1;
  SENTENCE_END.lastIndex = open + 1;
  const sentence = SENTENCE_END.exec(text);
  return sentence === null || sentence.index >= limit ? limit : sentence.index + 1;
}
