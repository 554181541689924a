// The baseline's pattern for agreements: a formal paper with a military word, a verb that makes or breaks it, two parties.
import { quantity } from '../../base/quantity.js';
import { triggersOf, wordPattern } from '../../lexicon/words.js';
import type { RoleFiller } from '../claim.js';
import { clauseAround, type Pattern, type Reading, type SentenceContext } from './context.js';
import { actorOf, distinct } from './mentions.js';

const CONFIDENCE = 0.8;
const REACH = 120;

/** "Russia and Mali sign military cooperation agreement", "concluding agreements with 28 African governments". */
export const agreementPattern: Pattern = (context) => {
  const { text, language } = context;
  const readings: Reading[] = [];
  if (!wordPattern(language, 'military').test(text)) return readings;
  const { pattern, values } = triggersOf(language, 'agreement');
  const instruments = [...text.matchAll(wordPattern(language, 'instrument'))];
  for (const trigger of text.matchAll(pattern)) {
    const paper = nearest(instruments, trigger.index);
    if (paper === undefined || overlapsOther(readings, trigger.index)) continue;
    const parties = partiesOf(context);
    if (parties.fillers.length < 2) continue;
    const from = Math.min(trigger.index, paper.index);
    const to = Math.max(trigger.index + trigger[0].length, paper.index + paper[0].length, parties.groupEnd);
    const span = clauseAround(text, from, to);
    const fields = {
      instrument: paper[0],
      stage: values.get(trigger[0].toLowerCase())!.stage,
      sectors: ['general'],
      ...(parties.count === undefined ? {} : { count: parties.count }),
    };
    const quantities =
      parties.count === undefined ? [] : [quantity({ value: parties.count, unit: parties.unit })];
    readings.push({
      kind: 'agreement',
      roles: { parties: parties.fillers },
      fields,
      quantities,
      ...span,
      confidence: CONFIDENCE,
    });
  }
  return readings.slice(0, 1);
};

function nearest(
  instruments: readonly RegExpMatchArray[],
  at: number,
): (RegExpMatchArray & { index: number }) | undefined {
  const close = instruments.filter(({ index }) => Math.abs(index! - at) <= REACH) as (RegExpMatchArray & {
    index: number;
  })[];
  return close.sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))[0];
}

function overlapsOther(readings: readonly Reading[], at: number): boolean {
  return readings.some(({ start, end }) => at >= start && at < end);
}

interface Parties {
  readonly fillers: readonly RoleFiller[];
  readonly count?: number;
  readonly unit: string;
  readonly groupEnd: number;
}

/** The states of the sentence that do not speak it; "28 African governments" is a group with its number. */
function partiesOf({ text, language, states, sentence, attribution }: SentenceContext): Parties {
  const group = new RegExp(
    `(\\d{1,3})\\s((?:\\p{L}+\\s){0,2})(${wordPattern(language, 'group').source})`,
    'iu',
  ).exec(text);
  const inGroup = (start: number): boolean =>
    group !== null && start >= group.index && start < group.index + group[0].length;
  const spoken = attribution[0]?.evidence;
  const isSpeaker = (start: number): boolean =>
    spoken !== undefined && sentence.start + start >= spoken.start && sentence.start + start < spoken.end;
  const own = states.filter(({ iso3, start }) => iso3 !== null && !inGroup(start) && !isSpeaker(start));
  const fillers: RoleFiller[] = distinct(own).map((mention) => actorOf(mention, sentence.start));
  if (group === null) return { fillers, unit: '', groupEnd: 0 };
  const name = `${group[2]}${group[3]}`.trim();
  return {
    fillers: [...fillers.slice(0, 1), { id: null, name, class: 'government' }],
    count: Number(group[1]),
    unit: group[3]!,
    groupEnd: group.index + group[0].length,
  };
}
