// Pages from JSON lines: one object a line, each bad line one failure with its number.
import { Buffer, isAscii } from 'node:buffer';
import { z } from 'zod';
import { EntenteError } from '../base/error.js';
import { contentId } from '../base/id.js';
import { decode } from './charset.js';
import { sniff } from './format.js';
import type { Chunks } from './inflate.js';
import type { GivenFacts, Page, PageResult } from './page.js';

/** An absent field, null and an empty text say the same: nothing. */
const text = z.string().nullish();
const shape = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  url: text,
  html: text,
  /** The raw page in base64, its charset unknown. */
  bytes: text,
  text,
  title: text,
  published: text,
  /** The same as `published`, which wins. */
  date: text,
  dateline: text,
  lang: text,
});
type Line = z.infer<typeof shape>;

/** A file and the number of a line in it, from 1. */
interface Place {
  readonly source: string;
  readonly line: number;
}

type Body = Pick<Page, 'form' | 'bytes' | 'content' | 'charset'>;

const NEWLINE = 10;
/** Base64 and escapes make a line longer than its page, seldom to more than twice its length. */
const LINE_FACTOR = 2;
const BASE64 = /^[\w+/\s-]*(?:=[=\s]*)?$/;

/** The pages of a stream of lines in their order. A line past twice `maxBytes` is skipped without being held in memory. */
export async function* readJsonl(
  chunks: Chunks,
  source: string,
  maxBytes: number,
): AsyncGenerator<PageResult> {
  const longest = maxBytes * LINE_FACTOR;
  let line = 0;
  for await (const raw of linesOf(chunks, longest)) {
    line += 1;
    const result = attempt(raw, { source, line }, maxBytes);
    if (result !== undefined) yield result;
  }
}

/** Complete lines without their ends; null for one that is longer than the bound. */
async function* linesOf(chunks: Chunks, longest: number): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let size = 0;
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size > longest) parts = [];
    else parts.push(part);
  };
  const take = (): Buffer | null => {
    const whole = size > longest ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return whole;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

/** What a line gives: a page, the reason why there is none, or nothing for an empty line. */
function attempt(raw: Buffer | null, place: Place, maxBytes: number): PageResult | undefined {
  try {
    if (raw === null) throw tooLarge(maxBytes * LINE_FACTOR, place);
    const content = raw.toString(isAscii(raw) ? 'latin1' : 'utf8').trim(); // the same for ASCII, and faster
    return content === '' ? undefined : { page: pageOfLine(lineOf(content, place), place, maxBytes) };
  } catch (error) {
    if (error instanceof EntenteError) return { failure: error };
    throw error;
  }
}

function tooLarge(bytes: number, place: Place): EntenteError {
  return new EntenteError('too-large', `more than ${bytes / 1e6} MB in one line`, { ...place });
}

function lineOf(content: string, place: Place): Line {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw new EntenteError('bad-json', `not JSON (${printable(cause)}).`, {
      ...place,
      cause,
      hint: 'Mend or remove the line.',
    });
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || 'line';
  throw new EntenteError('bad-shape', `${field}: ${issue?.message ?? 'wrong shape'}`, { ...place });
}

/** The parser's message quotes the line: without its control characters it can not write to a terminal's title. */
function printable(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : '';
  return message.replace(/\p{C}/gu, ' ').slice(0, 120);
}

function pageOfLine(line: Line, place: Place, maxBytes: number): Page {
  const source = `${place.source}:${place.line}`;
  const body = bodyOf(line, place);
  if (body.bytes.length === 0) throw new EntenteError('empty', 'there is nothing in it', { ...place });
  if (body.bytes.length > maxBytes) throw tooLarge(maxBytes, place);
  const id = String(line.id ?? '') || line.url || source;
  return {
    id,
    source,
    ...body,
    hash: contentId(body.bytes),
    ...(line.url && { url: line.url }),
    given: givenOf(line),
  };
}

/** The first of bytes, html and text that says something; nothing where one is there and empty. */
function bodyOf({ bytes: base64, html, text: article }: Line, place: Place): Body {
  if (typeof (base64 ?? html ?? article) !== 'string')
    throw new EntenteError('bad-shape', 'none of html, bytes, text', { ...place });
  if (base64) {
    if (!BASE64.test(base64)) throw new EntenteError('bad-shape', 'bytes: not base64', { ...place });
    const bytes = Buffer.from(base64, 'base64');
    const told = sniff(bytes);
    if (typeof told === 'object') throw new EntenteError('not-text', `bytes: ${told.refused}`, { ...place });
    return { form: 'html', bytes, ...decode(bytes) };
  }
  const content = html || article || '';
  const bytes = Buffer.from(content, 'utf8');
  return { form: html ? 'html' : 'article', bytes, content, charset: { name: 'utf-8', basis: 'given' } };
}

function givenOf({ title, published, date, dateline, lang }: Line): GivenFacts {
  const day = published || date;
  return {
    ...(title && { title }),
    ...(day && { published: day }),
    ...(dateline && { dateline }),
    ...(lang && { language: lang }),
  };
}
