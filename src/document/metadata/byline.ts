// Who signs the text: names of persons or bodies, cleaned of "By", roles, dates and addresses.

import { readFileSync } from 'node:fs';
import { decodeHTML } from 'entities';
import { withoutEnd } from '../../base/trim.js';
import type { Found } from '../document.js';
import type { Element } from '../dom.js';
import { isObject, linkedString } from '../json-ld.js';
import type { HtmlSource } from '../source.js';
import { foldedText } from '../visible.js';
import { mainObject } from './main-object.js';

const openers: string[] = [];
const joiners: string[] = [];
const table = readFileSync(new URL('../../lexicon/bylines.tsv', import.meta.url), 'utf8');
for (const row of table.trim().split('\n').slice(1)) {
  const [word = '', use] = row.split('\t');
  (use === 'opener' ? openers : joiners).push(word);
}
const OPENER = new RegExp(`^(?:${openers.join('|')})(?:\\s*[:：]\\s*|\\s+)`, 'iu');
const JOINER = new RegExp(
  `(?<!\\s)\\s*(?:[;|/&•·、，\\n]|,\\s(?!(?:jr|sr|phd|md)\\b))\\s*|(?<!\\s)\\s+(?:${joiners.join('|')})\\s+`,
  'iu',
);
const META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'cxenseparse:author',
  'dc.author',
  'citation_author',
  'article:author_name',
];
const NO_NAME =
  /^(?:https?:|www\.|@|#|\d+$)|[{}<>]|\.(?:com|org|net)\/|^(?:admin|administrator|root|user|unknown|null|undefined|none|n\/a|staff writer\(s\))$/i;
const LONGEST_NAME = 70;
const MAX_NAMES = 12;

/** The signing names in page order, each once; empty where nobody signs. */
export function findByline(source: HtmlSource): Found<string>[] {
  const linked = linkedAuthors(source);
  if (linked.length > 0) return linked;
  for (const name of META) {
    const names = unique((source.meta.get(name) ?? []).flatMap(namesIn));
    if (names.length > 0) return names.map((value) => ({ value, basis: `meta ${name}` }));
  }
  return visibleByline(source);
}

function linkedAuthors(source: HtmlSource): Found<string>[] {
  const main = mainObject(source);
  const objects = main === undefined ? [] : [main];
  for (const { value } of objects) {
    for (const key of ['author', 'creator']) {
      const names = unique(authorNames(value[key], source));
      if (names.length > 0) return names.map((name) => ({ value: name, basis: `json-ld ${key}` }));
    }
  }
  return [];
}

function authorNames(author: unknown, source: HtmlSource): string[] {
  if (Array.isArray(author)) return author.flatMap((one) => authorNames(one, source));
  if (typeof author === 'string') return namesIn(author);
  if (!isObject(author)) return [];
  const name = author['name'] ?? referenced(author['@id'], source);
  if (Array.isArray(name)) return name.flatMap((one) => (typeof one === 'string' ? namesIn(one) : []));
  return namesIn(linkedString(name) ?? '');
}

function referenced(id: unknown, source: HtmlSource): unknown {
  if (typeof id !== 'string') return undefined;
  return source.linked.find(({ value }) => value['@id'] === id && value['name'] !== undefined)?.value['name'];
}

const BYLINE_BOX =
  /(?:^|[\s_-])(?:byline|by-line|author|authors|author-name|authorname|writer|autor|auteur|redacteur|p-author|fn)(?:$|[\s_-])/;
const NO_BYLINE_BOX = /comment|related|teaser|sidebar|bio|promo|avatar|image|photo|social|follow|card/;

function visibleByline(source: HtmlSource): Found<string>[] {
  const lines = source.visible.lines;
  for (let order = 0; order < lines.length; order += 1) {
    const line = lines[order]!;
    if (line.text.length > 160) continue;
    const marked = byBox(line.owner);
    if (!marked && !OPENER.test(line.text)) continue;
    if (!marked && !/^(?:by|von|par|por|di|da|door|av|af|yazan)\s+\p{Lu}/iu.test(line.text)) continue;
    const names = unique(namesIn(line.text)).filter(looksLikeName);
    if (names.length > 0) return names.map((value) => ({ value, basis: 'visible byline' }));
  }
  return [];
}

function byBox(owner: Element): boolean {
  for (let at: Element | null = owner, up = 0; at !== null && up < 3; at = at.parent, up += 1) {
    if (NO_BYLINE_BOX.test(at.hints)) return false;
    if (BYLINE_BOX.test(at.hints) || at.attribute('rel') === 'author') return true;
  }
  return false;
}

function looksLikeName(name: string): boolean {
  const words = name.split(' ');
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) =>
      /^[\p{Lu}(]|^(?:de|la|van|von|der|den|du|le|bin|al|el|da|dos|di|ter|ten|zu|y)$/u.test(word),
    )
  );
}

/** The names in a byline's text: "Von Max Muster und Eva Beispiel" gives two. */
export function namesIn(text: string): string[] {
  const plain = foldedText(decodeHTML(text).replace(/<[^>]{0,200}>/g, ' ')).replace(/\n/g, ', ');
  return plain
    .replace(/\S+/g, (word) => (isMail(word) ? ' ' : word))
    .replace(OPENER, '')
    .split(JOINER)
    .map(cleanName)
    .filter(
      (name) =>
        name.length > 1 && name.length <= LONGEST_NAME && !NO_NAME.test(name) && /\p{L}{2}/u.test(name),
    )
    .slice(0, MAX_NAMES);
}

/** `desk@paper.example`, with whatever hangs on it. */
function isMail(word: string): boolean {
  const at = word.indexOf('@', 1);
  const dot = at < 0 ? -1 : word.indexOf('.', at + 2);
  return dot > 0 && dot < word.length - 1;
}

function cleanName(name: string): string {
  const bare = name
    .trim()
    .replace(OPENER, '')
    .replace(/[([].{0,60}[)\]]$/, '')
    .replace(/^[\s–—:-]+/, '');
  return withoutEnd(bare, /[\s–—:,-]/)
    .replace(/\s(?:\d{1,2}[./]\d|\d{4}|am\s+\d|on\s+\p{Lu}\p{L}+\s+\d).*$/u, '')
    .trim();
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
