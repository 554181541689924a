// Who says it, what evidence leaves out, what is quoted, what is background: over trees written by hand.
import { describe, expect, it } from 'vitest';
import type { Language } from '../language/language.js';
import { attributionOf } from './attribution.js';
import { backgroundOf } from './background.js';
import { clauseOf } from './clause.js';
import { evidenceOf } from './evidence.js';
import { isQuoted, quotationsOf } from './quotation.js';
import type { Tree } from './tree.js';
import { treeFrom, wordAt } from './tree-by-hand.js';

const AFTER =
  'Ghana/PROPN/2/nsubj bought:buy/VERB/0/root/F boats:boat/NOUN/2/obj ,/PUNCT/6/punct officials:official/NOUN/6/nsubj said:say/VERB/2/parataxis/F ./PUNCT/2/punct';
const FIRST =
  'Officials:official/NOUN/2/nsubj said:say/VERB/0/root/F that/SCONJ/6/mark Ghana/PROPN/6/nsubj had:have/AUX/6/aux/F bought:buy/VERB/2/ccomp/N boats:boat/NOUN/6/obj ./PUNCT/2/punct';
const SPEAKERS: readonly [string, Language, string, string, string[]][] = [
  ['after a comma', 'en', 'bought', AFTER, ['officials']],
  ['before "that"', 'en', 'bought', FIRST, ['Officials']],
  [
    'the same, with the clause hung elsewhere',
    'en',
    'bought',
    FIRST.replace('6/ccomp', '2/advcl').replace('VERB/2/ccomp', 'VERB/1/acl:relcl'),
    ['Officials'],
  ],
  [
    'inverted, taken for an object',
    'fr',
    'partis',
    'Ils/PRON/3/nsubj sont:être/AUX/3/aux:tense/P partis:partir/VERB/0/root/N ,/PUNCT/6/punct a:avoir/AUX/6/aux:tense/P indiqué:indiquer/VERB/3/conj/N une:un/DET/8/det source/NOUN/6/obj ./PUNCT/3/punct',
    ['une source'],
  ],
  [
    'on',
    'fr',
    'partis',
    "Ils/PRON/3/nsubj sont:être/AUX/3/aux:tense/P partis:partir/VERB/0/root/N ,/PUNCT/5/punct dit-on/VERB/3/parataxis à/ADP/8/case l':le/DET/8/det ambassade/NOUN/5/obl ./PUNCT/3/punct",
    ["l'ambassade"],
  ],
  [
    'according to',
    'en',
    'bought',
    'Ghana/PROPN/2/nsubj bought:buy/VERB/0/root/F boats:boat/NOUN/2/obj ,/PUNCT/8/punct according:accord/VERB/8/case/G to/ADP/5/fixed a/DET/8/det diplomat/NOUN/2/obl ./PUNCT/2/punct',
    ['a diplomat'],
  ],
  [
    'selon',
    'fr',
    'acheté',
    'Selon:selon/ADP/2/case RFI/PROPN/6/obl ,/PUNCT/2/punct Accra/PROPN/6/nsubj a:avoir/AUX/6/aux:tense/P acheté:acheter/VERB/0/root/N des:un/DET/8/det navires:navire/NOUN/6/obj',
    ['RFI'],
  ],
  [
    'who asks',
    'en',
    'deliver',
    'Kyiv/PROPN/2/nsubj urged:urge/VERB/0/root/F Berlin/PROPN/2/obj to/PART/5/mark deliver/VERB/2/xcomp/I tanks:tank/NOUN/5/obj',
    ['Kyiv'],
  ],
  [
    'who does not ask',
    'en',
    'deliver',
    'Kyiv/PROPN/4/nsubj did:do/AUX/4/aux/F not/PART/4/advmod urge/VERB/0/root/I Berlin/PROPN/4/obj to/PART/7/mark deliver/VERB/4/xcomp/I tanks:tank/NOUN/7/obj',
    [],
  ],
  [
    'who intends',
    'en',
    'buy',
    'Poland/PROPN/2/nsubj plans:plan/VERB/0/root/P to/PART/4/mark buy/VERB/2/xcomp/I tanks:tank/NOUN/4/obj',
    [],
  ],
  [
    'a wish under a telling',
    'en',
    'send',
    'Togo/PROPN/2/nsubj asked:ask/VERB/0/root/F Chad/PROPN/2/obj to/PART/5/mark send/VERB/2/xcomp/I troops:troop/NOUN/5/obj ,/PUNCT/10/punct a/DET/9/det minister/NOUN/10/nsubj said:say/VERB/2/parataxis/F',
    ['Togo', 'a minister'],
  ],
  [
    'is said to',
    'en',
    'sent',
    'Chad/PROPN/3/nsubj:pass is:be/AUX/3/aux:pass/P said:say/VERB/0/root/N to/PART/6/mark have/AUX/6/aux/I sent:send/VERB/3/xcomp/N troops:troop/NOUN/6/obj',
    [],
  ],
];

