// What a box of the page is called, and what that says it is: class and id words looked up in the lexicon.
import { readFileSync } from 'node:fs';
import type { FrameKind } from '../document.js';
import type { Element } from '../dom.js';

const words = new Map<string, FrameKind>();
const prefixes = new Map<string, FrameKind>();
const SHORTEST_PREFIX = 4;

const table = readFileSync(new URL('../../lexicon/frame-hints.tsv', import.meta.url), 'utf8');
for (const row of table.trim().split('\n').slice(1)) {
  const [token = '', match, kind] = row.split('\t');
  (match === 'prefix' ? prefixes : words).set(token, kind as FrameKind);
}

const NEGATING = new Set(['no', 'has', 'with', 'without', 'not', 'hide', 'is', 'after', 'before']);
const ARTICLE_BODY =
  /(?:^|[\s_-])(?:article-?_?(?:body|text|content)|(?:entry|post|story|news|blog)-?_?(?:body|content|text)|body-?(?:copy|text|content)|story-?body|articlebody|storytext|e-content|field-name-body|article__(?:body|content|text))(?:$|[\s_-])/;
const FRAME_TAGS: Readonly<Record<string, FrameKind>> = {
  nav: 'site_navigation',
  footer: 'footer',
  aside: 'related_posts',
  figure: 'caption',
  figcaption: 'caption',
  menu: 'site_navigation',
  button: 'other',
  form: 'other',
  address: 'byline',
};

const byHints = new Map<string, FrameKind | null>();
const CACHE_LIMIT = 50_000;

/** The kind of frame part that the element's own tag or names announce, or null where they announce none. */
export function announcedKind(element: Element): FrameKind | null {
  const byTag = FRAME_TAGS[element.tag];
  if (byTag !== undefined) return byTag;
  const { hints } = element;
  if (hints === '') return null;
  let kind = byHints.get(hints);
  if (kind === undefined) {
    kind = kindOfHints(hints);
    if (byHints.size > CACHE_LIMIT) byHints.clear();
    byHints.set(hints, kind);
  }
  return kind;
}

/** True where the element's names say that it holds the article's body. */
export function announcesBody(element: Element): boolean {
  return element.hints !== '' && ARTICLE_BODY.test(element.hints);
}

function kindOfHints(hints: string): FrameKind | null {
  const tokens = hints.split(/[^a-z0-9]+/);
  for (let at = 0; at < tokens.length; at += 1) {
    if (at > 0 && NEGATING.has(tokens[at - 1]!)) continue;
    const kind = kindOfToken(tokens[at]!);
    if (kind !== undefined) return kind;
  }
  return null;
}

function kindOfToken(token: string): FrameKind | undefined {
  const exact = words.get(token);
  if (exact !== undefined) return exact;
  for (let length = SHORTEST_PREFIX; length <= token.length; length += 1) {
    const kind = prefixes.get(token.slice(0, length));
    if (kind !== undefined) return kind;
  }
  return undefined;
}
