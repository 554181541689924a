// The examples of the codebook: sentences read by the reader, and where in the reading a field is shown.
import { EntenteError } from '../../base/error.js';
import { contentId } from '../../base/id.js';
import type { Document } from '../../document/document.js';
import { readDocument } from '../../document/read.js';
import type { Claim } from '../claim.js';
import { claimReader } from '../read/reader.js';
import type { Entry } from './entries.js';

/** The day on which all examples were published: a Monday. */
export const PUBLISHED = '2025-02-03';

/** The first claim read from an entry's sentence that shows its field; throws where none does. */
export function claimShowing(entry: Entry): Claim {
  const claims = claimReader.read(documentOf(entry));
  const found = claims.find((claim) => valuesAt(claim, entry.path).length > 0);
  if (found !== undefined) return found;
  throw new EntenteError('bad-shape', `the example shows no ${entry.path}: ${entry.example}`, {
    source: 'codebook.tsv',
    hint: 'Take another sentence, or mend the reader',
  });
}

/** What a claim has at a path: `transfer.supplier`, `claim.time.start`, `claim.modality.urged`; empty where it has nothing. */
export function valuesAt(claim: Claim, path: string): unknown[] {
  const [owner, ...steps] = path.split('.');
  if (owner === 'claim') return walk(claim, steps);
  if (claim.kind !== owner) return [];
  const [name, ...rest] = steps;
  if (name === undefined) return [claim];
  return name in claim.roles ? walk(claim.roles, steps) : walk(claim.fields, [name, ...rest]);
}

function walk(from: unknown, steps: readonly string[]): unknown[] {
  let found: unknown[] = [from];
  for (const step of steps) {
    const inner = found.filter(isObject).flatMap((one) => members(one[step], step));
    if (inner.length === 0 && found.includes(step)) return [step];
    found = inner;
  }
  return found;
}

function members(value: unknown, name: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  return name === 'roles' && isObject(value) ? Object.values(value).flat() : [value];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function documentOf({ example, language }: Entry): Document {
  const bytes = new TextEncoder().encode(example);
  return readDocument({
    ...{ id: 'example', source: 'codebook.tsv', form: 'article', bytes, content: example },
    hash: contentId(bytes),
    charset: { name: 'utf-8', basis: 'given' },
    given: { language, published: PUBLISHED },
  });
}
