// How sure the text is: over trees written by hand, so that what is tested is the rule and no parser.
import { describe, expect, it } from 'vitest';
import type { Language } from '../language/language.js';
import { modalityOf } from './modality.js';
import { treeFrom, wordAt } from './tree-by-hand.js';

const CASES: readonly [string, Language, string, string, string][] = [
  [
    'past',
    'en',
    'fact',
    'delivered',
    'Serbia/PROPN/2/nsubj delivered:deliver/VERB/0/root/F shells:shell/NOUN/2/obj',
  ],
  [
    'will',
    'en',
    'planned',
    'deliver',
    'Serbia/PROPN/3/nsubj will/AUX/3/aux/P deliver/VERB/0/root/I shells:shell/NOUN/3/obj',
  ],
  [
    'may',
    'en',
    'possible',
    'deliver',
    'Serbia/PROPN/3/nsubj may/AUX/3/aux/P deliver/VERB/0/root/I shells:shell/NOUN/3/obj',
  ],
  [
    'plans to',
    'en',
    'planned',
    'buy',
    'Poland/PROPN/2/nsubj plans:plan/VERB/0/root/P to/PART/4/mark buy/VERB/2/xcomp/I tanks:tank/NOUN/4/obj',
  ],
  [
    'does not plan to',
    'en',
    'denied',
    'buy',
    'Poland/PROPN/4/nsubj does:do/AUX/4/aux/P not/PART/4/advmod plan/VERB/0/root/I to/PART/6/mark buy/VERB/4/xcomp/I tanks:tank/NOUN/6/obj',
  ],
  [
    'refused to',
    'en',
    'fact',
    'sell',
    'Norway/PROPN/2/nsubj refused:refuse/VERB/0/root/F to/PART/4/mark sell/VERB/2/xcomp/I missiles:missile/NOUN/4/obj',
  ],
  [
    'is unlikely to',
    'en',
    'improbable',
    'sell',
    'Norway/PROPN/3/nsubj is:be/AUX/3/cop/P unlikely/ADJ/0/root to/PART/5/mark sell/VERB/3/xcomp/I missiles:missile/NOUN/5/obj',
  ],
  [
    'is not expected to',
    'en',
    'improbable',
    'sell',
    'Norway/PROPN/4/nsubj:pass is:be/AUX/4/aux:pass/P not/PART/4/advmod expected:expect/VERB/0/root/N to/PART/6/mark sell/VERB/4/xcomp/I missiles:missile/NOUN/6/obj',
  ],
  [
    'is to',
    'en',
    'planned',
    'host',
    'Chad/PROPN/4/nsubj is:be/AUX/4/aux/P to/PART/4/mark host/VERB/0/root/I drills:drill/NOUN/4/obj',
  ],
  [
    'a headline’s to',
    'en',
    'planned',
    'host',
    'Chad/PROPN/3/nsubj to/PART/3/mark host/VERB/0/root/I drills:drill/NOUN/3/obj',
  ],
  [
    'no',
    'en',
    'denied',
    'sent',
    'Chad/PROPN/2/nsubj sent:send/VERB/0/root/F no/DET/4/det troops:troop/NOUN/2/obj',
  ],
  [
    'not only',
    'en',
    'fact',
    'sold',
    'Oman/PROPN/4/nsubj not/PART/4/advmod only/ADV/4/advmod sold:sell/VERB/0/root/F rifles:rifle/NOUN/4/obj',
  ],
  [
    'without',
    'en',
    'denied',
    'signing',
    'Oman/PROPN/2/nsubj left:leave/VERB/0/root/F without/SCONJ/4/mark signing:sign/VERB/2/advcl/G the/DET/6/det accord/NOUN/4/obj',
  ],
  [
    'denied',
    'en',
    'denied',
    'sent',
    'Oman/PROPN/2/nsubj denied:deny/VERB/0/root/F that/SCONJ/6/mark it/PRON/6/nsubj had:have/AUX/6/aux/F sent:send/VERB/2/ccomp/N troops:troop/NOUN/6/obj',
  ],
  [
    'if',
    'en',
    'conditional',
    'send',
    'Oman/PROPN/3/nsubj will/AUX/3/aux/P send/VERB/0/root/I troops:troop/NOUN/3/obj if/SCONJ/7/mark Qatar/PROPN/7/nsubj pays:pay/VERB/3/advcl/P',
  ],
  [
    'an order that is no cue of its own',
    'en',
    'fact',
    'ordered',
    'Oman/PROPN/2/nsubj ordered:order/VERB/0/root/F jets:jet/NOUN/2/obj',
  ],
  [
    'an own proposal',
    'en',
    'urged',
    'proposed',
    'Peru/PROPN/2/nsubj proposed:propose/VERB/0/root/F a/DET/4/det treaty/NOUN/2/obj',
  ],
  [
    'futur',
    'fr',
    'planned',
    'livrera',
    'Belgrade/PROPN/2/nsubj livrera:livrer/VERB/0/root/P des:un/DET/4/det obus/NOUN/2/obj',
  ],
  [
    'futur, by its ending alone',
    'fr',
    'planned',
    'resteront',
    'Ils/PRON/2/nsubj resteront:resteror/VERB/0/root',
  ],
  [
    'a past that ends like a future',
    'fr',
    'fact',
    'livra',
    'Belgrade/PROPN/2/nsubj livra:livrer/VERB/0/root/F des:un/DET/4/det obus/NOUN/2/obj',
  ],
  [
    'conditionnel of hearsay',
    'fr',
    'possible',
    'livré',
    'Belgrade/PROPN/3/nsubj aurait:avoir/AUX/3/aux:tense/P livré:livrer/VERB/0/root/N des:un/DET/5/det obus/NOUN/3/obj',
  ],
  [
    'aucun',
    'fr',
    'denied',
    'livré',
    "Belgrade/PROPN/4/nsubj n':ne/ADV/4/advmod a:avoir/AUX/4/aux:tense/P livré:livrer/VERB/0/root/N aucun/DET/6/det obus/NOUN/4/obj",
  ],
  [
    'ne … que',
    'fr',
    'fact',
    'livré',
    "Belgrade/PROPN/4/nsubj n':ne/ADV/4/advmod a:avoir/AUX/4/aux:tense/P livré:livrer/VERB/0/root/N que/ADV/7/advmod dix/NUM/7/nummod obus/NOUN/4/obj",
  ],
  [
    'va',
    'fr',
    'planned',
    'former',
    'Dakar/PROPN/2/nsubj va:aller/VERB/0/root/P former/VERB/2/xcomp/I des:un/DET/5/det gendarmes:gendarme/NOUN/3/obj',
  ],
  [
    'devrait',
    'fr',
    'probable',
    'former',
    'Dakar/PROPN/2/nsubj devrait:devrir/VERB/0/root/P former/VERB/2/xcomp/I des:un/DET/5/det gendarmes:gendarme/NOUN/3/obj',
  ],
];

