// The baseline's pattern for transfers: arms, a verb of giving or getting, a state on either side.
import { triggersOf, wordPattern } from '../../lexicon/words.js';
import { clauseAround, type Pattern, type SentenceContext } from './context.js';
import { countBefore } from './cues.js';
import { actorOf, distinct, type StateMention } from './mentions.js';

const CONFIDENCE = 0.65;
const REACH = 140;

/** "Moscow has delivered four helicopters to Mali", "Warsaw ordered 180 tanks from South Korea". */
export const transferPattern: Pattern = (context) => {
  const { text, language } = context;
  const { pattern, values } = triggersOf(language, 'transfer');
  for (const trigger of text.matchAll(pattern)) {
    const items = [...text.matchAll(wordPattern(language, 'item'))].filter(
      ({ index }) => Math.abs(index - trigger.index) <= REACH,
    );
    const item = items.find(({ index }) => index > trigger.index) ?? items[0];
    if (item === undefined) continue;
    const { stage, direction } = values.get(trigger[0].toLowerCase())!;
    const sides = sidesOf(context, trigger.index, direction);
    if (sides === undefined) continue;
    const span = clauseAround(
      text,
      Math.min(trigger.index, item.index, sides.first),
      Math.max(item.index + item[0].length, sides.last),
    );
    const count = countBefore(text, item.index, item[0]);
    const offset = context.sentence.start;
    const mention = { start: offset + item.index, end: offset + item.index + item[0].length, how: 'name' };
    return [
      {
        kind: 'transfer',
        roles: {
          supplier: sides.supplier.map((state) => actorOf(state, offset)),
          recipient: sides.recipient.map((state) => actorOf(state, offset)),
          items: [{ item: item[0], mention }],
        },
        fields: { stage },
        quantities: count === undefined ? [] : [count],
        ...span,
        confidence: CONFIDENCE,
      },
    ];
  }
  return [];
};

interface Sides {
  readonly supplier: readonly StateMention[];
  readonly recipient: readonly StateMention[];
  readonly first: number;
  readonly last: number;
}

/** The state before the verb is its subject; those after it are the other side. */
function sidesOf(
  { states, sentence, attribution }: SentenceContext,
  verb: number,
  direction: string,
): Sides | undefined {
  const spoken = attribution[0]?.evidence;
  const own = states.filter(
    ({ iso3, start }) =>
      iso3 !== null &&
      !(
        spoken !== undefined &&
        sentence.start + start >= spoken.start &&
        sentence.start + start < spoken.end
      ),
  );
  const before = own.filter(({ start }) => start < verb);
  const after = distinct(own.filter(({ start, form }) => start > verb && form !== 'demonym'));
  const subject = before[before.length - 1];
  const others = after.filter(({ iso3 }) => iso3 !== subject?.iso3).slice(0, 3);
  if (subject === undefined && others.length < 1) return undefined;
  if (others.length === 0 && subject?.form === 'demonym') return undefined;
  const one = subject === undefined ? [] : [subject];
  const ends = [...one, ...others];
  const edges = {
    first: Math.min(...ends.map(({ start }) => start)),
    last: Math.max(...ends.map(({ end }) => end)),
  };
  return direction === 'in'
    ? { supplier: others, recipient: one, ...edges }
    : { supplier: one, recipient: others, ...edges };
}
