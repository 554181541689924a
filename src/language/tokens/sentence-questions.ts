// Where sentences end: questions to a linear model.
import { Features, mix } from '../linear.js';
import { hash } from '../network/hash.js';
import { type Looks, look, looksOf } from './looks.js';
import type { Tokens } from './splitter.js';

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

  /** True between a small word or a figure and a name on the same line: `rencontrer Recep`, `1 800 Russes`; no stop, no end. */
  runsOn(at: number): boolean {
    const next = this.#kinds[at + 1]!;
    if (this.#isElided(at) && next === NAME) return true;
    const figure = this.#kinds[at] === FIGURE;
    if ((this.#kinds[at] !== LOWER && !figure) || next < CAPITAL || next > NAME) return false;
    const between = this.shadow.slice(this.tokens.ends[at]!, this.tokens.starts[at + 1]!);
    if (between.includes('\n')) return false;
    return figure || !this.usual.has(this.#looks.form[at + 1]!) || this.#isFullName(at + 1);
  }

  /** True for a name right behind `d'` with a blank after it: `d'Africa Corps`. */
  #isElided(at: number): boolean {
    return (
      at > 0 &&
      this.#kinds[at] === NAME &&
      this.#text(at - 1).toLowerCase() === "d'" &&
      this.shadow.slice(this.tokens.ends[at]!, this.tokens.starts[at + 1]!) === ' '
    );
  }

  /** True for a long word with a capital before another: a name, though some usual word looks the same. */
  #isFullName(at: number): boolean {
    const next = this.#kinds[at + 1]!;
    const long = this.tokens.ends[at]! - this.tokens.starts[at]! > SHORT;
    return long && next >= CAPITAL && next <= NAME;
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
/** Kinds of words with a capital: a letter, all of it, its first. */
const [CAPITAL, NAME] = [2, 4];
/** In characters: `Les`, `Une` begin sentences. */
const SHORT = 3;
const FIGURE = 5;
/** Full stops, dots, question and exclamation marks, closing quotes and brackets. */
const STOPS = new Set([6, 7, 8, 9, 10]);
