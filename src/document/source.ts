// A page laid open for reading: its tree, tags, JSON-LD, meta values and visible lines, each made once and shared.
import type { Page } from '../page/page.js';
import { type Element, parseTree, TagIndex } from './dom.js';
import { type LinkedObject, linkedObjects } from './json-ld.js';
import { type VisibleText, visibleText } from './visible.js';

/** An HTML page laid open. */
export interface HtmlSource {
  readonly page: Page;
  readonly root: Element;
  readonly tags: TagIndex;
  readonly linked: readonly LinkedObject[];
  /** `name`, `property` or `itemprop` of a `meta`, lower case -> its contents in page order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly visible: VisibleText;
}

/** The page laid open; throws `too-large` for a page past the tree's limits. */
export function openHtml(page: Page): HtmlSource {
  const root = parseTree(page.content);
  const tags = new TagIndex(root);
  return {
    page,
    root,
    tags,
    linked: linkedObjects(tags),
    meta: metaValues(tags),
    visible: visibleText(root),
  };
}

function metaValues(tags: TagIndex): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const meta of tags.all('meta')) {
    const content = meta.attribute('content').trim();
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.attribute(attribute).trim().toLowerCase();
      if (name === '') continue;
      const same = values.get(name);
      if (same === undefined) values.set(name, [content]);
      else same.push(content);
    }
  }
  return values;
}
