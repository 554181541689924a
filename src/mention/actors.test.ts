// Who and where a sentence names, on trees written by hand.
import { describe, expect, it } from 'vitest';
import { actorsFromTable } from '../lexicon/actor-list.js';
import { asParty } from './actor.js';
import { namesOf } from './names.js';
import { inShort, readByHand } from './read-by-hand.js';

const PLUR = 'Number=Plur';

describe('owners of nouns', () => {
  it('takes possessives and adjectives before the noun', () => {
    const read = readByHand('en', [
      "Gabon/PROPN/4/nmod:poss 's/PART/1/case republican/ADJ/4/amod guard/NOUN/5/nsubj greeted/VERB/0/root Kenyan/ADJ/7/amod soldiers/NOUN/5/obj/Number=Plur",
    ]);
    expect(inShort(read)).toEqual(["forces GAB Gabon's republican guard", 'forces KEN Kenyan soldiers']);
    expect(read.mentions[0]!.actors.map(({ head }) => head)).toEqual([3, 6]);
  });

  it('gives coordinated owners one mention each, with one head', () => {
    const read = readByHand('en', [
      `The/DET/3/det foreign/ADJ/3/amod ministers/NOUN/8/nsubj/${PLUR} of/ADP/5/case Norway/PROPN/3/nmod and/CCONJ/7/cc Ghana/PROPN/5/conj spoke:speak/VERB/0/root`,
    ]);
    expect(inShort(read)).toEqual([
      'person NOR foreign ministers of Norway',
      'person GHA foreign ministers of Ghana',
    ]);
    expect(new Set(read.mentions[0]!.actors.map(({ head }) => head))).toEqual(new Set([2]));
  });

  it('stops at one owner where the noun is one', () => {
    const read = readByHand('en', [
      'The/DET/2/det president/NOUN/7/nsubj of/ADP/4/case Ghana/PROPN/2/nmod and/CCONJ/6/cc Norway/PROPN/2/conj spoke/VERB/0/root',
    ]);
    expect(inShort(read)).toEqual(['person GHA president of Ghana', 'state NOR Norway']);
  });

  it('reads French adjectives behind the noun, also inside an office', () => {
    const read = readByHand('fr', [
      "Le/DET/2/det ministre/NOUN/8/nsubj ivoirien/ADJ/2/amod de/ADP/6/case la/DET/6/det Défense/NOUN/2/nmod a/AUX/8/aux salué/VERB/0/root l'/DET/10/det armée/NOUN/8/obj togolaise/ADJ/10/amod",
    ]);
    expect(inShort(read)).toEqual([
      'person CIV ministre ivoirien de la Défense',
      'forces TGO armée togolaise',
    ]);
  });

  it('takes the town where officials are for whose they are, but not where soldiers are', () => {
    const read = readByHand('en', [
      `Officials/NOUN/4/nsubj/${PLUR} in/ADP/3/case Lima/PROPN/1/nmod counted/VERB/0/root soldiers/NOUN/4/obj/${PLUR} in/ADP/7/case Peru/PROPN/5/nmod`,
    ]);
    expect(inShort(read)).toEqual(['person PER Officials in Lima', 'forces - soldiers', 'state PER Peru']);
  });

  it('lets an organisation stand for its forces, and a group known by number for itself', () => {
    const read = readByHand('en', [
      `NATO/PROPN/2/compound troops/NOUN/3/nsubj/${PLUR} joined/VERB/0/root 12/NUM/6/nummod Asian/ADJ/6/amod governments/NOUN/3/obj/${PLUR}`,
    ]);
    expect(inShort(read)).toEqual(['igo - NATO', 'government - 12 Asian governments']);
  });
});