const quote = (tree: Tree, { start, end }: { start: number; end: number }): string =>
  tree.text.slice(start, end);

describe('attributionOf', () => {
  it.each(SPEAKERS)('%s (%s)', (_, language, form, rows, speakers) => {
    const tree = treeFrom(language, rows);
    const { links } = attributionOf(tree, wordAt(tree, form));
    expect(links.map(({ speaker }) => speaker)).toEqual(speakers);
    for (const { evidence } of links) expect(quote(tree, evidence!)).toBe(evidence!.quote);
  });

  it('makes a medium that quotes the outlet of the link', () => {
    const told = treeFrom(
      'en',
      `${AFTER.replace(' ./PUNCT/2/punct', '').replace('said:say', 'told:tell')} Reuters/PROPN/6/obj ./PUNCT/2/punct`,
    );
    expect(attributionOf(told, 1).links).toMatchObject([
      { speaker: 'officials', outlet: 'Reuters', cue: 'told' },
    ]);
  });

  it('takes a pronoun for the speaker before', () => {
    const tree = treeFrom('en', AFTER.replace('officials:official/NOUN', 'he/PRON'));
    const speakers = [{ start: 0, end: 12, quote: 'Colonel Diop' }];
    expect(attributionOf(tree, 1, { context: { speakers } }).links[0]?.speaker).toBe('Colonel Diop');
  });
});

describe('evidenceOf', () => {
  it.each([
    ['leaves out who said it, after', AFTER, 'Ghana bought boats'],
    ['leaves out who said it, before', FIRST, 'Ghana had bought boats'],
  ])('%s', (_, rows, expected) => {
    const tree = treeFrom('en', rows);
    const at = wordAt(tree, 'bought');
    expect(quote(tree, evidenceOf(tree, at, { cuts: attributionOf(tree, at).cuts }))).toBe(expected);
  });

  it('gives each coordinated predicate its own clause, and keeps who asks', () => {
    const tree = treeFrom(
      'en',
      'Kenya/PROPN/2/nsubj asked:ask/VERB/0/root/F Chad/PROPN/2/obj to/PART/5/mark send/VERB/2/xcomp/I troops:troop/NOUN/5/obj and/CCONJ/8/cc sold:sell/VERB/2/conj/F rifles:rifle/NOUN/8/obj ./PUNCT/2/punct',
    );
    expect(quote(tree, evidenceOf(tree, 4, { others: [7] }))).toBe('Kenya asked Chad to send troops');
    expect(quote(tree, evidenceOf(tree, 7, { others: [4] }))).toBe('sold rifles');
  });
});

describe('backgroundOf', () => {
  const signed = (when: string): Tree =>
    treeFrom(
      'en',
      `Lima/PROPN/2/nsubj signed:sign/VERB/0/root/F it/PRON/2/obj in/ADP/5/case ${when}/NUM/2/obl`,
    );
  it('is a year gone by, not the document’s own', () => {
    expect(backgroundOf(signed('2014'), 1, { day: '2020-05-01' })).toBe(true);
    expect(backgroundOf(signed('2020'), 1, { day: '2020-05-01' })).toBe(false);
    expect(backgroundOf(signed('2014'), 1, { day: '2020-05-01', measure: true })).toBe(false);
  });
  it('is a pluperfect, unless a past verb of saying makes it one', () => {
    const rows = 'Lima/PROPN/3/nsubj had:have/AUX/3/aux/F signed:sign/VERB/0/root/N it/PRON/3/obj';
    expect(backgroundOf(treeFrom('en', rows), 2)).toBe(true);
    const told = treeFrom('en', FIRST);
    expect(backgroundOf(told, wordAt(told, 'bought'))).toBe(false);
    expect(clauseOf(told, wordAt(told, 'bought'))).toMatchObject({
      tense: 'pluperfect',
      voice: 'active',
      governors: [1],
    });
  });
});

describe('quotations', () => {
  it('are speech between marks, not phrases', () => {
    const text = 'He said: “We sent our men to the border.” A “partner”, he added.';
    const quotes = quotationsOf(text);
    expect(quotes.map((span) => text.slice(span.start, span.end))).toEqual([
      'We sent our men to the border.',
    ]);
    expect(isQuoted(quotes, { start: 12, end: 20 })).toBe(true);
    expect(isQuoted(quotes, { start: 0, end: 20 })).toBe(false);
  });
});
