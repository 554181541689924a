// The claim reader: parsed sentences, mentions and frames to claims with roles, time, quantities, attribution and modality.
import type { Document } from '../../document/document.js';
import { isLanguage } from '../../language/language.js';
import type { ActorList } from '../../lexicon/actor-list.js';
import { asParty } from '../../mention/actor.js';
import type { Claim, ClaimKind, ClaimReader } from '../claim.js';
import { matches } from '../frames/match.js';
import { anchorOf, claimOf, type Explained, READER, type Told } from './claim-of.js';
import { denials } from './denial.js';
import { gapped } from './gapped.js';
import { standing } from './prune.js';
import { type Setting, settingsOf } from './setting.js';
import { mayBeWorth } from './worth.js';

export type { Explained } from './claim-of.js';
export type { Why } from './why.js';

/** What a reading takes besides the document. */
export interface ReaderOptions {
  /** Actors that the user brings; they win over those of the lexicon. */
  readonly list?: ActorList | undefined;
  /** True for event data, where one known side is enough: claims then need not name two. */
  readonly wide?: boolean;
  /** True to look at all sentences and kinds, also where nobody is named who could make a claim: what that gate loses is measured so. */
  readonly ungated?: boolean;
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
  const wide = options.wide === true;
  const gated = !wide && options.ungated !== true;
  const state: Told = { scope: [], wide, gated, reader: readerName(options.list) };
  let before: readonly Explained[] = [];
  for (const setting of settingsOf(document, language, { list: options.list, all: !gated })) {
    const own = claimsOf(document, setting, state).flatMap((one) =>
      one.claim.kind === 'share' ? gapped(document, setting, one) : [one],
    );
    const denied = wide ? [] : denials(document, setting, [...before, ...own]);
    const read = own.filter(
      ({ why }) => !denied.some((one) => one.why.modality?.start === why.predicate.start),
    );
    for (const one of [...read, ...denied]) if (!found.has(one.claim.id)) found.set(one.claim.id, one);
    before = own;
  }
  return [...found.values()];
}

function claimsOf(document: Document, setting: Setting, told: Told): Explained[] {
  const passes = told.gated ? passesOf(setting) : () => true;
  const found = standing(matches(setting.scene, passes), setting.scene, told);
  const open = found.filter(({ frame }) => passes(frame.kind));
  if (open.length === 0) return [];
  const predicates = found.map((match) => anchorOf(match, setting.scene));
  const explained = open.flatMap((match) => claimOf(document, setting, { match, predicates, told }) ?? []);
  if (explained.length === 0 || !setting.inLanguage()) return [];
  for (const { claim } of explained) {
    if (claim.time.basis !== 'bound' && claim.evidence.where !== 'title') told.earlier = claim.time;
    if (claim.kind === 'share') told.scope = claim.roles['scope'] ?? [];
  }
  return explained;
}

/** Which kinds of claims the actors and places of a sentence allow at all, each looked at once. */
function passesOf({ scene, pacts, civil }: Setting): (kind: ClaimKind) => boolean {
  const { actors, places } = scene.mentions;
  const fillers = [
    ...actors.flatMap(({ actor, party }) => [actor, party, asParty(actor)]),
    ...pacts.flatMap((pact) => pact.actors.flatMap((actor) => [actor, asParty(actor)])),
    ...places.map(({ place }) => place),
  ];
  const known = new Map<ClaimKind, boolean>();
  return (kind) => {
    const found = known.get(kind) ?? mayBeWorth(kind, fillers, civil);
    known.set(kind, found);
    return found;
  };
}
