// The cases: that each is well made, and that the reader gives the document that its case expects.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isIsoDay, PRECISIONS, TIME_BASES } from '../src/base/date.js';
import { CLAIM_KINDS, EVIDENCE_PLACES, MODALITIES } from '../src/claim/claim.js';
import { type Document, FRAME_KINDS } from '../src/document/document.js';
import { readDocument } from '../src/document/read.js';
import type { Page } from '../src/page/page.js';
import { readPages } from '../src/page/read.js';

const HERE = import.meta.dirname;
const ROOT = path.dirname(HERE);

interface ExpectedClaim {
  readonly kind: string;
  readonly quote: string;
  readonly where: string;
  readonly roles: Readonly<Record<string, readonly unknown[]>>;
  readonly time: {
    readonly start: string | null;
    readonly end: string | null;
    readonly precision: string;
    readonly basis: string;
  };
  readonly modality: string;
}

interface ExpectedDocument {
  readonly title: string;
  readonly byline: readonly string[];
  readonly published: string | null;
  readonly modified?: string;
  readonly outlet?: { readonly domain: string; readonly name?: string };
  readonly canonical?: string;
  readonly language: string;
  readonly text: string;
  readonly frame: readonly { readonly kind: string; readonly quote: string }[];
  readonly findings: readonly string[];
}

interface Case {
  readonly name: string;
  readonly page: string;
  readonly document: ExpectedDocument;
  readonly claims: readonly ExpectedClaim[];
  readonly lineage?: { readonly of: readonly string[]; readonly kind: string };
}

interface Gaps {
  /** Share of all frame parts whose kind is read as expected; never to fall below. */
  readonly frameKinds: number;
  /** Case -> what the reader does not get right yet. Such a test must fail: once it passes, strike it here. */
  readonly open: Readonly<Record<string, readonly string[]>>;
}

const names = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const cases: readonly Case[] = names.map((name) => ({ name, ...json(`${name}/expected.json`) }) as Case);
const gaps = json('gaps.json') as Gaps;

function json(file: string): object {
  return JSON.parse(readFileSync(path.join(HERE, file), 'utf8')) as object;
}

