// Words that say when and not where: months, weekdays, seasons, units of time.
import { tableRows } from './table.js';

const KINDS = new Set(['weekday', 'season', 'unit', 'month']);
let known: ReadonlySet<string> | undefined;

/** True for a month, a weekday, a season, a unit of time or a year, in any language that the tables have. */
export function isCalendarWord(word: string): boolean {
  known ??= new Set([
    ...tableRows('months.tsv').map((row) => row['name']!.toLowerCase()),
    ...tableRows('time-words.tsv')
      .filter((row) => KINDS.has(row['kind']!))
      .map((row) => row['form']!.toLowerCase()),
  ]);
  return known.has(word.toLowerCase()) || /^(?:1[89]|20)\d\d$/.test(word);
}
