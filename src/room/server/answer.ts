// How the room answers in its other forms.
import type { Context } from 'hono';

/** `json`, `csv`, or nothing for a page. */
export function endingOf(name: string): string {
  return /\.(json|csv)$/.exec(name)?.[1] ?? '';
}

/** A table as an answer. */
export function csv(context: Context, text: string): Response {
  return context.text(text, 200, { 'content-type': 'text/csv; charset=utf-8' });
}
