// The end of a text without signs that may stand there, in time that grows with what is cut and no more.

/** The text without the signs at its end that `sign`, a pattern for one sign, matches. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}
