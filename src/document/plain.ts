// A text file as a document: the article and whatever frame was copied along with it.
import type { Page } from '../page/page.js';
import { tellingLine } from './body/phrases.js';
import { isDateLine } from './dates/line.js';
import { daysIn, type TextDay } from './dates/text.js';
import type { Block, Document, Found, FrameKind } from './document.js';
import { frameParts } from './frame.js';
import { documentFindings, givenOr } from './given.js';
import { namesIn } from './metadata/byline.js';
import { languageOfText } from './metadata/language.js';
import { foldedText } from './visible.js';

/** A paragraph of the file: a span of the normalised content. */
interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LONGEST_TITLE = 220;
const HEAD_LINES = 4;
const WRAPPED = { shortest: 45, longest: 100 };

/** The document of a plain text file. The first short line is the title, sentences are the article, the rest is frame. */
export function readPlain(page: Page): Document {
  const visible = page.content
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  const paragraphs = paragraphsOf(visible);
  const title = titleOf(paragraphs);
  const head = paragraphs.slice(0, HEAD_LINES);
  const dated = head.filter(
    (paragraph) => paragraph !== title && isDateLine(paragraph.text) && !isSentence(paragraph.text),
  );
  const signed = head.filter((paragraph) => paragraph !== title && isBylineSlot(paragraph.text));
  const kinds = new Map<Paragraph, FrameKind>();
  if (title !== undefined) kinds.set(title, 'title');
  for (const paragraph of signed) kinds.set(paragraph, 'byline');
  for (const paragraph of dated) kinds.set(paragraph, 'date_line');
  nameTheRest(paragraphs, kinds);
  const { text, blocks } = articleOf(paragraphs.filter((paragraph) => !kinds.has(paragraph)));
  const byline = signed
    .flatMap(({ text: line }) => bylineNames(line))
    .map((value) => ({ value, basis: 'visible line' }));
  return assembled(page, { visible, paragraphs, kinds, title, day: dayOf(dated), text, blocks, byline });
}

/** Text that the caller gives as the article itself: offsets point into it as given. */
export function readGiven(page: Page): Document {
  const text = page.content.normalize('NFC');
  const blocks: Block[] = [];
  for (const { start, end } of paragraphsOf(text))
    blocks.push({ kind: 'paragraph', start, end, visible: { start, end } });
  const title = givenOr(page.given.title, undefined);
  const published = givenOr(page.given.published, undefined);
  const language = givenOr(page.given.language, languageOfText(text));
  return {
    id: page.hash,
    page: page.id,
    ...(page.url !== undefined && { url: page.url }),
    ...(title && { title }),
    byline: [],
    ...(published && { published }),
    ...(page.given.dateline !== undefined && { dateline: { value: page.given.dateline, basis: 'given' } }),
    ...(language && { language }),
    text,
    blocks,
    visible: text,
    frame: [],
    findings: [],
  };
}

interface Parts {
  readonly visible: string;
  readonly paragraphs: readonly Paragraph[];
  readonly kinds: ReadonlyMap<Paragraph, FrameKind>;
  readonly title: Paragraph | undefined;
  readonly day: TextDay | undefined;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly byline: readonly Found<string>[];
}

function assembled(
  page: Page,
  { visible, paragraphs, kinds, title: line, day, text, blocks, byline }: Parts,
): Document {
  const frame = frameParts(
    paragraphs.map((paragraph) => {
      const kind = kinds.get(paragraph);
      return kind === undefined ? null : { start: paragraph.start, end: paragraph.end, kind };
    }),
  );
  const title = givenOr(
    page.given.title,
    line === undefined ? undefined : { value: line.text, basis: 'first line' },
  );
  const published = givenOr(
    page.given.published,
    day === undefined ? undefined : { value: day.day, basis: 'visible line' },
  );
  const language = givenOr(page.given.language, languageOfText(text));
  return {
    id: page.hash,
    page: page.id,
    ...(page.url !== undefined && { url: page.url }),
    ...(title && { title }),
    byline,
    ...(published && { published }),
    ...(language && { language }),
    text,
    blocks,
    visible,
    frame,
    findings: documentFindings({ title, byline, published, text }),
  };
}

