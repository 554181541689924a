// Simple recurrent units as kernels, forward and back.
import {
  type Code,
  counted,
  type FunctionSource,
  f32x4,
  i32,
  i32x4,
  type Scope,
  seq,
  v128,
} from './assembler.js';
import { plus } from './shared.js';

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

/** As `Kernels` says. */
export const recur: FunctionSource = {
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

/** As `Kernels` says. */
export const recurBack: FunctionSource = {
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
