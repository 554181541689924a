// Pages from JSON lines: one object a line, each bad line one failure with its number.
import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { EntenteError } from '../base/error.js';
import { contentId } from '../base/id.js';
import { decode } from './charset.js';
import type { GivenFacts, Page, PageResult } from './page.js';

const text = z.string().nullish();
const line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  url: text,
  html: text,
  bytes: text,
  text,
  title: text,
  published: text,
  date: text,
  dateline: text,
  lang: text,
});
type Line = z.infer<typeof line>;

const NEWLINE = 10;

/** The pages of a stream of lines in their order. A line past `maxBytes` is skipped without being held in memory. */
export async function* readJsonl(
  stream: AsyncIterable<Buffer>,
  source: string,
  maxBytes: number,
): AsyncGenerator<PageResult> {
  let number = 0;
  for await (const raw of linesOf(stream, maxBytes * 2)) {
    number += 1;
    if (raw === null) {
      yield {
        failure: new EntenteError('too-large', `the line has more than ${(maxBytes * 2) / 1e6} MB`, {
          source,
          line: number,
        }),
      };
      continue;
    }
    const content = raw
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim();
    if (content !== '') yield pageOfLine(content, source, number);
  }
}

/** Complete lines without their ends; null for one that is longer than the bound. */
async function* linesOf(stream: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = (): Buffer | null => {
    const whole = size > maxBytes ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return whole;
  };
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size > maxBytes) parts = [];
    else parts.push(part);
  };
  for await (const chunk of stream) {
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

function pageOfLine(content: string, source: string, number: number): PageResult {
  const place = { source, line: number };
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 120) : '';
    return {
      failure: new EntenteError('bad-json', `not JSON (${why})`, {
        ...place,
        cause,
        hint: 'Mend or remove the line.',
      }),
    };
  }
  const parsed = line.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      failure: new EntenteError(
        'bad-shape',
        `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'wrong shape'}`,
        place,
      ),
    };
  }
  return pageOf(parsed.data, place);
}

function pageOf(data: Line, place: { source: string; line: number }): PageResult {
  const id =
    data.id === null || data.id === undefined
      ? (data.url ?? `${place.source}:${place.line}`)
      : String(data.id);
  const common = {
    id,
    source: `${place.source}:${place.line}`,
    given: givenOf(data),
    ...(data.url ? { url: data.url } : {}),
  };
  if (typeof data.bytes === 'string') {
    const bytes = Buffer.from(data.bytes, 'base64');
    if (bytes.length === 0) return { failure: new EntenteError('bad-shape', 'bytes: no base64 data', place) };
    return { page: { ...common, form: 'html', bytes, hash: contentId(bytes), ...decode(bytes) } };
  }
  const content = data.html ?? data.text;
  if (typeof content !== 'string')
    return { failure: new EntenteError('bad-shape', 'none of html, bytes, text', place) };
  const bytes = Buffer.from(content, 'utf8');
  const form: Page['form'] = typeof data.html === 'string' ? 'html' : 'article';
  return {
    page: {
      ...common,
      form,
      bytes,
      hash: contentId(bytes),
      content,
      charset: { name: 'utf-8', basis: 'given' },
    },
  };
}

function givenOf({ title, published, date, dateline, lang }: Line): GivenFacts {
  const day = published ?? date;
  return {
    ...(title ? { title } : {}),
    ...(day ? { published: day } : {}),
    ...(dateline ? { dateline } : {}),
    ...(lang ? { language: lang } : {}),
  };
}
