// Document reading against plain Readability on linkedom: the same pages, the same process, in turns.
import { Buffer } from 'node:buffer';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readDocument } from '../dist/index.js';
import { decode } from '../dist/page/charset.js';
import { pageLines } from './gold.mjs';

const ROUNDS = 3;

/** Median milliseconds a page of either, and their ratio (above 1: we are faster). */
export function speed({ quick = false } = {}) {
  const lines = [...pageLines('aeb'), ...pageLines('fundus')].slice(0, quick ? 40 : undefined);
  const pages = lines.map(({ id, url, bytes }) => ({ id, url, bytes: Buffer.from(bytes, 'base64') }));
  const ours = [];
  const theirs = [];
  for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) {
    ours.push(timed(pages, readOurs));
    theirs.push(timed(pages, readTheirs));
  }
  return {
    ours: median(ours),
    readability: median(theirs),
    ratio: median(theirs) / median(ours),
    pages: pages.length,
  };
}

function readOurs({ id, url, bytes }) {
  readDocument({ id, source: id, form: 'html', hash: '', bytes, ...decode(bytes), url, given: {} });
}

/** Plain Readability; `template` elements are taken out first since it crashes on them. */
function readTheirs({ bytes }) {
  const { document } = parseHTML(bytes.toString('utf8'));
  for (const template of [...document.querySelectorAll('template')]) template.remove();
  try {
    new Readability(document).parse();
  } catch {
    // a page that it can not read costs it no more than this
  }
}

function timed(pages, read) {
  const begun = performance.now();
  for (const page of pages) read(page);
  return (performance.now() - begun) / pages.length;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
