// The box of the page that holds the article: by what the page announces, else by where its prose is.
import { closest, type Element, type TagIndex } from '../dom.js';
import { announcesBody } from './hints.js';
import type { PageMap } from './page-map.js';

/** A box that calls itself the article's body is believed from this share of the page's prose on. */
const ANNOUNCED_SHARE = 0.35;
/** Going down from the page, a child is followed while it keeps this share of its parent's prose. */
const FOLLOWED_SHARE = 0.72;

/** The boxes that hold the article, outermost possible one first; empty where the page has no running text. */
export function articleBoxes(root: Element, tags: TagIndex, map: PageMap): readonly Element[] {
  if (map.total === 0) return [];
  const announced = announcedBoxes(tags, map);
  const mass = announced.reduce((sum, box) => sum + map.mass(box), 0);
  if (mass >= ANNOUNCED_SHARE * map.total) return announced;
  return [densest(root, map)];
}

/** Boxes with `itemprop="articleBody"` or a class like `entry-content` that lie in no other such box. */
function announcedBoxes(tags: TagIndex, map: PageMap): Element[] {
  const found: Element[] = [];
  for (const tag of ['div', 'section', 'article', 'main', 'span']) {
    for (const element of tags.all(tag)) {
      if (map.mass(element) === 0 || !announcesBody(element)) continue;
      if (closest(element.parent!, announcesBody) === null) found.push(element);
    }
  }
  const largest = Math.max(0, ...found.map((box) => map.mass(box)));
  return found
    .filter((box) => map.mass(box) >= 0.15 * largest && !isListed(box, found))
    .sort((a, b) => a.order - b.order);
}

/** Many boxes of one name side by side are a list of teasers or of posts, not one split article. */
function isListed(box: Element, boxes: readonly Element[]): boolean {
  const same = boxes.filter(
    (other) => other.hints === box.hints && other.parent?.hints === box.parent?.hints,
  );
  return same.length > 1 && same[0] !== box && same.some((other) => other.parent !== box.parent);
}

function densest(root: Element, map: PageMap): Element {
  let at = root;
  for (;;) {
    const next = heaviestChild(at, map);
    if (next === undefined || map.mass(next) < FOLLOWED_SHARE * map.mass(at) || isText(next)) return at;
    at = next;
  }
}

function isText(element: Element): boolean {
  return element.tag === 'p' || element.tag === 'blockquote' || element.tag === 'li' || element.tag === 'td';
}

function heaviestChild(element: Element, map: PageMap): Element | undefined {
  let best: Element | undefined;
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (best === undefined || map.mass(child) > map.mass(best)) best = child;
  }
  return best;
}
