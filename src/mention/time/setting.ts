// What is known of a claim and its document when its time is asked for.
import type { Time } from '../../base/date.js';
import type { Span } from '../../base/span.js';
import type { Language } from '../../language/language.js';

/** The clause of a claim, its verb and the days around it. Spans are of `text`. */
export interface ClaimSetting {
  /** The shadow that the expressions were found in. */
  readonly text: string;
  readonly language: Language;
  /** The claim's clause. */
  readonly span: Span;
  readonly sentence: Span;
  /** The word that says what happened; without it a time in a clause inside the claim's may be taken for the claim's. */
  readonly predicate?: Span;
  /** True where the thing lies ahead: planned, urged, conditional, or possible and still to come. */
  readonly future: boolean;
  /** "had signed", "avait signé". */
  readonly pastPerfect: boolean;
  /** True for a measured share, which goes on over the period last named. */
  readonly measure?: boolean;
  /** True where saying it is doing it (an accord revoked, sanctions imposed): the day of the announcement is its day. */
  readonly declared?: boolean;
  /** ISO day of publication. */
  readonly published?: string;
  /** ISO day of the dateline. */
  readonly dateline?: string;
  /** The time of the sentence before. */
  readonly earlier?: Time;
}
