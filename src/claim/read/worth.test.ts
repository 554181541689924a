// What is no claim though a frame fits: home affairs, crime, sport, labels, purposes; and what stays one beside it.
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.js';
import { readJsonl } from '../../page/jsonl.js';
import { explain } from './reader.js';

async function kinds(text: string): Promise<string[]> {
  const line = `${JSON.stringify({ id: 'x', text, lang: 'en', date: '2024-05-05' })}\n`;
  for await (const result of readJsonl(Readable.from([Buffer.from(line)]), 'test', 10_000))
    if ('page' in result) return explain(readDocument(result.page)).map(({ claim }) => claim.kind);
  return [];
}

describe('no claim', () => {
  it.each([
    'A county judge resigned on Tuesday.',
    'The mayor criticised the city council over parking.',
    'Wales beat Hungary 2-0 on Tuesday.',
    'Three women were stabbed and one was killed in London, police said.',
    'He lived in Hanoi during the war in Vietnam.',
    'The coalition opened an operation to eliminate the terrorists of the Islamic State.',
    'A hunter killed a rabbit in China.',
    'The Senate killed the budget deal in Washington.',
    'The minister read a statement on the attack on Mali.',
  ])('%s', async (text) => {
    expect(await kinds(text)).toEqual([]);
  });
});

describe('a claim', () => {
  it.each([
    ['France accused Russia of committing a massacre in Mali.', 'statement'],
    ["Niger's forces fought off several attacks by Boko Haram near Diffa.", 'violence'],
    ['In Mali, French forces conducted eight strikes on Monday.', 'violence'],
    ['The Norwegian frigate was hit by a Danish warship in Norway.', 'violence'],
    ['Germany designated Hezbollah a terrorist organisation.', 'rupture'],
  ])('%s', async (text, kind) => {
    expect(await kinds(text)).toEqual([kind]);
  });
});
