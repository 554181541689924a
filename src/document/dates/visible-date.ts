// The date line that a reader sees: marked by its box or its words, near the headline, or the first of the page.

import type { Found } from '../document.js';
import type { Element } from '../dom.js';
import type { HtmlSource } from '../source.js';
import type { Line } from '../visible.js';
import { daysIn } from './text.js';

/** `marked`: the box or the line says that it is a date of publication; `near`: short line close to the h1; `any`: first short line with a day. */
export type Search = 'marked' | 'near' | 'any';

const DATE_BOX =
  /(?:^|[\s_-])(?:date|datum|fecha|data|datetime|dateline|published|pubdate|timestamp|posted|post-date|entry-date|entry-meta|postmetadata|post-meta|byline|article-info|meta|time|zeit|tarih|created|submitted|news-date|info|details|dat)(?:$|[\s_-])/;
const OTHERS_BOX =
  /comment|related|sidebar|widget|footer|recent|latest|event|calendar|archive|teaser|menu|nav|copyright|termin|kommentar/;
const TELLING =
  /(?:publi|posted|veröffentlicht|erstellt|erschienen|geschrieben|eingestellt|stand|vom|datum|date|fecha|pubblicato|gepubliceerd|geplaatst|publicerad|opublikowan|yayın|tarih|опубликован|dodano|submitted|written|created|filed|am\s\d|aktualisiert|updated|updat|mis à jour|le\s\d|on\s\p{Lu})/iu;
const LONGEST = 160;
const NEAR = 12;

/** The first visible day that the search allows. */
export function visibleDate(
  source: HtmlSource,
  monthFirst: boolean,
  search: Search,
): Found<string> | undefined {
  const { lines } = source.visible;
  const heading = search === 'near' ? headingOrder(lines) : undefined;
  if (search === 'near' && heading === undefined) return undefined;
  for (const line of lines) {
    if (!/\d/.test(line.text) || isOthers(line.owner)) continue;
    if (heading !== undefined && Math.abs(line.order - heading) > NEAR) continue;
    if (line.text.length > (search === 'any' ? 4 * LONGEST : LONGEST)) continue;
    if (search === 'marked' && !isMarked(line)) continue;
    if (/©|copyright/i.test(line.text)) continue;
    const day = daysIn(line.text, { monthFirst })[0];
    if (day !== undefined) return { value: day.day, basis: 'visible line' };
  }
  return undefined;
}

function isMarked(line: Line): boolean {
  if (TELLING.test(line.text) && line.text.length < 100) return true;
  for (let at: Element | null = line.owner, up = 0; at !== null && up < 2; at = at.parent, up += 1)
    if (DATE_BOX.test(at.hints)) return true;
  return line.owner.tag === 'time';
}

function headingOrder(lines: readonly Line[]): number | undefined {
  for (const line of lines) {
    for (let at: Element | null = line.owner, up = 0; at !== null && up < 4; at = at.parent, up += 1)
      if (at.tag === 'h1') return line.order;
  }
  return undefined;
}

function isOthers(owner: Element): boolean {
  for (let at: Element | null = owner; at !== null && at.tag !== 'body'; at = at.parent) {
    if (at.tag === 'footer' || at.tag === 'aside' || at.tag === 'nav' || OTHERS_BOX.test(at.hints))
      return true;
  }
  return false;
}
