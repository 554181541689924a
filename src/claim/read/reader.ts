// The claim reader: parsed sentences, mentions and frames to claims with roles, time, quantities, attribution and modality.
import type { Time } from '../../base/date.js';
import type { Span } from '../../base/span.js';
import { type Document, documentDay } from '../../document/document.js';
import { isLanguage } from '../../language/language.js';
import type { ActorList } from '../../lexicon/actor-list.js';
import { asParty } from '../../mention/actor.js';
import { claimTime } from '../../mention/time.js';
import { attributionOf } from '../attribution.js';
import { backgroundOf } from '../background.js';
import type { Claim, ClaimReader, EvidencePlace, RoleFiller } from '../claim.js';
import { clauseOf } from '../clause.js';
import { eventCodeOf } from '../event-code.js';
import { evidenceOf } from '../evidence.js';
import { type Match, matches } from '../frames/match.js';
import { makeClaim } from '../make.js';
import { modalityOf } from '../modality.js';
import { isQuoted } from '../quotation.js';
import { confidenceOf, type Witness } from './confidence.js';
import { around, filledUp, scopeOf } from './fallback.js';
import { fieldsOf } from './fields.js';
import { standing } from './prune.js';
import { quantitiesOf } from './quantities.js';
import { rolesOf } from './roles.js';
import { type Setting, settingsOf } from './setting.js';
import { soundRoles } from './sound.js';
import { type Why, whyOf } from './why.js';
import { sides, worth } from './worth.js';

export type { Why } from './why.js';

const NAME = 'frames/1';

/** A claim with the reasons for it. */
export interface Explained {
  readonly claim: Claim;
  readonly why: Why;
  /** The sentence and the frame that it was read from. */
  readonly from: { readonly setting: Setting; readonly match: Match };
  /** What its confidence was reckoned from. */
  readonly witness: Witness;
}

/** What a reading takes besides the document. */
export interface ReaderOptions {
  /** Actors that the user brings; they win over those of the lexicon. */
  readonly list?: ActorList | undefined;
  /** True for event data, where one known side is enough: claims then need not name two. */
  readonly wide?: boolean;
}

/** Reads English and French documents; any other language gives no claims. */
export const claimReader: ClaimReader = Object.freeze({
  name: NAME,
  read: (document: Document): readonly Claim[] => explain(document).map(({ claim }) => claim),
});

/** The claims of a document in the order of their evidence, each with why. */
export function explain(document: Document, options: ReaderOptions = {}): Explained[] {
  const language = document.language?.value ?? 'en';
  if (!isLanguage(language)) return [];
  const found = new Map<string, Explained>();
  const state: Told = { scope: [], wide: options.wide === true };
  for (const setting of settingsOf(document, language, options.list))
    for (const one of claimsOf(document, setting, state))
      if (!found.has(one.claim.id)) found.set(one.claim.id, one);
  return [...found.values()];
}

/** What earlier sentences told. */
interface Told {
  readonly wide: boolean;
  earlier?: Time;
  /** The scope of the last share. */
  scope: readonly RoleFiller[];
}

function claimsOf(document: Document, setting: Setting, told: Told): Explained[] {
  const found = standing(matches(setting.scene), setting.scene);
  if (found.length === 0 || !setting.inLanguage()) return [];
  const predicates = found.map((match) => anchorOf(match, setting.scene));
  const explained = found.flatMap((match) => claimOf(document, setting, { match, predicates, told }) ?? []);
  for (const { claim } of explained) {
    if (claim.time.basis !== 'bound' && claim.evidence.where !== 'title') told.earlier = claim.time;
    if (claim.kind === 'share') told.scope = claim.roles['scope'] ?? [];
  }
  return explained;
}

