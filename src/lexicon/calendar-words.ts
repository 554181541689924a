// Words that say when and not where: months, weekdays, seasons, units of time that are no fractions or ordinals.
import { tableRows } from './table.js';

const KINDS = new Set(['weekday', 'season', 'unit', 'month']);
let known: ReadonlySet<string> | undefined;

/** True for a month, a weekday, a season, a unit of time or a year, in any language that the tables have. */
export function isCalendarWord(word: string): boolean {
  known ??= calendarWords();
  return known.has(word.toLowerCase()) || /^(?:1[89]|20)\d\d$/.test(word);
}

/** `quarter` and `second` count as well as they date, so they are left out. */
function calendarWords(): Set<string> {
  const numbers = new Set(tableRows('number-words.tsv').map((row) => row['form']!.toLowerCase()));
  const units = tableRows('time-words.tsv').filter((row) => KINDS.has(row['kind']!));
  const words = [
    ...tableRows('months.tsv').map((row) => row['name']!.toLowerCase()),
    ...units.map((row) => row['form']!.toLowerCase()),
  ];
  return new Set(words.filter((word) => !numbers.has(word)));
}
