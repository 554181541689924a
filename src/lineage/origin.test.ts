// Origins: what texts rest on by their own words, and how many origins stand behind what they say.
import { describe, expect, test } from 'vitest';
import { addDocument } from './add.js';
import { buildIndex } from './index/record.js';
import { datelinesOf } from './origin/datelines.js';
import { isPartOfName, isSameName, speakerKey } from './origin/names.js';
import { restsOf } from './origin/rests.js';
import { independentSupport, type SupportingClaim } from './origin/support.js';
import type { LineageDocument } from './tie.js';

const page = (id: string, publisher: string, text: string): LineageDocument => ({
  id,
  publisher,
  text,
  language: 'en',
});

function support(documents: readonly LineageDocument[], claims?: readonly SupportingClaim[]) {
  const index = buildIndex();
  const ties = documents.flatMap((document) => addDocument(index, document));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return independentSupport(claims ?? documents.map(({ id }) => ({ id, document: id })), ties, byId);
}

const TALKS =
  'Talks on a lease of the old naval yard at Osk are all but finished, four members of the cabinet told Harbour Weekly. The lease would run for twelve years.';

describe('datelines', () => {
  test.each([
    ['GAO, Mali, Aug 15 (SEA) – The last soldiers left.', 'GAO', 'SEA'],
    ['MOSCOW (IDN) – Talks went on.', 'MOSCOW', 'IDN'],
    ['MOSCOW, August 15. /TASS/. Talks went on.', undefined, undefined],
    ['OSK, March 3 – The port closed.', 'OSK', undefined],
    ['The port of OSK (north) – a large one – closed.', undefined, undefined],
  ])('of "%s"', (text, place, agency) => {
    const [line] = datelinesOf(text);
    expect([line?.place, line?.agency]).toEqual([place, agency]);
  });
});

test.each([
  ['The yard is leased. (AFP)', 'credit', 'AFP'],
  ['With files from Reuters', 'credit', 'Reuters'],
  ['The yard is leased, according to Harbour Weekly.', 'reports', 'Harbour Weekly'],
  ['The yard is leased, the Osk Courier reported.', 'reports', 'Osk Courier'],
  ['"It is done," she told Harbour Weekly.', 'told', 'Harbour Weekly'],
  ['Twelve ships lie there, a UN report says.', 'document', 'UN'],
  ['Le bail est signé, selon Le Courrier.', 'reports', 'Le Courrier'],
])('"%s" rests on somebody: %s', (text, how, name) => {
  const rests = restsOf({ id: 'x', text });
  expect(rests.map((rest) => [rest.how, rest.name.replace(/^Le /, 'Le ')])).toContainEqual([how, name]);
  for (const { start, end, quote } of rests) expect(text.slice(start, end)).toBe(quote);
});

test('names are compared without article and by an agency’s full name', () => {
  expect(isSameName('the Osk Courier', 'Osk Courier')).toBe(true);
  expect(isSameName('AFP', 'Agence France-Presse')).toBe(true);
  expect(isPartOfName('UN', 'UN panel')).toBe(true);
  expect(isPartOfName('Osk Courier', 'Osk')).toBe(false);
});

test('only somebody in particular is one speaker', () => {
  expect(speakerKey('U.S. officials')).toBe('u s officials');
  expect(speakerKey('Two sources')).toBeUndefined();
  expect(speakerKey('local residents')).toBeUndefined();
  expect(speakerKey('Moscow')).toBe('moscow');
});

describe('independent support', () => {
  test('counts copies once, with and without a credit', () => {
    const result = support([
      page('a', 'Harbour Weekly', TALKS),
      page('b', 'Dunmar Post', `${TALKS} (Harbour Weekly)`),
      page('c', 'copies.example', TALKS),
    ]);
    expect(result.count).toBe(1);
    expect(result.merges.map(({ how }) => how)).toContain('family');
  });

  test('counts who reports what another reported with that other', () => {
    const result = support([
      page('a', 'Harbour Weekly', TALKS),
      page(
        'b',
        'Dunmar Post',
        'Osk may soon lease its yard, according to Harbour Weekly, which cited four ministers.',
      ),
      page('c', 'Osk Courier', 'A lease is near, the Dunmar Post reported.'),
    ]);
    expect(result.origins).toEqual([{ claims: ['a', 'b', 'c'], isInterested: false }]);
  });

  test('leaves who has sources of its own alone, whoever was first', () => {
    const own =
      'The yard will be leased, two shipwrights told the Dunmar Post. Harbour Weekly first reported the talks.';
    expect(support([page('a', 'Harbour Weekly', TALKS), page('b', 'Dunmar Post', own)]).count).toBe(2);
  });

  test('counts one speaker in two papers once', () => {
    const result = support([
      page('a', 'Harbour Weekly', '"The yard is not for sale," Mayor Jonna Pell said.'),
      page('b', 'Dunmar Post', 'Jonna Pell, mayor of Osk, was clear: "The yard is not for sale."'),
    ]);
    expect(result.merges).toMatchObject([{ how: 'same-speaker' }]);
  });

  test('merges claims by their ultimate speaker, and marks the sides of the event as interested', () => {
    const documents = [
      page('a', 'Harbour Weekly', 'Ten ships left.'),
      page('b', 'Dunmar Post', 'A dozen ships sailed.'),
    ];
    const claims = documents.map(({ id }) => ({
      id: `claim-${id}`,
      document: id,
      attribution: [{ speaker: 'the Arvania navy' }],
      sides: ['Arvania'],
    }));
    expect(support(documents, claims)).toMatchObject({ count: 1, origins: [{ isInterested: true }] });
  });

  test('keeps two unnamed witnesses apart', () => {
    const documents = [
      page('a', 'Harbour Weekly', 'Residents saw ships.'),
      page('b', 'Dunmar Post', 'A photograph shows ships.'),
    ];
    expect(support(documents).count).toBe(2);
  });
});
