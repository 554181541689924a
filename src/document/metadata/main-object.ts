// The JSON-LD object that is the page's own article, told from those of related items.
import { withoutEnd } from '../../base/trim.js';
import type { LinkedObject } from '../json-ld.js';
import { linkedString } from '../json-ld.js';
import type { HtmlSource } from '../source.js';

const ARTICLE = /(?:Article|Posting|Report|Review|Recipe|CreativeWork|AnalysisNewsArticle|VideoObject)$/;
const PAGE = /^(?:WebPage|ItemPage|AboutPage|CollectionPage)$/;

/** The article object whose headline or URL is the page's, else the first article object, else the page's object. */
export function mainObject(source: HtmlSource): LinkedObject | undefined {
  const articles = source.linked.filter(
    ({ types }) => types.some((type) => ARTICLE.test(type)) && !types.includes('VideoObject'),
  );
  const titles = new Set(pageTitles(source).map(comparable));
  const byTitle = articles.find(({ value }) => titles.has(comparable(linkedString(value['headline']) ?? '')));
  if (byTitle !== undefined) return byTitle;
  const path = pathOf(source.page.url ?? '');
  const byUrl = articles.find(
    ({ value }) =>
      path !== '' && pathOf(linkedString(value['url'] ?? value['mainEntityOfPage']) ?? '') === path,
  );
  if (byUrl !== undefined) return byUrl;
  const pages = source.linked.filter(({ types }) => types.some((type) => PAGE.test(type)));
  return (
    articles.find(({ value }) => value['headline'] !== undefined || value['datePublished'] !== undefined) ??
    pages[0]
  );
}

function pageTitles(source: HtmlSource): string[] {
  return [...(source.meta.get('og:title') ?? []), ...(source.meta.get('twitter:title') ?? [])];
}

/** Letters and digits only, lower case: what two spellings of one headline share. */
export function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function pathOf(url: string): string {
  const [path = ''] = url.replace(/^https?:\/\/(?:www\.)?/, '').split(/[?#]/, 1);
  return withoutEnd(path, /\//);
}
