// The deck: the lines between headline and body that sum the article up and are part of its text.
import { type Element, rawText } from '../dom.js';
import { linkedString } from '../json-ld.js';
import type { HtmlSource } from '../source.js';
import { foldedText } from '../visible.js';
import type { PageMap, PlacedLine } from './page-map.js';

const DECK_NAME =
  /(?:^|[\s_-])(?:deck|dek|standfirst|stand-first|lead|lede|leadtext|lead-text|intro|introduction|summary|subtitle|sub-title|subheading|subheadline|subhead|sub-headline|chapo|chapeau|vorspann|excerpt|abstract|strapline|preamble|ingress|manchet|entradilla|sumario|sommario|occhiello|spot|bajada|teaser[-_]text|article-description|description|synopsis|kicker-text|underrubrik|anrisstext|opener)(?:$|[\s_-])/;
/** A deck stands within this many lines below the headline. */
const REACH = 14;
const SHORTEST = 30;
const LONGEST = 900;
/** This many characters at the start settle whether a line is the page's own description. */
const PREFIX = 45;

/** The deck's lines in page order: those between headline and body that are named as one or that repeat the page's description. */
export function deckLines(source: HtmlSource, map: PageMap, article: readonly PlacedLine[]): PlacedLine[] {
  const first = article[0]?.line.order;
  if (first === undefined) return [];
  const title = titleOrder(source, map, first);
  if (title === undefined) return [];
  const descriptions = pageDescriptions(source);
  return map.lines
    .slice(Math.max(title + 1, first - REACH), first)
    .filter((placed) => isDeck(placed, descriptions));
}

/** The order of the last line of the last `h1` before the article. */
function titleOrder(source: HtmlSource, map: PageMap, before: number): number | undefined {
  for (let order = before - 1; order >= 0; order -= 1) {
    const { line } = map.lines[order]!;
    if (inHeading(line.owner)) return order;
  }
  const heading = source.tags.all('h1')[0];
  if (heading === undefined) return undefined;
  const text = foldedText(rawText(heading));
  return map.lines.find(({ line }) => line.text === text && line.order < before)?.line.order;
}

function inHeading(owner: Element): boolean {
  for (let at: Element | null = owner; at !== null; at = at.parent) if (at.tag === 'h1') return true;
  return false;
}

function isDeck({ line, linkShare, under, telling }: PlacedLine, descriptions: readonly string[]): boolean {
  const { text, owner } = line;
  if (telling !== undefined || text.length < SHORTEST || text.length > LONGEST || linkShare > 0.3)
    return false;
  if (under === 'caption' || under === 'credit' || under === 'consent' || under === 'comment_widget')
    return false;
  const start = comparable(text);
  const whole = normal(text);
  if (descriptions.some((description) => description.startsWith(start) || isNear(whole.indexOf(description))))
    return true;
  return named(owner) || (under === null && owner.tag === 'p' && text.length > 60 && /[.!?…]$/.test(text));
}

/** The description may stand behind a dateline, not further in. */
function isNear(at: number): boolean {
  return at >= 0 && at < PREFIX;
}

function named(owner: Element): boolean {
  return DECK_NAME.test(owner.hints) || (owner.parent !== null && DECK_NAME.test(owner.parent.hints));
}

function pageDescriptions(source: HtmlSource): string[] {
  const found = ['description', 'og:description', 'twitter:description'].flatMap(
    (name) => source.meta.get(name) ?? [],
  );
  for (const { value } of source.linked) {
    const text = linkedString(value['description']);
    if (text !== undefined) found.push(text);
  }
  return found.map(comparable).filter((text) => text.length >= SHORTEST);
}

function comparable(text: string): string {
  return normal(text).slice(0, PREFIX);
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
