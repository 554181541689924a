// An expression of time at a token: the words that tie it in, the value or range, and what it is used as.
import { readDay } from './dates.js';
import { isSign, type Line, longest, type Read, starts } from './line.js';
import { readValue, readWhole } from './parts.js';
import { isNumber, isWord } from './tokens.js';
import { CUES, type Cue, type TimeValue } from './value.js';
import type { Found } from './words.js';

/**
 * What an expression does in its sentence: says when (`adverbial`), says when through another thing ("Sunday's summit"),
 * only names a thing ("the 2012 accord"), or dates the report ("DAMASCUS, Dec 27 -").
 */
export type Use = 'adverbial' | 'possessive' | 'label' | 'dateline';

/** Tokens from `at` to `next`, exclusive. */
export interface Phrase {
  readonly at: number;
  readonly next: number;
  readonly cue: Cue;
  readonly value: TimeValue;
  readonly use: Use;
}

/** The expression that begins at a token, if one does: the one that reaches furthest, with the words that tie it in. */
export function readPhraseAt(line: Line, at: number): Phrase | undefined {
  const reads = [ranged(line, at), cued(line, at), plain(line, at)];
  const best = furthest(reads);
  const vague = line.words.find('vague', line.tokens, at);
  return best === undefined || (vague !== undefined && vague.next >= best.next) ? undefined : best;
}

function furthest(reads: readonly (Phrase | undefined)[]): Phrase | undefined {
  let best: Phrase | undefined;
  for (const read of reads)
    if (read !== undefined && (best === undefined || read.next > best.next)) best = read;
  return best;
}

/** "from 2015 to 2019", "between March and June 2020", "du 3 au 5 mars". */
function ranged(line: Line, at: number): Phrase | undefined {
  for (const { open, close } of line.words.ranges) {
    if (!line.words.fits(open, line.tokens, at)) continue;
    for (const first of starts(line, at + open.length)) {
      const from = endpoint(line, first);
      if (from === undefined || !line.words.fits(close, line.tokens, from.next)) continue;
      const to = starts(line, from.next + close.length)
        .map((second) => readValue(line, second))
        .find((read) => read !== undefined);
      if (to !== undefined && fits(line, from, to)) return range(at, from.value, to);
    }
  }
  return undefined;
}

function endpoint(line: Line, at: number): Read | undefined {
  const value = readValue(line, at);
  if (value !== undefined) return value;
  const day = readDay(line, at);
  return day && { value: { form: 'monthday', day: day.day }, next: day.next };
}

/** A day alone goes with a day; two years before "soldiers" count soldiers. */
function fits(line: Line, from: Read, to: Read): boolean {
  if (to.value.form === 'range') return false;
  if (from.value.form === 'monthday') return to.value.form === 'yearly' && to.value.part.kind === 'day';
  const counts = from.value.form === 'years' && /^\p{Ll}{3,}s$/u.test(line.tokens[to.next]?.text ?? '');
  return !counts || line.words.is('verb', line.tokens[to.next]);
}

const range = (at: number, from: TimeValue, to: Read): Phrase => ({
  at,
  next: to.next,
  cue: 'within',
  value: { form: 'range', from, to: to.value },
  use: 'adverbial',
});

/** "since 2010", "by the close of next year", "le 24 juillet", "on Monday". */
function cued(line: Line, at: number): Phrase | undefined {
  const anchor = line.words.find('anchor', line.tokens, at);
  if (anchor === undefined || anchor.value === 'duration') return undefined;
  const closing = /end of$|fin(?: de)?$/.test(anchor.form);
  const reads = starts(line, anchor.next).map((start) => {
    const read = longest([dashed(line, start), closing ? readWhole(line, start) : undefined]);
    return read && tied(line, { at, start, anchor, read });
  });
  return furthest(reads);
}

function tied(line: Line, found: { at: number; start: number; anchor: Found; read: Read }): Phrase {
  const { at, start, anchor, read } = found;
  const phrase = { at, next: read.next, cue: cueOf(anchor, read.value), value: read.value };
  if (attributive(line, start, read)) return { ...phrase, use: 'label' };
  const owner = line.tokens[read.next]?.text === "'s";
  if (owner) return { ...phrase, next: read.next + 1, use: 'possessive' };
  if (anchor.value !== 'of' || read.value.form === 'range') return { ...phrase, use: 'adverbial' };
  return { ...phrase, use: isDeictic(read.value) ? 'possessive' : 'label' };
}

