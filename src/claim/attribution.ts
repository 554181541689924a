// Who says it: the links of a claim's attribution, innermost first, and what its evidence leaves out.

import { type Quote, quoteOf, type Span } from '../base/span.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import type { Attribution } from './claim.js';
import { type Saying, sayingsOver } from './saying.js';
import { isMedium, type Phrase } from './speaker.js';
import type { Stretch, Tree } from './tree.js';

/** What the document says around the sentence. */
export interface SpeechContext {
  /** The speakers of the sentences before, the latest last: "he said" is the latest. */
  readonly speakers: readonly Quote[];
  /** Who speaks where the sentence is quoted speech that another sentence attributes. */
  readonly carried?: Attribution;
}

/** The links and the stretches of text to leave out of the evidence. */
export interface AttributionReading {
  readonly links: readonly Attribution[];
  /** Asides and source phrases, in the order of the page. */
  readonly cuts: readonly Span[];
}

const NO_CONTEXT: SpeechContext = Object.freeze({ speakers: [] });

/** Options of {@link attributionOf}. */
export interface AttributionOptions {
  /** True where the predicate's own meaning counts: the claim is about what is asked, offered or denied, and no `statement`. */
  readonly own?: boolean;
  readonly context?: SpeechContext;
}

/** Who says what the predicate at `at` says. Empty links where the text speaks in its own voice. */
export function attributionOf(tree: Tree, at: number, options: AttributionOptions = {}): AttributionReading {
  const { own = false, context = NO_CONTEXT } = options;
  const sayings = sayingsOver(tree, at, own);
  const named = sayings.filter(
    (saying): saying is Saying & { speaker: Phrase } => saying.speaker !== undefined,
  );
  const links = collapsed(tree, named).map((saying) => linkBy(tree, saying, context));
  const all = context.carried === undefined ? links : [...links, context.carried];
  const cuts = sayings.flatMap(({ cut }) => (cut === undefined ? [] : [spanOf(tree, cut)]));
  return { links: distinct(all), cuts: cuts.sort((a, b) => a.start - b.start) };
}

type Named = Saying & { readonly speaker: Phrase };

/** A medium that quotes somebody is the outlet of that link, no link of its own. */
function collapsed(tree: Tree, sayings: readonly Named[]): Named[] {
  const kept: Named[] = [];
  for (const saying of sayings) {
    const inner = kept[kept.length - 1];
    const quotes = inner !== undefined && inner.outlet === undefined && saying.how !== 'wants';
    const cites = saying.how === 'source' && CITING.has(tree.form(saying.cue.first));
    if (quotes && cites && isMedium(tree, inner.speaker))
      kept[kept.length - 1] = { ...saying, outlet: inner.speaker };
    else if (quotes && isMedium(tree, saying.speaker))
      kept[kept.length - 1] = { ...inner, outlet: saying.speaker };
    else kept.push(saying);
  }
  return kept;
}

/** "…, Reuters reported, citing a diplomat": the diplomat says it, in Reuters. */
const CITING = grammarWords('citing');

const PRONOUNS = grammarWords('speaker-pronoun');

/** The link of one who says something with the words `cue`. */
export function linkBy(
  tree: Tree,
  { speaker, cue, outlet }: Pick<Named, 'speaker' | 'cue' | 'outlet'>,
  context: SpeechContext = NO_CONTEXT,
): Attribution {
  const evidence = wordsOf(tree, speaker);
  const pronoun = PRONOUNS.has(tree.form(speaker.head)) && speaker.first === speaker.last;
  const antecedent = pronoun ? context.speakers[context.speakers.length - 1] : undefined;
  return {
    speaker: antecedent?.quote ?? evidence.quote,
    cue: wordsOf(tree, cue).quote,
    ...(outlet === undefined ? {} : { outlet: wordsOf(tree, outlet).quote }),
    evidence,
  };
}

function wordsOf(tree: Tree, stretch: Stretch): Quote {
  const { start, end } = spanOf(tree, stretch);
  return quoteOf(tree.text, start, end);
}

const spanOf = (tree: Tree, { first, last }: Stretch): Span => ({
  start: tree.word(first).start,
  end: Math.max(tree.word(last).end, tree.word(first).end),
});

/** Nobody is two links in a row. */
const distinct = (links: readonly Attribution[]): Attribution[] =>
  links.filter((link, at) => at === 0 || link.speaker !== links[at - 1]!.speaker);
