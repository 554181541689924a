// Lemmas: a table of what was seen, and rules by the end of the word for what was not.

/** What lemmas are made from; every key begins with the word class from {@link lemmaClass}. */
export interface Lemmas {
  /** `class form` -> lemma, where the rules would be wrong. */
  readonly known: ReadonlyMap<string, string>;
  /** `class end` -> how many letters go, and what comes instead, as `2:y`. */
  readonly rules: ReadonlyMap<string, string>;
  /** `UPOS form` -> lemma, of the lexicon: forms that a treebank of this size lacks or misleads about. */
  readonly irregular?: ReadonlyMap<string, string>;
}

const LONGEST_END = 6;
const TELLING = /(?:^|\|)(?:Number|VerbForm|Tense|Degree|Poss)=\w+/g;

/** The part of a word's analysis that its lemma depends on: UPOS and a few features. */
export function lemmaClass(upos: string, feats: string): string {
  return `${upos}${[...feats.matchAll(TELLING)].map(([text]) => text.replace('|', '').replace(/^(\w)\w*=(\w)\w*(\w)$/, '$1$2$3')).join('')}`;
}

/** The lemma of a form; names keep their capitals. */
export function lemmaOf(
  { known, rules, irregular }: Lemmas,
  form: string,
  upos: string,
  kind: string,
): string {
  const lower = form.toLowerCase();
  const seen = irregular?.get(`${upos} ${lower}`) ?? known.get(`${kind} ${lower}`);
  const name = upos === 'PROPN' || upos === 'X' || upos === 'SYM';
  if (seen !== undefined) return name ? sameCase(form, seen) : seen;
  const base = name ? form : lower;
  for (let size = Math.min(LONGEST_END, lower.length); size >= 0; size -= 1) {
    const rule = rules.get(`${kind} ${size === 0 ? '' : lower.slice(-size)}`);
    if (rule !== undefined) return applied(base, rule);
  }
  return base;
}

/** A rule applied to a word. */
export function applied(word: string, rule: string): string {
  const [cut = '0', end = ''] = rule.split(':');
  return word.slice(0, Math.max(0, word.length - Number(cut))) + end;
}

function sameCase(form: string, lemma: string): string {
  if (form === form.toUpperCase() && form.length > 1) return lemma.toUpperCase();
  return form[0] === form[0]?.toUpperCase() ? lemma[0]!.toUpperCase() + lemma.slice(1) : lemma;
}