describe('modalityOf', () => {
  it.each(CASES)('%s (%s): %s', (_, language, modality, form, rows) => {
    const tree = treeFrom(language, rows);
    expect(modalityOf(tree, wordAt(tree, form), true).modality).toBe(modality);
  });

  it('points at its cue', () => {
    const tree = treeFrom('en', 'Togo/PROPN/3/nsubj may/AUX/3/aux/P leave/VERB/0/root/I ./PUNCT/3/punct');
    const { cue, future } = modalityOf(tree, 2);
    expect(tree.text.slice(cue!.start, cue!.end)).toBe('may');
    expect(future).toBe(false);
  });

  it('takes an estimate from who stands aside', () => {
    const tree = treeFrom(
      'en',
      'Some/DET/3/det 400/NUM/3/nummod men:man/NOUN/4/nsubj stayed:stay/VERB/0/root/F ,/PUNCT/8/punct UN/PROPN/7/compound experts:expert/NOUN/8/nsubj estimated:estimate/VERB/4/parataxis/F ./PUNCT/4/punct',
    );
    expect(modalityOf(tree, 3).modality).toBe('estimate');
  });

  it('does not turn in circles on a tree that does', () => {
    const tree = treeFrom('en', 'A/DET/2/det b/NOUN/3/nsubj c/VERB/2/xcomp d/VERB/9/root');
    expect(modalityOf(tree, 2).modality).toBe('fact');
  });
});
