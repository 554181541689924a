// Quoted speech of a text: where it stands, and who speaks in sentences that another sentence attributes.
import type { Quote, Span } from '../base/span.js';
import type { Parse, ParsedSentence } from '../language/language.js';
import { asideAt } from './aside.js';
import { type AttributionReading, attributionOf, type SpeechContext } from './attribution.js';
import type { Attribution } from './claim.js';
import { Tree } from './tree.js';

/** What {@link contextsOf} knows of a sentence. */
export interface SentenceContext extends SpeechContext {
  /** The quoted speech of the text that reaches into the sentence. */
  readonly quotes: readonly Span[];
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"' };
/** A quotation of fewer characters is a phrase, no speech. */
const SHORTEST = 20;
/** A mark that is not closed within this many characters was never opened. */
const LONGEST = 3_000;

/** The stretches between quotation marks, the marks left out, in the order of the text; phrases of a few words are none. */
export function quotationsOf(text: string): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const close = PAIRS[text[at]!];
    if (close === undefined) continue;
    const end = text.indexOf(close, at + 1);
    const breaks = end < 0 || end - at > LONGEST || text.slice(at, end).includes('\n\n');
    if (breaks) continue;
    if (end - at > SHORTEST) found.push({ start: at + 1, end });
    at = end;
  }
  return found;
}

/** True where the stretch lies inside quoted speech: the claim's `where` is then `quotation`. */
export function isQuoted(quotes: readonly Span[], { start, end }: Span): boolean {
  return quotes.some((quote) => quote.start <= start && end <= quote.end);
}

/** For every sentence the speakers before it, its quoted speech, and who speaks it where another sentence says so. */
export function contextsOf(parse: Parse): ReadonlyMap<ParsedSentence, SentenceContext> {
  const quotes = quotationsOf(parse.text);
  const contexts = new Map<ParsedSentence, SentenceContext>();
  const speakers: Quote[] = [];
  const spoken = parse.sentences.map((sentence) => speakersIn(parse, sentence));
  parse.sentences.forEach((sentence, at) => {
    const reaching = quotes.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    const carried = spoken[at]!.length > 0 ? undefined : carriedBy(parse, { at, spoken, reaching });
    contexts.set(sentence, {
      speakers: [...speakers],
      quotes: reaching,
      ...(carried === undefined ? {} : { carried: named(carried, speakers) }),
    });
    for (const { evidence } of spoken[at]!)
      if (evidence !== undefined && !PRONOUN.test(evidence.quote)) speakers.push(evidence);
  });
  return contexts;
}

/** "he" is the speaker last named. */
function named(link: Attribution, speakers: readonly Quote[]): Attribution {
  const last = speakers[speakers.length - 1];
  return last !== undefined && PRONOUN.test(link.speaker) ? { ...link, speaker: last.quote } : link;
}

const PRONOUN = /^-?(?:t-)?(?:he|she|it|they|il|elle|ils|elles)$/i;

/** The links that the sentence itself gives what is said in it. */
function speakersIn(parse: Parse, sentence: ParsedSentence): readonly Attribution[] {
  const tree = Tree.of(parse, sentence);
  const aside = tree.words.findIndex((_, at) => asideAt(tree, at) !== undefined);
  const first = aside < 0 ? -1 : asideAt(tree, aside)!.first;
  const said = tree.words.findIndex(({ upos }, at) => upos === 'VERB' && (aside < 0 || at < first));
  const all = tree.words.flatMap(({ upos }, at) => (upos === 'VERB' ? [at] : []));
  const readings: AttributionReading[] = (said < 0 ? all : [said, ...all]).map((at) =>
    attributionOf(tree, at),
  );
  return readings.find(({ links }) => links.length > 0)?.links ?? [];
}

interface Place {
  readonly at: number;
  readonly spoken: readonly (readonly Attribution[])[];
  readonly reaching: readonly Span[];
}

/** Who speaks a sentence that is quoted speech from end to end: the speaker where the quotation closes or opens, else the last one. */
function carriedBy(parse: Parse, { at, spoken, reaching }: Place): Attribution | undefined {
  const { start, end } = parse.sentences[at]!;
  const quote = reaching.find((span) => span.start <= start + 2 && span.end >= end - 3);
  if (quote === undefined) return undefined;
  for (
    let other = at + 1;
    other < parse.sentences.length && parse.sentences[other]!.start < quote.end + 2;
    other += 1
  )
    if (spoken[other]!.length > 0) return spoken[other]![0];
  for (let other = at - 1; other >= 0 && other >= at - 3; other -= 1)
    if (spoken[other]!.length > 0) return spoken[other]![0];
  return undefined;
}
