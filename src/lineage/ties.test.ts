// Ties between made-up texts: what is a copy, an excerpt, a rewrite, a quotation, a series, and what is none of them.
import { describe, expect, test } from 'vitest';
import { addDocument } from './add.js';
import { families } from './families/families.js';
import { settled } from './families/settle.js';
import { buildIndex, loadIndex } from './index/record.js';
import type { LineageDocument, Tie } from './tie.js';

const ACCORD = `VARNHOLM – The governments of Arvania and Belmora signed a defence accord on Tuesday that lets Arvanian engineers work at the port of Osk. The accord runs for five years and covers radar stations along the northern coast.

Officials in Varnholm said that 340 engineers would arrive before the winter. Belmora pays for their housing, and Arvania supplies the radar equipment free of charge. Fishermen in Osk have protested against the closing of the old harbour since March.

The opposition called the accord a surrender of the coast. Its leader, Ilse Morand, wants the parliament to vote on every page of it before a single crate is unloaded at the quay.`;

const HARVEST = `Farmers around Lake Tenna expect the best plum harvest in eleven years after a mild spring. Prices at the market in Dunmar fell by a third within two weeks, and growers ask the district to open its cold stores early.

A cooperative of sixty orchards plans to dry most of the fruit. Its new ovens came from a bakery that closed last autumn, and a retired baker teaches the pickers how to run them through the night.`;

const spin = (text: string): string =>
  [
    ['signed', 'inked'],
    ['accord', 'settlement'],
    ['engineers', 'technicians'],
    ['work', 'labour'],
    ['stations', 'posts'],
    ['coast', 'shoreline'],
    ['arrive', 'turn up'],
    ['winter', 'cold season'],
    ['supplies', 'furnishes'],
    ['protested', 'objected'],
    ['closing', 'shutting'],
    ['leader', 'chief'],
    ['vote', 'ballot'],
    ['opposition', 'resistance'],
  ].reduce((now, [word = '', other = '']) => now.replaceAll(word, other), text);

const strike = (day: string, town: string, count: number): string =>
  `On ${day} the coalition carried out ${count} strikes near ${town}, destroying ${count + 3} vehicles and ${count * 2} firing positions. The aircraft returned to their base without damage, the command said in its daily statement. The strikes are part of the operation against the armed group in the region, and further statements follow every morning. Figures rest on first assessments and may change.`;

function tiesOf(...texts: readonly (string | LineageDocument)[]): Tie[] {
  const index = buildIndex();
  const documents = texts.map((text, at) => (typeof text === 'string' ? { id: `${at}`, text } : text));
  return settled(
    documents.flatMap((document) => addDocument(index, document)),
    documents,
  );
}

const sentences = (text: string): string[] => text.split(/(?<=\.)\s+/);

