// A worker of the crew: reads the pages it is sent, one after the other, and answers with what came of each.
import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import type { Page } from '../page/page.js';
import { type Answer, placed, type Start } from './crew.js';
import { Memory } from './memory.js';
import { makerOf } from './work.js';

const { wish } = workerData as Start;
const memory = new Memory();

/** Read before the first page, so that models and lexicon are there when the crew counts on this worker. */
const content = 'France delivered ten tanks to Chad in May, the minister said.';
const warmUp: Page = {
  ...{ id: '', source: '', form: 'article', hash: '', bytes: Buffer.from(content), content },
  ...{ charset: { name: 'utf-8', basis: 'given' }, given: { language: 'en' } },
};

makerOf(warmUp, wish)();
parentPort?.on('message', (page: Page) => parentPort?.postMessage(answerTo(page)));
parentPort?.postMessage('ready');

function answerTo(page: Page): Answer {
  memory.tidy();
  let make: ReturnType<typeof makerOf>;
  try {
    make = makerOf(page, wish);
  } catch (error) {
    const { code, message, place } = placed(error, page.source);
    return { failure: { code, message, detail: place } };
  }
  return { made: make() };
}
