// Independent support: how many origins stand behind what several documents say, and who was merged with whom, and why.
import type { Span } from '../../base/span.js';
import { linksOf, overlapOf } from '../families/links.js';
import { settled } from '../families/settle.js';
import { isMerging, type LineageDocument, type Tie } from '../tie.js';
import { isPartOfName, isSameName, nameKey, speakerKey } from './names.js';
import { quotedIn, sameSpeaker } from './quoted.js';
import { type Rest, restsOf } from './rests.js';

/** What lineage needs of a claim: where it stands and who is its ultimate speaker. */
export interface SupportingClaim {
  readonly id: string;
  readonly document: string;
  /** The evidence; absent where the whole document says it. */
  readonly evidence?: Span;
  /** Who speaks, outermost last, as in the codebook. */
  readonly attribution?: readonly { readonly speaker: string; readonly outlet?: string | null }[];
  /** Names of the sides of the event: what they say of it is said by an interested party. */
  readonly sides?: readonly string[];
}

/** Two claims that have one origin, and what tells so. */
export interface Merge {
  readonly a: string;
  readonly b: string;
  readonly how: 'family' | 'rests-on' | 'same-credit' | 'same-speaker' | 'canonical';
  readonly why: string;
}

/** Claims with one origin. */
export interface Origin {
  readonly claims: readonly string[];
  /** True where every one of them comes from a side of the event. */
  readonly isInterested: boolean;
}

/** The answer: `count` is the number of origins. */
export interface Support {
  readonly count: number;
  readonly origins: readonly Origin[];
  readonly merges: readonly Merge[];
}

interface Source {
  readonly claim: SupportingClaim;
  readonly document: LineageDocument;
  readonly rests: readonly Rest[];
}

/**
 * The independent support of claims that say one thing.
 *
 * Claims share an origin where their passages are one family, where one's document rests on the other's publisher or both
 * on one third, or where they repeat one ultimate speaker. A document with sources of its own ("told the Karst Post", in
 * the Karst Post) rests on nobody, whomever it credits for being first.
 */
export function independentSupport(
  claims: readonly SupportingClaim[],
  ties: readonly Tie[],
  documents: ReadonlyMap<string, LineageDocument>,
): Support {
  const sources = claims.flatMap((claim) => {
    const document = documents.get(claim.document);
    return document === undefined ? [] : [{ claim, document, rests: foreignRests(document) }];
  });
  const links = linksOf(settled(ties, documents.values()));
  const merges: Merge[] = [];
  for (const [at, first] of sources.entries()) {
    for (const second of sources.slice(at + 1)) {
      const found = familyOf(first, second, links) ?? restOf(first, second) ?? speakerOf(first, second);
      if (found !== undefined) merges.push({ a: first.claim.id, b: second.claim.id, ...found });
    }
  }
  const groups = joined(
    sources.map(({ claim }) => claim.id),
    merges,
  );
  const origins = groups.map((ids) => ({
    claims: ids,
    isInterested: ids.every((id) => isInterested(sources.find(({ claim }) => claim.id === id)!)),
  }));
  return { count: origins.length, origins, merges };
}

type Found = Omit<Merge, 'a' | 'b'>;

function familyOf(first: Source, second: Source, links: ReturnType<typeof linksOf>): Found | undefined {
  if (first.document.id === second.document.id) return { how: 'family', why: 'both stand in one document' };
  const link = links.get(first.document.id)?.get(second.document.id);
  if (link !== undefined && isMerging(link.tie) && isIn(first.claim.evidence, link.spans)) {
    const back = links.get(second.document.id)!.get(first.document.id)!;
    if (isIn(second.claim.evidence, back.spans))
      return { how: 'family', why: `${link.tie.kind}: ${link.tie.why}` };
  }
  const [one, other] = [first.document.canonical, second.document.canonical];
  const isCanonical =
    (one !== undefined && (one === other || one === second.document.url)) ||
    (other !== undefined && other === first.document.url);
  return isCanonical ? { how: 'canonical', why: 'one page names the other as its original' } : undefined;
}

function isIn(evidence: Span | undefined, spans: readonly Span[]): boolean {
  return evidence === undefined || overlapOf([evidence], spans) > 0;
}

/** The names that a document rests on; none where it has sources of its own. */
function foreignRests(document: LineageDocument): Rest[] {
  const rests = restsOf(document);
  const own = document.publisher;
  if (own === undefined) return rests;
  if (rests.some(({ how, name }) => how === 'told' && isSameName(name, own))) return [];
  return rests.filter(({ name }) => !isSameName(name, own));
}

function restOf(first: Source, second: Source): Found | undefined {
  return publisherRest(first, second) ?? publisherRest(second, first) ?? sharedRest(first, second);
}

function publisherRest(from: Source, to: Source): Found | undefined {
  const { publisher } = to.document;
  if (publisher === undefined) return undefined;
  const rest = from.rests.find(({ how, name }) =>
    how === 'document' ? isPartOfName(name, publisher) : isSameName(name, publisher),
  );
  return rest === undefined ? undefined : { how: 'rests-on', why: `"${rest.quote.trim()}"` };
}

function sharedRest(first: Source, second: Source): Found | undefined {
  for (const rest of first.rests) {
    const other = second.rests.find(
      ({ name, how }) => how === rest.how && nameKey(name) === nameKey(rest.name),
    );
    if (other !== undefined) return { how: 'same-credit', why: `both rest on ${rest.name}` };
  }
  return undefined;
}

function speakerOf(first: Source, second: Source): Found | undefined {
  const [one, other] = [ultimate(first.claim), ultimate(second.claim)];
  if (one !== undefined && one === other)
    return { how: 'same-speaker', why: `both repeat ${first.claim.attribution!.at(-1)!.speaker}` };
  for (const quoted of quotedIn(textOf(first))) {
    for (const other of quotedIn(textOf(second))) {
      const name = sameSpeaker(quoted, other);
      if (name !== undefined) return { how: 'same-speaker', why: `both quote ${name} in the same words` };
    }
  }
  return undefined;
}

/** The text that bears the claim: its evidence with what stands around, or all of a short document. */
function textOf({ claim: { evidence }, document: { text } }: Source): string {
  return evidence === undefined ? text : text.slice(Math.max(0, evidence.start - 200), evidence.end + 200);
}

function ultimate({ attribution = [] }: SupportingClaim): string | undefined {
  const last = attribution.at(-1);
  return last === undefined ? undefined : speakerKey(last.speaker);
}

function isInterested({ claim: { sides = [], attribution = [] }, document: { publisher } }: Source): boolean {
  const voices =
    attribution.length > 0 ? [attribution.at(-1)!.speaker] : publisher === undefined ? [] : [publisher];
  return voices.some((voice) => sides.some((side) => isPartOfName(side, voice)));
}

function joined(ids: readonly string[], merges: readonly Merge[]): string[][] {
  const group = new Map(ids.map((id) => [id, [id]]));
  for (const { a, b } of merges) {
    const [first, second] = [group.get(a)!, group.get(b)!];
    if (first === second) continue;
    const all = [...first, ...second].sort((x, y) => ids.indexOf(x) - ids.indexOf(y));
    for (const id of all) group.set(id, all);
  }
  return [...new Set(group.values())];
}