/** What each kind of claim must say beside its evidence, so that a slip of the pen is found here and not in a score. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  agreement: ['parties'],
  transfer: ['supplier', 'recipient', 'items'],
  share: ['subject', 'scope'],
  presence: ['actor', 'host'],
  access: ['holder', 'host'],
  training: ['trainer', 'trainee'],
  exercise: ['participants'],
  contact: ['participants', 'visitor', 'host'],
  aid: ['donor', 'recipient'],
  statement: ['speaker', 'addressee'],
  rupture: ['actor', 'target'],
  violence: ['actor', 'target', 'place'],
  power: ['actor', 'target', 'place'],
  event: ['actor', 'recipient'],
};

describe.each(cases)('case $name', (it) => {
  test('its page exists, is an example of its own and says so', () => {
    const bytes = readFileSync(path.join(ROOT, it.page)).toString('latin1');
    expect(bytes).toMatch(/(?:an example|comme exemple|exemple \S+crit\S*) (?:for|pour) Entente/i);
    expect(path.posix.dirname(it.page)).toBe('examples');
  });

  test('its why.md gives reasons and sources', () => {
    const why = readFileSync(path.join(HERE, it.name, 'why.md'), 'utf8');
    expect(why).toMatch(/^# \S/);
    expect(why).toMatch(/^## Facts and where they are reported$/m);
  });

  test('its claims quote the text and use the codebook', () => {
    for (const claim of it.claims) {
      const source = claim.where === 'title' ? it.document.title : it.document.text;
      expect(source.split(claim.quote), `once in the ${claim.where}: ${claim.quote}`).toHaveLength(2);
      expect(CLAIM_KINDS, claim.quote).toContain(claim.kind);
      expect(MODALITIES, claim.quote).toContain(claim.modality);
      expect(EVIDENCE_PLACES, claim.quote).toContain(claim.where);
      expect(ROLES[claim.kind], claim.quote).toEqual(expect.arrayContaining(Object.keys(claim.roles)));
      expect(timeFaults(claim.time), claim.quote).toEqual([]);
    }
  });

  test('its document uses known kinds, and its frame is no part of its text', () => {
    for (const { kind, quote } of it.document.frame) {
      expect(FRAME_KINDS, quote).toContain(kind);
      expect(it.document.text.split('\n\n'), quote).not.toContain(quote);
    }
    expect(it.document.published === null || isIsoDay(it.document.published)).toBe(true);
    for (const other of it.lineage?.of ?? []) expect(existsSync(path.join(HERE, other)), other).toBe(true);
  });
});

test('every page of examples/ has a case, and every gap is a case', () => {
  const pages = readdirSync(path.join(ROOT, 'examples')).filter((file) => /\.(?:html|txt)$/.test(file));
  expect(cases.map((it) => path.basename(it.page)).sort()).toEqual(pages.sort());
  for (const name of Object.keys(gaps.open)) expect(names).toContain(name);
});

function timeFaults({ start, end, precision, basis }: ExpectedClaim['time']): string[] {
  const days = [start, end].filter((day) => day !== null);
  return [
    ...days.filter((day) => !isIsoDay(day)).map((day) => `${day} is no day`),
    ...(start !== null && end !== null && start > end ? ['start after end'] : []),
    ...((PRECISIONS as readonly string[]).includes(precision) ? [] : [`precision ${precision}`]),
    ...((TIME_BASES as readonly string[]).includes(basis) ? [] : [`basis ${basis}`]),
    ...(precision === 'day' && (start === null || start !== end) ? ['a day needs start and end alike'] : []),
  ];
}

// ---- the reader

const documents = new Map<string, Document>();

beforeAll(async () => {
  for (const it of cases) documents.set(it.name, readDocument(await pageOf(it)));
});

async function pageOf(it: Case): Promise<Page> {
  for await (const result of readPages([path.join(ROOT, it.page)])) {
    if ('page' in result) return result.page;
    throw result.failure;
  }
  throw new Error(`no page at ${it.page}`);
}

const folded = (text: string | undefined) => text?.toLowerCase();
const day = (found: { readonly value: string } | undefined) => found?.value.slice(0, 10) ?? null;

/** Field -> [what the reader gives, what the case expects]; as lists of paragraphs for text, so that a failure shows which. */
const FIELDS: Readonly<Record<string, (got: Document, expected: ExpectedDocument) => [unknown, unknown]>> = {
  title: (got, { title }) => [got.title?.value, title],
  byline: (got, { byline }) => [got.byline.map(({ value }) => folded(value)), byline.map(folded)],
  published: (got, { published }) => [day(got.published), published],
  modified: (got, { modified }) => [
    modified === undefined ? undefined : (day(got.modified) ?? undefined),
    modified,
  ],
  language: (got, { language }) => [got.language?.value, language],
  canonical: (got, { canonical }) => [got.canonical?.value, canonical],
  outlet: (got, { outlet }) => [got.outlet?.value, outlet],
  text: (got, { text }) => [got.text.split('\n\n'), text.split('\n\n')],
  findings: (got, { findings }) => [got.findings.map(({ kind }) => kind).sort(), [...findings].sort()],
};

describe.each(cases)('the document of $name', (it) => {
  for (const [field, pair] of Object.entries(FIELDS)) {
    const isGap = gaps.open[it.name]?.includes(field) ?? false;
    (isGap ? test.fails : test)(
      isGap ? `${field} (a gap: strike it from gaps.json once this passes)` : field,
      () => {
        const [got, expected] = pair(documents.get(it.name)!, it.document);
        expect(got).toEqual(expected);
      },
    );
  }
});

test('frame parts have the kind that the cases give them, as often as gaps.json says or more', () => {
  const parts = cases.flatMap((it) => it.document.frame.map((part) => ({ ...part, name: it.name })));
  const wrong = parts.filter(({ name, kind, quote }) => !kindsAt(documents.get(name)!, quote).includes(kind));
  const share = 1 - wrong.length / parts.length;
  expect(
    share,
    wrong.map(({ name, kind, quote }) => `${name}: ${kind}: ${quote}`).join('\n'),
  ).toBeGreaterThanOrEqual(gaps.frameKinds);
});

function kindsAt({ visible, frame }: Document, quote: string): readonly string[] {
  return frame.filter(({ start, end }) => visible.slice(start, end).includes(quote)).map(({ kind }) => kind);
}
