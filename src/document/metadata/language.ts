// The language a text is written in: by the text where it is long enough, else by what the page declares.
import { detectAll } from 'tinyld';
import type { Found } from '../document.js';
import type { HtmlSource } from '../source.js';

const SAMPLE = 1_500;
const LONG_ENOUGH = 200;
/** tinyld's accuracy from which the text is believed against the page. */
const SURE = 0.25;

/** ISO 639-1 code of an HTML page's article. */
export function findLanguage(source: HtmlSource, text: string): Found<string> | undefined {
  const declared = declaredLanguage(source);
  if (text.length < LONG_ENOUGH && declared !== undefined) return declared;
  const [first] = detectAll(text.slice(0, SAMPLE));
  if (first === undefined || (first.accuracy < SURE && declared !== undefined)) return declared;
  if (declared?.value === first.lang) return declared;
  return { value: first.lang, basis: 'text' };
}

/** ISO 639-1 code of a plain text, undefined for one too short to tell. */
export function languageOfText(text: string): Found<string> | undefined {
  const [first] = detectAll(text.slice(0, SAMPLE));
  return first === undefined ? undefined : { value: first.lang, basis: 'text' };
}

function declaredLanguage(source: HtmlSource): Found<string> | undefined {
  const html = source.tags.all('html')[0];
  const candidates: (readonly [string | undefined, string])[] = [
    [html?.attribute('lang') || html?.attribute('xml:lang'), 'html lang'],
    [source.meta.get('og:locale')?.[0], 'meta og:locale'],
    [source.meta.get('content-language')?.[0], 'meta content-language'],
  ];
  for (const [code, basis] of candidates) {
    const value = /^([a-z]{2})(?:$|[-_])/i.exec(code?.trim() ?? '')?.[1]?.toLowerCase();
    if (value !== undefined) return { value, basis };
  }
  return undefined;
}
