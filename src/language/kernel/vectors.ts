// Sums of vectors and steps of the optimiser as kernels.
import { type Code, counted, type FunctionSource, f32x4, i32, i32x4, seq, v128 } from './assembler.js';
import { get, mulAdd } from './shared.js';

/** As `Kernels` says. */
export const axpy: FunctionSource = {
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

/** As `Kernels` says. */
export const axpy8: FunctionSource = {
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

/** As `Kernels` says. */
export const adam: FunctionSource = {
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
