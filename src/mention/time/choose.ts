// Which of a sentence's expressions of time belongs to a claim's clause, best first.
import { contains, type Span } from '../../base/span.js';
import type { TimeExpression } from '../time.js';
import type { ClaimSetting } from './setting.js';
import { isWord, type Token, tokensOf } from './tokens.js';
import { timeWords } from './words.js';

/** The expressions that may date the claim, best first; empty where none belongs to its clause. */
export function candidates(sentence: readonly TimeExpression[], setting: ClaimSetting): TimeExpression[] {
  const usable = sentence.filter((expression) => isUsable(expression, setting));
  const own = usable.filter((expression) => contains(setting.span, expression));
  const ranked = own
    .map((expression) => ({ expression, rank: rankOf(expression, setting) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => a.rank! - b.rank! || distance(a.expression, setting) - distance(b.expression, setting));
  return ranked.length > 0 ? ranked.map(({ expression }) => expression) : shared(usable, setting);
}

/** No labels, no date of the report, nothing ahead for what is past, nothing that dates the promise of a thing ahead. */
function isUsable(expression: TimeExpression, setting: ClaimSetting): boolean {
  const { use, value } = expression;
  if (use === 'label' || use === 'dateline') return false;
  const ahead =
    (value.form === 'shift' && !value.told && value.count > 0) ||
    (value.form === 'stretch' && value.count > 0);
  if (ahead && !setting.future) return false;
  return !(setting.future && datesPromise(expression, setting));
}

/** "agreed on Tuesday to send", "a promis mardi de livrer": what is promised comes after the time of the promise. */
function datesPromise({ start, end }: Span, { text, language, sentence, predicate }: ClaimSetting): boolean {
  if (predicate !== undefined && predicate.end <= start) return false;
  const [link, verb] = tokensOf(text.slice(end, Math.min(sentence.end, end + 40)), language);
  if (!timeWords(language).is('link', link) || !isWord(verb) || !/^\p{Ll}/u.test(verb!.text)) return false;
  return language === 'fr' ? /(?:er|ir|re)$/.test(verb!.text) : !timeWords(language).is('article', verb);
}

/** Lower is better; undefined for a time of another clause inside the claim's. */
function rankOf(expression: TimeExpression, setting: ClaimSetting): number | undefined {
  const embedded = isEmbedded(expression, setting);
  if (embedded && setting.predicate !== undefined) return undefined;
  const point = setting.measure === true && !isPeriod(expression) ? 4 : 0;
  return point + (embedded ? 2 : 0) + (expression.use === 'possessive' ? 1 : 0);
}

function distance({ start, end }: Span, { span, predicate }: ClaimSetting): number {
  if (predicate === undefined) return start - span.start;
  return start >= predicate.end ? start - predicate.end : predicate.start - end;
}

/** True for years, quarters and stretches, as figures are measured over. */
const isPeriod = ({ value }: TimeExpression): boolean =>
  /^(?:years|range|stretch|part)$/.test(value.form) ||
  (value.form === 'yearly' && value.part.kind === 'section') ||
  (value.form === 'unit' && value.unit === 'year');

/** True where a relative clause or "the treaty signed in 2014" stands between the claim's predicate and the time. */
function isEmbedded(expression: Span, setting: ClaimSetting): boolean {
  const { span, predicate } = setting;
  const opens = (from: number, to: number): boolean =>
    between(setting, from, to).some((token) => isOpener(token, setting));
  if (predicate === undefined) return opens(afterFirst(setting), expression.start);
  if (expression.start >= predicate.end) {
    return (
      opens(predicate.end, expression.start) || followsParticiple(predicate.end, expression.start, setting)
    );
  }
  const closed = between(setting, expression.end, predicate.start).some(({ text }) => text === ',');
  return closed && opens(span.start, expression.start);
}

/** "renew the pact signed in 2012": the time goes with the participle before it, which has a noun and no auxiliary before. */
function followsParticiple(from: number, to: number, setting: ClaimSetting): boolean {
  const tokens = between(setting, from, to);
  const last = tokens.at(-1);
  const noun = tokens.at(-2);
  if (last === undefined || !isWord(noun) || !/.(?:ed|ée?s?)$/.test(last.lower)) return false;
  const words = timeWords(setting.language);
  return !words.is('verb', noun) && !words.is('join', noun) && !words.is('article', noun);
}

const isOpener = (token: Token, { language }: ClaimSetting): boolean => timeWords(language).is('open', token);

function between({ text, language }: ClaimSetting, from: number, to: number): Token[] {
  return to <= from ? [] : tokensOf(text.slice(from, to).replaceAll('\n', ' '), language, from);
}

/** The offset after the clause's first word: a relative clause is not embedded in itself. */
function afterFirst(setting: ClaimSetting): number {
  return (
    between(setting, setting.span.start, Math.min(setting.span.end, setting.span.start + 60))[0]?.end ??
    setting.span.start
  );
}

/** Times outside of the clause that hold for it too. */
function shared(usable: readonly TimeExpression[], setting: ClaimSetting): TimeExpression[] {
  const { span } = setting;
  const others = usable.filter((expression) => !contains(span, expression));
  const behind = others.filter(
    ({ start }) => start >= span.end && between(setting, span.end, start).length === 0,
  );
  if (behind.length > 0) return behind.slice(0, 1);
  const before = others.filter(({ end }) => end <= span.start).toReversed();
  const first = before.at(-1);
  if (first !== undefined && leads(first, setting)) return [first];
  const coordinate = before.find((expression) => isCoordinate(expression, setting));
  if (coordinate !== undefined) return [coordinate];
  if (setting.measure === true) return [...before, ...others].filter(isPeriod);
  return setting.declared === true ? others : [];
}

/** "On Monday, Mali signed …", "During a call on 9 January, the ministers …": before the clause, or its first conjunct. */
function leads(expression: TimeExpression, setting: ClaimSetting): boolean {
  const { sentence, span, language, pastPerfect } = setting;
  const words = timeWords(language);
  const lead = between(setting, sentence.start, expression.start);
  const gap = between(setting, expression.end, span.start);
  const [first] = between(setting, span.start, Math.min(span.end, span.start + 40));
  if (pastPerfect || (first !== undefined && isOpener(first, setting))) return false;
  const atStart = lead.every((token) => !isWord(token) || words.is('join', token));
  const inPhrase = words.find('anchor', lead, 0) !== undefined && gap.length === 1;
  const adjacent = gap.every(({ text }) => text === ',');
  const conjunct = !setting.future && words.is('join', gap.at(-1));
  return adjacent ? atStart || inPhrase : atStart && conjunct;
}

/** "shipped three radars last month and lent two crews": a second verb of the same subject. */
function isCoordinate(expression: TimeExpression, setting: ClaimSetting): boolean {
  const { sentence, span, language, future, pastPerfect } = setting;
  const words = timeWords(language);
  const gap = between(setting, expression.end, span.start);
  const [first] = between(setting, span.start, Math.min(span.end, span.start + 40));
  if (future || pastPerfect || !words.is('join', gap.at(-1)) || first === undefined) return false;
  if (!/^\p{Ll}/u.test(first.text) || words.is('article', first) || words.is('pronoun', first)) return false;
  if (language === 'en' && words.is('verb', first)) return false;
  return !between(setting, sentence.start, span.start).some((token) => isOpener(token, setting));
}