/** "within 60 days" is no later than that; "from 3 to 5 March" says its own end. */
function cueOf(anchor: Found, value: TimeValue): Cue {
  if (value.form === 'shift' && anchor.form === 'within') return 'end';
  if (value.form === 'range' && anchor.value === 'start') return 'within';
  return CUES.find((cue) => cue === anchor.value) ?? 'within';
}

/** A value without tying words; a bare one only where its place says that it is a time. */
function plain(line: Line, at: number): Phrase | undefined {
  const read = dashed(line, at);
  if (read === undefined) return undefined;
  const phrase = { at, next: read.next, cue: 'within', value: read.value } as const;
  if (line.tokens[read.next]?.text === "'s")
    return { ...phrase, next: read.next + 1, use: isPast(read.value) ? 'label' : 'possessive' };
  if (isDateline(line, at, read)) return { ...phrase, use: 'dateline' };
  if (attributive(line, at, read)) return { ...phrase, use: isDeictic(read.value) ? 'possessive' : 'label' };
  if (read.bare !== true) return { ...phrase, use: 'adverbial' };
  return standsOut(line, at, read) ? { ...phrase, use: 'adverbial' } : undefined;
}

/** A value, or two with a dash between them: "March-June 2020", "from" left out of "2015 to 2019". */
function dashed(line: Line, at: number): Read | undefined {
  const from = readValue(line, at);
  if (from === undefined || !isSign(line, from.next, '-') || from.value.form === 'range') return from;
  const to = readValue(line, from.next + 1);
  const close = line.tokens[from.next]!.glued === (line.tokens[from.next + 1]?.glued ?? false);
  if (to === undefined || !close || to.value.form !== from.value.form || to.value.form === 'weekday')
    return from;
  return { value: { form: 'range', from: from.value, to: to.value }, next: to.next };
}

/** "the 13 April accord", "its July 2021 pact": between an article and a noun. */
function attributive(line: Line, at: number, read: Read): boolean {
  const { tokens, words } = line;
  if (words.language === 'fr') return false;
  const before = tokens[at - 1];
  const after = tokens[read.next];
  if (
    !(words.is('article', before) || before?.text === "'s") ||
    !isWord(after) ||
    !/^\p{Ll}/u.test(after!.text)
  )
    return false;
  if (read.value.form !== 'years' && read.value.form !== 'yearly' && read.value.form !== 'weekday')
    return false;
  if (read.value.form === 'yearly' && read.value.part.kind !== 'day' && read.value.part.kind !== 'month')
    return false;
  return (
    !['join', 'verb', 'link', 'open'].some((use) => words.is(use as 'join', after)) &&
    words.find('anchor', tokens, read.next) === undefined
  );
}

/** A year before a colon ("1998: Peru and Ecuador make peace") or alone in brackets ("(2019)"). */
function standsOut(line: Line, at: number, read: Read): boolean {
  if (read.value.form !== 'years') return false;
  const first = at === 0 || /^[.!?;"]$/.test(line.tokens[at - 1]!.text);
  return (
    (first && isSign(line, read.next, ':')) || (isSign(line, at - 1, '(') && isSign(line, read.next, ')'))
  );
}

/** A day near the start of a line, after names of places, with a dash behind: "PARIS, 3 March (Reuters) -". */
function isDateline(line: Line, at: number, read: Read): boolean {
  const { tokens } = line;
  if (read.value.form !== 'yearly' || read.value.part.kind !== 'day' || at === 0 || at > 8) return false;
  const place = tokens
    .slice(0, at)
    .every(
      (token) => !isNumber(token) && (!isWord(token) || /^\p{Lu}|^(?:le|la|de|du|of)$/u.test(token.text)),
    );
  let end = read.next;
  if (isSign(line, end, '('))
    end = Math.min(end + 6, tokens.findIndex((token, index) => index > end && token.text === ')') + 1 || end);
  return place && isSign(line, end, '-') && !tokens[end]!.glued;
}

/** Counted from the speaker's day: "Sunday", "this year". */
const isDeictic = (value: TimeValue): boolean =>
  value.form === 'weekday' || (value.form === 'unit' && !value.told);
/** "last year's coup" dates the coup and nothing else. */
const isPast = (value: TimeValue): boolean =>
  !isDeictic(value) || (value.form === 'unit' && value.shift < 0 && value.unit !== 'day');
