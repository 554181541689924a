// From a match of a frame to a claim, step by step as the codebook has it: modality, attribution, evidence, roles, time, quantities, fields, event.
import type { Time } from '../../base/date.js';
import type { Quantity } from '../../base/quantity.js';
import type { Span } from '../../base/span.js';
import { type Document, documentDay } from '../../document/document.js';
import { grammarWords } from '../../lexicon/grammar-words.js';
import { asParty } from '../../mention/actor.js';
import { type ClaimTime, claimTime } from '../../mention/time.js';
import { type AttributionReading, attributionOf } from '../attribution.js';
import { backgroundOf } from '../background.js';
import type { Claim, EvidencePlace, Modality, RoleFiller } from '../claim.js';
import { clauseOf } from '../clause.js';
import { eventCodeOf } from '../event-code.js';
import { evidenceOf } from '../evidence.js';
import type { Match } from '../frames/match.js';
import { makeClaim } from '../make.js';
import { modalityOf } from '../modality.js';
import { isQuoted } from '../quotation.js';
import { confidenceOf, type Witness } from './confidence.js';
import { around, filledUp, scopeOf } from './fallback.js';
import { fieldsOf } from './fields.js';
import { quantitiesOf } from './quantities.js';
import { rolesOf } from './roles.js';
import type { Setting } from './setting.js';
import { blamed, soundRoles } from './sound.js';
import { type Why, whyOf } from './why.js';
import { sides, worth } from './worth.js';

/** The name of this reader in its claims. */
export const READER = 'frames/1';

/** A claim with the reasons for it. */
export interface Explained {
  readonly claim: Claim;
  readonly why: Why;
  /** The sentence and the frame that it was read from. */
  readonly from: { readonly setting: Setting; readonly match: Match };
  /** What its confidence was reckoned from. */
  readonly witness: Witness;
}

/** What earlier sentences told. */
export interface Told {
  readonly wide: boolean;
  /** True where kinds that a sentence names nobody for are not looked at. */
  readonly gated: boolean;
  /** The name of the reader, with the user's list of actors where there is one. */
  readonly reader: string;
  earlier?: Time;
  /** The scope of the last share. */
  scope: readonly RoleFiller[];
}

/** A match in its sentence. */
interface Read {
  readonly document: Document;
  readonly setting: Setting;
  readonly match: Match;
  readonly told: Told;
  /** The word that carries the clause. */
  readonly anchor: number;
}

type Roles = Record<string, RoleFiller[]>;

/** The claim of a match; undefined where it is not worth one. `predicates` are those of all claims of the sentence. */
export function claimOf(
  document: Document,
  setting: Setting,
  { match, predicates, told }: { match: Match; predicates: readonly number[]; told: Told },
): Explained | undefined {
  const { tree } = setting;
  const { kind } = match.frame;
  const anchor = anchorOf(match, setting.scene);
  const read: Read = { document, setting, match, told, anchor };
  const { modality, cue, future } = modalityOf(tree, anchor, isOwn(match));
  const { cuts } = attributionOf(tree, anchor, { own: isOwn(match) });
  const span = withYear(setting, evidenceOf(tree, anchor, { others: predicates, cuts }));
  const words = wordsIn(setting, span);
  const { roles: named, guessed } = fillersOf(read, words);
  if (!worth(match, named, { setting, modality, wide: told.wide })) return undefined;
  const roles = told.wide ? named : blamed(match, named, setting.scene);
  const when = timeOf(read, span, future);
  const { quantities, count } = quantitiesOf(setting, kind, { span, antecedent: antecedentOf(read) });
  const fields = ownFields(read, { words, quantities, time: when.time });
  const witness = witnessOf(match, { setting, roles, guessed, quantities, modality, time: when.time });
  const claim = makeClaim(document, {
    ...{ kind, roles },
    fields: count === undefined || kind !== 'agreement' ? fields : { ...fields, count },
    quantities,
    event: eventCodeOf({
      ...{ kind, fields, modality, future },
      frame: match.frame.event,
      offered: isOffer(setting, cue),
    }),
    time: when.time,
    attribution: saidBy(read).links,
    modality,
    evidence: { ...span, where: whereOf(setting, span) },
    background: when.background || recalls(read),
    confidence: confidenceOf(witness),
    reader: told.reader,
  });
  return { claim, why: whyOf(setting, { match, cue, guessed, when }), from: { setting, match }, witness };
}

/** True where the predicate's own meaning counts for who says it and how sure it is: a `statement` happened, and who dismisses a minister denies nothing. */
const isOwn = ({ frame }: Match): boolean => frame.kind !== 'statement' && frame.kind !== 'power';

/** Who says it, in the sentence or around it. */
function saidBy({ setting, match, anchor }: Read): AttributionReading {
  const speech = setting.speech();
  return attributionOf(setting.tree, anchor, {
    own: isOwn(match),
    ...(speech !== undefined && { context: speech }),
  });
}

/** Who fills the roles: as the frame says, else who is left in the evidence; `guessed` are the roles so filled. */
function fillersOf(
  { setting, match, told }: Read,
  words: readonly number[],
): { roles: Claim['roles']; guessed: readonly string[] } {
  const { scene } = setting;
  const { kind } = match.frame;
  const clause = around(match, scene, words);
  const framed = rolesOf(match, (heads) => setting.itemsOf(heads, words));
  const { roles, guessed } = filledUp(kind, withPact(setting, match, framed), clause);
  if (kind === 'share') return { roles: { ...roles, scope: scopeOf(roles, clause, told.scope) }, guessed };
  return { roles: soundRoles(match, roles, { scene, places: clause.places }), guessed };
}

