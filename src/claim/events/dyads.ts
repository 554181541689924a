// Claims to dyads: the sides of each claim paired, one event a predicate, what is said twice once.
import type { Document } from '../../document/document.js';
import type { Claim, Modality } from '../claim.js';
import { eventCodeOf } from '../event-code.js';
import { type Explained, explain, type ReaderOptions } from '../read/reader.js';
import type { Setting } from '../read/setting.js';
import { cameoOf } from './cameo.js';
import { codeOf, type Dyad } from './dyad.js';
import { isNested } from './nested.js';
import { type Side, sidedOf } from './sided.js';
import type { Sides } from './sides.js';

/** The events of a document in the order of their evidence. */
export function eventsOf(document: Document, options: Pick<ReaderOptions, 'list'> = {}): Dyad[] {
  const read = explain(document, { ...options, wide: true });
  const own = read.filter((one) => !isNested(one, read));
  const sentences = new Map<Setting, Dyad[]>();
  for (const one of own) {
    const before = sentences.get(one.from.setting) ?? [];
    sentences.set(one.from.setting, [...before, ...dyadsOf(document, one, read)]);
  }
  return [...sentences.values()].flatMap(distinct);
}

function dyadsOf(document: Document, explained: Explained, all: readonly Explained[]): Dyad[] {
  const { claim } = explained;
  const type = typeOf(document, explained, all);
  const sides = sidedOf(explained);
  if (type === undefined || sides === undefined) return [];
  const cameo = claim.event?.cameo ?? cameoOf(claim, type);
  const oneWay = type === 'REJECT' && sides.targets.length > 0;
  return pairs(oneWay ? { ...sides, mutual: false } : sides).map(([source, target]) => ({
    source: source === undefined ? null : codeOf(source),
    target: target === undefined ? null : codeOf(target),
    ...codesOf(
      claim.kind === 'presence' && type === 'AID' ? 'DEPLOY' : type,
      cameo,
      source !== undefined && target !== undefined && codeOf(source) === codeOf(target),
    ),
    sourceText: textOf(document, claim, source),
    targetText: textOf(document, claim, target),
    start: claim.evidence.start,
    end: claim.evidence.end,
    ...(claim.evidence.where === 'title' && { where: 'title' as const }),
  }));
}

/** A state does not sanction its own people: what it forbids them is COERCE; its forces at home are mobilized, no aid. */
function codesOf(type: string, cameo: string | undefined, home: boolean): { type: string; cameo?: string } {
  if (type === 'SANCTION' && home) return { type: 'COERCE' };
  if (type === 'DEPLOY') return { type: home ? 'MOBILIZE' : 'AID' };
  return cameo === undefined ? { type } : { type, cameo };
}

const UNDONE: ReadonlySet<string> = new Set(['denied', 'improbable']);
const IMMINENT = /^(?:is |are |was |were |be |est |sont )?(?:about to|on the verge of|sur le point de)\b/i;
/** Letters in which such words stand. */
const CUE = 32;

/** The type of a claim as an event; undefined for what is said not to be. */
function typeOf(
  { text, title }: Document,
  { claim, why, from }: Explained,
  all: readonly Explained[],
): string | undefined {
  const { kind, fields, evidence, modality } = claim;
  const frame = from.match.frame.event;
  const again = (as: Modality, future: boolean): string | undefined =>
    eventCodeOf({ kind, fields, modality: as, future, frame })?.type;
  const source = evidence.where === 'title' ? (title?.value ?? '') : text;
  const cue = why.modality === undefined ? '' : source.slice(why.modality.start, why.modality.start + CUE);
  if (UNDONE.has(modality)) return refused(from, again('fact', false));
  if (modality === 'planned' && IMMINENT.test(cue)) return again('fact', false);
  if (modality === 'possible' && TO_COME.test(cue)) return again('possible', true);
  const vowed = kind === 'statement' && fields['act'] === 'pledge' && isHostile(from, all);
  return vowed ? 'THREATEN' : claim.event?.type;
}

