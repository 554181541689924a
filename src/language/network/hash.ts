// Rows of hashed letter groups: what a word looks like, whatever the language.

/** FNV-1a over UTF-16 code units, 32 bits, from a seed of its own for every kind of group. */
export function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

const LONGEST = 24;
const SHAPE_OF: readonly [RegExp, string][] = [
  [/\p{Lu}/gu, 'X'],
  [/\p{L}/gu, 'x'],
  [/\p{N}/gu, '0'],
];

/** The key under which a word stands in the table of words: lower case, digits alike. */
export function wordKey(form: string): string {
  return form.toLowerCase().replace(/\p{N}/gu, '0');
}

/**
 * The rows of a word: its whole form, beginnings, ends, inner groups of three and four letters, its pattern of capitals,
 * and the marks that a gazetteer has for it.
 */
export function letterRows(form: string, rows: number, marks: readonly string[] = []): Int32Array {
  const mask = rows - 1;
  const found: number[] = [];
  const add = (text: string, seed: number): void => {
    found.push(hash(text, seed) & mask);
  };
  const key = wordKey(form).slice(0, LONGEST);
  add(key, 1);
  add(shapeOf(form), 2);
  for (const size of [1, 2, 3]) if (key.length > size) add(key.slice(0, size), 10 + size);
  for (const size of [1, 2, 3, 4]) if (key.length > size) add(key.slice(-size), 20 + size);
  const framed = `<${key}>`;
  for (let at = 0; at + 3 <= framed.length; at += 1) add(framed.slice(at, at + 3), 30);
  for (let at = 0; at + 4 <= framed.length; at += 1) add(framed.slice(at, at + 4), 31);
  for (const mark of marks) add(mark, 40);
  return Int32Array.from(found);
}

/** `MOSCOW` XX, `Moscow` Xx, `U.S.` X.X., `2023` 0: repeated signs shortened to two. */
export function shapeOf(form: string): string {
  const signs = SHAPE_OF.reduce(
    (text, [pattern, sign]) => text.replace(pattern, sign),
    form.slice(0, LONGEST),
  );
  return signs.replace(/(.)\1{2,}/gu, '$1$1');
}
