// Seams and dangling openings: where a second text begins, and words that answer to nothing before them.
import { tableRows } from '../../lexicon/table.js';
import { datelinesOf } from '../origin/datelines.js';
import { markerAt, type TextMarker, wordsAfter } from './marker.js';

/** A text with more datelines is a round-up that names each report's place. */
const MOST_SEAMS = 2;
/** A lone dateline that opens a paragraph this near to the start stands under a summary, not at a seam. */
const SUMMARY = 600;
/** Words that the marker shows from the connective on. */
const SHOWN = 5;
const SENTENCE_END = /[.!?]["”’)]?(?=\s)/g;

/** A marker at each dateline inside the text. */
export function seamMarkers(text: string): TextMarker[] {
  const lines = datelinesOf(text);
  const inside = lines.filter(({ start }) => start > 0);
  const isUnderSummary =
    lines.length === 1 && inside.some(({ start }) => start < SUMMARY && text[start - 1] === '\n');
  const strength = inside.length > MOST_SEAMS || isUnderSummary ? 'soft' : 'hard';
  return inside.map((line) =>
    markerAt(text, line, { kind: 'seam', strength, why: 'a dateline inside the text: a second text begins' }),
  );
}

/** Markers of connectives in the first sentence of the text, or in one of the first two after a seam. */
export function danglingMarkers(text: string, language: string): TextMarker[] {
  const starts = [
    0,
    ...datelinesOf(text).flatMap(({ start, end }) => (start > 0 ? [end, nextSentence(text, end)] : [])),
  ];
  const forms = connectives(language);
  return starts.flatMap((start) => {
    const opening = text.slice(start, start + 40).toLowerCase();
    const form = forms.find(
      (known) => opening.startsWith(known) && !/^[\p{L}]/u.test(opening.slice(known.length)),
    );
    if (form === undefined) return [];
    const span = { start, end: wordsAfter(text, start, Math.max(SHOWN, form.split(' ').length + 1)) };
    return [
      markerAt(text, span, {
        kind: 'dangling',
        strength: 'soft',
        why:
          start === 0
            ? 'opens the text and answers to nothing'
            : 'follows from nothing in this part of the text',
      }),
    ];
  });
}

function nextSentence(text: string, from: number): number {
  SENTENCE_END.lastIndex = from;
  const end = SENTENCE_END.exec(text);
  if (end === null) return text.length;
  const after = end.index + end[0].length;
  return after + /^\s*/.exec(text.slice(after, after + 8))![0].length;
}

const joining = new Map<string, readonly string[]>();

function connectives(language: string): readonly string[] {
  const known = joining.get(language);
  if (known !== undefined) return known;
  const made = tableRows('connectives.tsv')
    .filter((row) => row['language'] === language)
    .map((row) => row['form']!)
    .sort((a, b) => b.length - a.length);
  joining.set(language, made);
  return made;
}
