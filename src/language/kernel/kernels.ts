// The inner loops of the networks, as WebAssembly with SIMD: products of matrices, recurrences, sums of embedding rows, optimiser steps.
import {
  type Code,
  counted,
  type FunctionSource,
  f32x4,
  i32,
  i32x4,
  moduleOf,
  type Scope,
  seq,
  v128,
  whileLess,
} from './assembler.js';

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

const get = (scope: Scope, ...names: readonly string[]): Code[] => names.map((name) => scope.get(name));
const plus = (scope: Scope, name: string, by: string): Code =>
  scope.set(name, i32.add(scope.get(name), scope.get(by)));
const mulAdd = (sum: Code, a: Code, b: Code): Code => f32x4.add(sum, f32x4.mul(a, b));

const gemm: FunctionSource = {
  name: 'gemm',
  params: {
    a: 'i32',
    ai: 'i32',
    b: 'i32',
    bp: 'i32',
    c: 'i32',
    ci: 'i32',
    m: 'i32',
    k: 'i32',
    n: 'i32',
    panel: 'i32',
  },
  locals: {
    ...{ j: 'i32', i: 'i32', p: 'i32', pb: 'i32', m4: 'i32', b0: 'v128', b1: 'v128', s: 'v128' },
    ...Object.fromEntries(
      [0, 1, 2, 3].flatMap((r) => [
        [`a${r}`, 'i32'],
        [`c${r}`, 'i32'],
        [`x${r}`, 'v128'],
        [`y${r}`, 'v128'],
      ]),
    ),
  },
  body: (at) =>
    seq(
      at.set('m4', i32.sub(at.get('m'), i32.const(3))),
      counted(
        at,
        'j',
        { from: i32.const(0), to: at.get('n'), step: 8 },
        seq(
          packPanel(at),
          at.set('i', i32.const(0)),
          whileLess(at, 'i', at.get('m4'), gemmRows(at, [0, 1, 2, 3])),
          whileLess(at, 'i', at.get('m'), gemmRows(at, [0])),
        ),
      ),
    ),
};

/** Copies eight columns of B side by side. */
function packPanel(at: Scope): Code {
  return seq(
    at.set('pb', i32.add(at.get('b'), i32.shl(at.get('j'), 2))),
    at.set('a0', at.get('panel')),
    counted(
      at,
      'p',
      { from: i32.const(0), to: at.get('k'), step: 1 },
      seq(
        v128.store(at.get('a0'), v128.load(at.get('pb'))),
        v128.store(at.get('a0'), v128.load(at.get('pb'), 16), 16),
        at.set('a0', i32.add(at.get('a0'), i32.const(32))),
        plus(at, 'pb', 'bp'),
      ),
    ),
  );
}

function gemmRows(at: Scope, rows: readonly number[]): Code {
  const column = i32.shl(at.get('j'), 2);
  return seq(
    ...rows.map((r) =>
      seq(
        at.set(
          `a${r}`,
          r === 0
            ? i32.add(at.get('a'), i32.mul(at.get('i'), at.get('ai')))
            : i32.add(at.get(`a${r - 1}`), at.get('ai')),
        ),
        at.set(
          `c${r}`,
          r === 0
            ? i32.add(at.get('c'), i32.add(i32.mul(at.get('i'), at.get('ci')), column))
            : i32.add(at.get(`c${r - 1}`), at.get('ci')),
        ),
        at.set(`x${r}`, v128.load(at.get(`c${r}`))),
        at.set(`y${r}`, v128.load(at.get(`c${r}`), 16)),
      ),
    ),
    at.set('pb', at.get('panel')),
    counted(
      at,
      'p',
      { from: i32.const(0), to: at.get('k'), step: 1 },
      seq(
        at.set('b0', v128.load(at.get('pb'))),
        at.set('b1', v128.load(at.get('pb'), 16)),
        ...rows.map((r) =>
          seq(
            at.set('s', v128.loadSplat32(at.get(`a${r}`))),
            at.set(`x${r}`, mulAdd(at.get(`x${r}`), at.get('s'), at.get('b0'))),
            at.set(`y${r}`, mulAdd(at.get(`y${r}`), at.get('s'), at.get('b1'))),
            at.set(`a${r}`, i32.add(at.get(`a${r}`), i32.const(4))),
          ),
        ),
        at.set('pb', i32.add(at.get('pb'), i32.const(32))),
      ),
    ),
    ...rows.map((r) =>
      seq(v128.store(at.get(`c${r}`), at.get(`x${r}`)), v128.store(at.get(`c${r}`), at.get(`y${r}`), 16)),
    ),
    at.set('i', i32.add(at.get('i'), i32.const(rows.length))),
  );
}

