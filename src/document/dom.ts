// A light element tree of a page: what `document/` needs of HTML and nothing more.
import { Parser } from 'htmlparser2';
import { EntenteError } from '../base/error.js';

/** An element with its attributes and its children; a child that is a string is text, entities already decoded. */
export class Element {
  readonly children: (Element | string)[] = [];
  #hints: string | undefined;

  constructor(
    readonly tag: string,
    readonly attributes: Readonly<Record<string, string>>,
    readonly parent: Element | null,
    /** Number of ancestors. */
    readonly depth: number,
    /** Position among all elements of the page in document order. */
    readonly order: number,
  ) {}

  /** The attribute's value, or the empty string. */
  attribute(name: string): string {
    return this.attributes[name] ?? '';
  }

  /** Class, id and the other attributes by which authors name a box, lower case, space separated: what a box is called. */
  get hints(): string {
    this.#hints ??= hintsOf(this.attributes);
    return this.#hints;
  }
}

const HINT_ATTRIBUTES = [
  'class',
  'id',
  'role',
  'itemprop',
  'data-testid',
  'data-component',
  'data-module',
  'name',
];

function hintsOf(attributes: Readonly<Record<string, string>>): string {
  let hints = '';
  for (const name of HINT_ATTRIBUTES) {
    const value = attributes[name];
    if (value !== undefined && value !== '') hints += ` ${value}`;
  }
  return hints
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .slice(0, 600);
}

/** How large a page may be before it is refused. Deeper elements are hung onto the deepest allowed one, no text is lost. */
export interface TreeLimits {
  readonly elements: number;
  readonly depth: number;
}

/** Ten times the largest gold page; deep enough for any real layout, shallow enough to recurse over. */
export const TREE_LIMITS: TreeLimits = { elements: 1_000_000, depth: 256 };

/**
 * The tree of an HTML text under a root element `#root`.
 *
 * Never throws for broken markup; throws `too-large` past the element limit.
 */
export function parseTree(html: string, limits: TreeLimits = TREE_LIMITS): Element {
  const builder = new TreeBuilder(limits);
  const parser = new Parser(builder, { decodeEntities: true, lowerCaseTags: true });
  parser.write(html);
  parser.end();
  return builder.root;
}

/** Collects parser events into elements; the open stack is kept in full so that close tags match past the depth limit. */
class TreeBuilder {
  readonly root = new Element('#root', {}, null, 0, 0);
  readonly #open: Element[] = [this.root];
  #count = 0;

  constructor(readonly limits: TreeLimits) {}

  onopentag(tag: string, attributes: Record<string, string>): void {
    this.#count += 1;
    if (this.#count > this.limits.elements) {
      throw new EntenteError('too-large', `the page has more than ${this.limits.elements} elements`);
    }
    const top = this.#open[this.#open.length - 1]!;
    const parent = top.depth >= this.limits.depth ? top.parent! : top;
    const element = new Element(tag, attributes, parent, parent.depth + 1, this.#count);
    parent.children.push(element);
    this.#open.push(element);
  }

  onclosetag(): void {
    if (this.#open.length > 1) this.#open.pop();
  }

  ontext(text: string): void {
    const { children } = this.#open[this.#open.length - 1]!;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + text;
    else children.push(text);
  }
}

/** All elements below `root` (itself included) in document order. */
export function* elementsOf(root: Element): Generator<Element> {
  yield root;
  for (const child of root.children) if (typeof child !== 'string') yield* elementsOf(child);
}

/** Every element of the page by tag name, in document order: one walk that later look-ups share. */
export class TagIndex {
  readonly #byTag = new Map<string, Element[]>();

  constructor(root: Element) {
    const pending: Element[] = [root];
    for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
      const same = this.#byTag.get(element.tag);
      if (same === undefined) this.#byTag.set(element.tag, [element]);
      else same.push(element);
      for (let at = element.children.length - 1; at >= 0; at -= 1) {
        const child = element.children[at]!;
        if (typeof child !== 'string') pending.push(child);
      }
    }
  }

  /** The elements with this tag in document order. */
  all(tag: string): readonly Element[] {
    return this.#byTag.get(tag) ?? [];
  }

  /** The tags that occur. */
  tags(): Iterable<string> {
    return this.#byTag.keys();
  }
}

/** The element's own and inherited text, as it stands in the source, without regard to layout. */
export function rawText(element: Element): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : rawText(child);
  return text;
}

/** The nearest ancestor (the element included) for which `test` holds. */
export function closest(element: Element, test: (element: Element) => boolean): Element | null {
  for (let at: Element | null = element; at !== null; at = at.parent) if (test(at)) return at;
  return null;
}

/** True where `ancestor` is `element` or stands above it. */
export function isWithin(element: Element, ancestor: Element): boolean {
  for (let at: Element | null = element; at !== null && at.depth >= ancestor.depth; at = at.parent) {
    if (at === ancestor) return true;
  }
  return false;
}
