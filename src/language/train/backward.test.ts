// The gradient that is written out by hand against differences, on a network small enough for that; training the same twice.
import { describe, expect, it } from 'vitest';
import type { Shape } from '../network/shape.js';
import { Backward } from './backward.js';
import { Dropout } from './dropout.js';
import { batchOf, type Prepared, Trainer, type TrainingPlan } from './trainer.js';

const SHAPE: Shape = {
  ...{ word: 8, letters: 8, width: 8, layers: 2, tagWidth: 8, nameWidth: 8, arcWidth: 8, labelWidth: 8 },
  ...{ tags: 3, features: 4, names: 13, relations: 5 },
};
const PLAN: TrainingPlan = {
  ...{ epochs: 150, batch: 10, rate: 0.01, letterRows: 16, wordDropout: 0.2, seed: 3 },
  dropout: { input: 0.1, state: 0.1, hidden: 0.1 },
};

function sentence(length: number, offset: number): Prepared {
  const numbers = (value: (at: number) => number): Int32Array =>
    Int32Array.from({ length }, (_, at) => value(at));
  return {
    forms: Array.from({ length }, () => 'x'),
    words: numbers((at) => (at + offset) % 10),
    letters: Array.from({ length }, (_, at) => Int32Array.from([at % 16, (at * 3 + offset) % 16])),
    wanted: {
      tags: numbers((at) => at % 3),
      features: numbers((at) => at % 4),
      names: numbers((at) => at % 13),
      heads: numbers((at) => at),
      relations: numbers((at) => at % 5),
    },
  };
}

const GROUP = [sentence(5, 0), sentence(7, 3)];

function trainer(): Trainer {
  const made = new Trainer(SHAPE, PLAN, 10);
  for (let row = 0; row < 10; row += 1)
    made.words.row(row).forEach((_, at, vector) => {
      vector[at] = Math.sin(row * 7 + at);
    });
  return made;
}

describe('Backward', () => {
  const { network, words, letters } = trainer();
  const backward = new Backward(network, words, letters);
  const { floats } = network.arena;
  const { batch, targets } = batchOf(GROUP);
  const still = { input: 0, state: 0, hidden: 0 };
  const loss = (): number => {
    const mark = network.arena.mark;
    backward.gradients.refresh();
    const value = backward.run(batch, targets, new Dropout(network.arena, () => 0.9, still));
    network.arena.release(mark);
    return value;
  };
  const from = backward.gradients.start >> 2;
  floats.fill(0, from, from + network.layout.size);
  loss();
  const gradient = floats.slice(from, from + network.layout.size);

  it.each(
    network.layout.matrices.filter(({ name }) =>
      /^(?:layer\d|arcs|root|headBias|relations|names|layer\d\.\w+)$/.test(name),
    ),
  )('$name', ({ offset, rows, columns }) => {
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const at = offset + Math.floor(share * rows * columns);
      const place = (network.weights >> 2) + at;
      const value = floats[place]!;
      floats[place] = value + 5e-3;
      const more = loss();
      floats[place] = value - 5e-3;
      const less = loss();
      floats[place] = value;
      expect((more - less) / 1e-2).toBeCloseTo(gradient[at]!, 3);
    }
  });
});

describe('Trainer', () => {
  const run = (): { losses: number[]; weights: Float32Array } => {
    const made = trainer();
    const losses: number[] = [];
    made.run(GROUP, new Float32Array(10).fill(1), (_, loss) => losses.push(loss));
    const from = made.network.weights >> 2;
    return { losses, weights: made.network.arena.floats.slice(from, from + made.network.layout.size) };
  };

  it('learns, and the same twice to the byte', () => {
    const first = run();
    const again = run();
    expect(first.losses[149]).toBeLessThan(first.losses[0]!);
    expect(Buffer.from(first.weights.buffer).equals(Buffer.from(again.weights.buffer))).toBe(true);
  });
});
