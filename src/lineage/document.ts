// A document as lineage reads it.
import { type Document, documentDay } from '../document/document.js';
import type { LineageDocument } from './tie.js';

/** What lineage needs of a document, under the page's own id or the id given. */
export function lineageDocument(document: Document, id = document.page): LineageDocument {
  const { title, language, outlet, url, canonical, byline, visible, frame, findings } = document;
  const published = documentDay(document);
  return {
    id,
    text: document.text,
    ...(title && { title: title.value }),
    ...(published !== undefined && { published }),
    ...(language && { language: language.value }),
    ...(outlet && { publisher: outlet.value.name ?? outlet.value.domain }),
    ...(url !== undefined && { url }),
    ...(canonical && { canonical: canonical.value }),
    byline: byline.map(({ value }) => value),
    frame: frame
      .filter(({ kind }) => kind === 'byline' || kind === 'credit' || kind === 'author_box')
      .map(({ start, end }) => visible.slice(start, end))
      .join('\n'),
    findings: findings.map(({ kind }) => kind),
  };
}
