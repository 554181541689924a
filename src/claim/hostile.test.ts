// Texts that try the reader: it ends, and what it claims stands in the text. The bench says how long it takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentId } from '../base/id.js';
import type { Document } from '../document/document.js';
import { readDocument } from '../document/read.js';
import { eventsOf } from './events/dyads.js';
import { hostilePages } from './hostile-pages.js';
import { claimReader } from './read/reader.js';

/** Long enough for several sentences cut at the longest length; the bench reads longer ones. */
const SIZE = 600;

function documentOf(content: string, language: string): Document {
  const bytes = new TextEncoder().encode(content);
  return readDocument({
    ...{ id: 'd', source: 'd', form: 'article', hash: contentId(bytes), bytes, content },
    charset: { name: 'utf-8', basis: 'given' },
    given: { language, published: '2024-05-01' },
  });
}

function check(content: string, language: string): void {
  const document = documentOf(content, language);
  const claims = claimReader.read(document);
  expect(claimReader.read(document)).toEqual(claims);
  for (const { evidence } of claims)
    expect(document.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  for (const { start, end } of eventsOf(document)) expect(start).toBeLessThan(end);
}

describe('hostile text', () => {
  it.each([...hostilePages(SIZE)])('%s: is read to its end, the same way twice', (name, content) => {
    check(content, name.startsWith('French') ? 'fr' : 'en');
  });

  it.each(['en', 'fr'])('%s: so is any text, broken signs and all', (language) => {
    const piece = fc.constantFrom(
      ...[
        '\ud800',
        '\u0000',
        '\u0301',
        '👩‍👩‍👧',
        'ال',
        '(',
        ')',
        ' ',
        '.',
        "don't",
        'Mali',
        '\n\n',
        '`',
        '\u200d',
        '10 000',
      ],
      ...[
        ' signed an accord with ',
        ' Russia',
        '“',
        '”',
        ' said ',
        ' on Monday',
        ' $3 million',
        ' soldiers',
        " l'armée",
      ],
    );
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(odd, (text) => check(text, language)),
      { numRuns: 60 },
    );
  });
});
