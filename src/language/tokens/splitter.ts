// Where tokens end inside a stretch without blanks: questions to a linear model.
import { Features, type Linear, mix } from '../linear.js';
import { hash } from '../network/hash.js';
import { ATOM, type Atoms } from './atoms.js';
import { EDGE, type Looks, looksOf } from './looks.js';

/** Tokens of a text: UTF-16 offsets, and the gap before each as in {@link Atoms}. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly gaps: Uint8Array;
}

/** Asks at every pair of atoms that touch whether a token ends between them. */
export class TokenQuestions {
  readonly features = new Features();
  readonly #looks: Looks;
  /** What the whole stretch between blanks looks like, for every atom. */
  readonly #stretches: Uint8Array;

  constructor(
    readonly shadow: string,
    readonly atoms: Atoms,
  ) {
    this.#looks = looksOf(shadow, atoms.starts, atoms.ends, atoms.count);
    this.#stretches = stretchesOf(shadow, atoms);
  }

  /** Features of the boundary before atom `at`, in a token that began with atom `first`. */
  ask(at: number, first: number): Features {
    const { features, atoms } = this;
    const { form, shape } = this.#looks;
    const inside = (other: number, list: Uint32Array): number => {
      if (other < 0 || other >= atoms.count) return EDGE;
      for (let gap = Math.min(other, at) + 1; gap <= Math.max(other, at); gap += 1)
        if (atoms.gaps[gap] !== 0 && gap !== at) return EDGE;
      return list[other]!;
    };
    const [b1, a1] = [form[at - 1]!, form[at]!];
    const [b2, a2, a3, b3] = [
      inside(at - 2, form),
      inside(at + 1, form),
      inside(at + 2, form),
      inside(at - 3, form),
    ];
    const [sb1, sa1, sb2, sa2] = [shape[at - 1]!, shape[at]!, inside(at - 2, shape), inside(at + 1, shape)];
    const so = hash(this.shadow.slice(atoms.starts[first]!, atoms.ends[at - 1]!).toLowerCase(), 5);
    const sameSign = atoms.kinds[at] === ATOM.sign && b1 === a1 ? 1 : 0;
    features.count = 0;
    features.add(mix(10, b1));
    features.add(mix(11, a1));
    features.add(mix(12, b1, a1));
    features.add(mix(13, sb1, sa1));
    features.add(mix(14, b2, b1, a1));
    features.add(mix(15, b1, a1, a2));
    features.add(mix(16, so, a1));
    features.add(mix(17, so, sa1));
    features.add(mix(18, sb1, a1, sa2));
    features.add(mix(19, sb2, b1, sa1));
    features.add(mix(20, b1, a1, sa2));
    features.add(mix(21, sb2, b1, a1));
    features.add(mix(22, at - first, a1, sameSign));
    features.add(mix(23, mix(0, b3, b2), b1, a1));
    features.add(mix(24, mix(0, a3, a2), b1, a1));
    features.add(mix(25, sb1, a1, a2));
    features.add(mix(26, sa1, b1));
    features.add(mix(27, mix(0, sb2, sb1), sa1, sa2));
    const kind = (other: number): number => (inside(other, form) === EDGE ? 0 : atoms.kinds[other]!);
    const kinds = kind(at - 2) * 64 + kind(at - 1) * 16 + kind(at) * 4 + kind(at + 1);
    const alone = at - first === 1 ? 1 : 0;
    features.add(mix(31, alone, b1, kinds));
    features.add(mix(32, alone, a1, kinds));
    features.add(mix(33, alone, b2, mix(0, b1, kinds)));
    const stretch = this.#stretches[at]!;
    features.add(mix(28, stretch, b1, a1));
    features.add(mix(29, stretch, sb1, sa1));
    features.add(mix(30, mix(0, stretch, sa2), b1, a1));
    return features;
  }
}

/** For every atom: has its stretch an `@`, a `/`, a web address, several stops; and is it long. */
function stretchesOf(shadow: string, { count, starts, ends, gaps }: Atoms): Uint8Array {
  const found = new Uint8Array(count);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && gaps[to] === 0) to += 1;
    const text = shadow.slice(starts[from]!, Math.min(ends[to - 1]!, starts[from]! + LONGEST_STRETCH));
    const value =
      (text.includes('@') ? 1 : 0) +
      (text.includes('/') ? 2 : 0) +
      (/^(?:https?:|www\.)|\.(?:com|org|net|fr|pdf|html?)\b/i.test(text) ? 4 : 0) +
      ((text.match(/[.-]/g)?.length ?? 0) > 1 ? 8 : 0) +
      (text.includes('(') ? 16 : 0) +
      (text.includes(')') ? 32 : 0);
    found.fill(value, from, to);
    from = to;
  }
  return found;
}

const LONGEST_STRETCH = 200;

/** The tokens that a model of boundaries makes of atoms. */
export function tokensOf(shadow: string, atoms: Atoms, model: Linear, blankGroups: boolean): Tokens {
  const questions = new TokenQuestions(shadow, atoms);
  const starts = new Int32Array(atoms.count);
  const ends = new Int32Array(atoms.count);
  const gaps = new Uint8Array(atoms.count);
  let count = 0;
  let first = 0;
  for (let at = 0; at < atoms.count; at += 1) {
    const gap = atoms.gaps[at]!;
    if (blankGroups && gap === 1 && isGroup(shadow, atoms, at)) {
      ends[count - 1] = atoms.ends[at]!;
      continue;
    }
    if (gap > 0 || at - first >= LONGEST_TOKEN || model.score(questions.ask(at, first)) > 0) {
      first = at;
      starts[count] = atoms.starts[at]!;
      gaps[count] = gap;
      count += 1;
    }
    ends[count - 1] = atoms.ends[at]!;
  }
  return { count, starts: starts.slice(0, count), ends: ends.slice(0, count), gaps: gaps.slice(0, count) };
}

/** True for the `000` of `10 000`: three digits after one blank and one to three digits. */
function isGroup(shadow: string, atoms: Atoms, at: number): boolean {
  const { starts, ends, kinds } = atoms;
  if (at === 0 || kinds[at] !== ATOM.digits || kinds[at - 1] !== ATOM.digits) return false;
  const before = ends[at - 1]! - starts[at - 1]!;
  if (ends[at]! - starts[at]! !== 3 || starts[at]! - ends[at - 1]! !== 1 || before > 3) return false;
  return shadow[starts[at - 1]!] !== '0' || (before === 3 && isGroup(shadow, atoms, at - 1));
}

/** In atoms. */
const LONGEST_TOKEN = 24;
