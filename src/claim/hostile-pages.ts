// Texts that try the reader: each a short pattern over and over, to any length. For the tests and the bench.

/** Texts by name, each at least `size` UTF-16 units long. */
export function hostilePages(size: number): ReadonlyMap<string, string> {
  return new Map(Object.entries(PATTERNS).map(([name, of]) => [name, filled(of, size)]));
}

/** What stands there again and again; where it counts, its number is given. */
type Pattern = string | ((at: number) => string);

const PATTERNS: Readonly<Record<string, Pattern>> = {
  'state names': 'Mali Niger Russia France ',
  'state names with commas': 'Mali, Niger, Russia, ',
  'state names and signed': 'Mali signed Niger and ',
  'names of persons': 'Jean Dupont Ivan Petrov ',
  'unknown capitals': (at) => `Xa${at} Yeb `,
  capitals: 'ABCD ',
  digits: '1234567890',
  'numbers with commas': '1,234,567,',
  'numbers and blanks': '12 345 678 ',
  'years and dashes': '2019-20-',
  'round brackets open': '(',
  'round brackets': '((a)) ',
  'square brackets open': '[',
  'quotes open': '“',
  'quotes straight': '" a ',
  'quotes within quotes': '«Mali “said” ',
  apostrophes: "'",
  'apostrophes in words': "l'a'",
  'one endless word': 'x',
  'one endless capital word': 'X',
  'one endless word with hyphens': 'ab-',
  'one endless word with dots': 'U.S.',
  'one endless sentence': 'soldiers who trained men that ',
  'one endless sentence with commas': 'soldiers, tanks, and drones, ',
  'one endless sentence of verbs': 'sold gave signed said ',
  'said that said that': 'Mali said that Niger said that ',
  'of of of': 'the sale of the base of ',
  dates: 'on 3 May 2019 ',
  'dates with commas': '3 May 2019, 4 June 2020, ',
  'days of the week': 'on Monday ',
  'numbers with currency': '$3.5 million ',
  'currency signs': '€',
  'numbers with units': '300 soldiers 20 percent ',
  'acronyms in brackets': (at) => `Joint Force Council (JF${letters(at)}) `,
  'acronyms that nothing opens': '(UN) (AU) (NATO) ',
  datelines: 'BAMAKO, Mali (Reuters) - ',
  pronouns: 'it they its their he ',
  'the accord': 'the accord the two countries the junta ',
  'full sentences': 'Mali signed an accord with Russia on 3 May 2019. ',
  'full sentences that refer back': 'It sold them 30 tanks, he said. ',
  'sentences of one word': 'Mali. ',
  'full stops': '.',
  ellipses: '… ',
  newlines: '\n',
  'blank lines': 'a\n\n',
  blanks: ' ',
  'no-break blanks': 'a\u00a0',
  tabs: '\ta',
  'marks above letters': 'a\u0301\u0302\u0303\u0304',
  'half pairs': '\ud800',
  emoji: '😀',
  'zero width': '\u200b',
  dashes: '- – — ',
  colons: 'a: b; ',
  slashes: 'https://example.org/a/b/c/',
  'at signs': 'a@b.c ',
  ampersands: '&amp;&#38;',
  underscores: '_',
  Arabic: 'وقعت مالي اتفاقية مع روسيا ',
  Chinese: '马里与俄罗斯签署协议',
  French: "l'armée malienne d'Afrique qu'elle n'a pas ",
  'French dates': 'le 3 mai 2019, ',
  percent: '39 percent of the ',
  'rank and share': 'the largest exporter of arms to ',
};

function filled(of: Pattern, size: number): string {
  if (typeof of === 'string') return of.repeat(Math.ceil(size / of.length));
  const parts: string[] = [];
  for (let length = 0; length < size; length += parts.at(-1)!.length) parts.push(of(parts.length));
  return parts.join('');
}

/** A number in capital letters. */
const letters = (at: number): string =>
  at.toString(26).replace(/./g, (digit) => String.fromCharCode(65 + Number.parseInt(digit, 26)));
