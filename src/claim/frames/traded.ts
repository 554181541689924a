// Who bought what somebody was handed: `took four helicopters bought from Spain`, `a touché quatre hélicoptères acquis auprès de l'Espagne`.
import type { ActorMention } from '../../mention/actor.js';
import type { Frame } from './frame.js';
import type { Match, Scene } from './match.js';

/** The matches of a sentence, a participle of buying with the one who has the things as its buyer, where nobody else is named. */
export function withBuyers(found: readonly Match[], { tree }: Scene): readonly Match[] {
  return found.map((match) => {
    const { frame, predicate, roles } = match;
    const bought = frame.kind === 'transfer' && isDoer(frame, 'recipient');
    if (!bought || tree.word(predicate).deprel !== 'acl' || named(match, 'recipient').length > 0)
      return match;
    const having = found.find(
      (other) =>
        other.frame.kind === 'transfer' &&
        other.predicate < predicate &&
        other.arguments.get('obj').includes(tree.head(predicate)),
    );
    if (having === undefined) return match;
    const actors = named(having, isDoer(having.frame, 'recipient') ? 'recipient' : 'supplier');
    return {
      ...match,
      roles: roles.map((one) => (one.role === 'recipient' ? { ...one, actors } : one)),
    };
  });
}

/** True where the subject of the predicate fills the role. */
const isDoer = ({ roles }: Frame, name: string): boolean =>
  roles.some(
    ({ role, choices }) => role === name && choices[0]?.some(({ function: one }) => one === 'subj') === true,
  );

const named = ({ roles }: Match, name: string): readonly ActorMention[] =>
  roles.filter(({ role }) => role === name).flatMap(({ actors }) => actors);
