// The quantities that belong to a claim: those inside its evidence that its kind can have.
import type { Quantity } from '../../base/quantity.js';
import type { Span } from '../../base/span.js';
import { isClaimed } from '../../mention/quantities.js';
import type { ClaimKind } from '../claim.js';
import type { Setting } from './setting.js';

/** Kinds whose counted people are the dead and injured. */
const HARM: ReadonlySet<ClaimKind> = new Set(['violence']);

/** Quantities in the order of the text, with that of the noun that a relative clause is about, and how many agreements an agreement's evidence counts. */
export function quantitiesOf(
  { quantities, harmed }: Setting,
  kind: ClaimKind,
  { span: { start, end }, antecedent }: { span: Span; antecedent: number | undefined },
): { quantities: Quantity[]; count: number | undefined } {
  const inside = (HARM.has(kind) ? harmed() : quantities()).filter(
    (one) => (one.start >= start && one.end <= end) || one.head === antecedent,
  );
  const count = inside.find((one) => one.kind === 'other')?.quantity.value;
  return {
    quantities: inside.filter(isClaimed).map(({ quantity }) => quantity),
    count: count ?? undefined,
  };
}
