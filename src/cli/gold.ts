// Gold files: JSON lines, each checked by a schema, with the file and the line in every error.
import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { EntenteError } from '../base/error.js';
import type { Document } from '../document/document.js';
import { readDocument } from '../document/read.js';
import { fileError } from '../page/files.js';
import { readJsonl } from '../page/jsonl.js';
import { LIMITS } from '../page/limits.js';

/** The lines of a file in the shape of a schema, empty ones left out. */
export async function goldLines<T>(file: string, shape: z.ZodType<T>): Promise<T[]> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file)) chunks.push(chunk as Buffer);
  } catch (cause) {
    throw fileError(cause, file);
  }
  const lines = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  return lines.flatMap((line, at) =>
    line.trim() === '' ? [] : [checked(line, { shape, source: file, line: at + 1 })],
  );
}

function checked<T>(
  text: string,
  { shape, ...place }: { shape: z.ZodType<T>; source: string; line: number },
): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new EntenteError('bad-json', 'not JSON', { ...place, cause });
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new EntenteError(
    'bad-shape',
    `${where === '' ? '' : `${where}: `}${issue?.message ?? 'wrong shape'}`,
    place,
  );
}

/** The documents of a gold file by line, empty lines left out; a line whose text can not be read is an error. */
export async function* goldDocuments(file: string): AsyncGenerator<Document> {
  for await (const result of readJsonl(
    createReadStream(file) as AsyncIterable<Buffer>,
    file,
    LIMITS.maxBytes,
  )) {
    if ('failure' in result) throw result.failure;
    yield readDocument(result.page);
  }
}