/** Lines that no empty line sets apart, with where they stand. */
function linesTogether(text: string): { lines: string[]; start: number; end: number }[] {
  const groups: { lines: string[]; start: number; end: number }[] = [];
  let at = 0;
  let open = false;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const isText = /\S/.test(line);
    if (isText && open) {
      const group = groups.at(-1)!;
      group.lines.push(line);
      group.end = end;
    } else if (isText) groups.push({ lines: [line], start: at, end });
    open = isText;
    at = end + 1;
  }
  return groups;
}

/** Paragraphs are set apart by empty lines; inside one, lines of even length are one wrapped paragraph, others stand alone. */
function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { lines, start, end } of linesTogether(text)) {
    if (isWrapped(lines)) {
      add(paragraphs, text, start, end);
      continue;
    }
    let at = start;
    for (const line of lines) {
      add(paragraphs, text, at, at + line.length);
      at += line.length + 1;
    }
  }
  return paragraphs;
}

function isWrapped(lines: readonly string[]): boolean {
  return (
    lines.length > 1 &&
    lines.slice(0, -1).every(({ length }) => length >= WRAPPED.shortest && length <= WRAPPED.longest)
  );
}

function add(paragraphs: Paragraph[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = to - (raw.length - raw.trimEnd().length);
  const folded = foldedText(text.slice(start, end).replace(/\n/g, ' '));
  if (folded !== '') paragraphs.push({ start, end, text: folded });
}

function titleOf(paragraphs: readonly Paragraph[]): Paragraph | undefined {
  const [first] = paragraphs;
  if (first === undefined || paragraphs.length < 2 || first.text.length > LONGEST_TITLE) return undefined;
  return isSentence(first.text) || isDateLine(first.text) || tellingLine(first.text) !== undefined
    ? undefined
    : first;
}

function isSentence(text: string): boolean {
  return /[.!?…]["”’»)]?$/.test(text) && text.split(' ').length >= 5;
}

/** "By Jane Doe", "Par X", and the empty slot of "by on April 11, 2021". */
function isBylineSlot(text: string): boolean {
  return (
    text.length < 120 &&
    !isSentence(text) &&
    /^(?:by|par|von)\s+\p{Lu}/u.test(text.replace(/^[BPV]/, (letter) => letter.toLowerCase())) &&
    !isDateLine(text)
  );
}

function bylineNames(text: string): string[] {
  return namesIn(text);
}

function dayOf(dated: readonly Paragraph[]): TextDay | undefined {
  return dated.flatMap(({ text }) => daysIn(text, { monthFirst: true }))[0];
}

/** Telling lines and what stands below the last sentence are frame; entries below a "related posts" line belong to it. */
function nameTheRest(paragraphs: readonly Paragraph[], kinds: Map<Paragraph, FrameKind>): void {
  const last = paragraphs.findLastIndex(
    (paragraph) =>
      !kinds.has(paragraph) && tellingLine(paragraph.text) === undefined && isSentence(paragraph.text),
  );
  let before: FrameKind | undefined;
  paragraphs.forEach((paragraph, at) => {
    const known =
      kinds.get(paragraph) ?? tellingLine(paragraph.text)?.kind ?? (at > last ? trailing(before) : undefined);
    if (known !== undefined) kinds.set(paragraph, known);
    before = known;
  });
}

function trailing(before: FrameKind | undefined): FrameKind {
  return before === 'related_posts' || before === 'footer' ? before : 'site_navigation';
}

function articleOf(paragraphs: readonly Paragraph[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += paragraph.text;
    const kind = blocks.length === 0 ? 'lead' : 'paragraph';
    blocks.push({ kind, start, end: text.length, visible: { start: paragraph.start, end: paragraph.end } });
  }
  return { text, blocks };
}
