// Learns where tokens and sentences end and which tokens come apart, from the running text of treebanks.
import type { ConlluSentence } from '../conllu.js';
import { Features } from '../linear.js';
import { atomsOf } from '../tokens/atoms.js';
import { SentenceQuestions, type UsualWords } from '../tokens/sentence-questions.js';
import { shadowOf } from '../tokens/shadow.js';
import { TokenQuestions, type Tokens } from '../tokens/splitter.js';
import { type Expansions, expansionFeatures, partsOf } from '../tokens/words.js';
import { Questioner } from './questioner.js';
import { shuffled } from './random.js';

/** Running text with its gold tokens and sentences. */
export interface Running {
  readonly text: string;
  /** UTF-16 offsets of tokens. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Index of the last token of every sentence. */
  readonly lasts: readonly number[];
}

/** The text of sentences as it stood, as `score-conllu.mjs --text` prints it; some blanks after sentences are left out, as careless pages do. */
export function runningText(sentences: readonly ConlluSentence[], random?: () => number): Running {
  const pieces: string[] = [];
  let length = 0;
  let before = '';
  let glue = true;
  const starts: number[] = [];
  const ends: number[] = [];
  const lasts: number[] = [];
  for (const sentence of sentences) {
    const careless =
      random !== undefined && random() < CARELESS && /[.!?]$/.test(before) && /^\p{Lu}/u.test(sentence.text);
    const gap = length === 0 ? '' : sentence.begins ? '\n\n' : glue || careless ? '' : ' ';
    const base = length + gap.length;
    let at = 0;
    const surface = surfaces(sentence);
    for (const { form } of surface) {
      const found = sentence.text.indexOf(form, at);
      if (found < 0) continue;
      at = found + form.length;
      starts.push(base + found);
      ends.push(base + at);
    }
    lasts.push(starts.length - 1);
    pieces.push(gap, sentence.text);
    length = base + sentence.text.length;
    before = sentence.text;
    glue = !(surface[surface.length - 1]?.spaceAfter ?? true);
  }
  return { text: pieces.join(''), starts, ends, lasts };
}

const CARELESS = 0.03;

function surfaces({ words, ranges }: ConlluSentence): { form: string; spaceAfter: boolean }[] {
  const found: { form: string; spaceAfter: boolean }[] = [];
  for (let id = 1; id <= words.length; id += 1) {
    const range = ranges.find(({ first }) => first === id);
    if (range === undefined) {
      const { form, misc } = words[id - 1]!;
      found.push({ form, spaceAfter: !misc.includes('SpaceAfter=No') });
      continue;
    }
    found.push(range);
    id = range.last;
  }
  return found;
}

const ROUNDS = 8;

/** Weights for token boundaries. */
export function learnTokens({ text, starts }: Running, size: number): Int8Array {
  const shadow = shadowOf(text);
  const atoms = atomsOf(shadow);
  const begins = new Set(starts);
  const questions = new TokenQuestions(shadow, atoms);
  const questioner = new Questioner(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    let first = 0;
    for (let at = 0; at < atoms.count; at += 1) {
      const yes = begins.has(atoms.starts[at]!);
      if (atoms.gaps[at] === 0) questioner.learn(questions.ask(at, first), yes);
      if (yes || atoms.gaps[at] !== 0) first = at;
    }
  }
  return questioner.finish();
}

/**
 * Weights for the ends of sentences. Where the sentences of a treebank do not stand in the order of their texts, every
 * second round takes them in another order: what stands around an end is then never the same twice.
 */
export function learnSentences(
  sentences: readonly ConlluSentence[],
  { abbreviations, usual, random, inOrder }: SentenceLearning,
  size: number,
): Int8Array {
  const questioner = new Questioner(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const running = runningText(inOrder || round % 2 === 0 ? sentences : shuffled(sentences, random), random);
    const tokens = goldTokens(running);
    const closing = new Set(running.lasts);
    const questions = new SentenceQuestions(shadowOf(running.text), tokens, abbreviations, usual);
    let first = 0;
    for (let at = 0; at + 1 < tokens.count; at += 1) {
      const yes = closing.has(at);
      if (tokens.gaps[at + 1] !== 2 && questions.open(at)) questioner.learn(questions.ask(at, first), yes);
      if (yes) first = at + 1;
    }
  }
  return questioner.finish();
}

