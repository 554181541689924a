// Items of a sentence: arms and military equipment as a claim names them ("Mi-35M gunships", "drone parts").
import type { Span } from '../base/span.js';
import type { Language, ParsedSentence } from '../language/language.js';
import { classOf } from '../lexicon/noun-classes.js';
import type { QuantityMention } from './quantities.js';
import { type Context, contextOf } from './quantity/context.js';
import { englishPhrase, frenchPhrase, type Match, type Phrase } from './quantity/phrase.js';

/** A noun phrase of arms or equipment where it stands. */
export interface ItemMention extends Span {
  /** The phrase without number, determiner and nationality, as the text has it. */
  readonly phrase: string;
  /** The class of equipment.tsv; `equipment` where only noun-classes.tsv knows it as arms, `platform` where it may be civil. */
  readonly class: string;
  /** Indices of its first and last word in the sentence, and of the noun that heads it. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** How many of them the sentence says, where it does. */
  readonly quantity: QuantityMention | null;
}

/** The items of a sentence of `text` in order; `quantities` are those of {@link quantitiesIn}, to link them. */
export function itemsIn(
  sentence: ParsedSentence,
  text: string,
  { language, quantities = [] }: { language: Language; quantities?: readonly QuantityMention[] },
): ItemMention[] {
  const context = contextOf(sentence, text, language);
  const found: ItemMention[] = [];
  for (const match of matchesIn(context)) {
    const phrase = language === 'en' ? englishPhrase(context, match) : frenchPhrase(context, match);
    if (phrase === undefined || found.some((one) => one.last >= phrase.first)) continue;
    if (phrase.bare ? !stands(context, phrase) : isPeople(context, match, phrase)) continue;
    const start = context.words[phrase.first]!.start;
    const end = context.words[phrase.last]!.end;
    const counted = quantities.find((one) => one.head >= phrase.first && one.head <= phrase.last);
    found.push({
      start,
      end,
      phrase: text.slice(start, end),
      class: match.class,
      first: phrase.first,
      last: phrase.last,
      head: phrase.head,
      quantity: counted ?? null,
    });
  }
  return found;
}

/** The longest names of equipment from left to right, and single nouns of the class arms. */
function matchesIn(context: Context): Match[] {
  const { pieces, equipment } = context;
  const found: Match[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const phrase = equipment.at(pieces, at);
    if (phrase !== undefined && (phrase.value.designation || isCommon(context, at))) {
      found.push({ from: at, to: at + phrase.length, ...phrase.value });
      at += phrase.length - 1;
    } else {
      const known = armsAt(context, at);
      if (known !== undefined) found.push({ from: at, to: at + 1, class: known, designation: false });
    }
  }
  return found;
}

/** Common nouns stand in small letters but for the first of a sentence, and are no pronoun or verb ("mine", "arms the rebels"). */
function isCommon({ pieces, words, wordOf }: Context, at: number): boolean {
  const { upos } = words[wordOf[at]!]!;
  if (upos === 'PRON' || upos === 'AUX') return false;
  const next = words[wordOf[at]! + 1]?.upos ?? '';
  if (upos === 'VERB' && /^(?:DET|PRON|PROPN|ADP)$/.test(next)) return false;
  return (
    wordOf[at] === 0 || pieces[at]!.text === pieces[at]!.lower || /^\p{Lu}{2,}s?$/u.test(pieces[at]!.text)
  );
}

/** What a single noun is: `equipment` for arms, `platform` for what carries them and much else (`aircraft`, `vehicle`). */
function armsAt(
  { words, wordOf, language, pieces }: Context,
  at: number,
): 'equipment' | 'platform' | undefined {
  const word = words[wordOf[at]!]!;
  if (word.upos !== 'NOUN' || pieces[at]!.text !== word.form) return undefined;
  const classes = [...classOf(word.lemma, language), ...classOf(word.form, language)].map((one) => one.class);
  return classes.includes('arms') ? 'equipment' : classes.includes('platform') ? 'platform' : undefined;
}

/**
 * A designation of letters alone ("Rafale", "Milan") names arms where it is counted, determined or in the plural, and no
 * other name goes before it ("Ehud Barak").
 */
function stands({ words, coded }: Context, { first, last }: Phrase): boolean {
  const form = words[last]!.form;
  const before = words.slice(first, last);
  if (coded.has(last) || /[\d-]/.test(form)) return true;
  if (before.some(({ upos }) => upos !== 'ADJ') || words[last + 1]?.upos === 'PROPN') return false;
  return /[^s]s$/.test(form) || /^(?:DET|NUM)$/.test(words[first - 1]?.upos ?? '');
}

/** "fighters" are aircraft beside a type's name, else people. */
function isPeople(context: Context, { from, to }: Match, { first, last }: Phrase): boolean {
  const { words, pieces, lexicon, coded, equipment } = context;
  if (to - from > 1 || lexicon.units.before(pieces, to)?.value.kind !== 'people') return false;
  if (equipment.before(pieces, from)?.value.designation === true) return false;
  return !words.slice(first, last + 1).some((_, at) => coded.has(first + at));
}
