// The frame of a page: every visible line that is not the article, named by what it is.

import type { PlacedLine } from './body/page-map.js';
import { isDateLine } from './dates/line.js';
import type { FrameKind, FramePart } from './document.js';
import { comparable } from './metadata/main-object.js';

/** A line with its place in the visible text, as far as naming it needs. */
export interface FrameLine {
  readonly start: number;
  readonly end: number;
  readonly kind: FrameKind;
}

/** What a line outside the article is: the headline, what it says of itself, what its box is called, a date, or `other`. */
export function frameKind(
  { line, under, telling, linkShare }: PlacedLine,
  title: string | undefined,
): FrameKind {
  const { text, owner } = line;
  if (title !== undefined && comparable(text) === comparable(title)) return 'title';
  if (owner.tag === 'h1' && under === null) return 'title';
  if (telling !== undefined) return telling.kind;
  if (under !== null && under !== 'other')
    return under === 'byline' && isDateLine(text) ? 'date_line' : under;
  if (isDateLine(text) || owner.tag === 'time') return 'date_line';
  if (linkShare > 0.8) return 'site_navigation';
  return 'other';
}

/** Neighbouring lines of one kind become one part; null stands for a line of the article. */
export function frameParts(lines: readonly (FrameLine | null)[]): FramePart[] {
  const parts: { start: number; end: number; kind: FrameKind }[] = [];
  let joined = false;
  for (const line of lines) {
    const last = parts[parts.length - 1];
    if (line !== null && joined && last?.kind === line.kind) last.end = line.end;
    else if (line !== null) parts.push({ ...line });
    joined = line !== null;
  }
  return parts;
}
