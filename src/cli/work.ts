// What the commands make of a page: lines to print, or a reading to keep. The same on the main thread and on a worker.
import { explain } from '../claim/read/reader.js';
import type { Document } from '../document/document.js';
import { readDocument } from '../document/read.js';
import type { ActorList } from '../lexicon/actor-list.js';
import { lineageDocument } from '../lineage/document.js';
import { markersOf } from '../lineage/markers/markers.js';
import type { Page } from '../page/page.js';
import type { Read } from '../store/store.js';
import { actorsOption } from './actors.js';
import { claimsLine, documentLine } from './machine.js';
import { claimsView, documentView } from './person.js';

/** `document` and `claims` are printed, for a person or as a line of JSON; `reading` is kept. */
export type Wish = (
  | { readonly make: 'document' | 'claims'; readonly person: boolean; readonly why: boolean }
  | { readonly make: 'reading' }
) & {
  /** A file of the user's own actors. */
  readonly actors?: string | undefined;
};

/** What was made of a page. */
export interface Made {
  /** What is printed, line end and all; empty for a reading. */
  readonly text: string;
  readonly reading?: { readonly document: Document; readonly claims: readonly Read[] };
}

/** What is wished of a page, in two steps: an error of the first is the page's, any other a fault of ours. */
export function makerOf(page: Page, wish: Wish): () => Made {
  const document = readDocument(page);
  return () => made(document, wish);
}

function made(document: Document, wish: Wish): Made {
  const options = { list: listOf(wish.actors) };
  if (wish.make === 'reading') {
    const claims = explain(document, options).map(({ claim, why }) => ({ claim, why }));
    return { text: '', reading: { document, claims } };
  }
  const { person, why } = wish;
  if (wish.make === 'document')
    return { text: `${person ? documentView(document) : documentLine(document)}\n` };
  const found = { explained: explain(document, options), markers: markersOf(lineageDocument(document)), why };
  const text = person
    ? `${documentView(document)}${claimsView(document, found)}`
    : `${claimsLine(document, found)}\n`;
  return { text };
}

let known: { readonly file: string; readonly list: ActorList | undefined } | undefined;

/** The actors of a file, read once. */
function listOf(file: string | undefined): ActorList | undefined {
  if (file === undefined) return undefined;
  if (known?.file !== file) known = { file, list: actorsOption(file) };
  return known.list;
}
