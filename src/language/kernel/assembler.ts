// A small assembler for WebAssembly with SIMD: expressions in, the bytes of a module out.

/** Instructions as bytes. */
export type Code = readonly number[];
/** The types of WebAssembly that the kernels use. */
export type WasmType = 'i32' | 'f32' | 'v128';

const TYPE: Readonly<Record<WasmType, number>> = { i32: 0x7f, f32: 0x7d, v128: 0x7b };
const VOID = 0x40;
const SIMD = 0xfd;

/** A function of the module: parameters and locals by name, a body without result. */
export interface FunctionSource {
  readonly name: string;
  readonly params: Readonly<Record<string, WasmType>>;
  readonly locals: Readonly<Record<string, WasmType>>;
  readonly body: (at: Scope) => Code;
}

/** Reads and writes the locals of a function by name. */
export interface Scope {
  get(name: string): Code;
  set(name: string, value: Code): Code;
}

/** One after the other. */
export const seq = (...codes: readonly Code[]): Code => codes.flat();

/** Integer instructions of 32 bits; addresses are such integers. */
export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0x6a],
  sub: (a: Code, b: Code): Code => [...a, ...b, 0x6b],
  mul: (a: Code, b: Code): Code => [...a, ...b, 0x6c],
  shl: (a: Code, bits: number): Code => [...a, ...i32.const(bits), 0x74],
  lessThan: (a: Code, b: Code): Code => [...a, ...b, 0x48],
} as const;

const simd = (op: number, ...operands: readonly Code[]): Code => [...operands.flat(), SIMD, ...unsigned(op)];
const memory = (op: number, address: Code, offset: number, align: number): Code => [
  ...address,
  SIMD,
  ...unsigned(op),
  align,
  ...unsigned(offset),
];

/** Vectors of 128 bits. `offset` is in bytes. */
export const v128 = {
  load: (address: Code, offset = 0): Code => memory(0x00, address, offset, 2),
  /** Eight signed bytes as eight 16-bit lanes. */
  load8x8s: (address: Code, offset = 0): Code => memory(0x01, address, offset, 0),
  loadSplat32: (address: Code, offset = 0): Code => memory(0x09, address, offset, 2),
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    SIMD,
    0x0b,
    2,
    ...unsigned(offset),
  ],
} as const;

/** Four floats at once. */
export const f32x4 = {
  splat: (value: Code): Code => simd(0x13, value),
  const: (value: number): Code => f32x4.splat([0x43, ...floatBytes(value)]),
  sqrt: (a: Code): Code => simd(0xe3, a),
  add: (a: Code, b: Code): Code => simd(0xe4, a, b),
  sub: (a: Code, b: Code): Code => simd(0xe5, a, b),
  mul: (a: Code, b: Code): Code => simd(0xe6, a, b),
  div: (a: Code, b: Code): Code => simd(0xe7, a, b),
  min: (a: Code, b: Code): Code => simd(0xe8, a, b),
  max: (a: Code, b: Code): Code => simd(0xe9, a, b),
  nearest: (a: Code): Code => simd(0x6a, a),
  fromInt: (a: Code): Code => simd(0xfa, a),
} as const;

/** Four integers at once. */
export const i32x4 = {
  splat: (value: Code): Code => simd(0x11, value),
  add: (a: Code, b: Code): Code => simd(0xae, a, b),
  shl: (a: Code, bits: number): Code => simd(0xab, a, i32.const(bits)),
  fromFloat: (a: Code): Code => simd(0xf8, a),
  lowOf: (a: Code): Code => simd(0xa7, a),
  highOf: (a: Code): Code => simd(0xa8, a),
} as const;

/** Runs `body` with `counter` from `from` (inclusive) to below `to`, in steps; the body must not change the counter. */
export function counted(
  scope: Scope,
  counter: string,
  { from, to, step }: { from: Code; to: Code; step: number },
  body: Code,
): Code {
  return [
    ...scope.set(counter, from),
    ...whileLess(scope, counter, to, [
      ...body,
      ...scope.set(counter, i32.add(scope.get(counter), i32.const(step))),
    ]),
  ];
}

/** Repeats `body` while the counter is below `to`. */
export function whileLess(scope: Scope, counter: string, to: Code, body: Code): Code {
  const test = i32.lessThan(scope.get(counter), to);
  return [...test, 0x04, VOID, 0x03, VOID, ...body, ...test, 0x0d, 0, 0x0b, 0x0b];
}

/** The bytes of a module that imports its memory as `env.memory` and exports every function by name. */
export function moduleOf(functions: readonly FunctionSource[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ params }) => [
    0x60,
    ...vector(Object.values(params).map((t) => [TYPE[t]])),
    0,
  ]);
  const bodies = functions.map(bodyOf);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(2, vector([[...text('env'), ...text('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(7, vector(functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]))),
    ...section(10, vector(bodies.map((body) => [...unsigned(body.length), ...body]))),
  ]);
}

function bodyOf({ name, params, locals, body }: FunctionSource): number[] {
  const names = [...Object.keys(params), ...Object.keys(locals)];
  const index = (local: string): number[] => {
    const at = names.indexOf(local);
    if (at < 0) throw new RangeError(`${name} has no local ${local}`);
    return unsigned(at);
  };
  const scope: Scope = {
    get: (local) => [0x20, ...index(local)],
    set: (local, value) => [...value, 0x21, ...index(local)],
  };
  const declared = Object.values(locals).map((type) => [1, TYPE[type]]);
  return [...vector(declared), ...body(scope), 0x0b];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly Code[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  return vector([...value].map((letter) => [letter.charCodeAt(0)]));
}

/** LEB128, unsigned. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

/** LEB128, signed. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

function floatBytes(value: number): number[] {
  return [...new Uint8Array(new Float32Array([value]).buffer)];
}
