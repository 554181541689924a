// The own fields of each kind, computed from the arguments of its predicate.
import type { Quantity } from '../../base/quantity.js';
import { rankOfWord } from '../../lexicon/ranks.js';
import type { ClaimKind } from '../claim.js';
import type { Match, Scene } from '../frames/match.js';

/** What the fields are computed from. */
export interface FieldSource {
  readonly match: Match;
  readonly scene: Scene;
  readonly quantities: readonly Quantity[];
  /** The text of a stretch of words, both ends inclusive. */
  readonly text: (first: number, last: number) => string;
  /** The words of the evidence. */
  readonly words: readonly number[];
  /** ISO days of the claim's time, for the period of a share. */
  readonly period: string | undefined;
}

type Fields = Record<string, unknown>;

/** The fields of a claim: those that its frame gives, then those of its kind. */
export function fieldsOf(kind: ClaimKind, source: FieldSource): Fields {
  return { ...source.match.frame.fields, ...(BY_KIND[kind]?.(source) ?? {}), ...whereOf(kind, source) };
}

const BY_KIND: Readonly<Partial<Record<ClaimKind, (source: FieldSource) => Fields>>> = {
  agreement: (source) => ({
    ...some('instrument', phraseOf(source, 'instrument')),
    sectors: sectorsOf(source),
  }),
  transfer: ({ quantities }) => {
    const price = quantities.find(({ unit }) => /^[A-Z]{3}$/.test(unit ?? ''));
    const value = price?.value ?? price?.low ?? price?.high;
    return value === undefined || value === null ? {} : { value: { value, currency: price!.unit! } };
  },
  share: ({ match, scene, quantities, words, period }) => {
    const percent = quantities.find(({ unit }) => unit === 'percent')?.value;
    const rank = rankOf(scene, words);
    return {
      measure: match.frame.fields['measure'] ?? 'arms-exports',
      ...(typeof percent === 'number' && { percent }),
      ...(rank !== undefined && { rank }),
      ...some('period', period),
    };
  },
  presence: ({ scene, match, words }) => {
    const force = forceOf(scene, [...match.roles.flatMap(({ heads }) => heads), ...words]);
    return some('force', force);
  },
  access: (source) => some('facility', phraseOf(source, 'facility')),
  contact: ({ scene, words }) => some('level', levelOf(scene, words)),
  aid: ({ scene, words }) => some('form', classValue(scene, words, 'aid')),
  statement: (source) => some('topic', topicOf(source)),
  rupture: (source) => some('measure', source.match.frame.fields['measure'] ?? predicateWords(source)),
};

/** Kinds with a place of their own that is no role. */
const PLACED: ReadonlySet<ClaimKind> = new Set(['training', 'exercise', 'contact']);

/** Where it happens, in the text's words: the place that the frame names, else one that the clause says something is at. */
function whereOf(kind: ClaimKind, { match, scene, text, words }: FieldSource): Fields {
  if (!PLACED.has(kind)) return {};
  const given = match.roles.find(({ role }) => role === 'where')?.places[0];
  const place = given ?? scene.mentions.places.find(({ located, head }) => located && words.includes(head));
  return place === undefined ? {} : { where: text(place.from, place.to) };
}

const some = (name: string, value: unknown): Fields =>
  value === undefined || value === '' ? {} : { [name]: value };

/** The words of the first phrase of a class: "defence cooperation agreement". */
function phraseOf({ scene, text, words }: FieldSource, name: string): string | undefined {
  const { tree, nouns, language } = scene;
  const at = words.find(
    (word) => /^(?:NOUN|PROPN)$/.test(tree.word(word).upos) && nouns.is(tree, word, name),
  );
  if (at === undefined) return undefined;
  if (language === 'fr') return text(at, at);
  const before = tree
    .children(at)
    .filter((child) => child < at && ['compound', 'amod'].includes(tree.relation(child)));
  const first = Math.min(at, ...before.filter((child) => !/NumType|Degree=Sup/.test(tree.word(child).feats)));
  return text(first, at);
}

/** DCAD sectors named in the evidence; `general` where the phrase speaks of defence or military cooperation alone. */
function sectorsOf({ scene, words }: FieldSource): string[] {
  const found = new Set<string>();
  for (const word of words) {
    const value = scene.nouns.value(scene.tree, word, 'sector');
    if (value !== undefined && value !== '') found.add(value);
  }
  if (found.size > 1) found.delete('general');
  return [...found].sort();
}

function rankOf({ tree }: Scene, words: readonly number[]): number | undefined {
  const ranks = words.flatMap((word) => rankOfWord(tree.word(word).form) ?? []);
  return ranks.length === 0 ? undefined : Math.max(...ranks);
}

function forceOf({ tree, nouns }: Scene, words: readonly number[]): string | undefined {
  for (const word of words) {
    if (!/^(?:NOUN|PROPN)$/.test(tree.word(word).upos)) continue;
    const value = nouns.value(tree, tree.content(word, nouns.counts), 'force');
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

const LEVELS = ['head', 'minister', 'chief-of-staff', 'ambassador', 'official'];

function levelOf({ tree, nouns }: Scene, words: readonly number[]): string | undefined {
  const levels = words
    .map((word) => nouns.value(tree, word, 'office'))
    .filter((level) => level !== undefined);
  return LEVELS.find((level) => levels.includes(level));
}

function classValue({ tree, nouns }: Scene, words: readonly number[], name: string): string | undefined {
  return words
    .map((word) => nouns.value(tree, word, name))
    .find((value) => value !== undefined && value !== '');
}

/** What a statement is about: its clause or the phrase after its preposition, in the text's words. */
function topicOf({ match, scene, text }: FieldSource): string | undefined {
  const { tree } = scene;
  for (const name of [
    'comp',
    'for',
    'of',
    'over',
    'on',
    'about',
    'against',
    'obj',
    'à',
    'de',
    'sur',
    'pour',
  ]) {
    const at = match.arguments.get(name).find((word) => tree.word(word).upos !== 'PROPN');
    if (at === undefined) continue;
    const words = tree.phrase(at, { clauses: true });
    return text(words[0]!, words[words.length - 1]!).slice(0, LONGEST_TOPIC);
  }
  return undefined;
}

const LONGEST_TOPIC = 200;

function predicateWords({ match, text, scene }: FieldSource): string {
  const objects = match.arguments.get('obj').filter((word) => word > match.predicate);
  const last = objects.length === 0 ? match.predicate : Math.max(...scene.tree.phrase(objects[0]!));
  return text(match.predicate, Math.min(last, match.predicate + 8));
}
