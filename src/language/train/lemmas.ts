// Learns lemmas: rules by the end of the word where most words agree, and a table of the rest.
import type { ConlluSentence } from '../conllu.js';
import { applied, type Lemmas, lemmaClass, lemmaOf } from '../lemma.js';
import { shadowOf } from '../tokens/shadow.js';

const LONGEST_END = 6;
/** A rule must have been right so often, and for such a share of the words with its end. */
const LEAST = 2;

/** Rules and exceptions of a treebank. */
export function learnLemmas(sentences: readonly ConlluSentence[]): Lemmas {
  const pairs = new Map<string, Map<string, number>>();
  for (const { words } of sentences)
    for (const { form, lemma, upos, feats } of words) {
      if (lemma === '_') continue;
      const key = `${lemmaClass(upos, feats)} ${shadowOf(form).toLowerCase()}`;
      const found = pairs.get(key) ?? new Map<string, number>();
      const value = upos === 'PROPN' ? lemma.toLowerCase() : lemma;
      found.set(value, (found.get(value) ?? 0) + 1);
      pairs.set(key, found);
    }
  const best = new Map([...pairs].map(([key, lemmas]) => [key, most(lemmas)]));
  const rules = learnRules(best);
  const known = new Map<string, string>();
  const empty = { known: new Map<string, string>(), rules };
  for (const [key, lemma] of [...best].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind = '', form = ''] = split(key);
    const guess = lemmaOf(empty, form, kind.startsWith('PROPN') ? 'PROPN' : 'NOUN', kind);
    if (guess !== lemma) known.set(key, lemma);
  }
  return { known, rules };
}

function learnRules(best: ReadonlyMap<string, string>): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const [key, lemma] of best) {
    const [kind = '', form = ''] = split(key);
    const rule = ruleOf(form, lemma);
    for (let size = 0; size <= Math.min(LONGEST_END, form.length); size += 1) {
      const place = `${kind} ${size === 0 ? '' : form.slice(-size)}`;
      const found = votes.get(place) ?? new Map<string, number>();
      found.set(rule, (found.get(rule) ?? 0) + 1);
      votes.set(place, found);
    }
  }
  const rules = new Map<string, string>();
  for (const [place, found] of [...votes].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const rule = most(found);
    const count = found.get(rule)!;
    const [kind = '', end = ''] = split(place);
    if (end !== '' && count < LEAST) continue;
    if (end === '' || shorterRule(rules, kind, end) !== rule) rules.set(place, rule);
  }
  return rules;
}

function shorterRule(rules: ReadonlyMap<string, string>, kind: string, end: string): string | undefined {
  for (let size = end.length - 1; size >= 0; size -= 1) {
    const rule = rules.get(`${kind} ${size === 0 ? '' : end.slice(-size)}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function ruleOf(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same += 1;
  const rule = `${form.length - same}:${lemma.slice(same)}`;
  return applied(form, rule) === lemma ? rule : `${form.length}:${lemma}`;
}

function most(votes: ReadonlyMap<string, number>): string {
  return [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0];
}

function split(key: string): [string, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
}
