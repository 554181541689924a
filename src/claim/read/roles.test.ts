// Who fills the roles where the sentence names several: whose attack, whose plan, who is blamed, who only stands by.
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.js';
import { readJsonl } from '../../page/jsonl.js';
import type { RoleFiller } from '../claim.js';
import { explain } from './reader.js';

const nameOf = (filler: RoleFiller): string =>
  'item' in filler ? filler.item : 'place' in filler ? filler.place : (filler.state ?? filler.name);

/** The claims of a text, each a line: kind, modality, and who fills the roles asked for. */
async function read(text: string, lang: string, roles: readonly string[]): Promise<string[]> {
  const line = `${JSON.stringify({ id: 'x', text, lang, date: '2024-05-05' })}\n`;
  for await (const result of readJsonl(Readable.from([Buffer.from(line)]), 'test', 10_000))
    if ('page' in result)
      return explain(readDocument(result.page)).map(({ claim }) =>
        [
          claim.kind,
          claim.modality,
          ...roles.map((role) => `${role}=${(claim.roles[role] ?? []).map(nameOf).join('+')}`),
        ].join(' '),
      );
  return [];
}

describe('the doer of an attack is whom its participle names', () => {
  it.each([
    ['en', 'Ten soldiers were killed in an attack claimed by JNIM in Mali.', 'Mali'],
    ['en', 'Six policemen died in an ambush blamed on Boko Haram in northern Cameroon.', 'Cameroon'],
    ['en', 'An attack attributed to JNIM killed ten soldiers in Mali.', 'Mali'],
    ['fr', 'Une attaque revendiquée par le GSIM a tué dix soldats au Mali.', 'Mali'],
  ])('%s: %s', async (lang, text, place) => {
    const [only, ...others] = await read(text, lang, ['actor', 'place']);
    expect(only).toMatch(/^violence fact actor=\S.* place=/);
    expect(only).toContain(`place=${place}`);
    expect(others).toEqual([]);
  });
});

describe('roles', () => {
  it.each([
    ['en', 'Qatar condemned the attack on Israel.', ['statement fact speaker=QAT addressee=']],
    ['en', "Qatar condemned Russia's attack on Ukraine.", ['statement fact speaker=QAT addressee=RUS']],
  ])('leave unblamed whom a condemned attack hit: %s', async (_, text, wanted) => {
    expect(await read(text, 'en', ['speaker', 'addressee'])).toEqual(wanted);
  });

  it.each([
    [
      'en',
      'A German plan to send tanks to Ukraine was approved.',
      'transfer planned supplier=DEU recipient=UKR',
    ],
    [
      'fr',
      "L'offre allemande de livrer des chars à l'Ukraine a été acceptée.",
      'transfer urged supplier=DEU recipient=UKR',
    ],
    [
      'en',
      'The EU sanctioned Iran for supplying drones to Russia.',
      'transfer fact supplier=IRN recipient=RUS',
    ],
    [
      'fr',
      "Washington a sanctionné l'Iran pour avoir livré des drones à la Russie.",
      'transfer fact supplier=IRN recipient=RUS',
    ],
    ['en', 'France opened a base in Chad for training Chadian troops.', 'training fact supplier= recipient='],
  ])('take the owner of a plan, the blamed for the deed (%s): %s', async (lang, text, wanted) => {
    expect(await read(text, lang, ['supplier', 'recipient'])).toContain(wanted);
  });

  it('leave out who hosts the signing of others', async () => {
    expect(
      await read(
        "Egypt's foreign minister attended the signing of the accord between Libya and Turkey.",
        'en',
        ['parties'],
      ),
    ).toEqual(['agreement fact parties=LBY+TUR']);
  });

  it('name no target in whose support it happened', async () => {
    expect(
      await read('In Iraq, aircraft conducted eight airstrikes in support of Iraqi security forces.', 'en', [
        'target',
        'place',
      ]),
    ).toEqual(['violence fact target= place=Iraq']);
  });

  it('see no coup in a plot against an envoy', async () => {
    expect(await read('Police foiled a plot to kill the Saudi ambassador.', 'en', ['target'])).toEqual([]);
  });

  it.each([
    [
      'Pakistani jets bombed Paktika on Tuesday, killing 46 people.',
      ['violence fact actor=PAK place=Paktika'],
    ],
    [
      'Boko Haram attacked the town of Diffa, killing ten soldiers and wounding five.',
      [expect.stringMatching(/^violence fact actor=\S.* place=Diffa$/)],
    ],
  ])('tell an attack and what it did as one: %s', async (text, wanted) => {
    expect(await read(text, 'en', ['actor', 'place'])).toEqual(wanted);
  });

  it.each([
    [
      'Estonian soldiers quit Mali on Saturday. They had been in the country since 2018.',
      'presence fact actor=EST host=Mali',
    ],
    [
      'Three Senegalese peacekeepers were hurt near Kidal. Dakar has 1,300 soldiers in the country.',
      'presence fact actor=SEN host=MLI',
    ],
    [
      'Vilnius hailed the brigade that Germany is to station in Lithuania by 2027.',
      'presence planned actor=DEU host=Lithuania',
    ],
    [
      'Since the withdrawal of French troops in 2022, Mali has relied on Wagner.',
      'presence fact actor=FRA host=MLI',
    ],
  ])('look back and through: %s', async (text, wanted) => {
    expect(await read(text, 'en', ['actor', 'host'])).toContain(wanted);
  });

  it('tell what the main clause followed', async () => {
    expect(
      await read(
        'After the signing of a defence pact with Mali last July, Russia dispatched instructors.',
        'en',
        ['parties'],
      ),
    ).toContain('agreement fact parties=RUS+MLI');
  });
});

describe('French news', () => {
  it.each([
    ['Moscou dément avoir livré des missiles à Oman.', ['transfer denied supplier=RUS recipient=OMN']],
    [
      "Le Chili a touché mardi six chars acquis auprès de l'Espagne en 2021.",
      ['transfer fact supplier=ESP recipient=CHL', 'transfer fact supplier=ESP recipient=CHL'],
    ],
    [
      "Bogota a confirmé l'achat à l'Italie de douze chasseurs.",
      ['transfer fact supplier=ITA recipient=COL'],
    ],
    ['La Zambie lorgne les drones turcs, glisse un officier.', ['transfer urged supplier=TUR recipient=ZMB']],
  ])('tells who hands what to whom: %s', async (text, wanted) => {
    expect(await read(text, 'fr', ['supplier', 'recipient'])).toEqual(wanted);
  });

  it.each([
    [
      'Un millier de soldats et de policiers kényans ont pris position à Goma, où ils seront rejoints en mai par des troupes béninoises.',
      ['presence fact actor=KEN host=Goma', 'presence planned actor=BEN host=Goma'],
    ],
    [
      'Entre 300 et 400 soldats rwandais combattraient en Centrafrique, estiment des experts.',
      ['presence estimate actor=RWA host=Centrafrique'],
    ],
    [
      'Le retrait du contingent rwandais de Somalie, amorcé en mars, s’est achevé jeudi.',
      ['presence fact actor=RWA host=Somalie'],
    ],
  ])('tells whose soldiers are where: %s', async (text, wanted) => {
    expect(await read(text, 'fr', ['actor', 'host'])).toEqual(wanted);
  });

  it('leave planned what a planned base is for', async () => {
    expect(
      await read('France will open a base in Chad for training Chadian troops.', 'en', ['trainer']),
    ).toContain('training planned trainer=FRA');
  });
});
