// What holds for any texts: spans lie in their texts, words are where they say, the index finds what it holds.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDocument } from './add.js';
import { settled } from './families/settle.js';
import { Postings, postingsFrom } from './index/postings.js';
import { buildIndex } from './index/record.js';
import { markersOf } from './markers/markers.js';
import { quotationsOf } from './text/quotations.js';
import { wordsOf } from './text/words.js';

const WORDS =
  'the of and convoy harbour accord Osk Dunmar minister signed 12 March aircraft left under base "we will" said treaty'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 18 })
  .map((words) => `${words.join(' ')}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
const anyText = fc.oneof(
  text,
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
);

describe('words', () => {
  test('stand in order at their places and are the same for the same text', () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const { hashes, starts, ends } = wordsOf(content);
        let last = 0;
        for (let at = 0; at < hashes.length; at += 1) {
          expect(starts[at]).toBeGreaterThanOrEqual(last);
          expect(ends[at]).toBeGreaterThan(starts[at]!);
          last = ends[at]!;
        }
        expect(last).toBeLessThanOrEqual(content.length);
        expect(wordsOf(content).hashes).toEqual(hashes);
      }),
    );
  });

  test('do not depend on case or on the separators of numbers', () => {
    expect(wordsOf('Some 2,400 Soldiers').hashes).toEqual(wordsOf('SOME 2400 soldiers').hashes);
    expect(wordsOf('two').hashes).toEqual(wordsOf('2').hashes);
  });
});

test('quotations lie apart and inside the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', '“', '”', '«', '»', 'a', ' ', '.', '\n'), maxLength: 60 }),
      (content) => {
        let last = 0;
        for (const { start, end } of quotationsOf(content)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(content.length);
      },
    ),
  );
});

test('postings find every document that was added, also after saving', () => {
  const entry = fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 2 ** 31 }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const postings = new Postings();
      for (const [hash, document] of entries) postings.add(hash, document);
      const loaded = postingsFrom(postings.save());
      const into = new Uint32Array(64);
      for (const [hash, document] of entries) {
        expect([...into.slice(0, postings.find(hash, into))]).toContain(document);
        expect([...into.slice(0, loaded.find(hash, into))]).toContain(document);
      }
      expect(loaded.size).toBe(entries.length);
    }),
    { numRuns: 20 },
  );
});

test('ties have spans inside their texts, shares from 0 to 1, and come out the same twice', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
      const documents = texts.map((content, at) => ({ id: `${at}`, text: content }));
      const run = () => {
        const index = buildIndex();
        return settled(
          documents.flatMap((document) => addDocument(index, document)),
          documents,
        );
      };
      const ties = run();
      expect(run()).toEqual(ties);
      for (const { a, b, coverage, identity, passages } of ties) {
        expect(Math.max(coverage, identity)).toBeLessThanOrEqual(1);
        for (const passage of passages) {
          expectSpan(passage.a, texts[Number(a)]!);
          expectSpan(passage.b, texts[Number(b)]!);
          for (const span of passage.onlyA) expectSpan(span, texts[Number(a)]!);
          for (const span of passage.onlyB) expectSpan(span, texts[Number(b)]!);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a text is always tied to itself, whichever of the two came first', () => {
  fc.assert(
    fc.property(text, text, (content, other) => {
      fc.pre(new Set(wordsOf(content).hashes).size > 8 && wordsOf(content).hashes.length > 40);
      for (const order of [
        [content, other, content],
        [other, content, content],
      ]) {
        const index = buildIndex();
        const ties = order.flatMap((one, at) => addDocument(index, { id: `${at}`, text: one }));
        expect(ties.some(({ a, b }) => order[Number(a)] === order[Number(b)])).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test('markers quote what stands at their span, in any text', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('en', 'fr', 'de'), (content, language) => {
      for (const { start, end, quote } of markersOf({ id: 'x', text: content, language }))
        expect(content.slice(start, end)).toBe(quote);
    }),
  );
});

function expectSpan({ start, end }: { start: number; end: number }, content: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(content.length);
}
