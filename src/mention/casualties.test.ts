// The dead and injured: who is counted by a word of killing, and who is not.
import { expect, it } from 'vitest';
import type { Language } from '../language/language.js';
import { parse } from '../language/parse.js';
import { casualties } from './casualties.js';
import { isClaimed, quantitiesIn } from './quantities.js';

function read(text: string, language: Language): string {
  return parse(text, { language })
    .sentences.flatMap((sentence) => casualties(sentence, quantitiesIn(sentence, text, language), language))
    .filter(isClaimed)
    .map(({ quantity: { value, low, unit } }) => `${value ?? `${low}..`} ${unit}`)
    .join('; ');
}

it.each([
  ['en', 'An ambush killed six gendarmes and wounded nine others near Tera.', '6 deaths; 9 injured'],
  ['en', 'Two French soldiers were killed on 3 May 2019 in Gao.', '2 deaths'],
  ['en', 'At least 17 people died when militants raided the village.', '17.. deaths'],
  ['en', 'The attack left 30 dead and more than 50 injured.', '30 deaths; 50.. injured'],
  ['en', 'A drone strike killed a senior rebel commander in Sinjar.', '1 deaths'],
  ['en', 'A Ghanaian peacekeeper was killed by a mine in Lebanon.', '1 deaths'],
  ['en', 'The killing of eleven aid workers in Darfur shocked donors.', '11 deaths'],
  ['en', 'The shelling killed or wounded 50 civilians.', '50 casualties'],
  ['en', 'The death toll rose to 45.', '45 deaths'],
  ['en', 'A bomb killed 14 people, including four soldiers.', '14 deaths'],
  ['en', 'Ankara sent 200 soldiers to Misrata.', '200 soldiers'],
  ['fr', "L'attaque a fait 13 morts et 20 blessés.", '13 deaths; 20 injured'],
  ['fr', 'Une embuscade a coûté la vie à sept gendarmes près de Tera.', '7 deaths'],
  ['fr', 'Deux casques bleus tchadiens ont été tués à Kidal.', '2 deaths'],
  ['fr', 'Un soldat malien a été tué lundi.', '1 deaths'],
  ['fr', 'Trois de ses soldats ont été blessés.', '3 injured'],
] as const)('%s: %s', (language, text, expected) => {
  expect(read(text, language)).toBe(expected);
});

it('keeps what was counted', () => {
  const text = 'Raiders killed three policemen in Maradi.';
  const [sentence] = parse(text, { language: 'en' }).sentences;
  const [deaths] = casualties(sentence!, quantitiesIn(sentence!, text, 'en'), 'en');
  expect(deaths!.quantity).toMatchObject({ value: 3, unit: 'deaths', of: 'policemen' });
});
