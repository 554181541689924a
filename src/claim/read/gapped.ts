// Shares told without their verb: "China supplied 56 percent, Russia 29 percent" is a second share, of Russia.
import type { Document } from '../../document/document.js';
import type { ActorMention } from '../../mention/actor.js';
import type { QuantityMention } from '../../mention/quantities.js';
import { makeClaim } from '../make.js';
import type { Explained } from './claim-of.js';
import { actorOf } from './roles.js';
import type { Setting } from './setting.js';

/** Characters between a name and its figure: `Russia for 17 percent`, `l'Italie avec 9 %`. */
const NEAR = 10;
const BETWEEN = /^,? ?(?:(?:with|for|at|only|just|avec|pour|à|seulement) )?$/;
/** What may join a name to the share before it. */
const JOIN = /(?:(?:,|;|:)? ?(?:and|while|et|tandis que|puis)?)? ?(?:the |la |le |l')?$/;

/** A name with the percent behind it. */
interface Gap {
  readonly mention: ActorMention;
  readonly percent: QuantityMention;
}

/** The share as it is told up to the first name with a figure of its own, and one share for each of those. */
export function gapped(document: Document, setting: Setting, share: Explained): Explained[] {
  const { claim } = share;
  const gaps = gapsIn(setting, share);
  const [first] = gaps;
  if (first === undefined) return [share];
  const { shadow } = setting;
  const { start } = claim.evidence;
  const end =
    start + shadow.slice(start, Math.min(first.mention.start, claim.evidence.end)).replace(JOIN, '').length;
  const figures = setting
    .quantities()
    .filter((one) => one.kind === 'percent' && one.start >= start && one.end <= end);
  const before = makeClaim(document, {
    ...claim,
    evidence: { ...claim.evidence, start, end },
    quantities: figures.map(({ quantity }) => quantity),
  });
  return [{ ...share, claim: before }, ...gaps.map((gap) => shareOf(document, share, gap))];
}

/** The names behind the first figure of a share that have a percent of their own right behind them. */
function gapsIn({ scene, quantities, tree }: Setting, { claim, from }: Explained): Gap[] {
  const percents = quantities().filter(({ kind }) => kind === 'percent');
  const predicate = tree.word(from.match.predicate);
  const [own] = percents.filter(({ start }) => start > predicate.start);
  if (own === undefined) return [];
  const subjects = new Set((claim.roles['subject'] ?? []).map((one) => ('class' in one ? one.name : '')));
  return scene.mentions.actors.flatMap((mention) => {
    if (mention.start < own.end || mention.weak !== undefined || subjects.has(mention.party.name)) return [];
    const percent = percents.find(({ start }) => start >= mention.end && start <= mention.end + NEAR);
    if (percent === undefined || !BETWEEN.test(tree.shadow.slice(mention.end, percent.start))) return [];
    return [{ mention, percent }];
  });
}

function shareOf(document: Document, share: Explained, { mention, percent }: Gap): Explained {
  const { claim, why } = share;
  const { rank: _, ...fields } = claim.fields as Record<string, unknown>;
  const party = actorOf(mention, false);
  return {
    ...share,
    claim: makeClaim(document, {
      ...claim,
      fields: { ...fields, percent: percent.quantity.value ?? undefined },
      roles: { ...claim.roles, subject: [party] },
      quantities: [percent.quantity],
      evidence: { ...claim.evidence, start: mention.start, end: percent.end },
    }),
    why: { ...why, roles: [...why.roles, { role: 'subject', by: 'a name with a figure of its own' }] },
  };
}