/** What may come: `could impose a ban`, `is considering sanctions`. */
const TO_COME = /^(?:(?:may|might|could)\b(?! have)|consider|contemplat|weigh|mull)/i;
/** Types of what is done with others, for which a plain `will not` is a refusal. */
const WITH_OTHERS = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT']);

/** What somebody says they will not do is refused. */
function refused({ setting, match }: Explained['from'], type: string | undefined): string | undefined {
  const { tree } = setting.scene;
  const first = tree.childrenBy(match.predicate, 'aux')[0] ?? match.predicate;
  const forms = tree.words.slice(first, match.predicate).map(({ form }) => form);
  return WONT.test(forms.join(' ')) && WITH_OTHERS.has(type ?? '') ? 'REJECT' : undefined;
}

const WONT = /^(?:will|would|wo|'ll)\b.{0,40}?(?:\bnot\b|n't\b|\bnever\b|\bno longer\b)/i;

/** True where what somebody vows is done against others: `vowed to attack`, `is ready to impose sanctions`. */
function isHostile({ setting, match }: Explained['from'], all: readonly Explained[]): boolean {
  const content = match.arguments.get('comp');
  return all.some(
    ({ claim, from }) =>
      from.setting === setting && content.includes(from.match.predicate) && claim.event?.type === 'THREATEN',
  );
}

function pairs({ sources, targets, mutual }: Sides): [Side | undefined, Side | undefined][] {
  if (mutual) {
    const between = (list: readonly Side[], rest: readonly Side[]): [Side, Side][] =>
      list.flatMap((one) =>
        rest.filter((other) => codeOf(other) !== codeOf(one)).map((other): [Side, Side] => [one, other]),
      );
    const found =
      targets.length > 0
        ? [...between(sources, targets), ...between(targets, sources)]
        : between(sources, sources);
    const known = found.filter((pair) => pair.every((side) => codeOf(side) !== null));
    if (known.length > 0) return known;
    return found;
  }
  const from = sources.length > 0 ? sources : [undefined];
  const to = targets.length > 0 ? targets : [undefined];
  const all = from.flatMap((one) => to.map((other): [Side | undefined, Side | undefined] => [one, other]));
  if (!areSame(sources, targets)) return all;
  const own = !targets.every(({ mention }) => sources.some((one) => one.mention?.start === mention?.start));
  return all.filter(([one, other]) => (codeOf(one!) === codeOf(other!)) === own);
}

/** True where several do it to each other (`Irish and Greek ministers agreed`), or each to its own (`Chad and Niger warned their citizens`). */
function areSame(sources: readonly Side[], targets: readonly Side[]): boolean {
  const [from, to] = [sources, targets].map((list) => new Set(list.map(codeOf)));
  return from!.size > 1 && from!.size === to!.size && [...from!].every((code) => to!.has(code));
}

function textOf({ text, title }: Document, { evidence }: Claim, side: Side | undefined): string | null {
  if (side === undefined) return null;
  const { mention } = side;
  const source = evidence.where === 'title' ? (title?.value ?? '') : text;
  if (mention !== undefined) return source.slice(mention.start, mention.end);
  return 'place' in side ? side.place : side.name;
}

/** Each event of a sentence once; one with an unknown side only where no other says more, none where both are unknown. */
function distinct(list: readonly Dyad[]): Dyad[] {
  const seen = new Map<string, Dyad>();
  for (const one of list) {
    if (one.source === null && (one.target === null || !FELT.has(one.type))) continue;
    const key = [one.type, one.source, one.target].join(' ');
    if (!seen.has(key)) seen.set(key, one);
  }
  const all = [...seen.values()];
  return all.filter((one) => !all.some((other) => other !== one && saysMore(other, one)));
}

/** Types that are an event even where nobody knows who did it. */
const FELT = new Set(['ASSAULT', 'COERCE']);

function saysMore(other: Dyad, one: Dyad): boolean {
  if (other.type !== one.type) return false;
  const fits = (a: string | null, b: string | null): boolean => b === null || a === b;
  const unknown = (dyad: Dyad): number => Number(dyad.source === null) + Number(dyad.target === null);
  return fits(other.source, one.source) && fits(other.target, one.target) && unknown(other) < unknown(one);
}
