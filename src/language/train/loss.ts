// What the loss and the rectifier send back, in place over floats.

/** Turns logits into the gradient of the cross-entropy, in place; gives the weighted loss. All zero where nothing is wanted. */
export function softmaxGradient(
  floats: Float32Array,
  from: number,
  { classes, columns, wanted, weight }: { classes: number; columns: number; wanted: number; weight: number },
): number {
  if (wanted < 0) {
    floats.fill(0, from, from + columns);
    return 0;
  }
  let top = Number.NEGATIVE_INFINITY;
  for (let at = from; at < from + classes; at += 1) if (floats[at]! > top) top = floats[at]!;
  let sum = 0;
  for (let at = from; at < from + classes; at += 1) {
    const value = Math.exp(floats[at]! - top);
    floats[at] = value;
    sum += value;
  }
  const loss = -Math.log(Math.max(floats[from + wanted]! / sum, 1e-12)) * weight;
  for (let at = from; at < from + classes; at += 1) floats[at]! *= weight / sum;
  floats[from + wanted]! -= weight;
  floats.fill(0, from + classes, from + columns);
  return loss;
}

/** Stops a gradient where the rectified output was zero. */
export function blockNegative(floats: Float32Array, output: number, gradient: number, count: number): void {
  for (let at = 0; at < count; at += 1)
    if (floats[(output >> 2) + at]! <= 0) floats[(gradient >> 2) + at] = 0;
}
