// The pages in docs/codebook/ are what the schema, the table and the reader give today.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codebookPages } from './pages.js';

const folder = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'codebook');

describe('docs/codebook', () => {
  const pages = codebookPages();

  it('has the pages and no other', () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  });

  it.each([...pages])('%s is written anew by `npm run codebook`', (name, content) => {
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(content);
  });
});
