// The article's text as the page's JSON-LD gives it: a second opinion on the body.
import { decodeHTML } from 'entities';
import { parseTree } from '../dom.js';
import type { LinkedObject } from '../json-ld.js';
import { foldedText, visibleText } from '../visible.js';

const SHORTEST = 200;

/** The longest `articleBody` of an article object, entities decoded twice and markup taken out; never of a live blog. */
export function announcedBody(objects: readonly LinkedObject[]): string | undefined {
  let longest = '';
  for (const { types, value } of objects) {
    if (types.includes('LiveBlogPosting') || !types.some((type) => /Article|Posting|Report/.test(type)))
      continue;
    const body = value['articleBody'];
    if (typeof body === 'string' && body.length > longest.length) longest = body;
  }
  if (longest.length < SHORTEST) return undefined;
  const text = plain(longest);
  return text.length < SHORTEST ? undefined : text;
}

function plain(body: string): string {
  const decoded = decodeHTML(decodeHTML(body));
  const text = /<[a-z/!]/i.test(decoded)
    ? visibleText(parseTree(decoded.replace(/\n/g, '<br>'))).text
    : decoded;
  return foldedText(text);
}

/** The share of `text`'s word 4-grams that stand in `other`, 0 to 1. */
export function matchShare(text: string, other: string): number {
  const grams = fourGrams(text);
  if (grams.length === 0) return 0;
  const known = new Set(fourGrams(other));
  return grams.filter((gram) => known.has(gram)).length / grams.length;
}

function fourGrams(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, Math.max(0, words.length - 3)).map((_, at) => words.slice(at, at + 4).join(' '));
}