describe('states and places', () => {
  it('knows a capital that acts from one that is a place, and doubts in between', () => {
    const read = readByHand('en', [
      'Ankara/PROPN/2/nsubj sent:send/VERB/0/root envoys/NOUN/2/obj/Number=Plur to/ADP/5/case Cairo/PROPN/2/obl from/ADP/7/case near/ADP/8/case Doha/PROPN/2/obl',
    ]);
    expect(inShort(read)).toEqual(['state TUR Turkey', 'person - envoys', 'state EGY Egypt ?']);
    expect(read.mentions[0]!.places.map(({ place, located }) => [place.place, place.state, located])).toEqual(
      [
        ['Ankara', 'TUR', false],
        ['Cairo', 'EGY', false],
        ['Doha', 'QAT', true],
      ],
    );
  });

  it('says that an adjective only marks a thing, and which', () => {
    const read = readByHand('en', [
      'A/DET/3/det Jordanian/ADJ/3/amod airstrike/NOUN/4/nsubj hit/VERB/0/root a/DET/8/det French/ADJ/8/amod wine/NOUN/8/compound exporter/NOUN/4/obj',
    ]);
    const [first] = read.mentions[0]!.actors;
    expect(first).toMatchObject({ weak: 'thing', head: 2, actor: { state: 'JOR' } });
  });

  it('takes no river for a state', () => {
    const read = readByHand('en', [
      'The/DET/3/det Niger/PROPN/3/compound basin/NOUN/4/nsubj flooded/VERB/0/root',
    ]);
    expect(inShort(read)).toEqual([]);
  });

  it('keeps an unrecognised government itself', () => {
    const read = readByHand('en', ['Somaliland/PROPN/2/nsubj signed/VERB/0/root']);
    const [mention] = read.mentions[0]!.actors;
    expect(asParty(mention!.actor)).toMatchObject({ id: null, class: 'government', state: null });
  });
});

describe('people', () => {
  const title = {
    rows: 'Zambian/ADJ/2/amod general/NOUN/3/compound Anna/PROPN/5/nsubj Testname/PROPN/3/flat waved/VERB/0/root',
    names: [['PER', 2, 4]] as const,
  };

  it('have the state of the office beside the name', () => {
    const read = readByHand('en', [title]);
    expect(inShort(read)).toEqual(['person ZMB Anna Testname']);
    expect(read.mentions[0]!.actors[0]!.party).toMatchObject({ id: 'ZMB', class: 'state' });
  });

  it('have it also behind a comma, over where an envoy is posted', () => {
    const read = readByHand('en', [
      {
        rows: "Chile/PROPN/3/nmod:poss 's/PART/1/case ambassador/NOUN/9/nsubj to/ADP/5/case Japan/PROPN/3/nmod ,/PUNCT/7/punct Anna/PROPN/3/appos Testname/PROPN/7/flat waved/VERB/0/root",
        names: [['PER', 6, 8]],
      },
    ]);
    expect(inShort(read)).toEqual(['person CHL Anna Testname', 'state JPN Japan']);
  });
});

describe('a list of the user', () => {
  it('wins over the lexicon and says nobody where it has no code', () => {
    const list = actorsFromTable('RURITANIA\tRUR\nRURITANIAN\tRUR\nMALI\tMLX\nZENDA\t');
    const read = readByHand(
      'en',
      [
        'Ruritanian/ADJ/2/amod troops/NOUN/3/nsubj/Number=Plur met/VERB/0/root Mali/PROPN/3/obj in/ADP/6/case Zenda/PROPN/3/obl',
      ],
      { list },
    );
    expect(read.mentions[0]!.actors.map(({ party }) => party.id)).toEqual(['RUR', 'MLX']);
  });
});

it('names hold people, organisations and places without overlap', () => {
  const read = readByHand('en', [
    {
      rows: 'Anna/PROPN/3/nsubj Testname/PROPN/1/flat left/VERB/0/root NATO/PROPN/3/obj in/ADP/6/case Oslo/PROPN/3/obl',
      names: [
        ['PER', 0, 2],
        ['LOC', 5, 6],
      ],
    },
  ]);
  const names = namesOf(read.sentences[0]!, read.mentions[0]!);
  expect(names.map(({ start, end, type }) => [read.text.slice(start, end), type])).toEqual([
    ['Anna Testname', 'PER'],
    ['NATO', 'ORG'],
    ['Oslo', 'LOC'],
  ]);
});
