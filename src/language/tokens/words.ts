// Words of tokens: `don't` is `do` and `n't`, `du` is `de` and `le`, as Universal Dependencies count them.
import { Features, type Linear, mix } from '../linear.js';
import { hash } from '../network/hash.js';
import type { Tokens } from './splitter.js';

/** How the tokens of a language come apart; all forms in lower case, of the shadow. */
export interface Expansions {
  /** Token -> its words, where it always comes apart. */
  readonly always: Readonly<Record<string, readonly string[]>>;
  /** Token -> its words, where that depends on what stands around it. */
  readonly sometimes: Readonly<Record<string, readonly string[]>>;
  /** Ends that are words of their own: `'s`, `n't`; longest first. */
  readonly ends: readonly string[];
  /** True where digits are grouped by blanks: `10 000` is one token. */
  readonly blankGroups: boolean;
}

/** Words of a text: UTF-16 offsets (of the whole token where its words can not be told apart in it), the token of each, and its form. */
export interface Words {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly tokens: Int32Array;
  readonly forms: readonly string[];
}

/** Asks whether a token that may come apart does. */
export function expansionFeatures(features: Features, forms: readonly string[], at: number): Features {
  const form = (other: number): number => hash((forms[other] ?? '').toLowerCase(), 3);
  const ending = (other: number, size: number): number =>
    hash((forms[other] ?? '').toLowerCase().slice(-size), 4);
  const own = form(at);
  features.count = 0;
  features.add(mix(70, own));
  features.add(mix(71, own, form(at + 1)));
  features.add(mix(72, own, form(at - 1)));
  features.add(mix(73, own, form(at - 1), form(at + 1)));
  features.add(mix(74, own, ending(at + 1, 3)));
  features.add(mix(75, own, ending(at - 1, 3)));
  features.add(mix(76, own, ending(at - 1, 2), ending(at + 1, 2)));
  features.add(mix(77, own, form(at - 2), form(at - 1)));
  features.add(mix(78, own, form(at - 2)));
  features.add(mix(79, own, form(at + 1), form(at + 2)));
  features.add(mix(80, own, ending(at - 1, 1), ending(at + 1, 1)));
  features.add(mix(81, own, ending(at - 2, 3), ending(at - 1, 3)));
  return features;
}

/** Tokens that come apart in hasty writing alone: in news `its` is whose a thing is, not a misspelt `it's`. */
const WHOLE: ReadonlySet<string> = new Set(['its']);

/** The words of all tokens, in order. */
export function wordsOf(shadow: string, tokens: Tokens, expansions: Expansions, model: Linear): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const owners: number[] = [];
  const forms: string[] = [];
  const surfaces = Array.from({ length: tokens.count }, (_, at) =>
    shadow.slice(tokens.starts[at]!, tokens.ends[at]!),
  );
  const features = new Features();
  surfaces.forEach((surface, token) => {
    const decide = (): boolean =>
      !WHOLE.has(surface.toLowerCase()) && model.score(expansionFeatures(features, surfaces, token)) > 0;
    const parts = partsOf(surface, expansions, decide);
    let start = tokens.starts[token]!;
    const whole =
      parts.join('').length === surface.length && parts.join('').toLowerCase() === surface.toLowerCase();
    for (const part of parts) {
      const end = whole ? start + part.length : tokens.ends[token]!;
      starts.push(start);
      ends.push(end);
      owners.push(token);
      forms.push(part);
      if (whole) start = end;
    }
  });
  return {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    tokens: Int32Array.from(owners),
    forms,
  };
}

/** The words of one token; `decide` is asked only for a token that sometimes comes apart. */
export function partsOf(
  surface: string,
  { always, sometimes, ends }: Omit<Expansions, 'blankGroups'>,
  decide: () => boolean,
): readonly string[] {
  const lower = surface.toLowerCase();
  const fixed =
    own(always, lower) ??
    (own(sometimes, lower) !== undefined && decide() ? own(sometimes, lower) : undefined);
  if (fixed !== undefined) return cased(surface, fixed);
  if (!lower.includes("'") || own(sometimes, lower) !== undefined) return [surface];
  const end = ends.find((one) => lower.length > one.length && lower.endsWith(one));
  return end === undefined ? [surface] : [surface.slice(0, -end.length), surface.slice(-end.length)];
}

function own(table: Readonly<Record<string, readonly string[]>>, key: string): readonly string[] | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Words cut out of the surface where they are its parts; else with its first capital. */
function cased(surface: string, words: readonly string[]): readonly string[] {
  if (words.join('') === surface.toLowerCase()) {
    let at = 0;
    return words.map((word) => {
      at += word.length;
      return surface.slice(at - word.length, at);
    });
  }
  const [first = '', ...rest] = words;
  return surface[0] === surface[0]?.toLowerCase()
    ? words
    : [first[0]?.toUpperCase() + first.slice(1), ...rest];
}
