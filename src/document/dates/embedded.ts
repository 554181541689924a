// Dates in the data that a page carries for its own scripts: the last machine-written place to look.

import type { Found } from '../document.js';
import { rawText } from '../dom.js';
import type { HtmlSource } from '../source.js';
import { isoValue } from './text.js';

const KEYED =
  /["'](?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date|firstPublished|first_published_at|publicationDate|pubDate|publish_time|publishTime|published_time|dateCreated)\\?["']\s{0,3}:\s{0,3}\\?["']?([^"'\\,}]{8,40})/;
const MAX_SCRIPT = 400_000;

/** The first value under a telling key in the page's scripts. */
export function embeddedDate(source: HtmlSource): Found<string> | undefined {
  for (const script of source.tags.all('script')) {
    const match = KEYED.exec(rawText(script).slice(0, MAX_SCRIPT));
    const value = match === null ? undefined : isoValue(match[1]!);
    if (value !== undefined) return { value, basis: 'embedded state' };
  }
  return undefined;
}
