// The front door, by name: a change here is a change for everybody who builds on Entente.
import { expect, it } from 'vitest';
import * as entente from './index.js';

it('exports these and no others', () => {
  expect(Object.keys(entente).sort()).toEqual([
    'EntenteError',
    'addDays',
    'baselineReader',
    'checkedQuote',
    'claimReader',
    'contains',
    'contentId',
    'explain',
    'openStore',
    'overlaps',
    'parse',
    'parseClaim',
    'quantity',
    'quoteOf',
    'readDocument',
    'readPages',
    'time',
    'writeConllu',
  ]);
});
