// Claims to dyads: the sides of each claim paired, one event a predicate, what is said twice once.
import type { Document } from '../../document/document.js';
import type { ActorMention } from '../../mention/actor.js';
import type { Actor, Claim, Place } from '../claim.js';
import { type Explained, explain, type ReaderOptions } from '../read/reader.js';
import { actorOf } from '../read/roles.js';
import { cameoOf } from './cameo.js';
import { codeOf, type Dyad } from './dyad.js';
import { type Sides, sidesOf } from './sides.js';

/** The events of a document in the order of their evidence. */
export function eventsOf(document: Document, options: Pick<ReaderOptions, 'list'> = {}): Dyad[] {
  const found = explain(document, { ...options, wide: true }).flatMap((one) => dyadsOf(document, one));
  return distinct(found);
}

type Side = Actor | Place;

function dyadsOf(document: Document, explained: Explained): Dyad[] {
  const { claim } = explained;
  const sides = sidesOf(claim);
  if (claim.event === null || sides === undefined || UNDONE.has(claim.modality)) return [];
  const { type } = claim.event;
  const cameo = claim.event.cameo ?? cameoOf(claim);
  return pairs(completed(explained, sides)).map(([source, target]) => ({
    source: source === undefined ? null : codeOf(source),
    target: target === undefined ? null : codeOf(target),
    type,
    ...(cameo !== undefined && { cameo }),
    sourceText: textOf(document, claim, source),
    targetText: textOf(document, claim, target),
    start: claim.evidence.start,
    end: claim.evidence.end,
    ...(claim.evidence.where === 'title' && { where: 'title' as const }),
  }));
}

const UNDONE: ReadonlySet<string> = new Set(['denied', 'improbable']);

/** The sides, with those that only the rest of the sentence names: who urges, who is spoken of. */
function completed(explained: Explained, sides: Sides): Sides {
  const { claim } = explained;
  if (claim.modality === 'urged' && claim.kind !== 'statement') return urged(explained, sides);
  if (sides.mutual || sides.sources.length === 0 || sides.targets.length > 0) return sides;
  return { ...sides, targets: others(explained, sides.sources).slice(0, 1) };
}

/** What is urged: from who urges to who is to do it. */
function urged(explained: Explained, { sources, targets }: Sides): Sides {
  const speakers = speakersOf(explained);
  const known = new Set(speakers.map(codeOf));
  const apart = (list: readonly Side[]): Side[] => list.filter((side) => !known.has(codeOf(side)));
  if (speakers.length === 0) return { sources, targets, mutual: false };
  const asked = apart(sources).length > 0 ? apart(sources) : apart(targets);
  return { sources: speakers, targets: asked, mutual: false };
}

/** The actors that the nearest attribution names. */
function speakersOf({ claim, from: { setting } }: Explained): Side[] {
  const evidence = claim.attribution[0]?.evidence;
  if (evidence === undefined) return [];
  const { words } = setting.site;
  return setting.scene.mentions.actors
    .filter(({ head }) => words[head]!.start >= evidence.start && words[head]!.end <= evidence.end)
    .map((one) => actorOf(one, true));
}

/** Actors under the predicate that stand for somebody else than these, behind it first. */
function others({ from: { setting, match } }: Explained, sources: readonly Side[]): Side[] {
  const { tree, mentions } = setting.scene;
  const { predicate } = match;
  const under = new Set(tree.phrase(predicate, { clauses: true }));
  const known = new Set(sources.map(codeOf));
  const free = mentions.actors.filter(
    (one) => under.has(one.head) && one.weak !== 'civil' && !known.has(codeOf(actorOf(one, true))),
  );
  const behind = (one: ActorMention): number => (one.head > predicate ? 0 : 1);
  return free.sort((a, b) => behind(a) - behind(b) || a.head - b.head).map((one) => actorOf(one, true));
}

function pairs({ sources, targets, mutual }: Sides): [Side | undefined, Side | undefined][] {
  if (mutual) {
    const found = sources.flatMap((one) =>
      sources.filter((other) => codeOf(other) !== codeOf(one)).map((other): [Side, Side] => [one, other]),
    );
    return found.length > 0 ? found : sources.slice(0, 1).map((one) => [one, undefined]);
  }
  const from = sources.length > 0 ? sources : [undefined];
  const to = targets.length > 0 ? targets : [undefined];
  return from.flatMap((one) => to.map((other): [Side | undefined, Side | undefined] => [one, other]));
}

function textOf({ text, title }: Document, { evidence }: Claim, side: Side | undefined): string | null {
  if (side === undefined) return null;
  const { mention } = side;
  const source = evidence.where === 'title' ? (title?.value ?? '') : text;
  if (mention !== undefined) return source.slice(mention.start, mention.end);
  return 'place' in side ? side.place : side.name;
}

/** Each event once a sentence; one with an unknown side only where no other says more. */
function distinct(list: readonly Dyad[]): Dyad[] {
  const seen = new Map<string, Dyad>();
  for (const one of list) {
    const key = [one.start, one.end, one.type, one.source, one.target].join(' ');
    if (!seen.has(key)) seen.set(key, one);
  }
  const all = [...seen.values()];
  return all.filter((one) => !all.some((other) => other !== one && saysMore(other, one)));
}

function saysMore(other: Dyad, one: Dyad): boolean {
  if (other.type !== one.type || other.where !== one.where) return false;
  if (other.end < one.start || one.end < other.start) return false;
  const fits = (a: string | null, b: string | null): boolean => b === null || a === b;
  const unknown = (dyad: Dyad): number => Number(dyad.source === null) + Number(dyad.target === null);
  return fits(other.source, one.source) && fits(other.target, one.target) && unknown(other) < unknown(one);
}