const axpy: FunctionSource = {
  name: 'axpy',
  params: { t: 'i32', s: 'i32', n: 'i32', alpha: 'f32' },
  locals: { j: 'i32', end: 'i32', factor: 'v128' },
  body: (at) => {
    const target = i32.add(at.get('t'), at.get('j'));
    return seq(
      at.set('factor', f32x4.splat(at.get('alpha'))),
      counted(
        at,
        'j',
        { from: i32.const(0), to: i32.shl(at.get('n'), 2), step: 16 },
        v128.store(
          target,
          mulAdd(v128.load(target), at.get('factor'), v128.load(i32.add(at.get('s'), at.get('j')))),
        ),
      ),
    );
  },
};

const axpy8: FunctionSource = {
  name: 'axpy8',
  params: { t: 'i32', s: 'i32', n: 'i32', alpha: 'f32' },
  locals: { j: 'i32', p: 'i32', factor: 'v128', wide: 'v128' },
  body: (at) => {
    const add = (lanes: Code, offset: number): Code =>
      v128.store(
        at.get('p'),
        mulAdd(v128.load(at.get('p'), offset), at.get('factor'), f32x4.fromInt(lanes)),
        offset,
      );
    return seq(
      at.set('factor', f32x4.splat(at.get('alpha'))),
      at.set('p', at.get('t')),
      counted(
        at,
        'j',
        { from: i32.const(0), to: at.get('n'), step: 8 },
        seq(
          at.set('wide', v128.load8x8s(i32.add(at.get('s'), at.get('j')))),
          add(i32x4.lowOf(at.get('wide')), 0),
          add(i32x4.highOf(at.get('wide')), 16),
          at.set('p', i32.add(at.get('p'), i32.const(32))),
        ),
      ),
    );
  },
};

/** exp(x) for four floats: 2ⁿ times a polynomial on the rest (Cephes `expf`), good to about 2 units in the last place. */
function exponential(at: Scope, x: Code): Code {
  const polynomial = [1.9875691e-4, 1.3981999e-3, 8.3334519e-3, 4.1665795e-2, 1.6666665e-1, 5.0000001e-1];
  const r = at.get('er');
  const sum = polynomial
    .slice(1)
    .reduce((so, c) => f32x4.add(f32x4.mul(so, r), f32x4.const(c)), f32x4.const(polynomial[0]!));
  return seq(
    at.set('er', f32x4.max(f32x4.min(x, f32x4.const(80)), f32x4.const(-80))),
    at.set('en', f32x4.nearest(f32x4.mul(r, f32x4.const(Math.LOG2E)))),
    at.set('er', f32x4.sub(r, f32x4.mul(at.get('en'), f32x4.const(0.693359375)))),
    at.set('er', f32x4.add(r, f32x4.mul(at.get('en'), f32x4.const(2.1219444e-4)))),
    f32x4.mul(
      f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(r, r), sum), r), f32x4.const(1)),
      i32x4.shl(i32x4.add(i32x4.fromFloat(at.get('en')), i32x4.splat(i32.const(127))), 23),
    ),
  );
}

const minus = (a: Code): Code => f32x4.sub(f32x4.const(0), a);
const sigmoid = (at: Scope, x: Code): Code =>
  f32x4.div(f32x4.const(1), f32x4.add(f32x4.const(1), exponential(at, minus(x))));
const tanh = (at: Scope, x: Code): Code =>
  f32x4.sub(f32x4.mul(f32x4.const(2), sigmoid(at, f32x4.add(x, x))), f32x4.const(1));

/** The parts of `u` (candidate, forget, reset) and of the weights (forget, reset, their biases) at column `j`. */
function part(at: Scope, base: string, index: number): Code {
  return i32.add(i32.add(at.get(base), i32.mul(at.get('w4'), i32.const(index))), at.get('j'));
}

