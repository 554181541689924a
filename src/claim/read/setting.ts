// The sentences of a document as the reader goes through them: tree, mentions, quantities, times, made where they are needed.
import type { Span } from '../../base/span.js';
import type { Document } from '../../document/document.js';
import { identifyPassage } from '../../language/identify.js';
import type { Language, Parse, ParsedSentence } from '../../language/language.js';
import { parse } from '../../language/parse.js';
import { shadowOf } from '../../language/tokens/shadow.js';
import type { ActorList } from '../../lexicon/actor-list.js';
import type { SentenceMentions } from '../../mention/actor.js';
import { mentionsIn } from '../../mention/actors.js';
import { casualties } from '../../mention/casualties.js';
import { resolve } from '../../mention/discourse.js';
import { type ItemMention, itemsIn } from '../../mention/items.js';
import { type QuantityMention, quantitiesIn, withAntecedents } from '../../mention/quantities.js';
import { datelineDay, type TimeExpression, timeExpressions } from '../../mention/time.js';
import type { EvidencePlace, Item } from '../claim.js';
import type { Scene } from '../frames/match.js';
import { nounsOf } from '../frames/nouns.js';
import { Tree } from '../frames/tree.js';
import { type Site, siteOf } from '../site.js';

/** One sentence with all that claims are made from. */
export interface Setting {
  readonly language: Language;
  readonly where: EvidencePlace;
  readonly sentence: ParsedSentence;
  readonly site: Site;
  readonly scene: Scene;
  readonly shadow: string;
  readonly expressions: readonly TimeExpression[];
  readonly quantities: readonly QuantityMention[];
  /** The quantities with the dead and injured counted. */
  readonly harmed: () => readonly QuantityMention[];
  /** Items under some words, else those among others. */
  readonly itemsOf: (heads: readonly number[], words: readonly number[]) => readonly Item[];
  /** ISO day of the dateline. */
  readonly dateline: string | undefined;
  /** True where the sentence speaks of something civil and of nothing military. */
  readonly civil: boolean;
}

/** The sentences of the title, then those of the text. */
export function* settingsOf(
  document: Document,
  language: Language,
  list?: ActorList | undefined,
): Generator<Setting> {
  const title = document.title?.value ?? '';
  if (title !== '') yield* region(document, { text: title, language, list, title: true });
  yield* region(document, { text: document.text, language, list, title: false });
}

function* region(
  document: Document,
  {
    text,
    language,
    list,
    title,
  }: { text: string; language: Language; list: ActorList | undefined; title: boolean },
): Generator<Setting> {
  const parsed = parse(text, { language });
  const shadow = shadowOf(text);
  const expressions = timeExpressions(shadow, language);
  const published = document.published?.value.slice(0, 10);
  const dateline = title
    ? undefined
    : (datelineDay(expressions, published) ?? givenDateline(document, language, published));
  const day = published === undefined ? {} : { day: published };
  const mentioned = resolve(
    parsed,
    parsed.sentences.map((sentence) => mentionsIn(sentence, { text, language, list, ...day })),
  );
  let earlier: QuantityMention[] = [];
  for (const [at, sentence] of parsed.sentences.entries()) {
    if (identifyPassage(text.slice(sentence.start, sentence.end), language) !== language) continue;
    const quantities = withAntecedents(quantitiesIn(sentence, text, language), earlier);
    earlier = [...earlier, ...quantities].slice(-MANY);
    yield settingOf(document, {
      ...{ parsed, sentence, mentions: mentioned[at]!, quantities, expressions, shadow, dateline, language },
      where: title ? 'title' : placeOf(document, sentence),
    });
  }
}

const MANY = 20;

function settingOf(
  _document: Document,
  given: {
    readonly parsed: Parse;
    readonly sentence: ParsedSentence;
    readonly mentions: SentenceMentions;
    readonly quantities: readonly QuantityMention[];
    readonly expressions: readonly TimeExpression[];
    readonly shadow: string;
    readonly dateline: string | undefined;
    readonly language: Language;
    readonly where: EvidencePlace;
  },
): Setting {
  const { parsed, sentence, mentions, quantities, expressions, shadow, dateline, language, where } = given;
  const site = siteOf(parsed, sentence);
  const tree = new Tree(site);
  const nouns = nounsOf(language);
  let items: readonly ItemMention[] | undefined;
  const found = (): readonly ItemMention[] =>
    (items ??= itemsIn(sentence, parsed.text, { language, quantities }));
  return {
    ...{ language, where, sentence, site, shadow, expressions, quantities, dateline },
    scene: { tree, language, mentions, nouns },
    harmed: () => casualties(sentence, quantities, language),
    itemsOf: (heads, words) => {
      const under = new Set(heads.flatMap((head) => tree.phrase(head)));
      const own = found().filter(({ head }) => under.has(head));
      const near = own.length > 0 ? own : found().filter(({ head }) => words.includes(head));
      return near.map(({ phrase, start, end }) => ({ item: phrase, mention: { start, end, how: 'name' } }));
    },
    civil: isCivil(tree, nouns),
  };
}

function isCivil(tree: Tree, nouns: Scene['nouns']): boolean {
  let civil = false;
  for (let at = 0; at < tree.words.length; at += 1) {
    if (!/^(?:NOUN|PROPN)$/.test(tree.word(at).upos)) continue;
    const classes = nouns.classes(tree, at);
    if (classes.has('arms') || classes.has('force')) return false;
    civil ||= classes.has('civil');
  }
  return civil;
}

function placeOf({ blocks }: Document, { start }: Span): EvidencePlace {
  const kind = blocks.find((block) => block.start <= start && start < block.end)?.kind;
  return kind === 'lead' ? 'lead' : kind === 'caption' ? 'caption' : 'body';
}

function givenDateline(
  { dateline }: Document,
  language: Language,
  published: string | undefined,
): string | undefined {
  if (dateline === undefined) return undefined;
  return datelineDay(timeExpressions(shadowOf(dateline.value), language), published);
}
