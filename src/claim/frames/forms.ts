// Inflected forms of the predicates of frames, for words whose lemma the tagger does not know: "initialled", "rattachent".
import type { Language } from '../../language/language.js';
import { entries, tableRows } from '../../lexicon/table.js';

const VOWEL = /[aeiou]/;

/** Forms of a predicate that are told from its lemma by rule, and the irregular ones of the lexicon; the lemma is one of them. */
export function formsOf(lemma: string, upos: string, language: Language): ReadonlySet<string> {
  if (language === 'fr') return new Set(upos === 'NOUN' ? plural(lemma) : french(lemma));
  return new Set(upos === 'VERB' ? english(lemma) : upos === 'NOUN' ? plural(lemma) : [lemma]);
}

function plural(lemma: string): string[] {
  return /[sxz]$/.test(lemma) ? [lemma] : [lemma, `${lemma}s`];
}

function english(lemma: string): string[] {
  const irregular = irregularForms('en').get(lemma) ?? [];
  const stems = stemsOf(lemma);
  const third = /(?:s|x|z|ch|sh|o)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  const ing = /ie$/.test(lemma) ? [`${lemma.slice(0, -2)}ying`] : stems.map((stem) => `${stem}ing`);
  const past = irregular.length > 0 ? irregular : pastStems(lemma, stems).map((stem) => `${stem}ed`);
  return [lemma, third, ...ing, ...past];
}

/** The stems before `-ing`: `sign`, `bas`, `initial` and `initiall`. */
function stemsOf(lemma: string): string[] {
  if (/[^e]e$/.test(lemma)) return [lemma.slice(0, -1)];
  const last = lemma.at(-1) ?? '';
  const doubles = !VOWEL.test(last) && !/[wxy]/.test(last) && VOWEL.test(lemma.at(-2) ?? '');
  return doubles ? [lemma, lemma + last] : [lemma];
}

function pastStems(lemma: string, stems: readonly string[]): string[] {
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}i`];
  return /e$/.test(lemma) ? [lemma.slice(0, -1)] : [...stems];
}

const FIRST_GROUP = 'e es ent ons ez er é ée és ées ait aient ant a èrent era eront erait eraient ât'.split(
  ' ',
);

const SECOND_GROUP = 'is it issent ir i ie ies issait issaient irent ira iront irait iraient'.split(' ');
const THIRD_GROUP = 's ent re u us ue ues ait aient irent it ra ront rait raient'.split(' ');

/** Regular verbs in -er, -ir and -re, and participles that are adjectives; others as the lexicon has them. */
function french(lemma: string): string[] {
  const irregular = irregularForms('fr').get(lemma);
  if (irregular !== undefined) return [lemma, ...irregular];
  const stem = lemma.slice(0, -2);
  if (/é$/.test(lemma)) return ['', 'e', 's', 'es'].map((end) => lemma + end);
  if (/ir$/.test(lemma)) return SECOND_GROUP.map((end) => stem + end);
  if (/re$/.test(lemma)) return THIRD_GROUP.map((end) => stem + end);
  if (!/er$/.test(lemma)) return [lemma];
  const soft = stem.replace(/c$/, 'ç').replace(/g$/, 'ge');
  const open = stem.replace(/[eé]([^aeiouéè]+)$/, 'è$1');
  return FIRST_GROUP.map(
    (end) => (/^e(?:s|nt|r(?:a|ont|ait|aient))?$/.test(end) ? open : /^[aoâ]/.test(end) ? soft : stem) + end,
  );
}

const irregulars = new Map<Language, ReadonlyMap<string, readonly string[]>>();

function irregularForms(language: Language): ReadonlyMap<string, readonly string[]> {
  const known = irregulars.get(language);
  if (known !== undefined) return known;
  const rows = tableRows('irregular-verbs.tsv').filter((row) => row['language'] === language);
  const made = new Map(rows.map((row) => [row['lemma']!, entries(row['forms'])]));
  irregulars.set(language, made);
  return made;
}
