// Families: the texts and parts of texts that ties make one, each with its origin.
import { isMerging, type LineageDocument, type Tie } from '../tie.js';
import { compositesOf, daysOf } from './composite.js';
import { linksOf } from './links.js';
import { settled } from './settle.js';
import { type Member, Strands } from './strands.js';

/** A family. A stitched text stands in several, each time with the part that belongs there. */
export interface Family {
  /** In the order of the documents. */
  readonly members: readonly Member[];
  /** The member with the earliest known day, where one has one and no other has the same; absent where unknown. */
  readonly origin?: string;
}

/** The families that the ties make of the documents, in the documents' order; texts without a tie stand in none. */
export function families(ties: readonly Tie[], documents: readonly LineageDocument[]): Family[] {
  const days = daysOf(documents);
  const order = new Map(documents.map(({ id }, at) => [id, at]));
  const place = ({ document }: Member): number => order.get(document) ?? documents.length;
  const merging = settled(ties, documents).filter(isMerging);
  const strands = new Strands(compositesOf(linksOf(merging), days));
  for (const tie of merging) if (!strands.isIdle(tie)) strands.join(tie);
  return strands
    .groups()
    .map((members) => members.sort((x, y) => place(x) - place(y)))
    .sort((x, y) => place(x[0]!) - place(y[0]!))
    .map((members) => ({ members, ...originOf(members, days) }));
}

function originOf(members: readonly Member[], days: ReadonlyMap<string, string>): { origin?: string } {
  const dated = members
    .flatMap(({ document }) => (days.has(document) ? [{ document, day: days.get(document)! }] : []))
    .sort((x, y) => (x.day < y.day ? -1 : x.day > y.day ? 1 : 0));
  const [first, second] = dated;
  return first === undefined || first.day === second?.day ? {} : { origin: first.document };
}
