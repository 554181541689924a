// Page in, document out: the one entry of the room.
import type { Page } from '../page/page.js';
import { articleLines } from './body/article.js';
import type { Block, Document } from './document.js';
import { findByline } from './metadata/byline.js';
import { findLanguage } from './metadata/language.js';
import { findTitle } from './metadata/title.js';
import { findDates } from './dates/find.js';
import { openHtml } from './source.js';

/** The document of a page. Never throws for a page that is merely bad; `too-large` past the tree's limits. */
export function readDocument(page: Page): Document {
  const source = openHtml(page);
  const { lines, substitute } = articleLines(source);
  const text = substitute ?? lines.map(({ line }) => line.text).join('\n\n');
  const blocks: Block[] = [];
  const title = findTitle(source);
  const language = findLanguage(source, text);
  return { id: page.hash, page: page.id, ...(title && { title }), byline: findByline(source), ...findDates(source), ...(language && { language }), text, blocks, visible: source.visible.text, frame: [], findings: [] };
}