const recur: FunctionSource = {
  name: 'recur',
  params: {
    u: 'i32',
    ui: 'i32',
    x: 'i32',
    xi: 'i32',
    w: 'i32',
    h: 'i32',
    hi: 'i32',
    c: 'i32',
    ci: 'i32',
    zero: 'i32',
    m: 'i32',
    width: 'i32',
  },
  locals: {
    i: 'i32',
    j: 'i32',
    w4: 'i32',
    er: 'v128',
    en: 'v128',
    f: 'v128',
    r: 'v128',
    before: 'v128',
    now: 'v128',
    in: 'v128',
  },
  body: (at) => {
    const gate = (index: number): Code =>
      sigmoid(
        at,
        f32x4.add(
          f32x4.add(
            v128.load(part(at, 'u', index)),
            f32x4.mul(v128.load(part(at, 'w', index - 1)), at.get('before')),
          ),
          v128.load(part(at, 'w', index + 1)),
        ),
      );
    return seq(
      at.set('w4', i32.shl(at.get('width'), 2)),
      counted(
        at,
        'i',
        { from: i32.const(0), to: at.get('m'), step: 1 },
        seq(
          counted(
            at,
            'j',
            { from: i32.const(0), to: at.get('w4'), step: 16 },
            seq(
              at.set('before', v128.load(i32.add(at.get('zero'), at.get('j')))),
              at.set('f', gate(1)),
              at.set('r', gate(2)),
              v128.store(part(at, 'u', 1), at.get('f')),
              v128.store(part(at, 'u', 2), at.get('r')),
              at.set('in', v128.load(part(at, 'u', 0))),
              at.set(
                'now',
                f32x4.add(at.get('in'), f32x4.mul(at.get('f'), f32x4.sub(at.get('before'), at.get('in')))),
              ),
              v128.store(i32.add(at.get('c'), at.get('j')), at.get('now')),
              at.set('in', v128.load(i32.add(at.get('x'), at.get('j')))),
              at.set('now', tanh(at, at.get('now'))),
              v128.store(
                i32.add(at.get('h'), at.get('j')),
                f32x4.add(at.get('in'), f32x4.mul(at.get('r'), f32x4.sub(at.get('now'), at.get('in')))),
              ),
            ),
          ),
          at.set('zero', at.get('c')),
          plus(at, 'c', 'ci'),
          plus(at, 'u', 'ui'),
          plus(at, 'x', 'xi'),
          plus(at, 'h', 'hi'),
        ),
      ),
    );
  },
};