describe('a tie', () => {
  test('is a copy for the same text in other type', () => {
    expect(tiesOf(ACCORD, ACCORD.toUpperCase())).toMatchObject([{ kind: 'copy', coverage: 1, identity: 1 }]);
  });

  test('is an excerpt for some of its sentences, with spans that end where they do', () => {
    const part = sentences(ACCORD).slice(0, 3).join(' ');
    const [tie] = tiesOf(ACCORD, part);
    expect(tie).toMatchObject({ a: '1', b: '0', kind: 'excerpt', coverage: 1, direction: 'holds-more' });
    const [passage] = tie!.passages;
    expect(part.slice(passage!.a.start, passage!.a.end)).toBe(part.slice(0, -1));
  });

  test('is a rewrite for the same sentences in other words, and marks these', () => {
    const spun = spin(ACCORD);
    const [tie] = tiesOf(ACCORD, spun);
    expect(tie).toMatchObject({ kind: 'rewrite' });
    expect(tie!.coverage).toBeGreaterThan(0.9);
    const words = tie!.passages.flatMap(({ onlyA }) => onlyA.map(({ start, end }) => spun.slice(start, end)));
    expect(words).toContain('inked');
  });

  test('is found for sentences in another order', () => {
    expect(tiesOf(ACCORD, sentences(ACCORD).reverse().join(' '))).toMatchObject([{ b: '0' }]);
  });

  test('goes from a stitched text to both its sources, each with its part', () => {
    const stitched = `${sentences(ACCORD).slice(0, 4).join(' ')}\n\n${sentences(HARVEST).slice(2).join(' ')}`;
    const ties = tiesOf(ACCORD, HARVEST, stitched);
    expect(ties.map(({ a, b, kind }) => [a, b, kind])).toEqual([
      ['2', '0', 'excerpt'],
      ['2', '1', 'excerpt'],
    ]);
    expect(ties[0]!.passages[0]!.a.end).toBeLessThanOrEqual(ties[1]!.passages[0]!.a.start);
  });

  test('is no family for one quotation of a speaker in two reports', () => {
    const quote =
      '"We will not unload a single crate before the parliament has seen every page of this paper," she said.';
    const [tie] = tiesOf(`${ACCORD}\n\n${quote}`, `${HARVEST}\n\n${quote}`);
    expect(tie).toMatchObject({ kind: 'quotes' });
  });

  test('is a series for one form with other figures and names', () => {
    const ties = tiesOf(strike('3 May', 'Osk', 4), strike('9 June', 'Dunmar', 11));
    expect(ties).toMatchObject([{ kind: 'series' }]);
  });

  test('makes a rewrite of one of a series none of the others', () => {
    const member = strike('3 May', 'Osk', 4);
    const spun = member
      .replaceAll('carried out', 'undertook')
      .replaceAll('vehicles', 'cars')
      .replaceAll('said', 'told');
    const kinds = new Map(
      tiesOf(member, strike('9 June', 'Dunmar', 11), spun).map(({ a, b, kind }) => [`${a}${b}`, kind]),
    );
    expect(kinds.get('20')).toBe('rewrite');
    expect(kinds.get('21')).toBe('series');
  });

  test('is none for two reports that share an event and its names', () => {
    const other = `Arvanian radar experts will move into Osk after a deal between Arvania and Belmora. Ilse Morand of the opposition is against it and speaks of a sell-out, while the harbour's fishermen fear for their berths. Three hundred and forty people are to come, the capital says, and stay for five years.`;
    expect(tiesOf(ACCORD, other)).toEqual([]);
  });

  test('names the later day as the derived one', () => {
    const [tie] = tiesOf(
      { id: 'late', text: ACCORD, published: '2031-05-09' },
      { id: 'early', text: ACCORD, published: '2031-05-07T08:00:00Z' },
    );
    expect(tie).toMatchObject({ a: 'late', b: 'early', direction: 'published' });
  });
});

describe('a family', () => {
  test('has the earliest dated text as its origin', () => {
    const documents = [
      { id: 'x', text: ACCORD, published: '2031-05-09' },
      { id: 'y', text: spin(ACCORD), published: '2031-05-07' },
    ];
    expect(families(tiesOf(...documents), documents)).toEqual([
      { members: [{ document: 'x' }, { document: 'y' }], origin: 'y' },
    ]);
  });

  test('keeps the parts of a stitched text apart', () => {
    const documents = [
      ACCORD,
      HARVEST,
      `${sentences(ACCORD).slice(0, 4).join(' ')}\n\n${sentences(HARVEST).slice(2).join(' ')}`,
    ].map((text, at) => ({ id: `${at}`, text }));
    const found = families(tiesOf(...documents), documents);
    expect(found.map(({ members }) => members.map(({ document }) => document))).toEqual([
      ['0', '2'],
      ['1', '2'],
    ]);
  });
});

describe('an index', () => {
  test('takes a document once', () => {
    const index = buildIndex();
    expect(addDocument(index, { id: 'x', text: ACCORD })).toEqual([]);
    expect(addDocument(index, { id: 'x', text: HARVEST })).toEqual([]);
    expect(index.ids).toEqual(['x']);
  });

  test('gives the same ties after it was saved and loaded', () => {
    const documents = new Map([ACCORD, HARVEST].map((text, at) => [`${at}`, { id: `${at}`, text }]));
    const index = buildIndex((id) => documents.get(id));
    for (const document of documents.values()) addDocument(index, document);
    const bytes = index.save();
    const loaded = loadIndex(bytes, (id) => documents.get(id));
    expect(Buffer.from(loaded.save())).toEqual(Buffer.from(bytes));
    const added = { id: 'new', text: spin(ACCORD) };
    expect(addDocument(loaded, added)).toEqual(addDocument(index, added));
  });

  test('passes over a document that its source no longer has', () => {
    const index = loadIndex(filled(ACCORD), () => undefined);
    expect(addDocument(index, { id: 'new', text: ACCORD })).toEqual([]);
  });

  test.each([
    [[]],
    [[1, 2, 3]],
    [[9, 0, 0, 0, 1]],
    [[2, 0, 0, 0, 91, 93, 1, 1]],
  ])('refuses bytes %j', (bytes) => {
    expect(() => loadIndex(Uint8Array.from(bytes), () => undefined)).toThrow(/no saved lineage index/);
  });
});

function filled(text: string): Uint8Array {
  const index = buildIndex();
  addDocument(index, { id: 'x', text });
  return index.save();
}
