// Nouns and noun phrases find their classes, whole or by the part that the lexicon has.
import { expect, it } from 'vitest';
import { classOf, nounClasses } from './noun-classes.js';

it.each([
  ['en', 'defence cooperation agreement', 'instrument'],
  ['en', 'arms', 'arms'],
  ['en', 'air base', 'facility'],
  ['fr', 'base aérienne', 'facility'],
  ['fr', 'instructeur', 'force'],
] as const)('%s: %s is %s', (language, lemma, expected) => {
  expect(classOf(lemma, language).map((one) => one.class)).toContain(expected);
});

it('gives a force its value', () => {
  expect(classOf('mercenary', 'en')).toContainEqual({ class: 'force', value: 'contractors' });
});

it('knows a phrase by its end in English and by its beginning in French', () => {
  const classes = (lemmas: string[], language: 'en' | 'fr'): string[] =>
    nounClasses(lemmas, language).map((one) => one.class);
  expect(classes(['new', 'naval', 'base'], 'en')).toContain('facility');
  expect(classes(['base', 'naval', 'avancé'], 'fr')).toContain('facility');
  expect(classes(['système', 'de', 'arme'], 'fr')).toContain('arms');
  expect(classes(['attack', 'helicopter'], 'en')).toContain('arms');
  expect(classes(['blue', 'umbrella'], 'en')).toEqual([]);
});
