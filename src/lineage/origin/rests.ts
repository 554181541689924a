// What a text rests on by its own words: agency credits, "according to X", "told X", "X reported", reprint notes.

import { type Quote, quoteOf } from '../../base/span.js';
import { withoutEnd } from '../../base/trim.js';
import { tableRows } from '../../lexicon/table.js';
import type { LineageDocument } from '../tie.js';
import { datelinesOf } from './datelines.js';

/** How a text says where it has its content from. */
export type RestKind = 'agency' | 'credit' | 'reports' | 'told' | 'document';

/** A text rests on somebody: the name as written, where it says so, and how. */
export interface Rest extends Quote {
  readonly name: string;
  readonly how: RestKind;
}

/** A name of at most twelve words, each of at most forty-one signs: a page of names alone costs no more than another. */
const WORD = String.raw`\p{Lu}[\p{L}\p{N}’'.&-]{0,40}`;
const NAME = `${WORD}(?:[ ](?:${WORD}|of|de|du|des|and|&)){0,11}`;
const THE = `(?:the[ ]|le[ ]|la[ ]|l['’]|les[ ])?`;

const pattern = (source: string): RegExp =>
  new RegExp(source.replaceAll('THE', THE).replaceAll('NAME', `(?<name>${NAME})`), 'gu');

/** The end of a text, or of a paragraph, in brackets: "(AFP)", "(with AFP)". */
const CREDIT = pattern(String.raw`\((?:with |avec |Source: ?)?NAME\)(?=\s*(?:\n|$))`);
const WITH_FILES = pattern(
  `(?:[Ww]ith files from|[Ww]ith reporting by|[Ss]ources? ?:|[Ff]irst published (?:by|in)|[Oo]riginally published (?:by|in)|[Rr]eprinted from|[Rr]epublished from|[Pp]ublié par|[Aa]vec) THENAME`,
);
const ACCORDING = pattern(
  `(?:[Aa]ccording to|[Cc]iting|[Qq]uoted by|[Rr]eported by|[Ss]elon|[Dd]['’]après|[Cc]ité par|[Rr]apporté par) THENAME`,
);
const REPORTED = pattern(
  String.raw`THENAME (?:reported|reports|wrote|writes|revealed|has reported|has learned|a rapporté|rapporte|a révélé|écrit)(?!\p{L})`,
);
const TOLD = pattern(
  `(?:told|said to|in an interview with|said in an interview with|a déclaré à|ont déclaré à|a dit à|a confié à|dans un entretien à) THENAME`,
);
/** "a UN report says": a paper of somebody's, not the body itself. */
const PAPER = pattern(
  `(?:an?|the|un|le) NAME (?:report|study|analysis|review|rapport) (?:says|said|found|finds|showed|shows|indique|affirme)`,
);

const PAPER_BY = pattern(
  `(?:an?|the|un|le) (?:report|study|analysis|review|rapport) (?:by|from|of|de|du) THENAME`,
);

let agencies: ReadonlyMap<string, string> | undefined;

/** The agency's full name for a short one ("AFP"), and for its own name; undefined for what is no agency. */
export function agencyName(name: string): string | undefined {
  agencies ??= new Map(tableRows('agencies.tsv').map((row) => [row['short']!.toLowerCase(), row['name']!]));
  return agencies.get(name.toLowerCase());
}

/** Everything that the text says it rests on, in its order. Its own publisher is among it where it names itself. */
export function restsOf(document: LineageDocument): Rest[] {
  const { text } = document;
  const datelines = datelinesOf(text).flatMap(({ start, end, agency }) =>
    agency === undefined ? [] : [rest(text, { start, end }, { name: agency, how: 'agency' })],
  );
  return [
    ...datelines,
    ...said(text, CREDIT, 'credit'),
    ...said(text, WITH_FILES, 'credit'),
    ...said(text, ACCORDING, 'reports'),
    ...said(text, REPORTED, 'reports'),
    ...said(text, TOLD, 'told'),
    ...said(text, PAPER, 'document'),
    ...said(text, PAPER_BY, 'document'),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

function said(text: string, sought: RegExp, how: RestKind): Rest[] {
  return [...text.matchAll(sought)].map((match) =>
    rest(
      text,
      { start: match.index, end: match.index + match[0].length },
      { name: withoutEnd(match.groups!['name']!, /[.,’']/), how },
    ),
  );
}

function rest(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  told: { readonly name: string; readonly how: RestKind },
): Rest {
  return { ...quoteOf(text, start, end), ...told };
}
