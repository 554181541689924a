// The baseline's pattern for shares: a percentage of arms trade or military spending.
import { quantity } from '../../base/quantity.js';
import { wordPattern, wordValue } from '../../lexicon/words.js';
import { clauseAround, type Pattern } from './context.js';
import { timeOf } from './cues.js';
import { actorOf, placeOf } from './mentions.js';

const CONFIDENCE = 0.8;
const PERCENT = /(\d{1,3}(?:[.,]\d+)?)\s?(?:%|per ?cent\b|pour ?cent\b)/iu;

/** "accounts for 39 percent of arms transfers to the region in 2013-17". */
export const sharePattern: Pattern = ({ text, language, states, sentence, documentDay }) => {
  const percent = PERCENT.exec(text);
  const measure = wordPattern(language, 'measure').exec(text);
  if (percent === null || measure === null) return [];
  const subject = states.find(({ iso3 }) => iso3 !== null);
  if (subject === undefined) return [];
  const scope = states.find(
    ({ iso3, start, form }) => start > subject.end && iso3 !== subject.iso3 && form !== 'seat',
  );
  const figure = Number(percent[1]!.replace(',', '.'));
  const first = Math.min(subject.start, percent.index, measure.index);
  const span = clauseAround(
    text,
    first,
    Math.max(percent.index + percent[0].length, measure.index + measure[0].length),
  );
  const time = timeOf(text, documentDay);
  const period =
    time.basis === 'stated' ? { period: `${time.start!.slice(0, 4)}/${time.end!.slice(0, 4)}` } : {};
  const rank =
    /\blargest\b|\bpremier\b|\btop\b/iu.test(text) && !/second|third|deuxième|troisième/iu.test(text)
      ? { rank: 1 }
      : {};
  return [
    {
      kind: 'share',
      roles: {
        subject: [actorOf(subject, sentence.start)],
        scope: scope === undefined ? [] : [placeOf(scope, sentence.start)],
      },
      fields: { measure: wordValue(language, 'measure', measure[0]), percent: figure, ...rank, ...period },
      quantities: [quantity({ value: figure, unit: 'percent' })],
      ...span,
      confidence: CONFIDENCE,
    },
  ];
};
