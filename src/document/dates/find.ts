// When a page was published and last changed, with where it says so.
import type { Found } from '../document.js';
import { type Element, rawText } from '../dom.js';
import { linkedString } from '../json-ld.js';
import { mainObject } from '../metadata/main-object.js';
import type { HtmlSource } from '../source.js';
import { embeddedDate } from './embedded.js';
import { daysIn, isoValue } from './text.js';
import { visibleDate } from './visible-date.js';

/** Both dates of a page, each absent where the page gives none. */
export interface PageDates {
  readonly published?: Found<string>;
  readonly modified?: Found<string>;
}

const PUBLISHED_META = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'article:published',
  'og:article:published_time',
  'rnews:datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'publish-date',
  'publish_date',
  'publishdate',
  'pubdate',
  'pub_date',
  'publication_date',
  'publicationdate',
  'published_time',
  'published-date',
  'published',
  'dc.date.issued',
  'dcterms.issued',
  'dc.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.created',
  'dcterms.date',
  'dc.date',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'article.published',
  'article_date_original',
  'article:post_date',
  'ptime',
  'originalpublicationdate',
  'datecreated',
  'date',
  'dateoriginal',
  'content_create_date',
  'displaydate',
  'publishtime',
  'lastpublisheddate',
  'bt:pubdate',
  'article:date',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
  'article:modified',
  'revised',
  'updated_time',
  'date_modified',
];

/** The page's dates; values are ISO days or date-times with the offset that the page gives. */
export function findDates(source: HtmlSource): PageDates {
  const modified = findModified(source);
  const published = settled(firstPublished(source), source) ?? modified;
  return { ...(published && { published }), ...(modified && { modified }) };
}

type Finder = (source: HtmlSource) => Found<string> | undefined;

/** From what is written for machines about this article to what has to be inferred. */
const FINDERS: readonly Finder[] = [
  fromLinked,
  (source) => fromMeta(source, PUBLISHED_META),
  fromItemProperty,
  fromTimeElement,
  fromAddress,
  (source) => visibleDate(source, monthFirst(source), 'marked'),
  embeddedDate,
  (source) => visibleDate(source, monthFirst(source), 'near'),
  fromAnyTime,
  (source) => visibleDate(source, monthFirst(source), 'any'),
];

