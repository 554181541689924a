// What base promises: spans that stand where they say, ids that do not change, dates that exist, quantities with a figure.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundTime, isIsoDay, isoDay, time, yearTime } from './date.js';
import { asEntenteError, EntenteError } from './error.js';
import { contentId, stableId } from './id.js';
import { quantity, quantityLabel } from './quantity.js';
import { checkedQuote, quoteOf, span } from './span.js';

describe('span and quote', () => {
  it('a quote is the slice of its text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        expect(quoteOf(text, start, end).quote).toBe(text.slice(start, end));
      }),
    );
  });
  it('refuses what does not stand there', () => {
    expect(() => span(3, 3)).toThrow(EntenteError);
    expect(() => span(-1, 2)).toThrow('0 <= start < end');
    expect(() => quoteOf('abc', 1, 4, 'd'.repeat(64))).toThrow('lies outside');
    expect(() => checkedQuote('abc', { start: 0, end: 2, quote: 'xy' })).toThrow(
      '"xy" is claimed, "ab" stands there',
    );
  });
});

describe('ids', () => {
  it('are the known SHA-256 of the bytes', () => {
    expect(contentId(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
  it('do not run parts together', () => {
    expect(stableId(['ab', 'c'])).not.toBe(stableId(['a', 'bc']));
  });
});

describe('dates', () => {
  it('know the calendar', () => {
    expect(isIsoDay('2024-02-29')).toBe(true);
    expect(isIsoDay('2023-02-29')).toBe(false);
    expect(isIsoDay('1900-02-29')).toBe(false);
    expect(isoDay(2023, 4, 31)).toBeUndefined();
  });
  it('carry doubt', () => {
    expect(yearTime(2017)).toEqual({
      start: '2017-01-01',
      end: '2017-12-31',
      precision: 'year',
      basis: 'stated',
    });
    expect(boundTime('2021-04-11')).toEqual({ end: '2021-04-11', precision: 'unknown', basis: 'bound' });
    expect(() =>
      time({ start: '2021-05-01', end: '2021-04-01', precision: 'range', basis: 'stated' }),
    ).toThrow('lies after');
  });
});

describe('quantities', () => {
  it('need a figure and a sane order', () => {
    expect(() => quantity({ unit: 'tanks' })).toThrow('needs a value');
    expect(() => quantity({ low: 5, high: 3 })).toThrow('lies above');
    expect(() => quantity({ value: Number.NaN })).toThrow('not finite');
  });
  it('say themselves', () => {
    expect(quantityLabel(quantity({ value: 400, unit: 'mercenaries', approximate: true }))).toBe(
      'about 400 mercenaries',
    );
    expect(quantityLabel(quantity({ low: 20, unit: 'countries' }))).toBe('at least 20 countries');
    expect(quantityLabel(quantity({ low: 300, high: 500 }))).toBe('300 to 500');
  });
});

describe('errors', () => {
  it('say what, where and what to do in one line', () => {
    const error = new EntenteError('bad-json', 'not JSON', {
      source: 'a.jsonl',
      line: 3,
      hint: 'Mend or remove the line.',
    });
    expect(error.line).toBe('a.jsonl:3: not JSON. Mend or remove the line.');
    expect(asEntenteError(error, 'network')).toBe(error);
    expect(asEntenteError(new Error('x'), 'network').code).toBe('network');
  });
});
