// Items as a claim names them: the noun phrase of arms, and no phrase that only speaks of arms.
import { expect, it } from 'vitest';
import type { Language } from '../language/language.js';
import { parse } from '../language/parse.js';
import { itemsIn } from './items.js';
import { quantitiesIn } from './quantities.js';

function read(text: string, language: Language): string {
  return parse(text, { language })
    .sentences.flatMap((sentence) => itemsIn(sentence, text, { language }))
    .map(({ phrase }) => phrase)
    .join('; ');
}

it.each([
  ['en', 'Iran shipped Shahed-136 drones to Venezuela in 2021.', 'Shahed-136 drones'],
  ['en', 'Poland will buy 96 AH-64E Apache helicopters.', 'AH-64E Apache helicopters'],
  ['en', 'Germany delivered 18 Leopard 2A6 tanks to Kyiv.', 'Leopard 2A6 tanks'],
  ['en', 'Serbia ordered 12 Rafales from Dassault in August 2024.', 'Rafales'],
  ['en', 'Ankara gave Dhaka Turkish missile components.', 'missile components'],
  ['en', 'The UN arms embargo on Libya expired.', ''],
  ['en', 'A drone strike hit the convoy.', ''],
  ['en', 'Arms sales to Riyadh were suspended.', ''],
  ['en', 'Prime Minister Ehud Barak spoke in Milan.', ''],
  ['fr', 'Le Maroc a commandé 36 canons Caesar à la France.', 'canons Caesar'],
  ['fr', 'La Turquie livrera des missiles antichars au Kosovo.', 'missiles antichars'],
  ['fr', 'Une frappe de drone a visé le camp.', ''],
] as const)('%s: %s', (language, text, expected) => {
  expect(read(text, language)).toBe(expected);
});

it('knows how many and of what class', () => {
  const text = 'Niamey received four Bayraktar TB2 drones in May.';
  const [sentence] = parse(text, { language: 'en' }).sentences;
  const quantities = quantitiesIn(sentence!, text, 'en');
  const [item] = itemsIn(sentence!, text, { language: 'en', quantities });
  expect(item).toMatchObject({ phrase: 'Bayraktar TB2 drones', class: 'drone' });
  expect(item!.quantity!.quantity.value).toBe(4);
});
