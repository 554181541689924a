// Pages read on several cores: the main thread reads like everybody else, worker threads help once there is enough to do.
import { Worker } from 'node:worker_threads';
import { asEntenteError, EntenteError, type ErrorCode, type ErrorDetail } from '../base/error.js';
import type { Page } from '../page/page.js';
import { colours, type Terminal } from './colours.js';
import { Memory } from './memory.js';
import { type Made, makerOf, type Wish } from './work.js';

/** What came of a page: what was made of it, or the one reason why nothing was. */
export type Outcome = { readonly made: Made } | { readonly failure: EntenteError };

/** An error on its way from a worker, which keeps no classes. */
export interface Told {
  readonly code: ErrorCode;
  readonly message: string;
  readonly detail: ErrorDetail;
}

/** An outcome on its way from a worker; a fault is no page's and ends the run. */
export type Answer = { readonly made: Made } | { readonly failure: Told } | { readonly fault: Told };

/** What a worker is started with. */
export interface Start extends Terminal {
  readonly wish: Wish;
}

/** A worker takes longer to start than a few pages take to read. */
const ALONE = 6;
/** Pages that wait at a worker, so that it has work while the main thread reads a long page. */
const WAITING = 3;

/** Readers of pages. Workers start at the seventh page; one that is not ready yet is asked nothing. */
export class Crew {
  readonly #wish: Wish;
  readonly #jobs: number;
  readonly #helpers: Helper[] = [];
  #seen = 0;

  constructor(wish: Wish, jobs: number) {
    this.#wish = wish;
    this.#jobs = jobs;
  }

  /** How many pages are usefully under way at once. */
  get room(): number {
    return this.#jobs * (WAITING + 1);
  }

  /** True once workers were started. */
  get hasHelpers(): boolean {
    return this.#helpers.length > 0;
  }

  /** What comes of a page: by the helper with the least to do, on this thread where all have enough. */
  make(page: Page): Promise<Outcome> {
    this.#seen += 1;
    if (this.#seen === ALONE + 1)
      for (let job = 1; job < this.#jobs; job += 1) this.#helpers.push(new Helper(this.#wish));
    const [helper] = this.#helpers
      .filter(({ isReady, waiting }) => isReady && waiting < WAITING)
      .sort((a, b) => a.waiting - b.waiting);
    return helper === undefined ? made(page, this.#wish) : helper.make(page);
  }

  /** Ends all workers, whatever they are at. */
  async close(): Promise<void> {
    await Promise.all(this.#helpers.map((helper) => helper.close()));
  }
}

const memory = new Memory();

async function made(page: Page, wish: Wish): Promise<Outcome> {
  memory.tidy();
  let make: () => Made;
  try {
    make = makerOf(page, wish);
  } catch (error) {
    return { failure: placed(error, page.source) };
  }
  return { made: make() };
}

/** A page's error, said of where the page came from. */
export function placed(error: unknown, source: string): EntenteError {
  const known = asEntenteError(error, 'bad-shape');
  return new EntenteError(known.code, known.message, { ...known.place, source, cause: error });
}

const heard = ({ code, message, detail }: Told): EntenteError => new EntenteError(code, message, detail);

/** A worker thread and the pages that it has. */
class Helper {
  readonly #worker: Worker;
  readonly #asked: {
    readonly resolve: (outcome: Outcome) => void;
    readonly reject: (error: Error) => void;
  }[] = [];
  #isReady = false;
  #fault: Error | undefined;

  constructor(wish: Wish) {
    const workerData: Start = { wish, isColoured: colours.isColorSupported };
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData });
    this.#worker.on('message', (answer: Answer | 'ready') => this.#hear(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.unref();
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get waiting(): number {
    return this.#asked.length;
  }

  make(page: Page): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.#fault !== undefined) return reject(this.#fault);
      this.#asked.push({ resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(page);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(answer: Answer | 'ready'): void {
    if (answer === 'ready') {
      this.#isReady = true;
      return;
    }
    const asked = this.#asked.shift();
    if (this.#asked.length === 0) this.#worker.unref();
    if ('made' in answer) asked?.resolve(answer);
    else if ('failure' in answer) asked?.resolve({ failure: heard(answer.failure) });
    else asked?.reject(heard(answer.fault));
  }

  #fail(error: Error): void {
    this.#fault = error;
    for (const { reject } of this.#asked.splice(0)) reject(error);
  }
}
