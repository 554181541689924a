// Names replaced by a word that they resemble in another language: "said bets" for "said Paris".
import { entries, type Row, tableRows } from '../../lexicon/table.js';
import { markerAt, type TextMarker, wordsAfter } from './marker.js';

/** What governments do and things do not; the word before it may be an auxiliary. */
const ACTS =
  '(?:(?:have|has|had|is|was|will|would)\\s+)?(?:invested|turned|sent|despatched|dispatched|announced|decided|denied|agreed|deployed|withdrew|withdrawn|accused|recalled|signed|negotiated|supported|intervened|insisted|warned|condemned|promised|refused|suspended|said)';

let homographs: readonly Row[] | undefined;

/** Soft markers of words that act as only a state or city can. Where the word's own subject is near, nothing is said. */
export function nameMarkers(text: string, language: string): TextMarker[] {
  homographs ??= tableRows('homographs.tsv');
  return homographs.flatMap((row) => {
    if (row['language'] !== language || entries(row['foreign']).some((word) => holds(text, word))) return [];
    const pattern = new RegExp(
      `(?:(?:as|and|while|that|when|where)\\s+|,\\s+|\\d{4}\\s+|^)(${row['word']!})\\s+${ACTS}(?!\\p{L})`,
      'gimu',
    );
    return [...text.matchAll(pattern)].map((match) => {
      const start = match.index + match[0].search(/\p{L}/u);
      const end = wordsAfter(text, match.index + match[0].length, 1);
      const why = `${row['name']} is meant: ${row['why']}`;
      return markerAt(text, { start, end }, { kind: 'replaced-name', strength: 'soft', why });
    });
  });
}

function holds(text: string, word: string): boolean {
  return new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text);
}
