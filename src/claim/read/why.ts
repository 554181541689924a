// Why the reader made a claim: which frame, which cues, which resolutions. For `read --why` and the room.
import type { Span } from '../../base/span.js';
import type { ClaimTime } from '../../mention/time.js';
import type { Match } from '../frames/match.js';
import type { Setting } from './setting.js';

/** The reasons for a claim, in words and spans of the text that it was read in. */
export interface Why {
  /** The frame, by lemma, tag and row. */
  readonly frame: string;
  readonly predicate: Span;
  /** How each role was filled: the argument's words and how the filler was resolved. */
  readonly roles: readonly { readonly role: string; readonly by: string }[];
  /** The words that make the claim less or more than a fact. */
  readonly modality?: Span;
  /** The words that date it, or why it is not dated. */
  readonly time?: Span | string;
}

/** Puts the reasons together. */
export function whyOf(
  { tree }: Setting,
  {
    match,
    cue,
    guessed,
    when,
  }: { match: Match; cue: Span | undefined; guessed: readonly string[]; when: ClaimTime },
): Why {
  const { start, end } = tree.word(match.predicate);
  const dated = when.expression ?? when.why;
  return {
    frame: match.frame.name,
    predicate: { start, end },
    roles: [
      ...match.roles.map(({ role, actors, heads }) => ({
        role,
        by: [
          heads.map((at) => tree.word(at).form).join(', '),
          ...new Set(actors.map(({ actor }) => actor.mention?.how ?? 'name')),
        ].join(' · '),
      })),
      ...guessed.map((role) => ({ role, by: 'the only one left in the clause' })),
    ],
    ...(cue !== undefined && { modality: { start: cue.start, end: cue.end } }),
    ...(dated !== undefined && {
      time: typeof dated === 'string' ? dated : { start: dated.start, end: dated.end },
    }),
  };
}
