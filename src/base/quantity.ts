// A quantity with its doubt: "about 400", "between 300 and 500", "more than 20", "half a dozen".
import { EntenteError } from './error.js';

/** A number of something as a text gives it. Null means the text gives no such figure. */
export interface Quantity {
  /** The figure itself; null where the text gives only bounds. */
  readonly value: number | null;
  /** At least this many ("more than 20"). */
  readonly low: number | null;
  /** At most this many ("as many as 10,000"). */
  readonly high: number | null;
  /** Counted noun, `percent`, or an ISO 4217 code for money. */
  readonly unit: string | null;
  /** What the number is of, where the text says so beside the unit. */
  readonly of?: string;
  /** True for "about", "some", "nearly", "half a dozen". */
  readonly approximate: boolean;
  /** "a year", "a month": the number holds per this. */
  readonly per?: string;
}

/** What {@link quantity} takes: every field may be left out, but one of value, low, high must be there. */
export type QuantityInput = Partial<Quantity>;

/** A checked, frozen quantity; throws `bad-quantity` without any figure, with a figure that is not finite, or low above high. */
export function quantity(input: QuantityInput): Quantity {
  const { value = null, low = null, high = null, unit = null, approximate = false, of, per } = input;
  const figures = [value, low, high].filter((figure) => figure !== null);
  if (figures.length === 0)
    throw new EntenteError('bad-quantity', 'a quantity needs a value, a low or a high');
  if (!figures.every(Number.isFinite))
    throw new EntenteError('bad-quantity', `not finite: ${figures.join(', ')}`);
  if (low !== null && high !== null && low > high) {
    throw new EntenteError('bad-quantity', `low ${low} lies above high ${high}`);
  }
  const extra = { ...(of === undefined ? {} : { of }), ...(per === undefined ? {} : { per }) };
  return Object.freeze({ value, low, high, unit, approximate, ...extra });
}

/** The quantity as a person writes it: `about 400 mercenaries`, `300 to 500`, `more than 20 countries`. */
export function quantityLabel({ value, low, high, unit, approximate, per }: Quantity): string {
  const about = approximate ? 'about ' : '';
  const figure = value !== null ? `${about}${value}` : boundsLabel(low, high, about);
  return `${figure}${unit === null ? '' : ` ${unit}`}${per === undefined ? '' : ` per ${per}`}`;
}

function boundsLabel(low: number | null, high: number | null, about: string): string {
  if (low !== null && high !== null) return `${about}${low} to ${high}`;
  return low !== null ? `${about}at least ${low}` : `${about}at most ${high}`;
}
