// Where tokens end inside a stretch without blanks, and where sentences end: questions to two linear models.
import { Features, type Linear, mix } from '../linear.js';
import { hash } from '../network/hash.js';
import { ATOM, type Atoms } from './atoms.js';

/** Tokens of a text: UTF-16 offsets, and the gap before each as in {@link Atoms}. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly gaps: Uint8Array;
}

/** Hashes of what an atom or token looks like. */
interface Looks {
  readonly form: Uint32Array;
  readonly shape: Uint32Array;
}

const EDGE = 7;

/** Looks of stretches of the shadow: lower-case form, and a pattern of length and capitals. */
function looksOf(shadow: string, starts: Int32Array, ends: Int32Array, count: number): Looks {
  const form = new Uint32Array(count);
  const shape = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const text = shadow.slice(starts[at]!, ends[at]!);
    const lower = text.toLowerCase();
    form[at] = /^\p{N}/u.test(lower) ? mix(1, Math.min(lower.length, 5)) : hash(lower, 3);
    const first =
      text === lower
        ? 0
        : text[0] !== lower[0]
          ? text === text.toUpperCase() && text.length > 1
            ? 3
            : 1
          : 2;
    const sign = /[\p{L}\p{N}]/u.test(text) ? (/^\p{N}/u.test(text) ? 1 : 2) : 3;
    shape[at] = mix(2, first * 64 + sign * 16 + Math.min(text.length, 6));
  }
  return { form, shape };
}

const look = (list: Uint32Array, at: number): number => (at < 0 || at >= list.length ? EDGE : list[at]!);

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
function isGroup(shadow: string, { starts, ends, kinds }: Atoms, at: number): boolean {
  if (at === 0 || kinds[at] !== ATOM.digits || kinds[at - 1] !== ATOM.digits) return false;
  const before = ends[at - 1]! - starts[at - 1]!;
  return (
    (ends[at]! - starts[at]! === 3 &&
      before <= 3 &&
      starts[at]! - ends[at - 1]! === 1 &&
      shadow[starts[at - 1]!] !== '0') ||
    (ends[at]! - starts[at]! === 3 &&
      before === 3 &&
      at > 1 &&
      starts[at]! - ends[at - 1]! === 1 &&
      isGroup(shadow, { starts, ends, kinds } as Atoms, at - 1))
  );
}

/** In atoms. */
const LONGEST_TOKEN = 24;

/** Words that are written small unless a sentence starts with them: a bit for every hash, collisions are lived with. */
export class UsualWords {
  constructor(readonly bits: Uint8Array) {}

  has(form: number): boolean {
    const slot = form & (this.bits.length * 8 - 1);
    return (this.bits[slot >> 3]! & (1 << (slot & 7))) !== 0;
  }

  /** Of tokens with their capitals: those seen twice or more, nearly always small. */
  static of(forms: Iterable<string>): UsualWords {
    const counts = new Map<string, [number, number]>();
    for (const form of forms) {
      const lower = form.toLowerCase();
      const found = counts.get(lower) ?? [0, 0];
      found[form === lower ? 0 : 1] += 1;
      counts.set(lower, found);
    }
    const bits = new Uint8Array(1 << 14);
    for (const [form, [small, large]] of counts)
      if (small >= 2 && small > large) {
        const slot = hash(form, 3) & (bits.length * 8 - 1);
        bits[slot >> 3]! |= 1 << (slot & 7);
      }
    return new UsualWords(bits);
  }
}

/** Asks after every token whether the sentence ends with it. */
export class SentenceQuestions {
  readonly features = new Features();
  readonly #looks: Looks;
  readonly #kinds: Uint8Array;

  constructor(
    readonly shadow: string,
    readonly tokens: Tokens,
    readonly abbreviations: ReadonlySet<string>,
    readonly usual: UsualWords,
  ) {
    this.#looks = looksOf(shadow, tokens.starts, tokens.ends, tokens.count);
    this.#kinds = new Uint8Array(tokens.count);
    for (let at = 0; at < tokens.count; at += 1) this.#kinds[at] = this.#kindOf(at);
  }

