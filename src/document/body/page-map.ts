// Where prose stands on a page: for each element the prose below it, and for each line the frame kind it stands under.
import type { FrameKind } from '../document.js';
import type { Element } from '../dom.js';
import type { Line } from '../visible.js';
import { announcedKind, announcesBody } from './hints.js';
import { type TellingLine, tellingLine } from './phrases.js';

/** A line with what its surroundings say of it. */
export interface PlacedLine {
  readonly line: Line;
  /** Share of the characters that are linked, 0 to 1. */
  readonly linkShare: number;
  /** Number of words, counted by spaces (for scripts without spaces: characters by five). */
  readonly words: number;
  /** The frame kind that the nearest telling ancestor announces, null where none does. */
  readonly under: FrameKind | null;
  /** What the line's own words announce, undefined for an ordinary line. */
  readonly telling: TellingLine | undefined;
}

/** The lines of a page and the mass of prose below each element, by the element's order. */
export interface PageMap {
  readonly lines: readonly PlacedLine[];
  /** Characters of running text below the element. */
  mass(element: Element): number;
  readonly total: number;
}

const MIN_PROSE = 60;
const MAX_LINK_SHARE = 0.4;
/** A box that holds more of the page's prose than this is no side matter, whatever it is called. */
const MAIN_SHARE = 0.4;

/** The map of a page's lines. */
export function mapPage(lines: readonly Line[], elements: number): PageMap {
  const all = massBelow(lines.filter(isProse), elements);
  const kinds = new KindFinder(all.mass, all.total);
  const placed = lines.map((line) => ({
    line,
    linkShare: Math.min(1, line.linked / line.text.length),
    words: wordCount(line.text),
    under: kinds.under(line.owner),
    telling: tellingLine(line.text),
  }));
  const candidates = placed.filter(
    ({ line, under, telling }) => isProse(line) && !isAside(under) && telling === undefined,
  );
  const own =
    candidates.length > 0
      ? massBelow(
          candidates.map(({ line }) => line),
          elements,
        )
      : all;
  return { lines: placed, mass: (element) => own.mass[element.order]!, total: own.total };
}

/** Kinds of frame that hold running text which is not the article's. */
function isAside(under: FrameKind | null): boolean {
  return under !== null && !SOFT.has(under);
}

/** Kinds whose names are also used for parts of articles: their running paragraphs count. */
export const SOFT: ReadonlySet<FrameKind> = new Set(['byline', 'date_line', 'other', 'newsletter']);

function massBelow(lines: readonly Line[], elements: number): { mass: Float64Array; total: number } {
  const mass = new Float64Array(elements + 1);
  let total = 0;
  for (const line of lines) {
    const weight = line.text.length - line.linked;
    total += weight;
    for (let at: Element | null = line.owner; at !== null; at = at.parent) mass[at.order]! += weight;
  }
  return { mass, total };
}

/** True for running text: long enough, hardly linked, with the punctuation of a sentence. */
export function isProse(line: Line): boolean {
  const { text, linked } = line;
  if (text.length < MIN_PROSE && !/[。！？]/.test(text)) return false;
  return linked / text.length <= MAX_LINK_SHARE && /[.,;:!?…。、！？।؟]/.test(text);
}

function wordCount(text: string): number {
  let spaces = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) spaces += 1;
  return Math.max(spaces, /[\u3040-\u30FF\u4E00-\u9FFF]/.test(text) ? Math.ceil(text.length / 3) : 0);
}

/** Looks up the chain of ancestors once per element. */
class KindFinder {
  readonly #known = new Map<Element, FrameKind | null>();

  constructor(
    readonly mass: Float64Array,
    readonly total: number,
  ) {}

  under(element: Element): FrameKind | null {
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const kind =
      this.#own(element) ??
      (element.parent === null || this.#resets(element) ? null : this.under(element.parent));
    this.#known.set(element, kind);
    return kind;
  }

  #own(element: Element): FrameKind | null {
    if (element.parent === null || element.tag === 'html' || element.tag === 'body' || element.tag === 'main')
      return null;
    if (this.mass[element.order]! > MAIN_SHARE * this.total) return null;
    const kind = announcedKind(element);
    return kind !== null && announcesBody(element) && element.tag === 'div' ? null : kind;
  }

  #resets(element: Element): boolean {
    return this.total > 0 && this.mass[element.order]! > MAIN_SHARE * this.total;
  }
}
