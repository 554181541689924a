// Page in, document out: the one entry of the room.
import type { Page } from '../page/page.js';
import type { Document } from './document.js';
import { readHtml } from './html.js';
import { readGiven, readPlain } from './plain.js';

/** The document of a page. A page that is merely bad gives a document with findings; `too-large` is thrown past the tree's limits. */
export function readDocument(page: Page): Document {
  if (page.form === 'html') return readHtml(page);
  return page.form === 'text' ? readPlain(page) : readGiven(page);
}
