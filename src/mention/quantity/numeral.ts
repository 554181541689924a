// Numbers in digits and words: "1,500", "51 million", "two hundred and fifty", "deux mille cinq cents", "hundreds", "three quarters".
import type { NumberLexicon, NumberWord } from '../../lexicon/numbers.js';
import type { WrittenPiece } from '../../lexicon/pieces.js';

/** A number and the pieces that it takes, `to` exclusive. */
export interface Numeral {
  readonly to: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
  /** A part of one, to be read as a percentage. */
  readonly fraction: boolean;
  /** The factor that a multiplier gave ("million"), 1 for none. */
  readonly scale: number;
  /** True where it is written in digits. */
  readonly digits: boolean;
}

const SHORT = /^(?:k|m|b|mn|bn|tn|mln|bln|trn|mio|mds?)$/i;

/** The number that begins at a piece, if one does. With `money`, short multipliers of one letter count ("$5m"). */
export function numeralAt(
  pieces: readonly WrittenPiece[],
  at: number,
  { lexicon, money }: { lexicon: NumberLexicon; money: boolean },
): Numeral | undefined {
  const whole = lexicon.numbers.at(pieces, at);
  if (whole !== undefined && (whole.value.kind === 'vague' || whole.value.kind === 'fraction')) {
    return fixed(pieces, at + whole.length, whole.value) ?? scaledFraction(pieces, at, { lexicon, money });
  }
  return new Composer(pieces, at, { lexicon, money }).read();

  function fixed(all: readonly WrittenPiece[], to: number, word: NumberWord): Numeral | undefined {
    const fraction = word.kind === 'fraction';
    if (fraction && multiplierAt(all, to, { lexicon, money }) !== undefined) return undefined;
    const part = (figure: number | null): number | null =>
      figure === null || !fraction ? figure : Math.round(figure * 10_000) / 100;
    const { value, low, high } = word;
    const figures = { value: part(value), low: part(low), high: part(high) };
    return { to, ...figures, approximate: word.approximate, fraction, scale: 1, digits: false };
  }
}

/** "half a million", "two and a half million". */
function scaledFraction(
  pieces: readonly WrittenPiece[],
  at: number,
  options: { lexicon: NumberLexicon; money: boolean },
): Numeral | undefined {
  const word = options.lexicon.numbers.at(pieces, at)!;
  const scale = multiplierAt(pieces, at + word.length, options);
  if (scale === undefined || word.value.value === null) return undefined;
  return {
    to: at + word.length + scale.length,
    value: word.value.value * scale.value,
    low: null,
    high: null,
    approximate: false,
    fraction: false,
    scale: scale.value,
    digits: false,
  };
}

function multiplierAt(
  pieces: readonly WrittenPiece[],
  at: number,
  { lexicon, money }: { lexicon: NumberLexicon; money: boolean },
): { length: number; value: number } | undefined {
  const found = lexicon.numbers.at(pieces, at);
  if (found === undefined || found.value.kind !== 'multiplier' || found.value.value! < 100) return undefined;
  const piece = pieces[at]!;
  if (SHORT.test(piece.text)) {
    const follows = pieces[at - 1]?.number != null;
    const glued =
      piece.gap === '' &&
      (money || /^(?:k|bn|mn|mds?)$/i.test(piece.text) || isCounted(pieces, at + 1, lexicon));
    const paid = money || lexicon.currencies.at(pieces, at + 1) !== undefined;
    if (!follows || !(glued || paid)) return undefined;
  }
  return { length: found.length, value: found.value.value! };
}

/** "1.5m artillery rounds": people or things soon after a short multiplier. */
function isCounted(pieces: readonly WrittenPiece[], at: number, { units }: NumberLexicon): boolean {
  return [at, at + 1, at + 2].some((one) =>
    /^(?:people|things)$/.test(units.at(pieces, one)?.value.kind ?? ''),
  );
}

/** Adds up number words and digits from left to right. */
class Composer {
  #total = 0;
  #current: number | null = null;
  /** True while the current number ends in a spelled hundred, to which smaller ones add. */
  #open = false;
  #scale = 1;
  #approximate = false;
  #digits = false;
  #to: number;

  constructor(
    private readonly pieces: readonly WrittenPiece[],
    private readonly at: number,
    private readonly options: { lexicon: NumberLexicon; money: boolean },
  ) {
    this.#to = at;
  }

  read(): Numeral | undefined {
    while (this.#literal() || this.#multiplier() || this.#word() || this.#and());
    if (this.#to === this.at) return undefined;
    return {
      to: this.#to,
      value: this.#total + (this.#current ?? 0),
      low: null,
      high: null,
      approximate: this.#approximate,
      fraction: false,
      scale: this.#scale,
      digits: this.#digits,
    };
  }

  #literal(): boolean {
    const number = this.pieces[this.#to]?.number ?? null;
    if (number === null || this.#to !== this.at) return false;
    this.#current = number;
    this.#digits = true;
    this.#to += 1;
    return true;
  }

  #multiplier(): boolean {
    const found = multiplierAt(this.pieces, this.#to, this.options);
    if (found === undefined) return false;
    // A bare "million" or "thousand" is no number; "cent", "mille" and "the hundred" are.
    if (this.#to === this.at && !/^(?:cent|mille)$/.test(this.pieces[this.at]!.lower)) {
      if (!/^(?:the|these|those)$/.test(this.pieces[this.at - 1]?.lower ?? '')) return false;
    }
    if (found.value === 100) {
      if (this.#current !== null && this.#current >= 100) return false;
      this.#current = (this.#current ?? 1) * 100;
      this.#open = true;
    } else {
      if (this.#current === null && this.#total > 0) return false;
      this.#total += round((this.#current ?? 1) * found.value);
      this.#current = null;
      this.#open = true;
    }
    this.#scale = found.value;
    this.#to += found.length;
    return true;
  }

  #word(): boolean {
    const found = this.options.lexicon.numbers.at(this.pieces, this.#to);
    const value = found?.value.value ?? null;
    if (found === undefined || value === null || found.value.kind !== 'cardinal') return false;
    if (this.#to > this.at && !this.#takes(value, found.value.approximate)) return false;
    if (this.#current !== null && found.value.approximate) this.#current *= value;
    else this.#current = (this.#current ?? 0) + value;
    this.#approximate ||= found.value.approximate;
    this.#open = value % 100 === 0;
    this.#to += found.length;
    return true;
  }

  /** True where a further number word goes on with the number: "hundred" + "fifty", "two" + "dozen". */
  #takes(value: number, collective: boolean): boolean {
    if (collective) return this.#current !== null;
    return this.#open && (this.#current === null ? value < this.#scale : value < 100);
  }

  /** "two hundred and fifty", "deux millions et demi". */
  #and(): boolean {
    const piece = this.pieces[this.#to];
    if (!this.#open || this.#to === this.at || piece === undefined) return false;
    if (/^et$/.test(piece.lower) && /^demie?$/.test(this.pieces[this.#to + 1]?.lower ?? '')) {
      this.#total += this.#scale / 2;
      this.#to += 2;
      return true;
    }
    const next = this.options.lexicon.numbers.at(this.pieces, this.#to + 1);
    const value = next?.value.value ?? null;
    if (piece.lower !== 'and' || next?.value.kind !== 'cardinal' || value === null || value >= 100)
      return false;
    this.#to += 1;
    return this.#word();
  }
}

function round(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}
