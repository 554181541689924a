// What the commands share: pages in order, one line for each failure, a count at the end, a clean end for pipes and Ctrl-C.
import { once } from 'node:events';
import type { EntenteError } from '../base/error.js';
import type { Document } from '../document/document.js';
import { readDocument } from '../document/read.js';
import type { Page } from '../page/page.js';
import { type ReadPagesOptions, readPages } from '../page/read.js';
import { placed } from './crew.js';

/** Exit codes: done, some input failed, wrong use, ended by Ctrl-C. */
export const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** A page with its document. */
export interface Opened {
  readonly page: Page;
  readonly document: Document;
}

/** How a run went. */
export interface Tally {
  read: number;
  failed: number;
}

/** The options of reading that come from the command line. */
export interface InputOptions {
  readonly allowLocal?: boolean;
  readonly signal?: AbortSignal;
}

/** Documents of all inputs in order; a page that fails is said on standard error and counted. */
export async function* openedPages(
  inputs: readonly string[],
  options: InputOptions,
  tally: Tally,
): AsyncGenerator<Opened> {
  const progress = new Progress();
  for await (const result of readPages(inputs, pageOptions(options))) {
    if (options.signal?.aborted === true) return;
    progress.show(tally);
    if ('failure' in result) {
      fail(result.failure, tally);
      continue;
    }
    let document: Document;
    try {
      document = readDocument(result.page);
    } catch (error) {
      fail(placed(error, result.page.source), tally);
      continue;
    }
    tally.read += 1;
    yield { page: result.page, document };
  }
  progress.clear();
}

/** The options of reading pages in this process's surroundings. */
export function pageOptions({ allowLocal, signal }: InputOptions): ReadPagesOptions {
  return {
    stdin: process.stdin,
    now: () => new Date().toISOString(),
    ...(allowLocal !== undefined && { allowLocal }),
    ...(signal !== undefined && { signal }),
  };
}

/** Says what failed on standard error, and counts it. */
export function fail(error: EntenteError, tally: Tally): void {
  tally.failed += 1;
  process.stderr.write(`${error.line}\n`);
}

/** Says how many failed, and gives the exit code. */
export function finished({ read, failed }: Tally): number {
  if (failed === 0) return EXIT.done;
  process.stderr.write(`${failed} of ${read + failed} inputs failed\n`);
  return EXIT.failed;
}

/** Writes to standard output and waits where the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** True where output goes to a person: a terminal, and no machine format was asked for. */
export function forPerson(jsonl: boolean | undefined): boolean {
  return jsonl !== true && process.stdout.isTTY === true;
}

const EVERY = 25;

/** A counter on standard error while a long run goes on; nothing where that is no terminal. */
export class Progress {
  #shown = 0;
  readonly #begun = Date.now();

  show({ read, failed }: Tally): void {
    const seen = read + failed;
    if (process.stderr.isTTY !== true || process.stdout.isTTY === true || seen < this.#shown + EVERY) return;
    this.#shown = seen;
    const rate = Math.round((seen * 1000) / Math.max(1, Date.now() - this.#begun));
    process.stderr.write(`\r${seen} pages, ${rate} a second\u001b[K`);
  }

  clear(): void {
    if (this.#shown > 0) process.stderr.write('\r\u001b[K');
  }
}

/** A signal that Ctrl-C and SIGTERM raise once; the second Ctrl-C ends the program at once. */
export function interruptible(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
