// The heap kept small over a long run: collected when it has grown by a stretch, where the engine would let it double.
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes by which the heap may grow between two collections: pages leave little behind, so more is only slack. */
const SLACK = 80e6;

/** Collects this thread's heap whenever it has grown by {@link SLACK} since the last time; to be asked after every page. */
export class Memory {
  #live = 0;
  #collect: (() => void) | undefined;

  tidy(): void {
    if (getHeapStatistics().used_heap_size < this.#live + SLACK) return;
    this.#collect ??= collector();
    this.#collect();
    this.#live = getHeapStatistics().used_heap_size;
  }
}

/** The engine's own collection, which a new context has once the flag is set. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
