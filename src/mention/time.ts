// Expressions of time in a text, and when a claim's thing happened: the codebook's `time`.
import { boundTime, type Time, time } from '../base/date.js';
import type { Span } from '../base/span.js';
import type { Language } from '../language/language.js';
import { candidates } from './time/choose.js';
import { isBackground, isTime, resolved } from './time/claim-day.js';
import type { Line } from './time/line.js';
import { type Phrase, readPhraseAt, type Use } from './time/phrase.js';
import { isLaid, lay } from './time/resolve.js';
import type { ClaimSetting } from './time/setting.js';
import { linesOf } from './time/tokens.js';
import type { Cue, TimeValue } from './time/value.js';
import { timeWords } from './time/words.js';

/** An expression of time with the words that tie it in ("by the end of 2024"): a span of the text it was found in. */
export interface TimeExpression extends Span {
  readonly value: TimeValue;
  readonly cue: Cue;
  readonly use: Use;
}

/**
 * The expressions of time of a text in their order, none over another. Takes the shadow of a text (plain quotes and
 * dashes, same offsets). Linear in the text: at each word a bounded number of words is looked at.
 */
export function timeExpressions(shadow: string, language: Language): TimeExpression[] {
  const words = timeWords(language);
  return linesOf(shadow, language).flatMap((tokens) => expressionsOf({ tokens, words }));
}

function expressionsOf(line: Line): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const phrase = readPhraseAt(line, at);
    if (phrase === undefined) continue;
    found.push(expressionOf(line, phrase));
    at = phrase.next - 1;
  }
  return found;
}

function expressionOf({ tokens }: Line, { at, next, cue, value, use }: Phrase): TimeExpression {
  return { start: tokens[at]!.start, end: tokens[next - 1]!.end, value, cue, use };
}

/** When a claim's thing happened, with the expression that says so and, where it says no day, why not. */
export interface ClaimTime {
  readonly time: Time;
  readonly expression?: TimeExpression;
  /** True where the sentence recalls what was known: a pluperfect, a "since", a year gone by. */
  readonly background: boolean;
  readonly why?: string;
}

/**
 * The time of a claim after the codebook. The speaker's day is the dateline, else the date of publication, else the
 * dated sentence before; "four days later", and a month under a pluperfect, are counted from the dated time before.
 * A thing without a time is bound by the document's day. Never throws.
 */
export function claimTime(expressions: readonly TimeExpression[], setting: ClaimSetting): ClaimTime {
  const sentence = inside(expressions, setting.sentence);
  let why: string | undefined;
  for (const expression of candidates(sentence, setting)) {
    const result = resolved(expression, sentence, setting);
    if (isTime(result))
      return { time: result, expression, background: isBackground(result, setting, expression) };
    why ??= `"${setting.text.slice(expression.start, expression.end)}" gives no day: ${result.why}`;
  }
  return untimed(setting, why);
}

/** A share goes on over the period of the sentence before; anything else is bound by the document's day. */
function untimed(setting: ClaimSetting, why: string | undefined): ClaimTime {
  const { earlier, pastPerfect, measure } = setting;
  const reason = why === undefined ? {} : { why };
  if (measure === true && earlier !== undefined && earlier.basis !== 'bound' && why === undefined)
    return { time: earlier, background: false };
  const day = setting.published ?? setting.dateline;
  if (day === undefined && why !== undefined)
    return { time: time({ precision: 'unknown', basis: 'relative' }), background: pastPerfect, ...reason };
  const ahead = setting.future && day !== undefined;
  const bound = ahead ? time({ start: day, precision: 'unknown', basis: 'bound' }) : boundTime(day);
  return { time: bound, background: pastPerfect, ...reason };
}

/** The ISO day of the dateline among a text's expressions: the last such day up to the day of publication. */
export function datelineDay(expressions: readonly TimeExpression[], published?: string): string | undefined {
  const dateline = expressions.find(({ use }) => use === 'dateline');
  if (dateline === undefined) return undefined;
  const result = lay(dateline.value, {
    future: false,
    ...(published !== undefined && { anchor: published }),
  });
  return isLaid(result) ? result.start : undefined;
}

/** The expressions that lie in a span, found by halving. */
function inside(expressions: readonly TimeExpression[], span: Span): TimeExpression[] {
  let low = 0;
  let high = expressions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (expressions[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  const found: TimeExpression[] = [];
  for (let at = low; at < expressions.length && expressions[at]!.end <= span.end; at += 1)
    found.push(expressions[at]!);
  return found;
}