function claimOf(
  document: Document,
  setting: Setting,
  { match, predicates, told }: { match: Match; predicates: readonly number[]; told: Told },
): Explained | undefined {
  const { site, scene, language, expressions, sentence, shadow } = setting;
  const { frame, predicate } = match;
  const own = frame.kind !== 'statement';
  const anchor = anchorOf(match, scene);
  const { modality, cue, future } = modalityOf(site, anchor, own);
  const speech = setting.speech();
  const attribution = attributionOf(site, anchor, {
    own,
    ...(speech !== undefined && { context: speech }),
  });
  const span = withYear(setting, evidenceOf(site, anchor, { others: predicates, cuts: attribution.cuts }));
  const words = wordsIn(setting, span);
  const clause = around(match, scene, words);
  const { roles: filled, guessed } = filledUp(
    frame.kind,
    withPact(
      setting,
      match,
      rolesOf(match, (heads) => setting.itemsOf(heads, words)),
    ),
    clause,
  );
  const roles =
    frame.kind === 'share'
      ? { ...filled, scope: scopeOf(filled, clause, told.scope) }
      : soundRoles(match, filled, { scene, places: clause.places });
  if (!worth(match, roles, { setting, modality, wide: told.wide })) return undefined;
  const day = documentDay(document);
  const { tense } = clauseOf(site, anchor);
  const dateline = setting.dateline();
  const when = claimTime(expressions(), {
    ...{ text: shadow, language, span, sentence, future },
    ...(frame.kind !== 'share' && { predicate: site.words[predicate]! }),
    ...{ pastPerfect: tense === 'pluperfect', measure: frame.kind === 'share' },
    ...(day !== undefined && { published: day }),
    ...(dateline !== undefined && { dateline }),
    ...(told.earlier !== undefined && { earlier: told.earlier }),
  });
  const { quantities, count } = quantitiesOf(setting, frame.kind, span);
  const fields = fieldsOf(frame.kind, {
    ...{ match, scene, quantities, words },
    text: (first, last) => site.text.slice(site.words[first]!.start, site.words[last]!.end),
    period: when.time.basis === 'bound' ? undefined : periodOf(when.time),
  });
  const witness: Witness = {
    ...{ kind: frame.kind, guessed: guessed.length },
    anaphor: match.roles.some(({ actors }) => actors.some(({ actor }) => actor.mention?.how === 'anaphor')),
    nominal: site.words[predicate]!.upos !== 'VERB',
    measured: when.time.basis !== 'bound' || quantities.length > 0,
    personal:
      PERSONAL.has(frame.kind) &&
      Object.values(roles)
        .flat()
        .some((one) => 'class' in one && one.class === 'person'),
    denied: modality === 'denied',
    sides: sides(frame.kind, roles),
  };
  const claim = makeClaim(document, {
    kind: frame.kind,
    roles,
    fields: count === undefined || frame.kind !== 'agreement' ? fields : { ...fields, count },
    quantities,
    event: eventCodeOf({
      kind: frame.kind,
      fields,
      modality,
      future,
      frame: frame.event,
      offered: isOffer(setting, cue),
    }),
    time: when.time,
    attribution: attribution.links,
    modality,
    evidence: { ...span, where: whereOf(setting, span) },
    background:
      when.background ||
      backgroundOf(site, anchor, { ...(day !== undefined && { day }), measure: frame.kind === 'share' }),
    confidence: confidenceOf(witness),
    reader: NAME,
  });
  return { claim, why: whyOf(setting, { match, cue, guessed, when }), from: { setting, match }, witness };
}

/** The word that carries the clause: of `is in Mali` treebanks take the noun, not the copula that the frame is of. */
const anchorOf = ({ predicate }: Match, { tree }: Setting['scene']): number =>
  tree.relation(predicate) === 'cop' && tree.head(predicate) >= 0 ? tree.head(predicate) : predicate;

/** Kinds in which a person alone is often no affair of states. */
const PERSONAL: ReadonlySet<Claim['kind']> = new Set(['statement', 'event', 'violence']);

/** The parties of an agreement that the sentence only points to ("the charter was initialled"). */
function withPact(
  { pacts, scene }: Setting,
  { frame, predicate, roles, arguments: args }: Match,
  found: Record<string, RoleFiller[]>,
): Record<string, RoleFiller[]> {
  if (frame.kind !== 'agreement' || (found['parties']?.length ?? 0) > 1) return found;
  const heads = [predicate, ...roles.flatMap((one) => one.heads), ...args.get('obj'), ...args.get('subj')];
  const pact = pacts.find(({ from, to }) =>
    heads.some((at) => scene.tree.phrase(at).some((word) => from <= word && word <= to)),
  );
  return pact === undefined ? found : { ...found, parties: pact.actors.map(asParty) };
}

const OFFER = /\b(?:offer|offr|propos(?:e|é|a|ait|ent|er) d)/i;
const isOffer = ({ site }: Setting, cue: Span | undefined): boolean =>
  cue !== undefined && OFFER.test(site.shadow.slice(cue.start, cue.end + 3));

/** A chronicle's year belongs to what it dates: "1998: Peru and Ecuador make peace". */
function withYear({ shadow, sentence }: Setting, span: Span): Span {
  const year = /(?:^|\n|[.;] )(\d{4}) ?: ?$/.exec(shadow.slice(Math.max(0, span.start - 12), span.start));
  if (year === null) return span;
  const start = shadow.lastIndexOf(year[1]!, span.start);
  return start < Math.min(sentence.start, span.start) - 12 ? span : { start, end: span.end };
}

/** Words whose letters lie inside a span. */
function wordsIn({ site }: Setting, { start, end }: Span): number[] {
  return [...site.words.keys()].filter((at) => site.words[at]!.start >= start && site.words[at]!.end <= end);
}

const periodOf = ({ start, end }: Time): string | undefined =>
  start === undefined || end === undefined
    ? undefined
    : start.slice(0, 4) === end.slice(0, 4)
      ? start.slice(0, 4)
      : `${start.slice(0, 4)}/${end.slice(0, 4)}`;

/** Quoted speech is a place of its own. */
function whereOf({ where, speech }: Setting, span: Span): EvidencePlace {
  return where !== 'title' && isQuoted(speech()?.quotes ?? [], span) ? 'quotation' : where;
}
