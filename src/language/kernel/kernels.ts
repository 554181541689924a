// The inner loops of the networks, as WebAssembly with SIMD: products of matrices, recurrences, sums of embedding rows, optimiser steps.
import { moduleOf } from './assembler.js';
import { gemm } from './matrix.js';
import { recur, recurBack } from './recurrence.js';
import { adam, axpy, axpy8 } from './vectors.js';

/** The kernels. Every address and every stride is in bytes, every count in elements; widths are multiples of 8. */
export interface Kernels {
  /** C += A·B, `m`×`k` by `k`×`n`; with the strides of their rows. `panel` is room for 8·`k` floats: columns of B are copied there, since strides that are powers of two would fight for the same cache lines. */
  gemm(
    a: number,
    aRow: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    m: number,
    k: number,
    n: number,
    panel: number,
  ): void;
  /** target += alpha · source. */
  axpy(target: number, source: number, n: number, alpha: number): void;
  /** target += alpha · a row of signed bytes. */
  axpy8(target: number, source: number, n: number, alpha: number): void;
  /** One direction of a simple recurrent unit over `steps` rows; gates replace their pre-activations in `u`. */
  recur(
    u: number,
    uRow: number,
    x: number,
    xRow: number,
    weights: number,
    h: number,
    hRow: number,
    c: number,
    cRow: number,
    zero: number,
    steps: number,
    width: number,
  ): void;
  /** Its gradient, walked from the last step to the first; `u` becomes the gradient of the pre-activations. */
  recurBack(
    u: number,
    uRow: number,
    x: number,
    xRow: number,
    weights: number,
    gradients: number,
    dh: number,
    dhRow: number,
    dx: number,
    dxRow: number,
    c: number,
    cRow: number,
    zero: number,
    carry: number,
    steps: number,
    width: number,
  ): void;
  /** One step of Adam; the gradient is cleared. */
  adam(
    weights: number,
    gradient: number,
    mean: number,
    variance: number,
    n: number,
    rate: number,
    beta1: number,
    beta2: number,
  ): void;
}

let compiled: WebAssembly.Module | undefined;

/** The kernels over a memory; compiled once a process. */
export function kernelsOn(memory: WebAssembly.Memory): Kernels {
  compiled ??= new WebAssembly.Module(moduleOf([gemm, axpy, axpy8, recur, recurBack, adam]));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernels;
}
