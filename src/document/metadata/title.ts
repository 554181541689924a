// The article's headline, without the site's name.

import { decodeHTML } from 'entities';
import { withoutEnd } from '../../base/trim.js';
import type { Found } from '../document.js';
import { type Element, rawText } from '../dom.js';
import { linkedString } from '../json-ld.js';
import type { HtmlSource } from '../source.js';
import { foldedText, isHidden, visibleText } from '../visible.js';
import { comparable, mainObject } from './main-object.js';

const SEPARATOR = /(?<!\s)\s+[|–—·•»/:-]\s+|(?<!\s)\s*[|»]\s*/;
const LONGEST = 400;

/** How far each place is to be believed, measured on news pages; two that agree outweigh any one. */
const WEIGHTS = {
  'json-ld headline': 1.2,
  h1: 1.1,
  'meta og:title': 1,
  'meta twitter:title': 0.3,
  'title element': 0.5,
};
type TitleBasis = keyof typeof WEIGHTS;

interface Candidate {
  readonly value: string;
  readonly basis: TitleBasis;
}

/** The headline with where it was read, the one that most places of the page agree on; undefined where there is none. */
export function findTitle(source: HtmlSource): Found<string> | undefined {
  const candidates = titleCandidates(source);
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const votes = votesFor(candidate, candidates);
    if (votes > most) {
      most = votes;
      best = candidate;
    }
  }
  return best;
}

function votesFor({ value }: Candidate, candidates: readonly Candidate[]): number {
  const key = comparable(value);
  const agreeing = new Set(
    candidates.filter((other) => comparable(other.value) === key).map(({ basis }) => basis),
  );
  let votes = 0;
  for (const basis of agreeing) votes += WEIGHTS[basis];
  return votes;
}

/** All titles of the page, the best spelt place first. */
function titleCandidates(source: HtmlSource): Candidate[] {
  const found: Candidate[] = [];
  const add = (text: string | undefined, basis: TitleBasis): void => {
    const value = clean(text);
    if (value !== undefined && !endsCut(value))
      found.push({ value: basis === 'h1' ? value : withoutSite(value, source), basis });
  };
  add(linkedString(mainObject(source)?.value['headline']), 'json-ld headline');
  add(source.meta.get('og:title')?.[0], 'meta og:title');
  const announced = found.map(({ value }) => value);
  add(bestHeading(source, [...announced, headTitle(source)]), 'h1');
  add(source.meta.get('twitter:title')?.[0], 'meta twitter:title');
  add(headTitle(source), 'title element');
  return found;
}

function headTitle(source: HtmlSource): string | undefined {
  const title = source.tags.all('title').find((element) => element.parent?.tag !== 'svg');
  return title === undefined ? undefined : clean(rawText(title));
}

/** The h1 that shares most with what the page announces; the only one where there is one. */
function bestHeading(source: HtmlSource, announced: readonly (string | undefined)[]): string | undefined {
  const texts = source.tags
    .all('h1')
    .filter(isShown)
    .map(textOf)
    .filter((text) => text !== '' && text.length <= LONGEST);
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
  const host = (source.page.url ?? '')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .split('/')[0]!
    .replace(/[^a-z0-9]/g, '');
  const isSite = (part: string): boolean => {
    const text = comparable(part);
    const solid = text.replace(/ /g, '');
    return text !== '' && (text === site || (solid.length > 2 && host.includes(solid)));
  };
  const last = parts[parts.length - 1]!;
  if (isSite(last)) return withoutEnd(title.slice(0, title.lastIndexOf(last)), /[\s|–—·•»/:-]/);
  if (isSite(parts[0]!)) return title.slice(parts[0]!.length).replace(/^[\s|–—·•»/:-]+/, '');
  return title;
}

function clean(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = foldedText(
    decodeHTML(text)
      .replace(/<[^>]{0,200}>/g, ' ')
      .replace(/\n/g, ' '),
  );
  return plain === '' || plain.length > LONGEST ? undefined : plain;
}
