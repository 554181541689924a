// The labels that the network chooses among, each with its number.

/** Person, organisation, place. */
export const NAME_TYPES = ['PER', 'ORG', 'LOC'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** Tags of names: outside, and for each type its first, inner, last and only word. */
export const NAME_TAGS: readonly string[] = [
  'O',
  ...NAME_TYPES.flatMap((type) => ['B', 'I', 'L', 'U'].map((place) => `${place}-${type}`)),
];

/** A named stretch of words, `from` inclusive, `to` exclusive. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
}

/** The labels of a language, by number. */
export interface Labels {
  readonly tags: readonly string[];
  /** FEATS strings of CoNLL-U, `_` for none. */
  readonly features: readonly string[];
  readonly relations: readonly string[];
}

/** Numbers of the name tags of a sentence that holds these spans. */
export function nameTags(spans: readonly NameSpan[], count: number): Int32Array {
  const tags = new Int32Array(count);
  for (const { from, to, type } of spans) {
    const base = 1 + 4 * NAME_TYPES.indexOf(type);
    for (let at = from; at < to; at += 1)
      tags[at] = base + (to - from === 1 ? 3 : at === from ? 0 : at === to - 1 ? 2 : 1);
  }
  return tags;
}

const FIRST = new Set([0, 3]);
const GOES_ON = new Set([0, 1]);

/** The best sequence of name tags that is well formed (Viterbi); `scores` holds a row of at least 13 floats a word. */
export function bestNames(
  floats: Float32Array,
  { from, columns, count }: { from: number; columns: number; count: number },
): NameSpan[] {
  const size = NAME_TAGS.length;
  if (isBare(floats, { from, columns, count })) return [];
  let sums = new Float64Array(size);
  const back = new Int8Array(count * size);
  for (let word = 0; word < count; word += 1) {
    const next = new Float64Array(size);
    for (let tag = 0; tag < size; tag += 1) {
      let best = -1;
      for (let before = 0; before < size; before += 1) {
        if (FOLLOWS[(word === 0 ? 0 : before) * size + tag] === 0) continue;
        if (best < 0 || sums[before]! > sums[best]!) best = before;
      }
      back[word * size + tag] = best;
      next[tag] = best < 0 ? -1e30 : (word === 0 ? 0 : sums[best]!) + floats[from + word * columns + tag]!;
    }
    sums = next;
  }
  let tag = 0;
  for (let last = 0; last < size; last += 1)
    if (!opens(last) && (opens(tag) || sums[last]! > sums[tag]!)) tag = last;
  const tags = new Int8Array(count);
  for (let word = count - 1; word >= 0; word -= 1) {
    tags[word] = tag;
    tag = back[word * size + tag]!;
  }
  return spansOf(tags);
}

const placeOf = (tag: number): number => (tag - 1) % 4;
const typeOf = (tag: number): number => Math.floor((tag - 1) / 4);
const opens = (tag: number): boolean => tag > 0 && GOES_ON.has(placeOf(tag));

function mayFollow(before: number, tag: number): boolean {
  const begins = tag === 0 || FIRST.has(placeOf(tag));
  return opens(before) ? !begins && typeOf(before) === typeOf(tag) : begins;
}

/** 1 where the second tag may stand after the first: a row a first tag. */
const FOLLOWS = Uint8Array.from(
  NAME_TAGS.flatMap((_, before) => NAME_TAGS.map((__, tag) => (mayFollow(before, tag) ? 1 : 0))),
);

/** True where every word is best outside names: the best sequence is then that, whatever may follow what. */
function isBare(
  floats: Float32Array,
  { from, columns, count }: { from: number; columns: number; count: number },
): boolean {
  for (let word = 0; word < count; word += 1) {
    const base = from + word * columns;
    for (let at = base + 1; at < base + NAME_TAGS.length; at += 1)
      if (floats[at]! > floats[base]!) return false;
  }
  return true;
}

function spansOf(tags: Int8Array): NameSpan[] {
  const spans: NameSpan[] = [];
  let from = 0;
  tags.forEach((tag, at) => {
    if (tag === 0) return;
    if (FIRST.has(placeOf(tag))) from = at;
    if (!opens(tag)) spans.push({ from, to: at + 1, type: NAME_TYPES[typeOf(tag)]! });
  });
  return spans;
}
