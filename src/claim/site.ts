// A parsed sentence as the claim room walks it: words by index from 0, heads, children, and what each subtree spans.

import type { Language, Parse, ParsedSentence, Word } from '../language/language.js';
import { shadowOf } from '../language/tokens/shadow.js';

/** A sentence with its tree; every index is a word's place in the sentence from 0. */
export interface Site {
  readonly text: string;
  /** The text with typographic signs made plain, same offsets. */
  readonly shadow: string;
  readonly language: Language;
  readonly sentence: ParsedSentence;
  readonly words: readonly Word[];
  /** Forms and lemmas in lower case with plain apostrophes. */
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  /** Relations without their subtypes: `nsubj` of `nsubj:pass`. */
  readonly relations: readonly string[];
  /** Index of each word's head, -1 for a root; a cycle of a bad tree is cut. */
  readonly heads: readonly number[];
  readonly children: readonly (readonly number[])[];
  /** First and last word of each subtree. */
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** A stretch of words, both ends inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

const shadows = new WeakMap<Parse, string>();
const sites = new WeakMap<ParsedSentence, Site>();

/** The site of a sentence of a parse; made once a sentence. */
export function siteOf(parse: Parse, sentence: ParsedSentence): Site {
  const known = sites.get(sentence);
  if (known !== undefined) return known;
  const shadow = shadows.get(parse) ?? shadowOf(parse.text);
  shadows.set(parse, shadow);
  const { words } = sentence;
  const heads = acyclic(
    words.map(({ head }, at) => (head >= 1 && head <= words.length && head - 1 !== at ? head - 1 : -1)),
  );
  const children: number[][] = words.map(() => []);
  heads.forEach((head, at) => {
    if (head >= 0) children[head]!.push(at);
  });
  const site = {
    text: parse.text,
    shadow,
    language: parse.language,
    sentence,
    words,
    forms: words.map(({ form }) => plain(form)),
    lemmas: words.map(({ form, lemma }) => plain(lemma === '' || lemma === '_' ? form : lemma)),
    relations: words.map(({ deprel }) => withoutSubtype(deprel)),
    heads,
    children,
    ...extents(heads, children),
  };
  sites.set(sentence, site);
  return site;
}

const plain = (form: string): string => form.toLowerCase().replace(/[’`]/g, "'");

function acyclic(heads: number[]): number[] {
  const state = new Int8Array(heads.length);
  for (let from = 0; from < heads.length; from += 1) {
    const path: number[] = [];
    let at = from;
    while (at >= 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at]!;
    }
    if (at >= 0 && state[at] === 1) heads[path[path.length - 1]!] = -1;
    for (const done of path) state[done] = 2;
  }
  return heads;
}

function extents(
  heads: readonly number[],
  children: readonly (readonly number[])[],
): { first: readonly number[]; last: readonly number[] } {
  const first = heads.map((_, at) => at);
  const last = heads.map((_, at) => at);
  const order: number[] = heads.flatMap((head, at) => (head < 0 ? [at] : []));
  for (let at = 0; at < order.length; at += 1) order.push(...children[order[at]!]!);
  for (const at of order.reverse()) {
    const head = heads[at]!;
    if (head < 0) continue;
    first[head] = Math.min(first[head]!, first[at]!);
    last[head] = Math.max(last[head]!, last[at]!);
  }
  return { first, last };
}

/** The relation of a word without its subtype: `nsubj` of `nsubj:pass`. */
export function relation(site: Site, at: number): string {
  return site.relations[at]!;
}

function withoutSubtype(deprel: string): string {
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

/** The lemma in lower case with plain apostrophes; the form where the lemma is empty. */
export function lemmaOf(site: Site, at: number): string {
  return site.lemmas[at]!;
}

/** What the word may be in a table: its lemma, its form, and the infinitives that a French form in `-é`, `-e`, `-ent` is of. */
export function lemmasOf(site: Site, at: number): string[] {
  const form = formOf(site, at);
  const names = [lemmaOf(site, at), form];
  if (site.language !== 'fr' || site.words[at]!.upos !== 'VERB') return names;
  return [...names, form.replace(/(?:ées|ée|és|é|ent|es|e)$/u, 'er')];
}

/** The form in lower case with plain apostrophes. */
export function formOf(site: Site, at: number): string {
  return site.forms[at] ?? '';
}

/** The children with one of these relations (subtypes apart), in order. */
export function childrenBy(site: Site, at: number, relations: ReadonlySet<string>): number[] {
  return site.children[at]!.filter((child) => relations.has(relation(site, child)));
}

/** The words from `at` up to the root, `at` first. */
export function pathUp(site: Site, at: number): number[] {
  const path = [at];
  for (let head = site.heads[at]!; head >= 0; head = site.heads[head]!) path.push(head);
  return path;
}

/** True where `inner` is `outer` or stands somewhere below it. */
export function dominates(site: Site, outer: number, inner: number): boolean {
  for (let at = inner; at >= 0; at = site.heads[at]!) if (at === outer) return true;
  return false;
}

/** True for a feature of the word such as `Tense=Past`. */
export function hasFeature(site: Site, at: number, feature: string): boolean {
  return `|${site.words[at]!.feats}|`.includes(`|${feature}|`);
}

/** The words from `from` to `to`, both inclusive, as the tables write a phrase: "according to", "d'après". */
export function phraseForms(site: Site, from: number, to: number): string {
  return site.forms
    .slice(from, to + 1)
    .join(' ')
    .replace(/' /g, "'");
}
