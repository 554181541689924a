// What words mean that name nobody themselves, on trees written by hand.
import { describe, expect, it } from 'vitest';
import { type Anaphor, type ReadText, resolve } from './discourse.js';
import { readByHand } from './read-by-hand.js';

const TREATY =
  'Peru/PROPN/2/nsubj signed:sign/VERB/0/root a/DET/4/det treaty/NOUN/2/obj with/ADP/6/case Chile/PROPN/4/nmod ./PUNCT/2/punct';

const short = (read: ReadText, found: readonly Anaphor[]): string[] =>
  found.map(
    ({ start, end, reading, actors, places, sure }) =>
      `${read.text.slice(start, end)} ${reading} ${[...actors.map((one) => one.state ?? one.name), ...places.map((one) => one.state ?? one.place)].join('+')}${sure ? '' : ' ?'}`,
  );

const last = (read: ReadText, title?: ReadText): string[] => short(read, resolve(read, { title }).at(-1)!);

describe('pronouns', () => {
  it('mean the subject before, where the verb is none of agreements', () => {
    const read = readByHand('en', [TREATY, 'It/PRON/2/nsubj left:leave/VERB/0/root today/NOUN/2/obl']);
    expect(last(read)).toEqual(['It actor PER', 'It pact PER+CHL ?']);
  });

  it('mean the agreement, where the verb is of agreements', () => {
    const read = readByHand('en', [
      TREATY,
      'It/PRON/3/nsubj:pass was/AUX/3/aux:pass amended:amend/VERB/0/root',
    ]);
    expect(last(read)).toEqual(['It actor PER ?', 'It pact PER+CHL']);
  });

  it('mean nobody where it only fills the place of a subject', () => {
    const read = readByHand('en', [TREATY, 'It/PRON/2/expl seems:seem/VERB/0/root late/ADJ/2/xcomp']);
    expect(last(read)).toEqual([]);
  });

  it('in the plural mean several that acted together', () => {
    const read = readByHand('en', [
      'Peru/PROPN/4/nsubj and/CCONJ/3/cc Chile/PROPN/1/conj met/VERB/0/root',
      'They/PRON/2/nsubj left/VERB/0/root',
    ]);
    expect(last(read)).toEqual(['They actor PER+CHL']);
  });

  it('give a possessed office its state', () => {
    const read = readByHand('en', [
      'Vanuatu/PROPN/2/nsubj refused/VERB/0/root ,/PUNCT/2/punct its/PRON/6/nmod:poss prime/ADJ/6/amod minister/NOUN/7/nsubj said/VERB/2/parataxis',
    ]);
    expect(last(read)).toContain('prime minister actor VUT');
  });
});

describe('phrases with an article', () => {
  it('mean as many as they count, and nothing where there are more', () => {
    const two = 'The/DET/3/det two/NUM/3/nummod countries:country/NOUN/4/nsubj/Number=Plur met/VERB/0/root';
    expect(last(readByHand('en', [TREATY, two]))).toEqual(['The two countries actor PER+CHL']);
    const three =
      'Peru/PROPN/6/nsubj ,/PUNCT/3/punct Chile/PROPN/1/conj and/CCONJ/5/cc Brazil/PROPN/1/conj met/VERB/0/root';
    expect(last(readByHand('en', [three, two]))).toEqual([]);
  });

  it('mean the agreement named last, in the title too', () => {
    const title = readByHand('en', [TREATY]);
    const text =
      'The/DET/2/det accord/NOUN/4/nsubj:pass was/AUX/4/aux:pass signed:sign/VERB/0/root Tuesday/PROPN/4/obl';
    const read = readByHand('en', [text]);
    expect(last(read, title)).toEqual(['The accord pact PER+CHL']);
    expect(resolve(read, { title })[0]![0]).toMatchObject({ inTitle: true });
    expect(last(read)).toEqual([]);
  });

  it('mean the country that does not act in the clause itself', () => {
    const read = readByHand('en', [
      'Togo/PROPN/2/nsubj protested/VERB/0/root',
      'France/PROPN/2/nsubj left:leave/VERB/0/root the/DET/4/det country/NOUN/2/obj',
    ]);
    expect(last(read)).toEqual(['the country actor TGO+TGO']);
  });

  it('mean the first or the second of two', () => {
    const read = readByHand('en', [
      TREATY,
      'The/DET/2/det latter/ADJ/3/nsubj thanked/VERB/0/root the/DET/5/det former/ADJ/3/obj',
    ]);
    expect(last(read)).toEqual(['The latter actor CHL', 'the former actor PER']);
  });

  it('mean the same in French', () => {
    const read = readByHand('fr', [
      'Le/DET/2/det Pérou/PROPN/4/nsubj a/AUX/4/aux signé:signer/VERB/0/root un/DET/6/det traité/NOUN/4/obj avec/ADP/9/case le/DET/9/det Chili/PROPN/6/nmod',
      'Les/DET/3/det deux/NUM/3/nummod pays/NOUN/4/nsubj/Number=Plur ont/VERB/0/root leur/DET/6/det texte/NOUN/4/obj',
    ]);
    expect(last(read)).toContain('Les deux pays actor PER+CHL');
    expect(last(read)).toContain('leur actor PER+CHL');
  });
});

describe('names that the text makes', () => {
  it('are family names after full ones', () => {
    const read = readByHand('en', [
      {
        rows: 'Ghanaian/ADJ/2/amod general/NOUN/3/compound Anna/PROPN/5/nsubj Testname/PROPN/3/flat waved/VERB/0/root',
        names: [['PER', 2, 4]],
      },
      { rows: 'Testname/PROPN/2/nsubj left/VERB/0/root', names: [['PER', 0, 1]] },
    ]);
    expect(last(read)).toEqual(['Testname actor GHA']);
  });

  it('are acronyms in brackets', () => {
    const read = readByHand('en', [
      'The/DET/3/det Peruvian/ADJ/3/amod army/NOUN/7/nsubj (/PUNCT/5/punct EPX/PROPN/3/appos )/PUNCT/5/punct left/VERB/0/root',
      'EPX/PROPN/2/nsubj returned/VERB/0/root',
    ]);
    expect(last(read)).toEqual(['EPX actor PER']);
  });
});

it('every anaphor says where its antecedent stands, and mentions stand where the words are', () => {
  const read = readByHand('en', [TREATY, 'It/PRON/2/nsubj left:leave/VERB/0/root']);
  for (const one of resolve(read).flat()) {
    expect(one.antecedents.length).toBeGreaterThan(0);
    for (const actor of one.actors)
      expect(actor.mention).toEqual({ start: one.start, end: one.end, how: 'anaphor' });
  }
});