function firstPublished(source: HtmlSource): Found<string> | undefined {
  for (const find of FINDERS) {
    const found = find(source);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isInUtc = (value: string): boolean => value.includes('T') && /(?:Z|[+-]00:00)$/.test(value);

/** A time in UTC next to another place of the page that gives a local day: the local day is the one readers see. */
function settled(found: Found<string> | undefined, source: HtmlSource): Found<string> | undefined {
  if (found === undefined || !isInUtc(found.value)) return found;
  const others = [
    fromMeta(source, PUBLISHED_META),
    fromItemProperty(source),
    fromTimeElement(source),
    fromAddress(source),
  ];
  const day = found.value.slice(0, 10);
  for (const other of others) {
    if (other === undefined || other.value.slice(0, 10) === day || /(?:Z|[+-]00:00)$/.test(other.value))
      continue;
    if (Math.abs(Date.parse(other.value.slice(0, 10)) - Date.parse(day)) <= 86_400_000) return other;
  }
  return found;
}

function fromLinked(source: HtmlSource): Found<string> | undefined {
  const main = mainObject(source);
  const objects = main === undefined ? [] : [main];
  for (const { value } of [
    ...objects,
    ...source.linked.filter(({ types }) => types.some((type) => /Article|Posting|WebPage/.test(type))),
  ]) {
    const text = linkedString(value['datePublished'] ?? value['dateCreated'] ?? value['uploadDate']);
    const date = text === undefined ? undefined : isoValue(text, { monthFirst: monthFirst(source) });
    if (date !== undefined) return { value: date, basis: 'json-ld datePublished' };
  }
  return undefined;
}

function fromMeta(source: HtmlSource, names: readonly string[]): Found<string> | undefined {
  for (const name of names) {
    for (const content of source.meta.get(name) ?? []) {
      const value = isoValue(content, { monthFirst: monthFirst(source) });
      if (value !== undefined) return { value, basis: `meta ${name}` };
    }
  }
  return undefined;
}

function findModified(source: HtmlSource): Found<string> | undefined {
  const text = linkedString(mainObject(source)?.value['dateModified']);
  const value = text === undefined ? undefined : isoValue(text);
  return value === undefined ? fromMeta(source, MODIFIED_META) : { value, basis: 'json-ld dateModified' };
}

/** Elements with `itemprop="datePublished"` and the like. */
function fromItemProperty(source: HtmlSource): Found<string> | undefined {
  for (const tag of ['time', 'span', 'div', 'abbr', 'p', 'data']) {
    for (const element of source.tags.all(tag)) {
      const property = element.attribute('itemprop').toLowerCase();
      if (
        property !== 'datepublished' &&
        property !== 'datecreated' &&
        !/(?:^|\s)published(?:\s|$)/.test(tag === 'abbr' ? element.attribute('class') : '')
      )
        continue;
      const value = machineValue(element, source);
      if (value !== undefined) return { value, basis: `itemprop ${property || 'published'}` };
    }
  }
  return undefined;
}

const OTHERS_TIME =
  /comment|related|teaser|sidebar|widget|recommend|latest|popular|trending|footer|list-item|card|event|update|modif|respond|reply|menu/;

function fromTimeElement(source: HtmlSource): Found<string> | undefined {
  const times = source.tags.all('time').filter((element) => !isOthers(element));
  const dated = times.find(
    (element) =>
      element.attributes['pubdate'] !== undefined || /publi|entry-date|pubdate|created/.test(element.hints),
  );
  const first = dated ?? times.find((element) => nearHeading(element));
  const value = first === undefined ? undefined : machineValue(first, source);
  return value === undefined ? undefined : { value, basis: 'time datetime' };
}

function fromAnyTime(source: HtmlSource): Found<string> | undefined {
  for (const element of source.tags.all('time')) {
    const value = isOthers(element) ? undefined : machineValue(element, source);
    if (value !== undefined) return { value, basis: 'time datetime' };
  }
  return undefined;
}

function isOthers(element: Element): boolean {
  for (let at: Element | null = element, up = 0; at !== null && up < 6; at = at.parent, up += 1) {
    if (at.tag === 'aside' || at.tag === 'footer' || at.tag === 'li' || at.tag === 'nav') return true;
    if (
      at.tag !== 'body' &&
      at.tag !== 'html' &&
      at.tag !== 'article' &&
      at.tag !== 'main' &&
      OTHERS_TIME.test(at.hints)
    )
      return true;
  }
  return false;
}

/** True where a box around the element also holds an h1; of the page's body only what stands directly in it counts. */
function nearHeading(element: Element): boolean {
  for (let at: Element | null = element.parent, up = 0; at !== null && up < 5; at = at.parent, up += 1) {
    const whole = at.tag === 'body';
    if (holds(at, 'h1', whole ? 0 : 4)) return true;
    if (whole) return false;
  }
  return false;
}

function holds(element: Element, tag: string, depth: number): boolean {
  return element.children.some(
    (child) =>
      typeof child !== 'string' && (child.tag === tag || (depth > 0 && holds(child, tag, depth - 1))),
  );
}

function machineValue(element: Element, source: HtmlSource): string | undefined {
  for (const name of ['datetime', 'content', 'data-datetime', 'data-timestamp', 'title']) {
    const raw = element.attribute(name);
    const value = raw === '' ? undefined : isoValue(raw, { monthFirst: monthFirst(source) });
    if (value !== undefined) return value;
  }
  return daysIn(rawText(element).slice(0, 200), { monthFirst: monthFirst(source) })[0]?.day;
}

/** The day in the page's own address: `/2020/10/30/`, `2020-10-30`, `/20201030`. */
function fromAddress(source: HtmlSource): Found<string> | undefined {
  const canonical = source.tags
    .all('link')
    .find((link) => link.attribute('rel') === 'canonical')
    ?.attribute('href');
  for (const address of [source.page.url, canonical]) {
    const match = /[/_.-]((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
      address?.split(/[?#]/, 1)[0] ?? '',
    );
    const value = match === null ? undefined : isoValue(`${match[1]}-${match[2]}-${match[3]}`);
    if (value !== undefined) return { value, basis: 'address' };
  }
  return undefined;
}

/** American pages write the month first. */
function monthFirst(source: HtmlSource): boolean {
  const language = source.tags.all('html')[0]?.attribute('lang') ?? '';
  const locale = source.meta.get('og:locale')?.[0] ?? '';
  return (
    /^en[-_]us/i.test(language) ||
    /^en[-_]us/i.test(locale) ||
    (/^en$/i.test(language) && /\.(?:com|us|gov|edu)(?:\/|$)/.test(source.page.url ?? ''))
  );
}
