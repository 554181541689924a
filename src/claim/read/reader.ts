// The claim reader: parsed sentences, mentions and frames to claims with roles, time, quantities, attribution and modality.
import type { Document } from '../../document/document.js';
import { isLanguage } from '../../language/language.js';
import type { ActorList } from '../../lexicon/actor-list.js';
import type { Claim, ClaimReader } from '../claim.js';
import { matches } from '../frames/match.js';
import { anchorOf, claimOf, type Explained, READER, type Told } from './claim-of.js';
import { denials } from './denial.js';
import { standing } from './prune.js';
import { type Setting, settingsOf } from './setting.js';

export type { Explained } from './claim-of.js';
export type { Why } from './why.js';

/** What a reading takes besides the document. */
export interface ReaderOptions {
  /** Actors that the user brings; they win over those of the lexicon. */
  readonly list?: ActorList | undefined;
  /** True for event data, where one known side is enough: claims then need not name two. */
  readonly wide?: boolean;
}

/** The name of this reader, with the user's list of actors where there is one: another list reads anew. */
export const readerName = (list?: ActorList | undefined): string =>
  list === undefined ? READER : `${READER}+actors:${list.id}`;

/** Reads English and French documents; any other language gives no claims. */
export const claimReader: ClaimReader = Object.freeze({
  name: READER,
  read: (document: Document): readonly Claim[] => explain(document).map(({ claim }) => claim),
});

/** The claims of a document in the order of their evidence, each with why. */
export function explain(document: Document, options: ReaderOptions = {}): Explained[] {
  const language = document.language?.value ?? 'en';
  if (!isLanguage(language)) return [];
  const found = new Map<string, Explained>();
  const state: Told = { scope: [], wide: options.wide === true, reader: readerName(options.list) };
  let before: readonly Explained[] = [];
  for (const setting of settingsOf(document, language, options.list)) {
    const own = claimsOf(document, setting, state);
    const denied = state.wide ? [] : denials(document, setting, [...before, ...own]);
    const read = own.filter(
      ({ why }) => !denied.some((one) => one.why.modality?.start === why.predicate.start),
    );
    for (const one of [...read, ...denied]) if (!found.has(one.claim.id)) found.set(one.claim.id, one);
    before = own;
  }
  return [...found.values()];
}

function claimsOf(document: Document, setting: Setting, told: Told): Explained[] {
  const found = standing(matches(setting.scene), setting.scene, told);
  if (found.length === 0 || !setting.inLanguage()) return [];
  const predicates = found.map((match) => anchorOf(match, setting.scene));
  const explained = found.flatMap((match) => claimOf(document, setting, { match, predicates, told }) ?? []);
  for (const { claim } of explained) {
    if (claim.time.basis !== 'bound' && claim.evidence.where !== 'title') told.earlier = claim.time;
    if (claim.kind === 'share') told.scope = claim.roles['scope'] ?? [];
  }
  return explained;
}
