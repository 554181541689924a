// A worker of the crew: reads the pages it is sent, one after the other, and answers with what came of each.
import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import { EntenteError } from '../base/error.js';
import type { Page } from '../page/page.js';
import { type Answer, placed, type Start, type Told } from './crew.js';
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
    return { failure: toldOf(placed(error, page.source)) };
  }
  try {
    return { made: make() };
  } catch (error) {
    if (error instanceof EntenteError) return { fault: toldOf(error) };
    throw error;
  }
}

function toldOf({ code, message, place, hint }: EntenteError): Told {
  return { code, message, detail: { ...place, ...(hint !== undefined && { hint }) } };
}
