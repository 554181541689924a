// A text of the same length in which signs that mean the same look the same; what is read there counts for the source.

const SAME: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
  '＇': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u200a': ' ',
  '\t': ' ',
  '\r': ' ',
};
const DIFFERENT = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');

/** The text with typographic quotes, apostrophes, dashes and blanks made plain; every UTF-16 offset stays where it was. */
export function shadowOf(text: string): string {
  return text.replace(DIFFERENT, (sign) => SAME[sign] ?? sign);
}
