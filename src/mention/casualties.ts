// The dead and injured of a sentence: "killed at least twelve soldiers" is at least 12 deaths.
import { quantity } from '../base/quantity.js';
import type { Language, ParsedSentence } from '../language/language.js';
import { casualtyWords } from '../lexicon/casualties.js';
import { numberLexicon } from '../lexicon/numbers.js';
import type { QuantityMention } from './quantities.js';
import { type Scene, type Stretch, sceneOf, singleAfter, singleBefore } from './quantity/people.js';

/** A word of killing or injuring where it stands: first and last word index. */
interface Harm {
  readonly from: number;
  readonly to: number;
  readonly unit: 'deaths' | 'injured';
  readonly role: 'object' | 'subject' | 'noun' | 'none';
}

/**
 * The quantities of a sentence with those of killed or injured people turned to `deaths` and `injured`, what was counted
 * in `of`; and one death more where a single person is killed whom no number counts ("killed an Iranian general").
 * `deaths` and `injured` at once ("killed or wounded") are `casualties`.
 */
export function casualties(
  sentence: ParsedSentence,
  quantities: readonly QuantityMention[],
  language: Language,
): QuantityMention[] {
  const scene = sceneOf(sentence, language);
  const units = new Map<QuantityMention, string>();
  const single: QuantityMention[] = [];
  const harms = harmsIn(scene, quantities);
  for (const [at, harm] of harms.entries()) {
    const own = countedBy(scene, harm, quantities);
    const next = harms[at + 1];
    const shared = own.length === 0 && next !== undefined && isJoined(scene, harm, next);
    const counted = shared ? countedBy(scene, next, quantities) : own;
    for (const one of counted) {
      const before = units.get(one);
      units.set(one, before === undefined || before === harm.unit ? harm.unit : 'casualties');
    }
    const person = counted.length > 0 ? undefined : personOf(scene, harm);
    if (person !== undefined) single.push(oneOf(scene, person, harm.unit));
  }
  const all = [...quantities.map((one) => turned(one, units.get(one))), ...single];
  return all.sort((a, b) => a.start - b.start);
}

function harmsIn({ language, pieces }: Scene, quantities: readonly QuantityMention[]): Harm[] {
  const table = casualtyWords(language);
  const found: Harm[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const phrase = table.at(pieces, at);
    if (phrase === undefined) continue;
    const to = at + phrase.length - 1;
    const noun = quantities.some((one) => one.kind === 'casualties' && one.head >= at && one.head <= to);
    if (!noun && phrase.value.role !== 'none') found.push({ from: at, to, ...phrase.value });
    at = to;
  }
  return found;
}

/** The quantities that count whom a word of killing speaks of. */
function countedBy(scene: Scene, harm: Harm, quantities: readonly QuantityMention[]): QuantityMention[] {
  const people = quantities.filter((one) => isPeople(scene, one));
  const after = harm.role !== 'subject' && !isPassive(scene, harm);
  const next = after
    ? people.find((one) => one.first > harm.to && scene.reaches(harm.to, one.first))
    : undefined;
  if (next !== undefined) return joined(scene, people, next);
  if (harm.role === 'noun' || (harm.role === 'object' && isActive(scene, harm))) return [];
  const last = people.findLast((one) => one.last < harm.from && !one.part);
  return last !== undefined && scene.follows(last.last, harm.from) ? [last] : [];
}

/** "killing or wounding 50". */
function isJoined({ words }: Scene, harm: Harm, next: Harm): boolean {
  return next.from === harm.to + 2 && words[harm.to + 1]!.upos === 'CCONJ';
}

/** People, a number without its noun, or a noun that the lexicon does not know how to count. */
function isPeople({ pieces, language }: Scene, { kind, elided, head }: QuantityMention): boolean {
  if (kind === 'people' || (elided && kind !== 'casualties')) return true;
  if (kind !== 'other') return false;
  const unit = numberLexicon(language).units.before(pieces, head + 1)?.value;
  return unit === undefined || (unit.kind === 'people' && unit.unit !== 'states');
}

/** "three soldiers and two civilians": what is joined to the first by no more than "and" and commas. */
function joined(scene: Scene, people: readonly QuantityMention[], first: QuantityMention): QuantityMention[] {
  const found = [first];
  for (const one of people.slice(people.indexOf(first) + 1)) {
    const between = scene.words.slice(found.at(-1)!.last + 1, one.first);
    if (one.part || !between.every(({ upos, form }) => upos === 'CCONJ' || form === ',')) break;
    found.push(one);
  }
  return found;
}

/** Behind a form of "be" or "être": "were killed", "ont été tués". */
function isPassive({ words }: Scene, { from, role }: Harm): boolean {
  if (role !== 'object') return false;
  for (let at = from - 1; at >= Math.max(0, from - 4); at -= 1) {
    const { form, lemma, upos } = words[at]!;
    if (/^(?:be|être|get)$/.test(lemma) || /^(?:was|were|been|being|été|sont|est)$/i.test(form)) return true;
    if (!/^(?:AUX|ADV|PART|CCONJ)$/.test(upos) && !/ed$|és?$|ées?$/.test(form)) return false;
  }
  return false;
}

/** True for an active verb: one in "-ing" or the present, or behind "have" or a subject without a number. */
function isActive({ words, language }: Scene, { from }: Harm): boolean {
  const { form, feats, upos } = words[from]!;
  if (/ing$|ant$/.test(form)) return true;
  const before = words[from - 1];
  if (before !== undefined && /^(?:have|avoir)$/.test(before.lemma)) return true;
  return upos === 'VERB' && /VerbForm=Fin/.test(feats) && language === 'fr';
}

/** The single person killed, after an active verb or a noun, before a passive or "died". */
function personOf(scene: Scene, harm: Harm): Stretch | undefined {
  if (harm.role === 'subject' || isPassive(scene, harm)) return singleBefore(scene, harm.from);
  return singleAfter(scene, harm.to + 1);
}

function oneOf({ words }: Scene, { first, last, head }: Stretch, unit: string): QuantityMention {
  return {
    start: words[first]!.start,
    end: words[last]!.end,
    quantity: quantity({ value: 1, unit, of: words[head]!.form }),
    kind: 'casualties',
    first,
    last,
    head,
    elided: false,
    refers: false,
    part: false,
  };
}

function turned(mention: QuantityMention, unit: string | undefined): QuantityMention {
  if (unit === undefined) return mention;
  const counted = mention.elided ? null : mention.quantity.unit;
  const made = quantity({ ...mention.quantity, unit, ...(counted === null ? {} : { of: counted }) });
  return { ...mention, kind: 'casualties', quantity: made };
}
