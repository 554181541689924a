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
/** Share of function words from which a passage is in their language, whatever names it has: `Des officiers gambiens ont`. */
const ENOUGH = 0.25;

/** ISO 639-1 code of a text, undefined where nothing can be told. */
export function identify(text: string): string | undefined {
  return detectAll(text.slice(0, SAMPLE), { only: CANDIDATES })[0]?.lang;
}

/** The language of a passage inside a text of a known language: another only where it is long enough and clearly so. */
export function identifyPassage(passage: string, around: string): string {
  if (passage.length < LONG_ENOUGH || isSpoken(passage, around)) return around;
  const words = withoutNames(passage.slice(0, SAMPLE));
  const found = detectAll(words.length < TELLING ? passage.slice(0, SAMPLE) : words, { only: CANDIDATES });
  const own = found.find(({ lang }) => lang === around)?.accuracy ?? 0;
  const [first] = found;
  return first !== undefined && first.accuracy > own + AHEAD ? first.lang : around;
}

/** A passage with less besides its names is told by all of it. */
const TELLING = 25;

/** The words that are written small: `Tajik` and `Mogadishu` are of no language that a text is in. */
const withoutNames = (passage: string): string =>
  passage
    .replace(/(?<!\p{L})\p{Lu}[\p{L}\p{N}'’.-]*/gu, ' ')
    .replace(/[\d“”"]+/g, ' ')
    .replace(/\s+/g, ' ');

/** True where a passage has the little words of a language, which no other has in such numbers. */
function isSpoken(passage: string, language: string): boolean {
  const known = functionWords(language);
  const words = passage.toLowerCase().match(/\p{L}+['’]?/gu) ?? [];
  const own = words.filter((word) => known.has(word.replace('’', "'")));
  return new Set(own).size >= SEVERAL && own.length >= ENOUGH * words.length;
}

/** Different function words that tell a language. */
const SEVERAL = 3;
const functions = new Map<string, ReadonlySet<string>>();

function functionWords(language: string): ReadonlySet<string> {
  const known = functions.get(language);
  if (known !== undefined) return known;
  const rows = tableRows('function-words.tsv').filter((row) => row['language'] === language);
  const made = new Set(rows.map((row) => row['word']!));
  functions.set(language, made);
  return made;
}
