// What an amount is of: its unit, and the kind that tells a claim's quantities from durations and counts of papers.
import { classOf } from '../../lexicon/noun-classes.js';
import { placesStarting } from '../../lexicon/states.js';
import type { Context } from './context.js';

/** What is counted; `time`, `rank` and `other` are no quantities of a claim. */
export type QuantityKind =
  | 'people'
  | 'casualties'
  | 'things'
  | 'money'
  | 'percent'
  | 'time'
  | 'rank'
  | 'other';

/** Units of units.tsv whose counts the codebook leaves out. */
const UNCOUNTED = new Set(['states', 'agreements', 'events', 'votes', 'buildings']);

/** "the two generals met": a few of those who speak for states, named by number, are actors and no count. */
export function isGroup(
  { lexicon, pieces, words, lastPiece }: Context,
  word: number,
  number: number,
): boolean {
  const unit = lexicon.units.before(pieces, lastPiece[word]! + 1)?.value.unit;
  const { upos, feats } = words[number - 1] ?? { upos: '', feats: '' };
  return /^(?:diplomats|officers)$/.test(unit ?? '') && upos === 'DET' && /PronType=(?:Art|Dem)/.test(feats);
}

/** The kind of a counted noun. */
export function kindOfNoun(context: Context, word: number): { kind: QuantityKind; unit: string } {
  const { lexicon, pieces, words, equipment, language } = context;
  const end = context.lastPiece[word]! + 1;
  const form = words[word]!.form;
  const unit = lexicon.units.before(pieces, end)?.value ?? lexicon.units.at(pieces, end - 1)?.value;
  if (unit !== undefined) {
    if (unit.kind === 'casualties') return { kind: 'casualties', unit: unit.unit };
    if (unit.kind === 'time') return { kind: 'time', unit: form };
    // "Yak-130 trainers", "Rafale fighters": what stands behind a type's name is no people.
    const type = equipment.before(pieces, end - 1)?.value.designation === true;
    if (type && equipment.before(pieces, end) !== undefined) return { kind: 'things', unit: form };
    const kept = (unit.kind === 'people' || unit.kind === 'things') && !UNCOUNTED.has(unit.unit);
    return { kind: kept ? (unit.kind as QuantityKind) : 'other', unit: form };
  }
  const made = language === 'en' ? equipment.before(pieces, end) : equipment.at(pieces, end - 1);
  if (made !== undefined)
    return { kind: 'things', unit: made.value.designation ? textOf(context, end, made.length) : form };
  return { kind: kindByClass(context, word), unit: form };
}

/** The pieces of a designation as one word: "F-16s". */
function textOf({ pieces, language }: Context, end: number, length: number): string {
  const from = language === 'en' ? end - length : end - 1;
  const part = pieces.slice(from, from + length);
  return part.map(({ text, gap }, at) => (at === 0 ? text : `${gap === '--' ? ' ' : gap}${text}`)).join('');
}

function kindByClass({ words, language }: Context, at: number): QuantityKind {
  const { form, lemma } = words[at]!;
  const classes = [...classOf(lemma, language), ...classOf(form, language)].map((one) => one.class);
  if (classes.includes('force') || /(?:men|women)$/.test(form)) return 'people';
  if (classes.includes('arms')) return 'things';
  const nation = placesStarting(form.replace(/s$/, ''), language).some(
    (place) => place.form === 'demonym' && place.surface === form.replace(/s$/, ''),
  );
  return nation && form.endsWith('s') ? 'people' : 'other';
}
