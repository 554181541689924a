// Markers: sentences that carry one, and sentences that look as if they did.
import { describe, expect, test } from 'vitest';
import type { MarkerKind } from './markers/marker.js';
import { markersOf } from './markers/markers.js';
import { isMachineRewritten } from './markers/verdict.js';

const found = (text: string, language = 'en') => markersOf({ id: 'x', text, language });
const quotes = (text: string, kind: MarkerKind, language = 'en') =>
  found(text, language).flatMap((marker) => (marker.kind === kind ? [marker.quote] : []));

const WITH: readonly (readonly [MarkerKind, string, string])[] = [
  [
    'broken-term',
    'The improvised explosive gadget (IED) went off at noon.',
    'improvised explosive gadget (IED)',
  ],
  [
    'broken-term',
    'They agreed on a memorandum of comprehension (MOU) in Osk.',
    'memorandum of comprehension (MOU)',
  ],
  ['broken-term', 'Soldiers seized energy in the capital overnight.', 'seized energy'],
  ['broken-term', 'Instructors who form officers arrived on Monday.', 'form officers'],
  ['stray-mark', 'Osk`s harbour was closed, and Belmora`s navy left.', 'Osk`s harbour'],
  ['broken-sentence', 'The base lies in Osk (north). , and the army left it.', '(north). , and the'],
  ['leftover', 'The figures are disputed. Footnote 12 The ministry gave others.', 'Footnote 12'],
  ['leftover', 'New tasks (for example. B guarding ports) were added.', 'for example. B'],
  ['leftover', 'The two sides {signed|inked|sealed} an accord.', '{signed|inked|sealed}'],
  ['seam', 'The army left the town. VARNHOLM (SEA) – Talks went on in the capital.', 'VARNHOLM (SEA) – '],
  [
    'dangling',
    'Furthermore, it was agreed to build a port. The port is large.',
    'Furthermore, it was agreed to',
  ],
  [
    'replaced-name',
    'The deal angered the south, as bets have sent aircraft twice.',
    'as bets have sent aircraft',
  ],
];

const WITHOUT: readonly (readonly [MarkerKind, string])[] = [
  ['broken-term', 'An improvised explosive device (IED) went off.'],
  ['broken-term', 'The Popular Front for the Relief of Osk (FPSO) denied it.'],
  ['broken-term', 'The Extensible Markup Language (XML) is old.'],
  ['broken-term', 'The Osk and Dunmar Regional Assembly of Growers (ODRAG) met.'],
  ['stray-mark', 'Run `npm start` and wait.'],
  ['stray-mark', "Belmora’s navy and Osk's harbour are small."],
  ['broken-sentence', 'Alfred Moss Jr., the envoy, came too.'],
  ['broken-sentence', 'Ports, roads etc. ; they all need repair.'],
  ['leftover', 'See footnote 12 of the paper.'],
  ['seam', 'VARNHOLM (SEA) – Talks went on in the capital.'],
  ['dangling', 'The port is large. Furthermore, it is deep.'],
  ['replaced-name', 'Bookmakers say that bets have sent the odds down.'],
];

describe.each(WITH)('%s in "%s"', (kind, text, quote) => {
  test(`is "${quote}"`, () => {
    expect(quotes(text, kind)).toContain(quote);
  });
});

test.each(WITHOUT)('no %s in "%s"', (kind, text) => {
  expect(quotes(text, kind)).toEqual([]);
});

test('a single backtick beside true apostrophes only supports', () => {
  expect(found("Osk`s harbour, the army's base, the navy's quay.")).toMatchObject([
    { kind: 'stray-mark', strength: 'soft' },
  ]);
});

test('French connectives dangle too, and other languages are left alone', () => {
  expect(quotes('En outre, il a été décidé de rester.', 'dangling', 'fr')).toHaveLength(1);
  expect(found('Osk`s harbour and Belmora`s navy.', 'uk')).toEqual([]);
});

test('a page whose text tells of a month after its own date is marked, unless it is still to come', () => {
  const page = (text: string) => markersOf({ id: 'x', text, language: 'en', published: '2019-03-03' });
  expect(page('Soldiers took the capital in August 2020.')).toMatchObject([{ kind: 'later-content' }]);
  expect(page('The base will close in August 2020.')).toEqual([]);
  expect(page('The base is open until August 2020. It was built in May 2010.')).toEqual([]);
});

test('a title whose act and names the text lacks is marked', () => {
  const text = 'It was decided to improve ties. Belmora exports the most plums.';
  expect(markersOf({ id: 'x', title: 'Arvania And Osk Sign Treaty', text, language: 'en' })).toMatchObject([
    { kind: 'unsupported-title', where: 'title' },
  ]);
  expect(markersOf({ id: 'x', title: 'Belmora exports plums', text, language: 'en' })).toEqual([]);
});

describe('the verdict', () => {
  const stray = found('Osk`s harbour and Belmora`s navy.');
  test('needs two hard kinds, or one and a rewrite', () => {
    expect(isMachineRewritten(stray)).toBe(false);
    expect(isMachineRewritten(stray, [{ kind: 'copy' }])).toBe(false);
    expect(isMachineRewritten(stray, [{ kind: 'rewrite' }])).toBe(true);
    expect(isMachineRewritten([...stray, ...found('Soldiers seized energy.')])).toBe(true);
  });

  test('does not follow from a seam and a rewrite: that is stitching', () => {
    const seam = found('The army left. VARNHOLM (SEA) – Talks went on.');
    expect(isMachineRewritten(seam, [{ kind: 'rewrite' }])).toBe(false);
  });
});
