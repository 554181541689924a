// The language of a text or of one passage of it.
import { detectAll } from 'tinyld';
import { tableRows } from '../lexicon/table.js';

/** Languages told apart, ISO 639-1: those of the news that this field reads. A longer list makes short texts less sure. */
const CANDIDATES = [
  ...[
    'en',
    'fr',
    'de',
    'es',
    'pt',
    'it',
    'nl',
    'sv',
    'da',
    'fi',
    'pl',
    'cs',
    'sk',
    'hu',
    'ro',
    'bg',
    'sr',
    'el',
  ],
  ...['ru', 'uk', 'tr', 'ar', 'fa', 'he', 'hi', 'id', 'vi', 'th', 'zh', 'ja', 'ko'],
];
const SAMPLE = 1_500;
/** A shorter passage is taken to be in the language of the text around it. */
const LONG_ENOUGH = 60;
/** How far the best language must be ahead of the one around it to be believed of a passage. */
const AHEAD = 0.08;
/** A guess this sure is believed whatever the words. */
const CERTAIN = 0.95;
/** Characters under which names may outweigh the words. */
const FEW = 250;

/** ISO 639-1 code of a text, undefined where nothing can be told. */
export function identify(text: string): string | undefined {
  return detectAll(text.slice(0, SAMPLE), { only: CANDIDATES })[0]?.lang;
}

/** The language of a passage inside a text of a known language: another only where it is long enough and clearly so. */
export function identifyPassage(passage: string, around: string): string {
  if (passage.length < LONG_ENOUGH) return around;
  const found = detectAll(passage.slice(0, SAMPLE), { only: CANDIDATES });
  const own = found.find(({ lang }) => lang === around)?.accuracy ?? 0;
  const [first] = found;
  if (first === undefined || first.accuracy <= own + AHEAD) return around;
  return first.accuracy < CERTAIN && passage.length < FEW && speaks(passage, around) ? around : first.lang;
}

/** True where articles, auxiliaries and pronouns of the language are a tenth of the words: names of many places mislead about a sentence. */
function speaks(passage: string, language: string): boolean {
  small ??= new Set(
    tableRows('clause-words.tsv').flatMap(({ form, language: of, use }) =>
      /^(?:article|verb|pronoun)$/.test(use ?? '') ? [`${of} ${form}`] : [],
    ),
  );
  const words = passage.toLowerCase().split(/[^\p{L}]+/u);
  const own = words.filter((word) => small?.has(`${language} ${word}`)).length;
  return own > 1 && own * 10 >= words.length;
}

let small: ReadonlySet<string> | undefined;
