// Fixed terms in other words: "outfitted forces", "seized energy"; and words that only a translation puts so.
import { anyOf, entries, tableRows } from '../../lexicon/table.js';
import { markerAt, type TextMarker } from './marker.js';

interface Broken {
  readonly pattern: RegExp;
  /** Broken form, lower case -> the term that is meant. */
  readonly meant: ReadonlyMap<string, string>;
}

const byLanguage = new Map<string, Broken>();
const friends = new Map<string, Broken>();

/** Markers of broken terms. A form that is a fixed term's own synonyms word by word is hard, a false friend soft. */
export function termMarkers(text: string, language: string): TextMarker[] {
  return [
    ...found(text, brokenTerms(language)).map(({ span, meant }) =>
      markerAt(text, span, { kind: 'broken-term', strength: 'hard', why: `the fixed term is "${meant}"` }),
    ),
    ...found(text, falseFriends(language)).map(({ span, meant }) =>
      markerAt(text, span, { kind: 'broken-term', strength: 'soft', why: `${meant} is meant` }),
    ),
  ];
}

function found(
  text: string,
  { pattern, meant }: Broken,
): { readonly span: { start: number; end: number }; readonly meant: string }[] {
  if (meant.size === 0) return [];
  return [...text.matchAll(pattern)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    meant: meant.get(match[0].toLowerCase()) ?? '',
  }));
}

function brokenTerms(language: string): Broken {
  return once(byLanguage, language, () =>
    tableRows('fixed-terms.tsv').flatMap((row) =>
      row['language'] === language ? entries(row['broken']).map((form) => [form, row['term']!] as const) : [],
    ),
  );
}

function falseFriends(language: string): Broken {
  return once(friends, language, () =>
    tableRows('false-friends.tsv').flatMap((row) =>
      row['language'] === language ? [[row['form']!, row['meant']!] as const] : [],
    ),
  );
}

function once(
  known: Map<string, Broken>,
  language: string,
  read: () => readonly (readonly [string, string])[],
): Broken {
  const made = known.get(language);
  if (made !== undefined) return made;
  const forms = new Map(read().map(([form, meant]) => [form.toLowerCase(), meant]));
  const broken = { pattern: anyOf([...forms.keys()]), meant: forms };
  known.set(language, broken);
  return broken;
}
