// Figures on held-out sentences with gold words: what training prints after every round.
import { decode } from '../decode.js';
import type { Labels } from '../labels.js';
import type { Network } from '../network/network.js';
import type { Example } from './examples.js';
import { batchOf, grouped, type Prepared } from './trainer.js';

/** Shares from 0 to 1; names as F1 of exact spans. LAS leaves out subtypes. */
export interface Figures {
  readonly tags: number;
  readonly features: number;
  readonly unlabelled: number;
  readonly labelled: number;
  readonly names: number;
}

/** How well a network reads sentences whose truth is known. `examples` and `prepared` go together. */
export function evaluate(
  network: Network,
  labels: Labels,
  examples: readonly Example[],
  prepared: readonly Prepared[],
): Figures {
  const sums = { words: 0, tags: 0, features: 0, unlabelled: 0, labelled: 0, wanted: 0, given: 0, right: 0 };
  let at = 0;
  for (const group of grouped(prepared, 1000)) {
    for (const found of decode(network, batchOf(group).batch)) {
      const { tree, names } = examples[at++]!;
      if (names !== null) {
        const wanted = new Set(names.map(({ from, to, type }) => `${from} ${to} ${type}`));
        sums.wanted += wanted.size;
        sums.given += found.names.length;
        sums.right += found.names.filter(({ from, to, type }) => wanted.has(`${from} ${to} ${type}`)).length;
      }
      tree?.words.forEach((word, index) => {
        sums.words += 1;
        if (labels.tags[found.tags[index]!] === word.upos) sums.tags += 1;
        if (labels.features[found.features[index]!] === word.feats) sums.features += 1;
        if (found.heads[index] !== word.head) return;
        sums.unlabelled += 1;
        if (universal(labels.relations[found.relations[index]!]!) === universal(word.deprel))
          sums.labelled += 1;
      });
    }
  }
  const share = (count: number): number => count / Math.max(1, sums.words);
  return {
    tags: share(sums.tags),
    features: share(sums.features),
    unlabelled: share(sums.unlabelled),
    labelled: share(sums.labelled),
    names: (2 * sums.right) / Math.max(1, sums.wanted + sums.given),
  };
}

const universal = (relation: string): string => relation.split(':')[0]!;