/** What the ends of sentences are learnt with. */
export interface SentenceLearning {
  readonly abbreviations: ReadonlySet<string>;
  readonly usual: UsualWords;
  readonly random: () => number;
  readonly inOrder: boolean;
}

function goldTokens({ text, starts, ends }: Running): Tokens {
  const gaps = starts.map((start, at) => {
    const between = text.slice(at === 0 ? 0 : ends[at - 1]!, start);
    return /\n\s*\n/.test(between) ? 2 : between === '' && at > 0 ? 0 : 1;
  });
  return {
    count: starts.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    gaps: Uint8Array.from(gaps),
  };
}

/** Which tokens come apart, and the weights for those that sometimes do. */
export function learnExpansions(
  sentences: readonly ConlluSentence[],
  size: number,
): { expansions: Expansions; weights: Int8Array } {
  const apart = new Map<string, Map<string, number>>();
  const whole = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const { words, ranges } of sentences) {
    for (const { first, last, form } of ranges) {
      const key = shadowOf(form).toLowerCase();
      const parts = words.slice(first - 1, last).map((word) => shadowOf(word.form).toLowerCase());
      const found = apart.get(key) ?? new Map<string, number>();
      found.set(parts.join(' '), (found.get(parts.join(' ')) ?? 0) + 1);
      apart.set(key, found);
      const end = parts[1] ?? '';
      if (parts.length === 2 && parts.join('') === key && end.includes("'"))
        ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    const inside = new Set(
      ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
    );
    words.forEach(({ form }, at) => {
      if (!inside.has(at + 1))
        whole.set(shadowOf(form).toLowerCase(), (whole.get(shadowOf(form).toLowerCase()) ?? 0) + 1);
    });
  }
  const frequent = [...ends]
    .filter(([, count]) => count >= 3)
    .map(([end]) => end)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const always: Record<string, string[]> = {};
  const sometimes: Record<string, string[]> = {};
  for (const [key, votes] of [...apart].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [[parts = ''] = []] = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const count = [...votes.values()].reduce((sum, one) => sum + one, 0);
    const alone = whole.get(key) ?? 0;
    const byEnd =
      partsOf(key, { always: {}, sometimes: {}, ends: frequent }, () => false).join(' ') === parts;
    if (alone > 0 && count / (count + alone) > 0.02 && count > 1) sometimes[key] = parts.split(' ');
    else if (alone === 0 && !byEnd && (count > 1 || !/^[a-z]+$/.test(key) || key.length > 3))
      always[key] = parts.split(' ');
  }
  const blankGroups = sentences.some(({ words }) => words.some(({ form }) => /^\d{1,3}\s\d{3}$/.test(form)));
  const expansions = { always, sometimes, ends: frequent, blankGroups };
  return { expansions, weights: learnDecisions(sentences, expansions, size) };
}

function learnDecisions(
  sentences: readonly ConlluSentence[],
  { sometimes }: Expansions,
  size: number,
): Int8Array {
  const features = new Features();
  const questioner = new Questioner(size);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const sentence of sentences) {
      const forms = surfaces(sentence).map(({ form }) => shadowOf(form));
      const ranges = new Set(sentence.ranges.map(({ form }) => shadowOf(form).toLowerCase()));
      const apart = apartTokens(sentence);
      forms.forEach((form, at) => {
        if (Object.hasOwn(sometimes, form.toLowerCase()) && (ranges.size > 0 || apart.size === 0))
          questioner.learn(expansionFeatures(features, forms, at), apart.has(at));
      });
    }
  return questioner.finish();
}

/** Indices of the tokens of a sentence that stand for several words. */
function apartTokens({ words, ranges }: ConlluSentence): Set<number> {
  const found = new Set<number>();
  let token = 0;
  for (let id = 1; id <= words.length; id += 1) {
    const range = ranges.find(({ first }) => first === id);
    if (range !== undefined) {
      found.add(token);
      id = range.last;
    }
    token += 1;
  }
  return found;
}