  /** False where a sentence never ends: between two words the second of which has no capital, and without a blank after anything but a stop. */
  open(at: number): boolean {
    const next = this.#kinds[at + 1]!;
    const gap = this.tokens.gaps[at + 1]!;
    if (gap === 0 && !STOPS.has(this.#kinds[at]!)) return false;
    return this.#kinds[at] !== LOWER || next !== LOWER || gap > 1;
  }

  /** Features of the end after token `at`, in a sentence that began with token `first`. */
  ask(at: number, first: number): Features {
    const { features, tokens } = this;
    const { form, shape } = this.#looks;
    const [w0, w1, n1, n2, n3] = [
      form[at]!,
      look(form, at - 1),
      look(form, at + 1),
      look(form, at + 2),
      look(form, at + 3),
    ];
    const [s0, s1, t1, t2] = [shape[at]!, look(shape, at - 1), look(shape, at + 1), look(shape, at + 2)];
    const gap = tokens.gaps[at + 1]!;
    const kinds = this.#kinds[at]! * 16 + (this.#kinds[at + 1] ?? 15);
    const length = Math.min(at - first, 12);
    const short = this.#abbreviated(at) ? 1 : 0;
    features.count = 0;
    features.add(mix(40, w0, gap));
    features.add(mix(41, n1, gap));
    features.add(mix(42, w0, n1, gap));
    features.add(mix(43, w1, w0, gap));
    features.add(mix(44, w0, t1, gap));
    features.add(mix(45, s0, n1, gap));
    features.add(mix(46, mix(0, s1, w0), t1, gap));
    features.add(mix(47, mix(0, w1, w0), t1, gap));
    features.add(mix(48, mix(0, w0, n1), n2, gap));
    features.add(mix(49, mix(0, s0, t1), t2, gap));
    features.add(mix(50, kinds, gap, length));
    features.add(mix(51, mix(0, s1, s0), mix(0, t1, t2), gap));
    features.add(mix(52, w0, length));
    features.add(mix(53, short, w0, t1));
    features.add(mix(54, kinds, short, gap));
    features.add(mix(55, n1, n2));
    features.add(mix(56, t1, n2, gap));
    features.add(mix(57, look(form, at - 2), w1, w0));
    features.add(mix(58, w0, n1, n3));
    features.add(mix(59, form[first]!, w0, kinds));
    features.add(mix(60, n1, form[first]!, gap));
    const balance = this.#balance(first, at);
    features.add(mix(61, balance, w0, kinds));
    features.add(mix(67, balance, kinds, gap));
    features.add(mix(68, balance, t1, s0));
    const usual = this.usual.has(n1) ? 1 : 0;
    features.add(mix(62, n1, t1, kinds));
    features.add(mix(63, mix(0, usual, t1), kinds, gap));
    features.add(mix(64, mix(0, usual, t1), s0, w0));
    features.add(mix(65, mix(0, usual, t1), mix(0, s1, s0), t2));
    features.add(mix(66, mix(0, usual, t1), kinds, length));
    return features;
  }

  #text(at: number): string {
    return this.shadow.slice(this.tokens.starts[at]!, this.tokens.ends[at]!);
  }

  #kindOf(at: number): number {
    const text = this.#text(at);
    if (/^\p{Lu}/u.test(text)) return text.length === 1 ? 2 : text === text.toUpperCase() ? 3 : 4;
    if (/^[\p{L}]/u.test(text)) return LOWER;
    if (/^\p{N}/u.test(text)) return 5;
    if (/^[.]/.test(text)) return text.length > 1 ? 6 : 7;
    if (/^[?!]/.test(text)) return 8;
    if (/^["']/.test(text)) return 9;
    if (/^[)\]}]/.test(text)) return 10;
    if (/^[([{]/.test(text)) return 11;
    if (/^[:;]/.test(text)) return 12;
    return text === ',' ? 13 : 14;
  }

  #abbreviated(at: number): boolean {
    const text = this.#text(at).toLowerCase();
    const bare = text === '.' && at > 0 ? this.#text(at - 1).toLowerCase() : text.replace(/\.$/, '');
    return this.abbreviations.has(bare);
  }

  /** Open brackets and quotes since the sentence began, capped. */
  #balance(first: number, at: number): number {
    let brackets = 0;
    let quotes = 0;
    for (let token = Math.max(first, at - 40); token <= at; token += 1) {
      const kind = this.#kinds[token]!;
      if (kind === 11) brackets += 1;
      else if (kind === 10) brackets -= 1;
      else if (
        kind === 9 &&
        this.tokens.ends[token]! - this.tokens.starts[token]! === 1 &&
        this.#text(token) === '"'
      )
        quotes += 1;
    }
    return (brackets > 0 ? 1 : 0) + 2 * (quotes % 2);
  }
}

const LOWER = 1;
/** Full stops, dots, question and exclamation marks, closing quotes and brackets. */
const STOPS = new Set([6, 7, 8, 9, 10]);
