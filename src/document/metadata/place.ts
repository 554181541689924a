// Where a page comes from: its canonical address and the outlet behind it.
import { getDomain } from 'tldts';
import type { Found, Outlet } from '../document.js';
import { linkedString } from '../json-ld.js';
import type { HtmlSource } from '../source.js';
import { mainObject } from './main-object.js';

/** The page's canonical http(s) address, made absolute. */
export function findCanonical(source: HtmlSource): Found<string> | undefined {
  const link = source.tags
    .all('link')
    .find((element) => /(?:^|\s)canonical(?:\s|$)/i.test(element.attribute('rel')));
  const candidates: (readonly [string | undefined, string])[] = [
    [link?.attribute('href'), 'link canonical'],
    [source.meta.get('og:url')?.[0], 'meta og:url'],
  ];
  for (const [address, basis] of candidates) {
    const value = absolute(address, source.page.url);
    if (value !== undefined) return { value, basis };
  }
  return undefined;
}

/** The outlet: the registrable domain of the address, with its name as known to the lexicon or as the page gives it. */
export function findOutlet(
  source: HtmlSource,
  nameOf: (domain: string) => string | undefined,
): Found<Outlet> | undefined {
  const canonical = findCanonical(source);
  const from = source.page.url === undefined ? canonical : { value: source.page.url, basis: 'address' };
  if (from === undefined) return undefined;
  const domain = getDomain(from.value, { allowPrivateDomains: true });
  if (domain === null) return undefined;
  const name =
    nameOf(domain) ??
    source.meta.get('og:site_name')?.[0] ??
    linkedString(mainObject(source)?.value['publisher']);
  return { value: name === undefined ? { domain } : { domain, name }, basis: from.basis };
}

function absolute(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address.trim() === '') return undefined;
  try {
    const url = new URL(address.trim(), base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
