// The lineage of the examples: families, ties and markers as `lineage.json` and the cases say, and nothing on clean pages.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../src/document/read.js';
import { addDocument } from '../src/lineage/add.js';
import { directed } from '../src/lineage/direction.js';
import { lineageDocument } from '../src/lineage/document.js';
import { families } from '../src/lineage/families/families.js';
import { settled } from '../src/lineage/families/settle.js';
import { buildIndex } from '../src/lineage/index/record.js';
import { markersOf } from '../src/lineage/markers/markers.js';
import { isMachineRewritten } from '../src/lineage/markers/verdict.js';
import { isMerging, type LineageDocument, type Tie } from '../src/lineage/tie.js';
import { readPages } from '../src/page/read.js';

const HERE = import.meta.dirname;

interface Expected {
  readonly ties: readonly { readonly a: string; readonly b: string; readonly kind: string }[];
  readonly families: readonly (readonly string[])[];
  readonly machineRewritten: readonly string[];
  readonly marked: Readonly<Record<string, readonly string[]>>;
}

interface Case {
  readonly page: string;
  readonly lineage?: { readonly of: readonly string[]; readonly kind: string };
}

const expected = json('lineage.json') as Expected;
const names = readdirSync(HERE, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

let documents: readonly LineageDocument[] = [];
let ties: readonly Tie[] = [];

function json(file: string): unknown {
  return JSON.parse(readFileSync(path.join(HERE, file), 'utf8'));
}

beforeAll(async () => {
  documents = await Promise.all(names.map(documentOf));
  ties = tiesOf(documents);
});

async function documentOf(name: string): Promise<LineageDocument> {
  const { page } = json(`${name}/expected.json`) as Case;
  for await (const result of readPages([path.join(HERE, '..', page)])) {
    if ('page' in result) return lineageDocument(readDocument(result.page), name);
    throw result.failure;
  }
  throw new Error(`no page at ${page}`);
}

function tiesOf(all: readonly LineageDocument[]): Tie[] {
  const index = buildIndex();
  const byId = new Map(all.map((document) => [document.id, document]));
  const raw = all.flatMap((document) => addDocument(index, document));
  return settled(raw, all).map((tie) => directed(tie, byId, markersOf));
}

test('the cases that name their sources are tied to them by the kind they name, as the derived side', () => {
  for (const name of names) {
    const { lineage } = json(`${name}/expected.json`) as Case;
    for (const source of lineage?.of ?? [])
      expect(ties).toContainEqual(expect.objectContaining({ a: name, b: source, kind: lineage!.kind }));
  }
  for (const tie of expected.ties) expect(ties).toContainEqual(expect.objectContaining(tie));
});

test('no other page is tied to any', () => {
  const related = new Set(expected.families.flat());
  for (const { a, b } of ties.filter(isMerging))
    expect([related.has(a), related.has(b)], `${a} ~ ${b}`).toEqual([true, true]);
});

test('the families are as expected, the stitched page in two', () => {
  const found = families(ties, documents).map(({ members }) =>
    members.map(({ document }) => document).sort(),
  );
  expect(found.sort()).toEqual([...expected.families].map((family) => [...family]).sort());
});

test('the order in which pages come changes neither families nor kinds', () => {
  const back = tiesOf([...documents].reverse());
  const seen = (all: readonly Tie[]): string[] =>
    all.map(({ a, b, kind }) => `${[a, b].sort().join(' ')} ${kind}`).sort();
  expect(seen(back)).toEqual(seen(ties));
});

describe('markers', () => {
  test('stand on the pages that have them and on no other', () => {
    for (const document of documents) {
      const kinds = new Set(markersOf(document).map(({ kind }) => kind));
      expect([...kinds].sort(), document.id).toEqual([...(expected.marked[document.id] ?? [])].sort());
    }
  });

  test('call machine-rewritten what is', () => {
    const called = documents.filter((document) =>
      isMachineRewritten(
        markersOf(document),
        ties.filter(({ a }) => a === document.id),
      ),
    );
    expect(called.map(({ id }) => id)).toEqual(expected.machineRewritten);
  });

  test('quote the text where they say', () => {
    for (const document of documents)
      for (const { start, end, quote, where } of markersOf(document))
        expect((where === 'title' ? document.title : document.text)?.slice(start, end)).toBe(quote);
  });
});
