// The product of matrices as a kernel.
import {
  type Code,
  counted,
  type FunctionSource,
  i32,
  type Scope,
  seq,
  v128,
  whileLess,
} from './assembler.js';
import { mulAdd, plus } from './shared.js';

/** As `Kernels` says. */
export const gemm: FunctionSource = {
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