/** When it happens by the words of the evidence, what the document says around it, and the day of the document. */
function timeOf({ document, setting, match, told, anchor }: Read, span: Span, future: boolean): ClaimTime {
  const { tree, language, expressions, sentence, shadow } = setting;
  const { frame, predicate } = match;
  const day = documentDay(document);
  const dateline = setting.dateline();
  return claimTime(expressions(), {
    ...{ text: shadow, language, span, sentence, future },
    ...(frame.kind !== 'share' && { predicate: tree.word(happening(tree, predicate)) }),
    pastPerfect: clauseOf(tree, anchor).tense === 'pluperfect',
    measure: frame.kind === 'share',
    ...(day !== undefined && { published: day }),
    ...(dateline !== undefined && { dateline }),
    ...(told.earlier !== undefined && { earlier: told.earlier }),
  });
}

/** The verb that says when a noun before it came about: `Le retrait, amorcé en juin, s'est achevé dimanche`. */
function happening(tree: Setting['tree'], at: number): number {
  const head = tree.head(at);
  const verb = head > at && tree.word(at).upos === 'NOUN' && tree.relation(at) === 'nsubj';
  return verb && tree.word(head).upos === 'VERB' ? head : at;
}

/** True for what was known before, by the clause itself. */
function recalls({ document, setting, match, anchor }: Read): boolean {
  const day = documentDay(document);
  return backgroundOf(setting.tree, anchor, {
    ...(day !== undefined && { day }),
    measure: match.frame.kind === 'share',
  });
}

/** The noun that a relative clause is about. */
const antecedentOf = ({ setting: { tree }, anchor }: Read): number | undefined =>
  tree.word(anchor).deprel === 'acl:relcl' ? tree.head(anchor) : undefined;

interface Dated {
  readonly quantities: readonly Quantity[];
  readonly time: Time;
}

function ownFields(
  { setting, match }: Read,
  { words, quantities, time }: Dated & { readonly words: readonly number[] },
): Record<string, unknown> {
  const { tree, scene } = setting;
  return fieldsOf(match.frame.kind, {
    ...{ match, scene, quantities, words },
    text: (first, last) => tree.text.slice(tree.word(first).start, tree.word(last).end),
    period: time.basis === 'bound' ? undefined : periodOf(time),
  });
}

interface Filling extends Dated {
  readonly setting: Setting;
  readonly roles: Claim['roles'];
  readonly guessed: readonly string[];
  readonly modality: Modality;
}

/** What speaks for the claim and what against it. */
function witnessOf(
  { frame, predicate, roles: filled }: Match,
  { setting, roles, guessed, quantities, modality, time }: Filling,
): Witness {
  const fillers = Object.values(roles).flat();
  return {
    ...{ kind: frame.kind, guessed: guessed.length },
    anaphor: filled.some(({ actors }) => actors.some(({ actor }) => actor.mention?.how === 'anaphor')),
    nominal: setting.tree.word(predicate).upos !== 'VERB',
    measured: time.basis !== 'bound' || quantities.length > 0,
    personal: PERSONAL.has(frame.kind) && fillers.some((one) => 'class' in one && one.class === 'person'),
    denied: modality === 'denied',
    sides: sides(frame.kind, roles),
  };
}

/** The word that carries the clause: of `is in Mali` treebanks take the noun, not the copula that the frame is of. */
export const anchorOf = ({ predicate }: Match, { tree }: Setting['scene']): number =>
  tree.relation(predicate) === 'cop' && tree.head(predicate) >= 0 ? tree.head(predicate) : predicate;

/** Kinds in which a person alone is often no affair of states. */
const PERSONAL: ReadonlySet<Claim['kind']> = new Set(['statement', 'event', 'violence']);

/** The parties of an agreement that the sentence only points to ("the charter was initialled"). */
function withPact(
  { pacts, scene }: Setting,
  { frame, predicate, roles, arguments: args }: Match,
  found: Roles,
): Roles {
  if (frame.kind !== 'agreement' || (found['parties']?.length ?? 0) > 1) return found;
  const heads = [predicate, ...roles.flatMap((one) => one.heads), ...args.get('obj'), ...args.get('subj')];
  const pact = pacts.find(({ from, to }) =>
    heads.some((at) => scene.tree.phrase(at).some((word) => from <= word && word <= to)),
  );
  return pact === undefined ? found : { ...found, parties: pact.actors.map(asParty) };
}

const OFFER = new RegExp(`\\b(?:${[...grammarWords('offer')].join('|')})`, 'i');
const isOffer = ({ tree }: Setting, cue: Span | undefined): boolean =>
  cue !== undefined && OFFER.test(tree.shadow.slice(cue.start, cue.end + 3));

/** A chronicle's year belongs to what it dates: "1998: Peru and Ecuador make peace". */
function withYear({ shadow, sentence }: Setting, span: Span): Span {
  const year = /(?:^|\n|[.;] )(\d{4}) ?: ?$/.exec(shadow.slice(Math.max(0, span.start - 12), span.start));
  if (year === null) return span;
  const start = shadow.lastIndexOf(year[1]!, span.start);
  return start < Math.min(sentence.start, span.start) - 12 ? span : { start, end: span.end };
}

/** Words whose letters lie inside a span. */
function wordsIn({ tree }: Setting, { start, end }: Span): number[] {
  return [...tree.words.keys()].filter((at) => tree.word(at).start >= start && tree.word(at).end <= end);
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