const recurBack: FunctionSource = {
  name: 'recurBack',
  params: {
    u: 'i32',
    ui: 'i32',
    x: 'i32',
    xi: 'i32',
    w: 'i32',
    g: 'i32',
    dh: 'i32',
    dhi: 'i32',
    dx: 'i32',
    dxi: 'i32',
    c: 'i32',
    ci: 'i32',
    zero: 'i32',
    carry: 'i32',
    m: 'i32',
    width: 'i32',
  },
  locals: {
    ...{
      i: 'i32',
      j: 'i32',
      w4: 'i32',
      last: 'i32',
      prev: 'i32',
      er: 'v128',
      en: 'v128',
      f: 'v128',
      r: 'v128',
    },
    ...{ before: 'v128', in: 'v128', d: 'v128', dc: 'v128', df: 'v128', dr: 'v128', t: 'v128' },
  },
  body: (at) => {
    const one = f32x4.const(1);
    const addTo = (address: Code, value: Code): Code =>
      v128.store(address, f32x4.add(v128.load(address), value));
    const slope = (gate: string): Code => f32x4.mul(at.get(gate), f32x4.sub(one, at.get(gate)));
    return seq(
      at.set('w4', i32.shl(at.get('width'), 2)),
      at.set('last', i32.sub(at.get('m'), i32.const(1))),
      counted(
        at,
        'i',
        { from: i32.const(0), to: at.get('m'), step: 1 },
        seq(
          at.set('prev', i32.sub(at.get('c'), at.get('ci'))),
          seq(
            i32.lessThan(at.get('i'), at.get('last')),
            [0x45, 0x04, 0x40],
            at.set('prev', at.get('zero')),
            [0x0b],
          ),
          counted(
            at,
            'j',
            { from: i32.const(0), to: at.get('w4'), step: 16 },
            seq(
              at.set('before', v128.load(i32.add(at.get('prev'), at.get('j')))),
              at.set('f', v128.load(part(at, 'u', 1))),
              at.set('r', v128.load(part(at, 'u', 2))),
              at.set('d', v128.load(i32.add(at.get('dh'), at.get('j')))),
              at.set('in', v128.load(i32.add(at.get('x'), at.get('j')))),
              at.set('t', v128.load(i32.add(at.get('c'), at.get('j')))),
              at.set('t', tanh(at, at.get('t'))),
              addTo(i32.add(at.get('dx'), at.get('j')), f32x4.mul(at.get('d'), f32x4.sub(one, at.get('r')))),
              at.set(
                'dr',
                f32x4.mul(f32x4.mul(at.get('d'), f32x4.sub(at.get('t'), at.get('in'))), slope('r')),
              ),
              at.set(
                'dc',
                f32x4.add(
                  v128.load(i32.add(at.get('carry'), at.get('j'))),
                  f32x4.mul(
                    f32x4.mul(at.get('d'), at.get('r')),
                    f32x4.sub(one, f32x4.mul(at.get('t'), at.get('t'))),
                  ),
                ),
              ),
              at.set('in', v128.load(part(at, 'u', 0))),
              at.set(
                'df',
                f32x4.mul(f32x4.mul(at.get('dc'), f32x4.sub(at.get('before'), at.get('in'))), slope('f')),
              ),
              v128.store(part(at, 'u', 0), f32x4.mul(at.get('dc'), f32x4.sub(one, at.get('f')))),
              v128.store(part(at, 'u', 1), at.get('df')),
              v128.store(part(at, 'u', 2), at.get('dr')),
              v128.store(
                i32.add(at.get('carry'), at.get('j')),
                f32x4.add(
                  f32x4.mul(at.get('dc'), at.get('f')),
                  f32x4.add(
                    f32x4.mul(at.get('df'), v128.load(part(at, 'w', 0))),
                    f32x4.mul(at.get('dr'), v128.load(part(at, 'w', 1))),
                  ),
                ),
              ),
              addTo(part(at, 'g', 0), f32x4.mul(at.get('df'), at.get('before'))),
              addTo(part(at, 'g', 1), f32x4.mul(at.get('dr'), at.get('before'))),
              addTo(part(at, 'g', 2), at.get('df')),
              addTo(part(at, 'g', 3), at.get('dr')),
            ),
          ),
          ...['u', 'x', 'dh', 'dx', 'c'].map((name) =>
            at.set(name, i32.sub(at.get(name), at.get(`${name}i`))),
          ),
        ),
      ),
    );
  },
};

const adam: FunctionSource = {
  name: 'adam',
  params: {
    w: 'i32',
    g: 'i32',
    mean: 'i32',
    variance: 'i32',
    n: 'i32',
    rate: 'f32',
    beta1: 'f32',
    beta2: 'f32',
  },
  locals: { j: 'i32', grad: 'v128', m: 'v128', v: 'v128', b1: 'v128', b2: 'v128', step: 'v128' },
  body: (at) => {
    const [w, g, mean, variance] = get(at, 'w', 'g', 'mean', 'variance').map((base) =>
      i32.add(base, at.get('j')),
    );
    const mixed = (old: Code, fresh: Code, share: string): Code =>
      f32x4.add(fresh, f32x4.mul(at.get(share), f32x4.sub(old, fresh)));
    return seq(
      at.set('b1', f32x4.splat(at.get('beta1'))),
      at.set('b2', f32x4.splat(at.get('beta2'))),
      at.set('step', f32x4.splat(at.get('rate'))),
      counted(
        at,
        'j',
        { from: i32.const(0), to: i32.shl(at.get('n'), 2), step: 16 },
        seq(
          at.set('grad', v128.load(g!)),
          v128.store(g!, f32x4.const(0)),
          at.set('m', mixed(v128.load(mean!), at.get('grad'), 'b1')),
          at.set('v', mixed(v128.load(variance!), f32x4.mul(at.get('grad'), at.get('grad')), 'b2')),
          v128.store(mean!, at.get('m')),
          v128.store(variance!, at.get('v')),
          v128.store(
            w!,
            f32x4.sub(
              v128.load(w!),
              f32x4.div(
                f32x4.mul(at.get('step'), at.get('m')),
                f32x4.add(f32x4.sqrt(at.get('v')), f32x4.const(1e-8)),
              ),
            ),
          ),
        ),
      ),
    );
  },
};

let compiled: WebAssembly.Module | undefined;

/** The kernels over a memory; compiled once a process. */
export function kernelsOn(memory: WebAssembly.Memory): Kernels {
  compiled ??= new WebAssembly.Module(moduleOf([gemm, axpy, axpy8, recur, recurBack, adam]));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernels;
}
