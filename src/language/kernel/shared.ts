// Steps and sums that several kernels are written with.
import { type Code, f32x4, i32, type Scope } from './assembler.js';

/** The values of locals. */
export const get = (scope: Scope, ...names: readonly string[]): Code[] =>
  names.map((name) => scope.get(name));

/** A local moved on by another. */
export const plus = (scope: Scope, name: string, by: string): Code =>
  scope.set(name, i32.add(scope.get(name), scope.get(by)));

/** sum + a · b, lane by lane. */
export const mulAdd = (sum: Code, a: Code, b: Code): Code => f32x4.add(sum, f32x4.mul(a, b));
