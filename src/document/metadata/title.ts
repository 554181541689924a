// The article's headline, without the site's name.
import { decodeHTML } from 'entities';
import type { Found } from '../document.js';
import { type Element, rawText } from '../dom.js';
import { linkedString } from '../json-ld.js';
import type { HtmlSource } from '../source.js';
import { foldedText, isHidden, visibleText } from '../visible.js';
import { comparable, mainObject } from './main-object.js';

const SEPARATOR = /\s+[|–—·•»/:-]\s+|\s*[|»]\s*/;
const LONGEST = 400;

/** The headline with where it was read; undefined where the page has none. */
export function findTitle(source: HtmlSource): Found<string> | undefined {
  const linked = clean(linkedString(mainObject(source)?.value['headline']));
  const og = clean(source.meta.get('og:title')?.[0]);
  const heading = bestHeading(source, [linked, og, headTitle(source)]);
  const announced = linked !== undefined && !endsCut(linked) ? { value: linked, basis: 'json-ld headline' } : undefined;
  const meta = og === undefined ? undefined : { value: withoutSite(og, source), basis: 'meta og:title' };
  if (heading !== undefined && agrees(heading, [announced?.value, meta?.value, headTitle(source)])) {
    return { value: heading, basis: 'h1' };
  }
  return announced ?? meta ?? (heading === undefined ? fromHead(source) : { value: heading, basis: 'h1' });
}

function headTitle(source: HtmlSource): string | undefined {
  const title = source.tags.all('title').find((element) => element.parent?.tag !== 'svg');
  return title === undefined ? undefined : clean(rawText(title));
}

function fromHead(source: HtmlSource): Found<string> | undefined {
  const title = headTitle(source);
  return title === undefined ? undefined : { value: withoutSite(title, source), basis: 'title element' };
}

/** The h1 that shares most with what the page announces; the only one where there is one. */
function bestHeading(source: HtmlSource, announced: readonly (string | undefined)[]): string | undefined {
  const texts = source.tags.all('h1').filter(isShown).map(textOf).filter((text) => text !== '' && text.length <= LONGEST);
  const known = announced.filter((text) => text !== undefined).map(comparable);
  const matching = texts.find((text) => known.some((title) => shares(title, comparable(text))));
  return matching ?? (texts.length === 1 ? texts[0] : undefined);
}

function isShown(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent) if (isHidden(at)) return false;
  return true;
}

function textOf(heading: Element): string {
  return foldedText(visibleText(heading).text.replace(/\n/g, ' '));
}

function agrees(heading: string, others: readonly (string | undefined)[]): boolean {
  const text = comparable(heading);
  const known = others.filter((other) => other !== undefined).map(comparable);
  return text !== '' && (known.length === 0 || known.some((other) => shares(other, text)));
}

/** One holds the other, or they share most of their words. */
function shares(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a.includes(b) || b.includes(a)) return Math.min(a.length, b.length) > 8 || a === b;
  const words = new Set(a.split(' '));
  const other = b.split(' ');
  return other.filter((word) => words.has(word)).length >= 0.6 * Math.max(words.size, other.length);
}

function endsCut(text: string): boolean {
  return text.endsWith('...') || text.endsWith('…');
}

/** The title without a part that is the site's own name, at either end. */
function withoutSite(title: string, source: HtmlSource): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const site = comparable(source.meta.get('og:site_name')?.[0] ?? '');
  const host = (source.page.url ?? '').replace(/^https?:\/\/(?:www\.)?/, '').split('/')[0]!.replace(/[^a-z0-9]/g, '');
  const isSite = (part: string): boolean => {
    const text = comparable(part);
    const solid = text.replace(/ /g, '');
    return text !== '' && (text === site || (solid.length > 2 && host.includes(solid)));
  };
  const last = parts[parts.length - 1]!;
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»/:-]+$/, '');
  if (isSite(parts[0]!)) return title.slice(parts[0]!.length).replace(/^[\s|–—·•»/:-]+/, '');
  return title;
}

function clean(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = foldedText(decodeHTML(text).replace(/<[^>]{0,200}>/g, ' ').replace(/\n/g, ' '));
  return plain === '' || plain.length > LONGEST ? undefined : plain;
}
