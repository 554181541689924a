// A denial that only points to what was said before: "Moscow denies it" is the claim before it, denied by Moscow.
import type { Document } from '../../document/document.js';
import { linkBy } from '../attribution.js';
import { evidenceOf } from '../evidence.js';
import { makeClaim } from '../make.js';
import { doer } from '../speaker.js';
import type { Tree } from '../tree.js';
import type { Explained } from './claim-of.js';
import type { Setting } from './setting.js';
import { isWord } from './words.js';

/** What is denied is as sure as it was, less what may be meant instead. */
const SURE = 0.9;
/** Relations in which a verb tells something of its own. */
const TELLING = new Set(['root', 'conj', 'parataxis', 'ccomp', 'acl', 'advcl']);

/** The claims that a sentence denies by pointing back; `said` are those of this sentence and of the one before, in order. */
export function denials(document: Document, setting: Setting, said: readonly Explained[]): Explained[] {
  const { tree } = setting;
  return [...tree.words.keys()]
    .filter((at) => pointsBack(tree, at))
    .flatMap((at) => {
      const { start } = tree.word(at);
      const denied = said.findLast(
        ({ claim }) =>
          claim.evidence.end <= start &&
          claim.kind !== 'statement' &&
          claim.modality !== 'denied' &&
          claim.evidence.where !== 'title',
      );
      return denied === undefined ? [] : (deniedBy(document, setting, { denied, at }) ?? []);
    });
}

/** True for a verb of denying of which the object is a pronoun or a word for what was said, or which has none. */
function pointsBack(tree: Tree, at: number): boolean {
  const { lemma, upos } = tree.word(at);
  if (upos !== 'VERB' || !TELLING.has(tree.relation(at))) return false;
  const weak = isWord('rejecting', lemma);
  if (!weak && !isWord('denying', lemma) && !isWord('denying', tree.form(at))) return false;
  if (tree.childrenBy(at, 'ccomp', 'xcomp', 'neg').length > 0 || isNegated(tree, at)) return false;
  const objects = tree.childrenBy(at, 'obj').filter((child) => tree.word(child).deprel !== 'expl:pv');
  if (objects.length === 0) return !weak && tree.childrenBy(at, 'obl', 'nmod', 'advcl').length === 0;
  return objects.every((child) => isHearsay(tree, child));
}

const isNegated = (tree: Tree, at: number): boolean =>
  tree.childrenBy(at, 'advmod').some((child) => /Polarity=Neg/.test(tree.word(child).feats));

/** `it`, `this`, `which`, `the report`, `ces accusations`: nothing that says of itself what is meant. */
function isHearsay(tree: Tree, at: number): boolean {
  const { upos, lemma } = tree.word(at);
  if (upos === 'PRON') return isWord('pointing', lemma) || isWord('pointing', tree.form(at));
  return isWord('hearsay', lemma) && tree.childrenBy(at, 'acl', 'nmod', 'appos', 'nmod:poss').length === 0;
}

function deniedBy(
  document: Document,
  setting: Setting,
  { denied, at }: { denied: Explained; at: number },
): Explained | undefined {
  const { tree } = setting;
  const speaker = doer(tree, at);
  if (speaker === undefined) return undefined;
  const speech = setting.speech();
  const { claim, why, witness } = denied;
  const link = linkBy(tree, { speaker, cue: { first: at, last: at } }, speech);
  const cue = { start: tree.word(at).start, end: tree.word(at).end };
  return {
    claim: makeClaim(document, {
      ...claim,
      quantities: [],
      attribution: [link, ...(speech?.carried === undefined ? [] : [speech.carried])],
      modality: 'denied',
      evidence: { ...evidenceOf(tree, at, { others: [], cuts: [] }), where: setting.where },
      confidence: Math.round(claim.confidence * SURE * 100) / 100,
    }),
    why: { ...why, modality: cue },
    from: denied.from,
    witness,
  };
}
