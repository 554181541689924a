// An HTML page as a document: article, metadata, frame.
import { outletName } from '../lexicon/outlets.js';
import type { Page } from '../page/page.js';
import { articleLines } from './body/article.js';
import type { PlacedLine } from './body/page-map.js';
import { findDates } from './dates/find.js';
import type { Block, BlockKind, Document, Finding } from './document.js';
import type { Element } from './dom.js';
import { frameKind, frameParts } from './frame.js';
import { documentFindings, givenOr } from './given.js';
import { findByline } from './metadata/byline.js';
import { findLanguage } from './metadata/language.js';
import { findCanonical, findOutlet } from './metadata/place.js';
import { findTitle } from './metadata/title.js';
import { openHtml } from './source.js';

const GAP = '\n\n';

/** The document of an HTML page; throws `too-large` past the tree's limits. */
export function readHtml(page: Page): Document {
  const source = openHtml(page);
  const { map, lines, deck, substitute } = articleLines(source);
  const title = givenOr(page.given.title, findTitle(source));
  const body =
    substitute === undefined ? blocksOf(lines, deck) : substituted(substitute, source.visible.text);
  const article = new Set(substitute === undefined ? lines : []);
  const frame = frameParts(
    map.lines.map((placed) =>
      article.has(placed)
        ? null
        : { start: placed.line.start, end: placed.line.end, kind: frameKind(placed, title?.value) },
    ),
  );
  const dates = findDates(source);
  const published = givenOr(page.given.published, dates.published);
  const language = givenOr(page.given.language, findLanguage(source, body.text));
  const canonical = findCanonical(source);
  const outlet = findOutlet(source, outletName);
  const byline = findByline(source);
  const findings: Finding[] = documentFindings({ title, byline, published, text: body.text });
  return {
    id: page.hash,
    page: page.id,
    ...(page.url !== undefined && { url: page.url }),
    ...(canonical && { canonical }),
    ...(outlet && { outlet }),
    ...(title && { title }),
    byline,
    ...(published && { published }),
    ...(dates.modified && { modified: dates.modified }),
    ...(page.captured !== undefined && { captured: { value: page.captured, basis: 'fetch' } }),
    ...(page.given.dateline !== undefined && { dateline: { value: page.given.dateline, basis: 'given' } }),
    ...(language && { language }),
    text: body.text,
    blocks: body.blocks,
    visible: body.visible ?? source.visible.text,
    frame,
    findings,
  };
}

interface Body {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The visible text where the body had to be added to it. */
  readonly visible?: string;
}

function blocksOf(lines: readonly PlacedLine[], deck: number): Body {
  const blocks: Block[] = [];
  let text = '';
  lines.forEach(({ line }, at) => {
    if (text !== '') text += GAP;
    const start = text.length;
    text += line.text;
    const kind = at < Math.max(deck, 1) && !/^h[1-6]$/.test(line.owner.tag) ? 'lead' : blockKind(line.owner);
    blocks.push({ kind, start, end: text.length, visible: { start: line.start, end: line.end } });
  });
  return { text, blocks };
}

const KIND_OF_TAG: Readonly<Record<string, BlockKind>> = {
  blockquote: 'quote',
  q: 'quote',
  li: 'list',
  dd: 'list',
  dt: 'list',
  td: 'table',
  th: 'table',
  figcaption: 'caption',
};

function blockKind(owner: Element): BlockKind {
  if (/^h[1-6]$/.test(owner.tag)) return 'heading';
  for (let at: Element | null = owner, up = 0; at !== null && up < 3; at = at.parent, up += 1) {
    const kind = KIND_OF_TAG[at.tag];
    if (kind !== undefined && !(kind === 'table' && owner.tag === 'p')) return kind;
  }
  return 'paragraph';
}

/** A body that the page shows only by script: its paragraphs stand after the visible lines. */
function substituted(body: string, visible: string): Body {
  const blocks: Block[] = [];
  let text = '';
  let all = visible;
  for (const paragraph of body.split('\n')) {
    if (paragraph.trim() === '') continue;
    if (text !== '') text += GAP;
    if (all !== '') all += '\n';
    const start = text.length;
    const at = all.length;
    text += paragraph;
    all += paragraph;
    blocks.push({ kind: 'paragraph', start, end: text.length, visible: { start: at, end: all.length } });
  }
  return { text, blocks, visible: all };
}
