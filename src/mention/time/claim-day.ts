// The codebook's time of an expression in its claim: anchors, open sides, basis, background.
import { addDays, type Time, time } from '../../base/date.js';
import type { TimeExpression } from '../time.js';
import { type Interval, yearOf } from './calendar.js';
import { isLaid, type Laid, lay, type Unlaid } from './resolve.js';
import type { ClaimSetting } from './setting.js';

const OLD_DAYS = 180;

/** The time that an expression gives, or why it gives none; `sentence` holds the expressions before it. */
export function resolved(
  expression: TimeExpression,
  sentence: readonly TimeExpression[],
  setting: ClaimSetting,
): Time | Unlaid {
  const anchor = anchorOf(expression, setting);
  const told = toldBefore(expression, sentence, setting);
  const result = lay(expression.value, {
    future: setting.future,
    ...(anchor !== undefined && { anchor }),
    ...(told !== undefined && { told }),
  });
  return isLaid(result) ? tied(expression, result, setting.future) : result;
}

export const isTime = (result: Time | Unlaid): result is Time => !('why' in result);

/** The days by the words before them: "since" opens the end, "by" the start. */
function tied({ cue }: TimeExpression, days: Laid, future: boolean): Time {
  const basis = days.anchor === undefined ? 'stated' : 'relative';
  const common = { basis, ...(days.anchor !== undefined && { anchor: days.anchor }) } as const;
  const from = (start: string): Time => time({ start, precision: 'range', ...common });
  const until = (end: string): Time => time({ end, precision: 'range', ...common });
  if (cue === 'start' || (cue === 'onset' && future)) return from(days.start);
  if (cue === 'after') return from(addDays(days.end, 1));
  if (cue === 'end') return until(days.end);
  if (cue === 'before') return until(addDays(days.start, -1));
  return time({ start: days.start, end: days.end, precision: days.precision, ...common });
}

/** The day that a relative expression is counted from. */
function anchorOf({ value }: TimeExpression, setting: ClaimSetting): string | undefined {
  const { dateline, published, pastPerfect } = setting;
  const before = dated(setting.earlier);
  const yearless = value.form === 'yearly' || value.form === 'monthday' || value.form === 'part';
  if (pastPerfect && yearless && before !== undefined) return before.end;
  return dateline ?? published ?? before?.end;
}

/** The time told last: the nearest before it in the sentence, else that of the sentence before. */
function toldBefore(
  expression: TimeExpression,
  sentence: readonly TimeExpression[],
  setting: ClaimSetting,
): Interval | undefined {
  const before = dated(setting.earlier);
  const earlier = sentence.filter(
    ({ end, use }) => end <= expression.start && (use === 'adverbial' || use === 'possessive'),
  );
  const anchor = setting.dateline ?? setting.published ?? before?.end;
  for (const other of earlier.toReversed()) {
    const days = lay(other.value, {
      future: false,
      ...(anchor !== undefined && { anchor }),
      ...(before !== undefined && { told: before }),
    });
    if (isLaid(days)) return days;
  }
  return before;
}

/** The days of a time that the text gave; one open side is closed by the other. */
function dated(earlier: Time | undefined): Interval | undefined {
  const start = earlier?.start ?? earlier?.end;
  const end = earlier?.end ?? earlier?.start;
  return earlier?.basis === 'bound' || start === undefined || end === undefined ? undefined : { start, end };
}

/** A pluperfect, a "since", or a time that is over for long: a year named that is not the document's. */
export function isBackground(when: Time, setting: ClaimSetting, expression: TimeExpression): boolean {
  if (setting.pastPerfect) return true;
  if (setting.future || setting.measure === true) return false;
  if (expression.cue === 'start') return true;
  const last = when.end ?? when.start;
  const day = setting.published ?? setting.dateline;
  const coarse = when.precision === 'year' || when.precision === 'range';
  if (last === undefined) return false;
  if (day === undefined) return when.basis === 'stated' && when.precision === 'year';
  const years = yearOf(day) - yearOf(last);
  if (when.basis === 'relative') return years > 1;
  return coarse && years > 0 ? true : last < addDays(day, -OLD_DAYS);
}
