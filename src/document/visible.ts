// The visible text of a page, in order and cut into lines as a reader sees them, each with the element that holds it.
import type { Span } from '../base/span.js';
import type { Element } from './dom.js';

/** A run of text that the layout sets apart: a paragraph, a heading, a menu entry. Spans point into {@link VisibleText.text}. */
export interface Line extends Span {
  readonly text: string;
  /** The nearest element that the layout sets as a block. */
  readonly owner: Element;
  /** Characters that stand inside links. */
  readonly linked: number;
  /** Characters that stand in `b`, `strong`, `em` or `i`. */
  readonly strong: number;
  /** Number of links. */
  readonly links: number;
  /** Position among all lines. */
  readonly order: number;
}

/** All lines of a page, joined by `\n`. */
export interface VisibleText {
  readonly text: string;
  readonly lines: readonly Line[];
}

const NEVER_SHOWN = new Set(
  (
    'head title style script noscript template svg iframe object embed canvas audio video select datalist textarea map ' +
    'frameset noframes meta link base param source track'
  ).split(' '),
);
const INLINE = new Set(
  (
    'a abbr acronym amp-link b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr img input button amp-img picture o:p st1:place st1:city'
  ).split(' '),
);
const HIDDEN_STYLE = /(?:^|;)\s*display\s*:\s*none/i;
const HIDDEN_CLASS =
  /(?:^|\s)(?:sr-only|screen-reader-text|screenreader-only|visually-hidden|visuallyhidden|u-visually-hidden|offscreen|is-hidden|hidden)(?:\s|$)/;

/** True for what a browser would not show: by tag, by the `hidden` attribute, by inline style or by a class used for nothing else. */
export function isHidden(element: Element): boolean {
  if (NEVER_SHOWN.has(element.tag)) return true;
  const { attributes } = element;
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'false') return true;
  if (element.tag === 'dialog' && attributes['open'] === undefined) return true;
  const style = attributes['style'];
  if (style !== undefined && HIDDEN_STYLE.test(style)) return true;
  const names = attributes['class'];
  return names !== undefined && HIDDEN_CLASS.test(names);
}

/** The visible text of a tree; `showHidden` also takes what inline styles and classes hide (never scripts and the like). */
export function visibleText(root: Element, { showHidden = false } = {}): VisibleText {
  const writer = new LineWriter(showHidden);
  writer.element(root, root);
  writer.flush(root);
  return writer.result();
}

/** White space folded to one space, what can not be seen taken out, NFC. Line breaks (`\n`) that the layout makes are kept by the caller. */
export function foldedText(text: string): string {
  const folded = text
    .replace(/[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
  return folded.normalize('NFC');
}

const BREAK = '\n';

class LineWriter {
  readonly #lines: Line[] = [];
  #offset = 0;
  #buffer = '';
  #linked = 0;
  #strong = 0;
  #links = 0;
  #inLink = 0;
  #inStrong = 0;

  constructor(readonly showHidden: boolean) {}

  element(element: Element, owner: Element): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#text(child);
      else if (child.tag === 'br') this.#break(owner);
      else if (!this.#skips(child)) this.#child(child, owner);
    }
  }

  #skips(element: Element): boolean {
    return this.showHidden ? NEVER_SHOWN.has(element.tag) : isHidden(element);
  }

  #child(child: Element, owner: Element): void {
    if (INLINE.has(child.tag) && !holdsBlock(child)) {
      this.#inline(child, owner);
      return;
    }
    const linkBlock = child.tag === 'a';
    this.flush(owner);
    if (linkBlock) this.#inLink += 1;
    this.element(child, child);
    this.flush(child);
    if (linkBlock) this.#inLink -= 1;
  }

  #inline(child: Element, owner: Element): void {
    const link = child.tag === 'a' && child.attributes['href'] !== undefined;
    const strong = child.tag === 'b' || child.tag === 'strong' || child.tag === 'em' || child.tag === 'i';
    if (link) {
      this.#inLink += 1;
      this.#links += 1;
    }
    if (strong) this.#inStrong += 1;
    this.element(child, owner);
    if (link) this.#inLink -= 1;
    if (strong) this.#inStrong -= 1;
  }

  #text(text: string): void {
    const folded = text.replace(/\s+/g, ' ');
    if (folded === ' ' && (this.#buffer === '' || this.#buffer.endsWith(' '))) return;
    this.#buffer += folded;
    const seen = folded.trim().length;
    if (this.#inLink > 0) this.#linked += seen;
    if (this.#inStrong > 0) this.#strong += seen;
  }

  #break(owner: Element): void {
    if (/\n ?$/.test(this.#buffer)) this.flush(owner);
    else this.#buffer += BREAK;
  }

  flush(owner: Element): void {
    const text = this.#buffer === '' ? '' : foldedText(this.#buffer);
    if (text !== '') {
      const start = this.#offset;
      const end = start + text.length;
      const order = this.#lines.length;
      this.#lines.push({
        start,
        end,
        text,
        owner,
        linked: this.#linked,
        strong: this.#strong,
        links: this.#links,
        order,
      });
      this.#offset = end + 1;
    }
    this.#buffer = '';
    this.#linked = 0;
    this.#strong = 0;
    this.#links = 0;
  }

  result(): VisibleText {
    return { text: this.#lines.map((line) => line.text).join('\n'), lines: this.#lines };
  }
}

/** True where an inline element wraps a block (`<a><div>…</div></a>`): it then sets a block itself. */
function holdsBlock(element: Element): boolean {
  for (const child of element.children) {
    if (typeof child === 'string' || child.tag === 'br') continue;
    if (!INLINE.has(child.tag) && !NEVER_SHOWN.has(child.tag)) return true;
    if (holdsBlock(child)) return true;
  }
  return false;
}
