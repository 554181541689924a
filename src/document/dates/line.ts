// Lines that give a day and little else.
import { daysIn } from './text.js';

const LONGEST = 90;

/** True for a short line that gives a day and little else. */
export function isDateLine(text: string): boolean {
  return text.length <= LONGEST && daysIn(text).length > 0;
}
