// Quantities as a reader of news would write them down: figures, bounds, units, and what is no quantity.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../language/language.js';
import { parse } from '../language/parse.js';
import { casualties } from './casualties.js';
import { itemsIn } from './items.js';
import { isClaimed, type QuantityMention, quantitiesIn, withAntecedents } from './quantities.js';

/** All quantities of a text, sentence after sentence. */
function read(text: string, language: Language): QuantityMention[] {
  const found: QuantityMention[] = [];
  for (const sentence of parse(text, { language }).sentences)
    found.push(...withAntecedents(quantitiesIn(sentence, text, language), found));
  return found;
}

/** `value unit`, `low.. unit`, `low..high unit`, with `~` for approximate and `/` before the period. */
function short({ quantity: { value, low, high, unit, approximate, per } }: QuantityMention): string {
  const figure = value === null ? `${low ?? ''}..${high ?? ''}` : String(value);
  return `${approximate ? '~' : ''}${figure} ${unit}${per === undefined ? '' : `/${per}`}`;
}

const claimed = (text: string, language: Language): string =>
  read(text, language).filter(isClaimed).map(short).join('; ');

describe('English', () => {
  it.each([
    ['Kenya will contribute up to 1,000 police officers to Haiti.', '..1000 officers'],
    ['At least five instructors and three pilots arrived in Sirte.', '5.. instructors; 3 pilots'],
    ['More than two hundred and fifty mercenaries were deployed.', '250.. mercenaries'],
    ['Two thousand five hundred peacekeepers will go home.', '2500 peacekeepers'],
    ['France will leave 80 to 100 soldiers in Libreville.', '80..100 soldiers'],
    ['France reduced its force from 5,100 to 3,000 soldiers.', '3000 soldiers'],
    ['Tens of thousands of refugees crossed into Chad.', '~10000.. refugees'],
    ['Poland asked for half a dozen MiG-29 jets.', '~6 jets'],
    ['6,000 or so Ethiopian troops remain in Somalia.', '~6000 troops'],
    ['Some 1,500-strong contingent arrived in Juba.', '~1500 troops'],
    ['A 400-man garrison held the fort.', '400 men'],
    ['UNIFIL, which numbers 10,000 peacekeepers, stayed.', '10000 peacekeepers'],
    ['The number of Turkish advisers in Misrata was put at 300.', '~300 advisers'],
    ['The first six of 36 jets were handed over to Qatar.', '6 jets; 36 jets'],
    ['Belarus handed over two helicopters to Zimbabwe.', '2 helicopters'],
    ['The deal is worth US$1.2bn over five years.', '1200000000 USD'],
    ['Nigeria paid nearly half a billion dollars.', '~500000000 USD'],
    ['The contract is worth $10-15 million.', '10000000..15000000 USD'],
    ['The mission costs 60 million euros a year.', '60000000 EUR/year'],
    ['Russia accounted for half of the arms imports.', '50 percent'],
    ['Between 10% and 12% of its tanks came from Israel.', '10..12 percent'],
    ['The Czech Republic offered 1.5m artillery rounds.', '1500000 rounds'],
  ])('%s', (text, expected) => {
    expect(claimed(text, 'en')).toBe(expected);
  });

  it.each([
    'They signed three agreements under resolution 2100 in 2019.',
    'Delegations from 28 African governments attended the Army-2019 forum.',
    'Several instructors and a pilot left on 12 March for a three-day visit.',
    'Iran shipped Shahed-136 drones and T-72 tanks in 2021.',
    'Flight 370 left at 10:30 on Friday.',
  ])('no quantity of a claim: %s', (text) => {
    expect(claimed(text, 'en')).toBe('');
  });

  it('tells durations and ranks by kind', () => {
    const found = read('China, the second largest arms exporter, sent ships for 48 hours.', 'en');
    expect(found.map((one) => [one.kind, one.quantity.value])).toEqual([
      ['rank', 2],
      ['time', 48],
    ]);
  });

  it('takes what "of them" counts from the sentence before', () => {
    expect(claimed('Kampala sent 200 instructors. By June more than 300 of them were there.', 'en')).toBe(
      '200 instructors; 300.. instructors',
    );
  });

  it('spans cues and noun, and points to the noun', () => {
    const text = 'Rome sent at least 12 Italian soldiers.';
    const [sentence] = parse(text, { language: 'en' }).sentences;
    const [one] = quantitiesIn(sentence!, text, 'en');
    expect(text.slice(one!.start, one!.end)).toBe('at least 12 Italian soldiers');
    expect(sentence!.words[one!.head]!.form).toBe('soldiers');
  });
});

describe('French', () => {
  it.each([
    ['Paris a livré une trentaine de blindés Bastion au Burkina Faso.', '~30 blindés'],
    ["Plus d'une centaine de mercenaires sont au Niger.", '~100.. mercenaires'],
    ['Moscou a envoyé entre 300 et 500 instructeurs à Bangui.', '300..500 instructeurs'],
    ['Il reste 13 819 soldats et 80 conseillers militaires.', '13819 soldats; 80 conseillers'],
    ['La mission comptera 1 200 hommes au maximum.', '..1200 hommes'],
    ['Trois cent cinquante soldats béninois sont rentrés.', '350 soldats'],
    ['Mille cinq cents hommes ont été déployés au Kivu.', '1500 hommes'],
    ["L'effectif passera de 1 500 à 800 hommes.", '800 hommes'],
    ['Le contrat porte sur 1,5 milliard de dollars.', '1500000000 USD'],
    ["La mission coûte 12 millions d'euros par an.", '12000000 EUR/year'],
    ["Bruxelles a débloqué 20 M€ pour l'armée nigérienne.", '20000000 EUR'],
    ['Les dépenses ont atteint 2,5 % du PIB.', '2.5 percent'],
    ['Les deux tiers des importations viennent de Chine.', '66.67 percent'],
    ['Les deux pays ont signé trois accords le 14 mai 2019.', ''],
    ["L'accord de 1961 a été révisé pendant quatre jours.", ''],
  ])('%s', (text, expected) => {
    expect(claimed(text, 'fr')).toBe(expected);
  });
});

describe('any text', () => {
  const bits = fc.constantFrom(
    ...'12 1,500 3.5 2020 9999999999 million cent mille $ € % - – to and or et entre between more than dozen of une centaine d\' Mi-35M killed tué soldiers tanks ( ) , . " May'.split(
      ' ',
    ),
  );
  it.each(['en', 'fr'] as const)('is read without failing, in spans of the text (%s)', (language) => {
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 25 }), (parts) => {
        const text = parts.join(' ');
        for (const sentence of parse(text, { language }).sentences) {
          const quantities = casualties(sentence, quantitiesIn(sentence, text, language), language);
          const items = itemsIn(sentence, text, { language, quantities });
          for (const { start, end, first, last, head } of [...quantities, ...items]) {
            expect(start).toBeGreaterThanOrEqual(sentence.start);
            expect(end).toBeLessThanOrEqual(sentence.end);
            expect(first <= last && head >= 0 && head < sentence.words.length).toBe(true);
          }
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});
