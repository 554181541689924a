// What the network is trained on: sentences of treebanks and of collections of names, as numbers.
import { type ConlluSentence, readConllu } from '../conllu.js';
import { type Labels, NAME_TYPES, type NameSpan, type NameType, nameTags } from '../labels.js';

/** A sentence to learn from. `null` where the source says nothing of that kind. */
export interface Example {
  readonly id: string;
  readonly forms: readonly string[];
  readonly tree: ConlluSentence | null;
  readonly names: readonly NameSpan[] | null;
}

/** The wanted labels of a sentence as numbers, -1 for unknown; heads from 0 for the root, -1 for unknown. */
export interface Encoded {
  readonly tags: Int32Array;
  readonly features: Int32Array;
  readonly names: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** Sentences of a treebank. */
export function treebank(text: string, source: string): Example[] {
  return readConllu(text, source).map((tree) => ({
    id: tree.id,
    forms: tree.words.map(({ form }) => form),
    tree,
    names: null,
  }));
}

/** Names by sentence from an IOB2 (UNER) or IOB1 (wikigold) file: columns by tab or blank, last but comments. */
export function nameExamples(text: string): Example[] {
  return text.split(/\r?\n[ \t]*\r?\n/).flatMap((block) => {
    const lines = block.split(/\r?\n/).filter((line) => line !== '');
    const id = lines.find((line) => line.startsWith('# sent_id = '))?.slice(12) ?? '';
    const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(/[\t ]/));
    if (rows.length === 0) return [];
    const numbered = rows.every(([first], at) => first === String(at + 1)) && (rows[0]?.length ?? 0) > 2;
    const at = numbered ? 1 : 0;
    const forms = rows.map((row) => row[at]!);
    return [{ id, forms, tree: null, names: spansOf(rows.map((row) => row[at + 1] ?? 'O')) }];
  });
}

function spansOf(tags: readonly string[]): NameSpan[] {
  const spans: NameSpan[] = [];
  let from = -1;
  let type = '';
  const close = (to: number): void => {
    if (from >= 0 && (NAME_TYPES as readonly string[]).includes(type))
      spans.push({ from, to, type: type as NameType });
    from = -1;
  };
  tags.forEach((tag, at) => {
    const [place = 'O', kind = ''] = tag.split('-');
    if (place === 'O' || place === 'B' || kind !== type || from < 0) close(at);
    if (place !== 'O' && from < 0) from = at;
    type = place === 'O' ? '' : kind;
  });
  close(tags.length);
  return spans;
}

/** Names joined to the trees of the same sentence; names of other sentences come behind. */
export function joined(trees: readonly Example[], names: readonly Example[]): Example[] {
  const known = new Map(names.map((example) => [example.id, example]));
  const used = new Set<string>();
  const both = trees.map((example) => {
    const same = known.get(example.id);
    if (same === undefined || same.forms.join(' ') !== example.forms.join(' ')) return example;
    used.add(example.id);
    return { ...example, names: same.names };
  });
  return [...both, ...names.filter(({ id }) => id === '' || !used.has(id))];
}

/** All labels that occur, in the order of their names. */
export function labelsOf(examples: readonly Example[]): Labels {
  const tags = new Set<string>();
  const features = new Set<string>();
  const relations = new Set<string>();
  for (const { tree } of examples)
    for (const word of tree?.words ?? []) {
      tags.add(word.upos);
      features.add(word.feats);
      relations.add(word.deprel);
    }
  return { tags: [...tags].sort(), features: [...features].sort(), relations: [...relations].sort() };
}

/** The labels of a sentence as numbers. */
export function encoder(labels: Labels): (example: Example) => Encoded {
  const number = (list: readonly string[]): Map<string, number> =>
    new Map(list.map((label, at) => [label, at]));
  const [tags, features, relations] = [
    number(labels.tags),
    number(labels.features),
    number(labels.relations),
  ];
  return ({ forms, tree, names }) => {
    const map = (value: (at: number) => number): Int32Array => Int32Array.from(forms, (_, at) => value(at));
    return {
      tags: map((at) => (tree === null ? -1 : (tags.get(tree.words[at]!.upos) ?? -1))),
      features: map((at) => (tree === null ? -1 : (features.get(tree.words[at]!.feats) ?? -1))),
      names: names === null ? map(() => -1) : nameTags(names, forms.length),
      heads: map((at) => (tree === null ? -1 : tree.words[at]!.head)),
      relations: map((at) => (tree === null ? -1 : (relations.get(tree.words[at]!.deprel) ?? -1))),
    };
  };
}
