// Lines that announce themselves as frame by what they say: "Read next", "Leave a reply", "We use cookies".

import { readFileSync } from 'node:fs';
import { withoutEnd } from '../../base/trim.js';
import type { FrameKind } from '../document.js';

/** What a telling line is; `end` where nothing of the article follows it. */
export interface TellingLine {
  readonly kind: FrameKind;
  readonly effect: 'line' | 'end';
}

const exact = new Map<string, TellingLine>();
const prefixes = new Map<string, TellingLine>();
let longestPrefix = 0;

const table = readFileSync(new URL('../../lexicon/frame-phrases.tsv', import.meta.url), 'utf8');
for (const row of table.trim().split('\n').slice(1)) {
  const [phrase = '', match, kind, effect] = row.split('\t');
  (match === 'prefix' ? prefixes : exact).set(phrase, {
    kind: kind as FrameKind,
    effect: effect as 'line' | 'end',
  });
  if (match === 'prefix') longestPrefix = Math.max(longestPrefix, phrase.length);
}

const LONGEST_TELLING = 400;

/** What the line announces itself as, or undefined for an ordinary line. Looks at the first 60 characters at most. */
export function tellingLine(text: string): TellingLine | undefined {
  if (text.length > LONGEST_TELLING) return undefined;
  const start = text
    .slice(0, longestPrefix + 8)
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/^[\s»›>▶•·|–-]+(?=\p{L})/u, '');
  if (text.length <= longestPrefix) {
    const whole = exact.get(withoutEnd(start, /[\s:›»>→.…]/u).replace(/^\d+\s+/, '')) ?? exact.get(start);
    if (whole !== undefined) return whole;
  }
  for (let length = Math.min(start.length, longestPrefix); length > 0; length -= 1) {
    const found = prefixes.get(start.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}
