// What is made of the pages of all inputs, in their order, by as many readers as the command was given.

import os from 'node:os';
import { setImmediate as immediate } from 'node:timers/promises';
import { InvalidArgumentError, Option } from 'commander';
import type { Page, PageResult } from '../page/page.js';
import { readPages } from '../page/read.js';
import { Crew, type Outcome } from './crew.js';
import { fail, type InputOptions, Progress, pageOptions, type Tally } from './run.js';
import type { Made, Wish } from './work.js';

/** More readers than this mostly wait for the one that takes pages in. */
const MOST = 4;

/** `--jobs`: how many pages are read at once. */
export const jobsOption = (): Option =>
  new Option('--jobs <n>', 'how many pages to read at once')
    .default(Math.min(os.availableParallelism(), MOST), 'one a core, at most 4')
    .argParser(jobsOf);

function jobsOf(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw new InvalidArgumentError('It is a number from 1 to 64.');
  return jobs;
}

/** How the pages are read. */
export interface Crewed {
  readonly wish: Wish;
  readonly tally: Tally;
  /** One where left out. */
  readonly jobs?: number | undefined;
  /** True for a page that need not be read. */
  readonly skip?: (page: Page) => Promise<boolean>;
}

/** A page and what was made of it. */
export interface Crafted {
  readonly page: Page;
  readonly made: Made;
}

interface UnderWay {
  readonly page?: Page;
  readonly outcome: Promise<Outcome>;
}

type Next = Promise<IteratorResult<PageResult>>;

/** The pages of all inputs with what was made of them; a page that fails is said on standard error and counted. */
export async function* crewed(
  inputs: readonly string[],
  options: InputOptions,
  { wish, tally, jobs = 1, skip }: Crewed,
): AsyncGenerator<Crafted> {
  const crew = new Crew(wish, jobs);
  const progress = new Progress();
  const pages = readPages(inputs, pageOptions(options))[Symbol.asyncIterator]();
  const line: UnderWay[] = [];
  let next: Next | undefined = pages.next();
  try {
    while (next !== undefined || line.length > 0) {
      const come = await nearest(line[0], line.length < crew.room ? next : undefined);
      if ('outcome' in come) {
        const { page } = line.shift()!;
        if ('failure' in come.outcome) fail(come.outcome.failure, tally);
        else {
          tally.read += 1;
          yield { page: page!, made: come.outcome.made };
        }
        progress.show(tally);
      } else if (options.signal?.aborted === true) return;
      else if (come.next.done === true) next = undefined;
      else {
        next = pages.next();
        if (crew.hasHelpers) await immediate(); // pages may come faster than the word that a helper is done
        if ('failure' in come.next.value) line.push({ outcome: Promise.resolve(come.next.value) });
        else if (skip === undefined || !(await skip(come.next.value.page)))
          line.push(underWay(crew, come.next.value.page));
      }
    }
  } finally {
    progress.clear();
    await crew.close();
  }
}

/** The first in line where it is done, else whichever comes first of it and the next page. */
async function nearest(
  head: UnderWay | undefined,
  next: Next | undefined,
): Promise<{ outcome: Outcome } | { next: IteratorResult<PageResult> }> {
  const done = head?.outcome.then((outcome) => ({ outcome }));
  const page = next?.then((result) => ({ next: result }));
  return done === undefined ? page! : page === undefined ? done : Promise.race([done, page]);
}

/** A page with a reader; should that one fail on it, it is heard of when the page's turn comes. */
function underWay(crew: Crew, page: Page): UnderWay {
  const outcome = crew.make(page);
  outcome.catch(() => undefined);
  return { page, outcome };
}
