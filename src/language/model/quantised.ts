// Vectors and matrices as signed bytes with a scale a row: how they lie in a model file, and how they are read from it.
import type { Arena } from '../network/arena.js';
import type { Table } from '../network/network.js';
import type { Matrix } from '../network/shape.js';

/** Rows of bytes with a scale each. */
export interface Quantised {
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
}

/** Rounds rows of floats to bytes; the largest of a row becomes 127, so that nothing is clipped. */
export function quantised(floats: Float32Array, columns: number): Quantised {
  const rows = floats.length / columns;
  const bytes = new Int8Array(floats.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const values = floats.subarray(row * columns, (row + 1) * columns);
    const top = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    scales[row] = top / 127;
    if (top > 0)
      values.forEach((value, at) => {
        bytes[row * columns + at] = Math.round((value / top) * 127);
      });
  }
  return { bytes, scales };
}

/** A table of vectors that stays in bytes. */
export class QuantisedTable implements Table {
  readonly #at: number;

  constructor(
    readonly arena: Arena,
    { bytes, scales }: Quantised,
    readonly columns: number,
  ) {
    this.#at = arena.takeBytes(bytes.length);
    arena.bytes.set(bytes, this.#at);
    this.scales = scales;
  }

  readonly scales: Float32Array;

  addRow(target: number, row: number, alpha: number): void {
    this.arena.kernels.axpy8(target, this.#at + row * this.columns, this.columns, alpha * this.scales[row]!);
  }
}

/** Matrices of several rows are kept as bytes, single rows as floats. */
export const isQuantised = ({ rows }: Matrix): boolean => rows > 4;

/** The bytes of all matrices of a network, one after the other. */
export function packMatrices(
  matrices: readonly Matrix[],
  floats: Float32Array,
): { bytes: Int8Array; floats: Float32Array } {
  const bytes: Int8Array[] = [];
  const loose: Float32Array[] = [];
  for (const matrix of matrices) {
    const values = floats.subarray(matrix.offset, matrix.offset + matrix.rows * matrix.columns);
    if (!isQuantised(matrix)) {
      loose.push(values);
      continue;
    }
    const packed = quantised(values, matrix.columns);
    bytes.push(packed.bytes);
    loose.push(packed.scales);
  }
  return {
    bytes: joined(bytes, (size) => new Int8Array(size)),
    floats: joined(loose, (size) => new Float32Array(size)),
  };
}

/** Writes the matrices back as floats. */
export function unpackMatrices(
  matrices: readonly Matrix[],
  { bytes, floats }: { bytes: Int8Array; floats: Float32Array },
  target: Float32Array,
): void {
  let byte = 0;
  let float = 0;
  for (const matrix of matrices) {
    const { offset, rows, columns } = matrix;
    if (!isQuantised(matrix)) {
      target.set(floats.subarray(float, float + rows * columns), offset);
      float += rows * columns;
      continue;
    }
    for (let row = 0; row < rows; row += 1) {
      const scale = floats[float++]!;
      for (let column = 0; column < columns; column += 1)
        target[offset + row * columns + column] = bytes[byte++]! * scale;
    }
  }
}

function joined<T extends Int8Array | Float32Array>(parts: readonly T[], make: (size: number) => T): T {
  const all = make(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part as never, at);
    at += part.length;
  }
  return all;
}
