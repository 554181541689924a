// Content ids: the same bytes and the same reading always have the same name.
import { createHash } from 'node:crypto';

/** The SHA-256 of bytes as 64 lower-case hex digits; the id of a page and of its document. */
export function contentId(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * A stable id of 24 hex digits (96 bits) for an ordered list of parts.
 *
 * Each part is written with its length before it, so that `['ab', 'c']` and `['a', 'bc']` differ.
 */
export function stableId(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}\n`);
  return hash.digest('hex').slice(0, 24);
}
