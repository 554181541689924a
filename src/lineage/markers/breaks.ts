// Breaks: sentences that stop where none can, and what a program left standing between them.
import { anyOf, tableRows } from '../../lexicon/table.js';
import { markerAt, type TextMarker, wordsAfter } from './marker.js';

/** "(CAR). , and": an end of sentence, a space, and a comma. */
const ORPHAN = /(?<!\S)(?!etc\.)(\S+[.!?]["”’)]?)[^\S\n]+[,;](?=\s+\p{L})/gu;
/** "is disputed. Footnote 44 The ministers": not "see footnote 4". */
const FOOTNOTE = /(?<=[.!?]["”’)]?\s{1,4})(?:Footnote|Note de bas de page)\s+\d{1,3}(?=\s+\p{Lu})/gu;
/** "{signed|inked|sealed}": what a spinning program chooses from. */
const SPINTAX = /\{[\p{L}' -]{2,40}(?:\|[\p{L}' -]{1,40}){1,12}\}/gu;

const leftovers = new Map<string, { pattern: RegExp; whys: ReadonlyMap<string, string> }>();

/** Markers of broken sentences and leftovers. */
export function breakMarkers(text: string, language: string): TextMarker[] {
  return [
    ...spans(text, ORPHAN).map(({ start, end }) =>
      markerAt(
        text,
        { start, end: wordsAfter(text, end, 2) },
        { kind: 'broken-sentence', strength: 'hard', why: 'an end of sentence and a comma side by side' },
      ),
    ),
    ...spans(text, FOOTNOTE).map((span) => leftover(text, span, 'the name of a footnote inside the text')),
    ...spans(text, SPINTAX).map((span) =>
      leftover(text, span, 'a choice of words left open by a spinning program'),
    ),
    ...listed(text, language),
  ];
}

function leftover(text: string, span: { start: number; end: number }, why: string): TextMarker {
  return markerAt(text, span, { kind: 'leftover', strength: 'hard', why });
}

function listed(text: string, language: string): TextMarker[] {
  const { pattern, whys } = leftoversOf(language);
  return spans(text, pattern).map((span) => {
    const form = text.slice(span.start, span.end).toLowerCase();
    return leftover(text, span, whys.get(form) ?? 'left over');
  });
}

function leftoversOf(language: string): { pattern: RegExp; whys: ReadonlyMap<string, string> } {
  const known = leftovers.get(language);
  if (known !== undefined) return known;
  const rows = tableRows('leftovers.tsv').filter((row) => row['language'] === language);
  const whys = new Map(rows.map((row) => [row['form']!.toLowerCase(), row['why']!]));
  const made = { pattern: whys.size === 0 ? /(?!)/g : anyOf([...whys.keys()]), whys };
  leftovers.set(language, made);
  return made;
}

function spans(text: string, pattern: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
