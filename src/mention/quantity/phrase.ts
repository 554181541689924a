// The noun phrase around a name of equipment: "drone" to "drone parts", "Leopard" to "Leopard tanks", "chars" to "chars Leopard".
import { classOf } from '../../lexicon/noun-classes.js';
import { placesStarting } from '../../lexicon/states.js';
import type { Context } from './context.js';
import { isTime } from './noun.js';

/** Where equipment stands, as pieces, `to` exclusive. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly class: string;
  readonly designation: boolean;
}

/** A noun phrase as words, `last` inclusive; `bare` where a designation heads it. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly bare: boolean;
}

/** Units of units.tsv that are no thing to be handed over. */
const NO_ITEM = new Set(['agreements', 'events', 'bases', 'buildings', 'votes', 'formations', 'containers']);

/** The phrase of an English item; undefined where the equipment only tells of another thing ("missile strike", "arms sales"). */
export function englishPhrase(context: Context, match: Match): Phrase | undefined {
  const { words, wordOf } = context;
  const from = wordOf[match.from]!;
  const to = wordOf[match.to - 1]!;
  const last = lastNoun(context, to);
  if (last !== to && !isThing(context, last)) return undefined;
  let first = from;
  while (first > 0 && extendsLeft(context, first - 1)) first -= 1;
  while (first < from && isForeign(context, first)) first += 1;
  while (first < from && /^[-–—]$/.test(words[first]!.form)) first += 1;
  return { first, last, head: last, bare: match.designation && last === to };
}

/** The last noun of the run that the equipment begins; a plural ("tanks") ends its run, but "arms" and "weapons" do not. */
function lastNoun({ words, language, coded }: Context, to: number): number {
  let last = to;
  for (let at = to + 1; at < words.length; at += 1) {
    const { form, upos, start } = words[at]!;
    const glued = start === words[at - 1]!.end;
    if (/^[-–—]$/.test(form) && glued) continue;
    const before = words[at - 1]!;
    const plural =
      /[^s]s$/.test(before.form) && before.upos !== 'PROPN' && !/^(?:arms|weapons)$/i.test(before.form);
    // "BTR-80 armoured personnel carriers": an adjective between a type's name and its noun.
    if (/^(?:ADJ|VERB)$/.test(upos) && coded.has(last) && /^(?:NOUN|ADJ)$/.test(words[at + 1]?.upos ?? ''))
      continue;
    if (
      !(/^(?:NOUN|PROPN)$/.test(upos) || coded.has(at)) ||
      (plural && !glued) ||
      isTime(words[at]!, language)
    )
      break;
    last = at;
  }
  return last;
}

function isThing({ lexicon, pieces, equipment, words, language, lastPiece }: Context, at: number): boolean {
  const end = lastPiece[at]! + 1;
  const unit = lexicon.units.before(pieces, end)?.value;
  if (equipment.before(pieces, end) !== undefined) return true;
  if (unit !== undefined) return unit.kind === 'things' && !NO_ITEM.has(unit.unit);
  return classOf(words[at]!.lemma, language).some((one) => one.class === 'arms');
}

function extendsLeft({ words, language, coded }: Context, at: number): boolean {
  if (coded.has(at)) return true;
  const { form, upos, feats, deprel, end } = words[at]!;
  if (end === words[at + 1]!.start && !/^[-–—("']$/.test(form)) return true;
  if (isTime(words[at]!, language) || /NumType=Ord|Poss=Yes/.test(feats)) return false;
  if (/^[-–—]$/.test(form)) return words[at + 1]!.start === words[at]!.end;
  if (upos === 'VERB') return deprel === 'amod';
  return /^(?:NOUN|PROPN|ADJ)$/.test(upos);
}

/** A nationality, a state or a word of counting at the left end is no part of an item: "Turkish drones", "more tanks". */
function isForeign({ words, language, lexicon, pieces, firstPiece }: Context, at: number): boolean {
  const piece = firstPiece[at]!;
  if (piece >= 0 && lexicon.before.at(pieces, piece) !== undefined) return true;
  if (words[at]!.form === words[at]!.form.toLowerCase() && language === 'en') return false;
  return placesStarting(words[at]!.form, language).length > 0;
}

/** The phrase of a French item: its noun, the adjectives and the type's name after it, and what it is a part of. */
export function frenchPhrase(context: Context, match: Match): Phrase | undefined {
  const { words, wordOf } = context;
  const from = wordOf[match.from]!;
  const to = wordOf[match.to - 1]!;
  let first = from;
  const part = wholeOf(context, from);
  if (part !== undefined) {
    if (classOf(words[part]!.lemma, 'fr').some((one) => one.class === 'violence' || one.class === 'rupture'))
      return undefined;
    if (isThing(context, part)) first = part;
  }
  let last = to;
  while (last + 1 < words.length && extendsRight(context, last + 1)) last += 1;
  return {
    first,
    last,
    head: first,
    bare: match.designation && first === from && last === to && !isBeside(context, from),
  };
}

/** The noun before "de", "d'", "pour" and the equipment: "pièces de drones". */
function wholeOf({ words }: Context, from: number): number | undefined {
  const link = words[from - 1]?.form.toLowerCase();
  if (link === undefined || !/^(?:de|d'|pour|par|sur)$/.test(link)) return undefined;
  return words[from - 2]?.upos === 'NOUN' ? from - 2 : undefined;
}

function extendsRight(context: Context, at: number): boolean {
  const { words, language, equipment, pieces } = context;
  const { upos, form } = words[at]!;
  const piece = context.firstPiece[at]!;
  if (piece >= 0 && equipment.at(pieces, piece)?.value.designation === true) return true;
  return (
    upos === 'ADJ' &&
    form === form.toLowerCase() &&
    placesStarting(form, language).length === 0 &&
    !isTime(words[at]!, language)
  );
}

/** "chars Leopard", "hélicoptère Gazelle": a type's name behind the noun that says what it is. */
function isBeside({ wordOf, pieces, equipment }: Context, from: number): boolean {
  const end = wordOf.indexOf(from);
  return end > 0 && equipment.before(pieces, end) !== undefined;
}
