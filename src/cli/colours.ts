// Colours on a terminal only, and never where NO_COLOR is set.
import pc from 'picocolors';

const wanted = process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';

/** Functions that colour a text, or leave it as it is. */
export const colours = pc.createColors(wanted);
