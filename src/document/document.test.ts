// What every document promises, for any page: all visible text is accounted for, blocks are slices, nothing hangs or throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentId } from '../base/id.js';
import type { Page, PageForm } from '../page/page.js';
import { daysIn, isoValue } from './dates/text.js';
import type { Document } from './document.js';
import { readDocument } from './read.js';

function page(content: string, form: PageForm = 'html', url?: string): Page {
  const bytes = new TextEncoder().encode(content);
  return {
    id: 'p',
    source: 'p',
    form,
    hash: contentId(bytes),
    bytes,
    content,
    charset: { name: 'utf-8', basis: 'given' },
    given: {},
    ...(url !== undefined && { url }),
  };
}

/** Every character of the visible text that is no white space lies in exactly one part or block. */
function expectAccounted(document: Document): void {
  const covered = new Uint8Array(document.visible.length);
  for (const { start, end } of [...document.frame, ...document.blocks.map(({ visible }) => visible)]) {
    for (let at = start; at < end; at += 1) covered[at]! += 1;
  }
  for (let at = 0; at < document.visible.length; at += 1) {
    const times = covered[at]!;
    if (/[^\s\u00ad\u200b]/.test(document.visible[at]!) ? times !== 1 : times > 1)
      expect.fail(`${at} ${JSON.stringify(document.visible[at])}: ${times} times`);
  }
  for (const { start, end, visible } of document.blocks) {
    const fold = (text: string): string => text.replace(/[\s\u00ad\u200b]+/g, '');
    expect(fold(document.text.slice(start, end))).toBe(
      fold(document.visible.slice(visible.start, visible.end)),
    );
  }
}

const word = fc.constantFrom(
  'Mali',
  'Related',
  'Share',
  'by',
  '11 April 2021',
  'we use cookies',
  'é\u0301',
  '\u00ad',
  '\u200b',
  '<',
  '&amp;',
  '\u{1F600}',
  'x'.repeat(80),
  'A sentence, with a comma, that goes on for a while.',
);
const tag = fc.constantFrom(
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'a href="#"',
  'nav',
  'footer',
  'span',
  'b',
  'br',
  'table',
  'td',
  'figcaption',
  'template',
  'div class="entry-content"',
  'aside',
  'time',
  'blockquote',
);
const markup = fc
  .array(
    fc.oneof(
      word,
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name.split(' ')[0]}>`),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

describe('any document', () => {
  it('accounts for every visible character, in HTML and in text files', () => {
    fc.assert(
      fc.property(markup, (html) => expectAccounted(readDocument(page(html)))),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.constantFrom('\n', '\n\n', '\r\n', ' ')), { maxLength: 60 }),
        (parts) => expectAccounted(readDocument(page(parts.join(' '), 'text'))),
      ),
      { numRuns: 300 },
    );
  });
  it('gives the same for the same bytes', () => {
    fc.assert(
      fc.property(markup, (html) => {
        expect(readDocument(page(html))).toEqual(readDocument(page(html)));
      }),
      { numRuns: 50 },
    );
  });
  it('keeps text that is given as the article to the character', () => {
    const text = 'Two  spaces, a “quote” and\na line.\n\nNext.';
    expect(readDocument(page(text, 'article')).text).toBe(text);
  });
  it('survives depth, a lone surrogate and control characters', () => {
    const deep = `${'<div>'.repeat(100_000)}A sentence that stands deep, but is still text of the page.`;
    expect(readDocument(page(deep)).visible).toContain('stands deep');
    expectAccounted(
      readDocument(
        page('<p>\ud800 \u0000 \u0007 text, and so on, that is long enough to be prose and more.</p>'),
      ),
    );
  });
});

const ARTICLE = `<html lang="en"><head><title>A pact is signed | Example Courier</title>
<meta property="og:title" content="A pact is signed"><meta property="og:site_name" content="Example Courier">
<link rel="canonical" href="/news/pact"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A pact is signed","datePublished":"2023-09-16T21:30:00Z","author":{"name":"By Jane Example and John Sample"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><h1>A pact is signed</h1><time datetime="2023-09-17T00:30:00+03:00">17 September</time>
<div class="entry-content"><p>The two states signed a pact on mutual defence in the capital, their ministers said on Saturday.</p><figure><figcaption>The ministers. Photo: EX</figcaption></figure>
<p>The text has seventeen articles and provides for help in case of attack, according to the communiqué.</p><template><p>never shown</p></template></div>
<aside><h2>Related articles</h2><p>Another page altogether, which also has a sentence, and a comma in it.</p></aside><footer>Imprint</footer></body></html>`;

describe('a news page', () => {
  const document = readDocument(page(ARTICLE, 'html', 'https://www.example-courier.example/news/pact?x=1'));
  it('gives its article and no more', () => {
    expect(document.text.split('\n\n')).toHaveLength(2);
    expect(document.text).not.toMatch(/Photo|Another page|never shown|Home/);
  });
  it('says who, when and where, and where that was read', () => {
    expect(document.title).toEqual({ value: 'A pact is signed', basis: 'json-ld headline' });
    expect(document.byline.map(({ value }) => value)).toEqual(['Jane Example', 'John Sample']);
    expect(document.published).toEqual({ value: '2023-09-17T00:30:00+03:00', basis: 'time datetime' });
    expect(document.canonical?.value).toBe('https://www.example-courier.example/news/pact');
    expect(document.outlet?.value).toEqual({ domain: 'example-courier.example', name: 'Example Courier' });
    expect(document.language).toEqual({ value: 'en', basis: 'html lang' });
  });
  it('names its frame', () => {
    const kinds = document.frame.map(({ kind, start, end }) => [
      kind,
      document.visible.slice(start, end).split('\n')[0],
    ]);
    expect(kinds).toContainEqual(['site_navigation', 'Home World']);
    expect(kinds).toContainEqual(['caption', 'The ministers. Photo: EX']);
    expect(kinds).toContainEqual(['footer', 'Imprint']);
    expect(kinds.map(([kind]) => kind)).toContain('related_posts');
  });
});

describe('days in text', () => {
  it.each([
    ['31. Mai 2012', '2012-05-31'],
    ['by on April 11, 2021', '2021-04-11'],
    ['Publié le 1er août 2023 à 10h15', '2023-08-01'],
    ['2020年10月30日', '2020-10-30'],
    ['30.10.2020', '2020-10-30'],
    ['10/30/2020', '2020-10-30'],
    ['30 Ekim 2020', '2020-10-30'],
    ['5 de marzo de 2019', '2019-03-05'],
  ])('%s', (text, day) => expect(daysIn(text)[0]?.day).toBe(day));
  it('finds none where there is none', () => {
    for (const text of ['31 February 2020', '99.99.2020', '12:30', 'version 1.2.3', ''])
      expect(daysIn(text)).toEqual([]);
    expect(isoValue('0001-01-01T00:00:00Z')).toBeUndefined();
    expect(isoValue('2024-03-05T23:10:00+0100')).toBe('2024-03-05T23:10:00+01:00');
  });
});
