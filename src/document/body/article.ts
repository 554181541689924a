// Which lines of a page are the article.

import { isDateLine } from '../dates/line.js';
import { type Element, isWithin } from '../dom.js';
import type { HtmlSource } from '../source.js';
import { articleBoxes } from './container.js';
import { deckLines } from './deck.js';
import { announcedBody, matchShare } from './linked-body.js';
import { isProse, mapPage, type PageMap, type PlacedLine, SOFT } from './page-map.js';

/** The lines that are the article, and the map they were chosen on. */
export interface ArticleLines {
  readonly map: PageMap;
  /** In page order. */
  readonly lines: readonly PlacedLine[];
  /** How many of the lines are the deck. */
  readonly deck: number;
  /** The article's text from JSON-LD where the page itself shows too little of it. */
  readonly substitute?: string;
}

/** Where less than this share of the JSON-LD body stands in the chosen lines, the page's own markup is not what it announces. */
const AGREEMENT = 0.5;

/** The article's lines by box, line by line pruned, with the page's JSON-LD body as second opinion. */
export function articleLines(source: HtmlSource): ArticleLines {
  const map = mapPage(source.visible.lines, countElements(source));
  const boxes = articleBoxes(source.root, source.tags, map);
  const inBoxes = keepArticle(map.lines.filter(({ line }) => boxes.some((box) => isWithin(line.owner, box))));
  const decks = deckLines(source, map, inBoxes);
  const chosen = [...decks, ...inBoxes];
  const deck = decks.length;
  const body = announcedBody(source.linked);
  if (body === undefined) return { map, lines: chosen, deck };
  const shown = chosen.map(({ line }) => line.text).join('\n');
  if (matchShare(body, shown) >= AGREEMENT) return { map, lines: chosen, deck };
  const matching = keepArticle(
    map.lines.filter(({ line }) => line.text.length > 20 && body.includes(line.text)),
  );
  const matched = matching.reduce((sum, { line }) => sum + line.text.length, 0);
  if (matched >= AGREEMENT * body.length) return { map, lines: matching, deck: 0 };
  return shown.length < 0.5 * body.length
    ? { map, lines: chosen, deck, substitute: body }
    : { map, lines: chosen, deck };
}

function countElements(source: HtmlSource): number {
  let last = 0;
  for (const tag of source.tags.tags())
    for (const element of source.tags.all(tag)) last = Math.max(last, element.order);
  return last;
}

/** The lines of the box without what is no article: menus, captions, bylines, link lists, headings over nothing. */
function keepArticle(lines: readonly PlacedLine[]): PlacedLine[] {
  return dropLooseEnds(beforeEnd(lines).filter((placed) => !isFrame(placed)));
}

/** Nothing of an article follows "Related articles" or "Leave a reply" once most of the text has been read. */
const END_AFTER = 0.5;

function beforeEnd(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const total = proseLength(lines);
  const boxes = new Set<Element | string | null>();
  let read = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const placed = lines[at]!;
    const ends = placed.telling?.effect === 'end' && read >= END_AFTER * total && read > 0;
    if (ends && !goesOn(lines, at, boxes)) return lines.slice(0, at);
    if (!isOwnProse(placed)) continue;
    read += placed.line.text.length;
    boxes.add(boxKey(placed.line.owner.parent));
  }
  return lines;
}

/** True where running text still follows in such a box as held the article before: the telling line was of a box inside it. */
function goesOn(
  lines: readonly PlacedLine[],
  at: number,
  boxes: ReadonlySet<Element | string | null>,
): boolean {
  return lines
    .slice(at + 1)
    .some((placed) => isOwnProse(placed) && boxes.has(boxKey(placed.line.owner.parent)));
}

/** A box by its tag and first name, since articles are split over boxes of one name; one without a name is itself. */
function boxKey(box: Element | null): Element | string | null {
  const [name] = box?.hints.trim().split(' ', 1) ?? [];
  return box === null || name === undefined || name === '' ? box : `${box.tag}.${name}`;
}

function isOwnProse({ line, under, telling }: PlacedLine): boolean {
  return isProse(line) && telling === undefined && (under === null || SOFT.has(under));
}

function proseLength(lines: readonly PlacedLine[]): number {
  let length = 0;
  for (const placed of lines) if (isOwnProse(placed)) length += placed.line.text.length;
  return length;
}

/** A line of so few words with a day in it is the page's date line, not a sentence. */
const MOST_WORDS_OF_DATE = 9;

const HEADING = /^h[1-6]$/;

function isFrame({ line, under, linkShare, words, telling }: PlacedLine): boolean {
  const { tag } = line.owner;
  if (tag === 'h1' || telling !== undefined) return true;
  if (under === 'caption' || under === 'credit') return true;
  if (under !== null) return !(isProse(line) && tag === 'p' && SOFT.has(under) && linkShare < 0.3);
  if (line.linked >= line.text.length - 2 && words < 25 && (line.links > 0 || /^h[1-6]$/.test(tag)))
    return tag !== 'p' || words < 8 || !/[.!?]$/.test(line.text);
  if (linkShare > 0.6 && words < 30) return true;
  return (
    words <= MOST_WORDS_OF_DATE &&
    isDateLine(line.text) &&
    !HEADING.test(tag) &&
    tag !== 'li' &&
    !/[.!?]$/.test(line.text)
  );
}

/** Headings at the end and short lines before the first and after the last running text go. */
function dropLooseEnds(lines: readonly PlacedLine[]): PlacedLine[] {
  let first = 0;
  let last = lines.length - 1;
  while (first <= last && !startsText(lines[first]!)) first += 1;
  while (last >= first && !endsText(lines[last]!)) last -= 1;
  return lines.slice(first, last + 1).filter((placed, at, all) => !isHeadingOverNothing(placed, all[at + 1]));
}

function startsText({ line, words }: PlacedLine): boolean {
  return isProse(line) || (words >= 6 && /[.!?:”"»]$/.test(line.text)) || HEADING.test(line.owner.tag);
}

function endsText({ line, words }: PlacedLine): boolean {
  if (HEADING.test(line.owner.tag)) return false;
  return (
    isProse(line) || line.owner.tag === 'li' || (words >= 3 && /[.!?”"»)]$/.test(line.text)) || words >= 12
  );
}

function isHeadingOverNothing({ line }: PlacedLine, next: PlacedLine | undefined): boolean {
  return (
    HEADING.test(line.owner.tag) &&
    next !== undefined &&
    HEADING.test(next.line.owner.tag) &&
    next.line.owner.tag <= line.owner.tag
  );
}
