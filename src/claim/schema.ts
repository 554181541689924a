// A claim as it comes back from outside: checked once, at the border.
import { z } from 'zod';
import { PRECISIONS, TIME_BASES } from '../base/date.js';
import { EntenteError } from '../base/error.js';
import { ACTOR_CLASSES, CLAIM_KINDS, type Claim, EVIDENCE_PLACES, MODALITIES } from './claim.js';
import { KINDS } from './kinds.js';

const mention = z.object({ start: z.number(), end: z.number(), how: z.string() });
const state = z.string().nullable().optional();
const filler = z.union([
  z.object({
    id: z.string().nullable(),
    name: z.string(),
    class: z.enum(ACTOR_CLASSES),
    state,
    mention: mention.optional(),
  }),
  z.object({ place: z.string(), state, mention: mention.optional() }),
  z.object({ item: z.string(), mention: mention.optional() }),
]);
const figure = z.number().nullable();
const time = z.object({
  start: z.string().optional(),
  end: z.string().optional(),
  precision: z.enum(PRECISIONS),
  basis: z.enum(TIME_BASES),
  anchor: z.string().optional(),
});
const quote = z.object({ start: z.number(), end: z.number(), quote: z.string() });

/** The shape of every claim; the kinds' own fields are in `kinds/`. */
export const claimShape = z.object({
  id: z.string(),
  kind: z.enum(CLAIM_KINDS),
  event: z
    .object({
      type: z.string(),
      mode: z.string().optional(),
      contexts: z.array(z.string()).optional(),
      cameo: z.string().optional(),
    })
    .nullable(),
  roles: z.record(z.string(), z.array(filler)),
  fields: z.record(z.string(), z.unknown()),
  quantities: z.array(
    z.object({
      value: figure,
      low: figure,
      high: figure,
      unit: z.string().nullable(),
      of: z.string().optional(),
      approximate: z.boolean(),
      per: z.string().optional(),
    }),
  ),
  time,
  attribution: z.array(
    z.object({
      speaker: z.string(),
      cue: z.string(),
      outlet: z.string().nullable().optional(),
      time: time.optional(),
      evidence: quote.optional(),
    }),
  ),
  modality: z.enum(MODALITIES),
  evidence: quote.extend({ document: z.string(), where: z.enum(EVIDENCE_PLACES) }),
  background: z.boolean(),
  confidence: z.number().min(0).max(1),
  reader: z.string(),
});

/** The claim in an unknown value; throws `bad-shape` that names the first field at fault. */
export function parseClaim(value: unknown): Claim {
  const parsed = claimShape.safeParse(value);
  const issue = parsed.success
    ? KINDS[parsed.data.kind].fields.safeParse(parsed.data.fields).error?.issues[0]
    : parsed.error.issues[0];
  if (!parsed.success || issue !== undefined) {
    throw new EntenteError(
      'bad-shape',
      `claim: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong shape'}`,
    );
  }
  return parsed.data as Claim;
}
