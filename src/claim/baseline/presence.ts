// The baseline's pattern for presence: men of one state, a verb of coming, staying or going, a place elsewhere.
import { triggersOf, wordPattern, wordValue } from '../../lexicon/words.js';
import { clauseAround, type Pattern, type SentenceContext } from './context.js';
import { countBefore } from './cues.js';
import { actorOf, placeOf, type StateMention } from './mentions.js';

const CONFIDENCE = 0.75;
const BEFORE_HOST =
  /(?:\bin|\bto|\bfrom|\binto|\bacross|\bout of|\bof|\bau|\baux|\ben|\bdu|\bdans|\bà|\bdes|\bvers)\s(?:the\s|le\s|la\s|les\s|l'|(?:northern|southern|eastern|western|central)\s)?$/iu;

/** "About 400 Russian mercenaries working in the Central African Republic", "la France a retiré ses soldats du Niger". */
export const presencePattern: Pattern = (context) => {
  const { text, language } = context;
  const { pattern, values } = triggersOf(language, 'presence');
  const forces = [...text.matchAll(wordPattern(language, 'force'))];
  for (const force of forces) {
    const trigger = nearestTo(
      force.index,
      [...text.matchAll(pattern)].filter(
        ({ index }) => index < force.index || index >= force.index + force[0].length,
      ),
    );
    if (trigger === undefined) continue;
    const host = hostOf(context, force.index);
    const actor = host === undefined ? undefined : actorFor(context, force.index, host);
    if (host === undefined || actor === undefined || actor.iso3 === host.iso3) continue;
    const first = Math.min(actor.start, force.index, trigger.index);
    const span = clauseAround(
      text,
      first,
      Math.max(host.end, force.index + force[0].length, trigger.index + trigger[0].length),
    );
    const count = countBefore(text, force.index, force[0]);
    const offset = context.sentence.start;
    return [
      {
        kind: 'presence',
        roles: { actor: [actorOf(actor, offset)], host: [placeOf(host, offset)] },
        fields: {
          force: wordValue(language, 'force', force[0]),
          stage: values.get(trigger[0].toLowerCase())!.stage,
        },
        quantities: count === undefined ? [] : [count],
        ...span,
        confidence: CONFIDENCE,
      },
    ];
  }
  return [];
};

const REACH = 90;

function nearestTo(at: number, triggers: readonly RegExpExecArray[]): RegExpExecArray | undefined {
  const close = triggers.filter(({ index }) => Math.abs(index - at) <= REACH);
  return close.sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))[0];
}

/** The first place after a preposition that is no demonym, behind the force where there is one. */
function hostOf({ text, states }: SentenceContext, force: number): StateMention | undefined {
  const places = states.filter(
    ({ form, start }) =>
      form !== 'demonym' && form !== 'seat' && BEFORE_HOST.test(text.slice(Math.max(0, start - 24), start)),
  );
  return places.find(({ start }) => start > force) ?? places[0];
}

/** The nearest state before the force, its demonym first; never the speaker. */
function actorFor(
  { states, sentence, attribution }: SentenceContext,
  force: number,
  host: StateMention,
): StateMention | undefined {
  const spoken = attribution[0]?.evidence;
  const before = states.filter(
    ({ start, iso3 }) =>
      iso3 !== null &&
      iso3 !== host.iso3 &&
      start < force &&
      !(
        spoken !== undefined &&
        sentence.start + start >= spoken.start &&
        sentence.start + start < spoken.end
      ),
  );
  return before.findLast(({ form }) => form === 'demonym') ?? before[before.length - 1];
}
