// Sentences of a document: the title, then those of every block, with offsets into the text they stand in.
import type { Document } from '../document/document.js';
import type { EvidencePlace } from './claim.js';

/** A sentence: a span of the document's text, or of its title where `where` is `title`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly where: EvidencePlace;
}

const segmenters: Readonly<Record<string, Intl.Segmenter>> = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  fr: new Intl.Segmenter('fr', { granularity: 'sentence' }),
};
/** A sentence does not end here: initials, titles and abbreviations of months, and before a lower-case letter or a comma. */
const NO_END =
  /(?:(?:^|[\s("“])(?:\p{Lu}|U\.S|U\.N|U\.K|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Adm|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|M|Mme|MM|Gal|etc|av|env)\.)\s*$/u;
/** Longer ones are cut at a space so that the work per sentence stays bounded. */
const LONGEST = 1_500;

/** The sentences in the order of the page. */
export function sentencesOf(document: Document): Sentence[] {
  const segmenter = segmenters[document.language?.value ?? 'en'] ?? segmenters['en']!;
  const found: Sentence[] = [];
  const title = document.title?.value;
  if (title !== undefined && title !== '')
    found.push({ start: 0, end: title.length, text: title, where: 'title' });
  for (const { start, end, kind } of document.blocks) {
    const where: EvidencePlace = kind === 'lead' ? 'lead' : kind === 'caption' ? 'caption' : 'body';
    for (const [from, to] of segments(document.text.slice(start, end), segmenter)) {
      found.push({
        start: start + from,
        end: start + to,
        text: document.text.slice(start + from, start + to),
        where,
      });
    }
  }
  return found;
}

function segments(text: string, segmenter: Intl.Segmenter): [number, number][] {
  const joined: [number, number][] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = joined[joined.length - 1];
    const before = last === undefined ? '' : text.slice(Math.max(last[0], last[1] - 12), last[1]);
    if (last !== undefined && (NO_END.test(before) || /^[\s]*[\p{Ll},;)]/u.test(segment)))
      last[1] = index + segment.length;
    else joined.push([index, index + segment.length]);
  }
  return joined.flatMap(([from, to]) => cut(text, from, to)).filter(([from, to]) => to > from);
}

function cut(text: string, from: number, to: number): [number, number][] {
  const parts: [number, number][] = [];
  let start = from;
  while (to - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST);
    const end = space > start ? space : start + LONGEST;
    parts.push(trimmed(text, start, end));
    start = end;
  }
  parts.push(trimmed(text, start, to));
  return parts;
}

function trimmed(text: string, from: number, to: number): [number, number] {
  const part = text.slice(from, to);
  return [from + (part.length - part.trimStart().length), to - (part.length - part.trimEnd().length)];
}
