// What a page says of itself in JSON-LD: every object of every block, flat, broken blocks mended where that is safe.
import type { TagIndex } from './dom.js';
import { rawText } from './dom.js';

/** One JSON-LD object with its types. */
export interface LinkedObject {
  readonly types: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
}

const MAX_OBJECTS = 2_000;
const MAX_DEPTH = 12;

/** All objects of the page's JSON-LD with an `@type`, outer before inner, in page order. */
export function linkedObjects(tags: TagIndex): readonly LinkedObject[] {
  const found: LinkedObject[] = [];
  for (const script of tags.all('script')) {
    if (!/^application\/ld\+json/i.test(script.attribute('type').trim())) continue;
    for (const value of parsed(rawText(script))) collect(value, found, 0);
  }
  return found;
}

/** The first string of a JSON-LD value: of a string, a list, or an object's `name`, `@value`, `url` or `@id`. */
export function linkedString(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) return value.map(linkedString).find((text) => text !== undefined);
  if (!isObject(value)) return undefined;
  return linkedString(value['name'] ?? value['@value'] ?? value['url'] ?? value['@id']);
}

/** True for a plain object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(source: string): unknown[] {
  const text = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*(?:;\s*)?$/, '')
    .trim();
  if (text === '') return [];
  for (const attempt of [text, mended(text)]) {
    try {
      return [JSON.parse(attempt) as unknown];
    } catch {
      // a page's broken JSON-LD says nothing; the next attempt mends what is commonly wrong
    }
  }
  return [];
}

/** Raw control characters inside strings, trailing commas and a closing semicolon are what pages get wrong most. */
function mended(text: string): string {
  return text
    .replace(/[\u0000-\u001F]+/g, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/;\s*$/, '');
}

function collect(value: unknown, found: LinkedObject[], depth: number): void {
  if (depth > MAX_DEPTH || found.length >= MAX_OBJECTS) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  const types = typesOf(value['@type']);
  if (types.length > 0) found.push({ types, value });
  for (const key of Object.keys(value))
    if (typeof value[key] === 'object') collect(value[key], found, depth + 1);
}

function typesOf(type: unknown): string[] {
  const list = Array.isArray(type) ? type : [type];
  return list
    .filter((item) => typeof item === 'string')
    .map((item) => item.replace(/^https?:\/\/schema\.org\//, ''));
}
