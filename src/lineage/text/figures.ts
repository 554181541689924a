// Words that are figures: numbers in words, months and weekdays, by the hash of their form.
import { tableRows } from '../../lexicon/table.js';
import { hashOf } from './hash.js';

interface Figure {
  /** The hash that stands for it: that of its digits for a number, its own for a month or weekday. */
  readonly hash: number;
  /** True where only the form with a capital is meant: `may`, `march`. */
  readonly capital: boolean;
}

let figures: ReadonlyMap<number, Figure> | undefined;

/** The hash that a figure counts by ("two" counts as "2"), undefined for a word that is none. */
export function figureHash(hash: number, capital: boolean): number | undefined {
  figures ??= readFigures();
  const figure = figures.get(hash);
  return figure === undefined || (figure.capital && !capital) ? undefined : figure.hash;
}

function readFigures(): ReadonlyMap<number, Figure> {
  const found = new Map<number, Figure>();
  for (const row of tableRows('months.tsv')) {
    const language = row['language'];
    if (language !== 'en' && language !== 'fr') continue;
    const hash = hashOf(row['name']!);
    if (!found.has(hash) || language === 'en') found.set(hash, { hash, capital: language === 'en' });
  }
  for (const row of tableRows('figures.tsv')) {
    const form = hashOf(row['form']!);
    const hash = row['kind'] === 'number' ? hashOf(row['value']!) : form;
    found.set(form, { hash, capital: row['kind'] === 'weekday' && row['language'] === 'en' });
  }
  return found;
}
