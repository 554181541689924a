// Who `it`, `the two countries`, `the accord`, a family name are: what a document means by words that name nobody themselves.
import { type Anaphor, anaphor } from './discourse/anaphor.js';
import { definiteAt } from './discourse/definites.js';
import {
  type Context,
  pactsOf,
  type ReadText,
  type Referent,
  type Remembered,
  type Roles,
  remember,
} from './discourse/memory.js';
import { COUP, coupIn, introduce, officeOf, type ShortNames, shortNameAt } from './discourse/names.js';
import { pronounAt } from './discourse/pronouns.js';

export type { Anaphor } from './discourse/anaphor.js';
export type { ReadText } from './discourse/memory.js';

/** How many sentences back a word may reach. */
const HORIZON = 6;

/**
 * The anaphors of a text, sentence by sentence in the order of their words. Linear in the text: each word looks at most
 * six sentences back, and at the title last. A word of which the text does not say whom it means is left out.
 */
export function resolve(
  read: ReadText,
  { title }: { title?: ReadText | undefined } = {},
): readonly (readonly Anaphor[])[] {
  const names: ShortNames = new Map();
  const roles: Roles = { last: new Map(), ambiguous: new Set() };
  const heading = (title?.sentences ?? []).map(
    (_, at) => settle(title!, { at, before: [], names, roles, inTitle: true }).own,
  );
  const before: Remembered[] = [];
  return read.sentences.map((_, at) => {
    const { own, found } = settle(read, {
      at,
      before: [...before, ...heading],
      names,
      roles,
      inTitle: false,
    });
    before.unshift(own);
    if (before.length > HORIZON) before.pop();
    return found;
  });
}

interface Step {
  readonly at: number;
  readonly before: readonly Remembered[];
  readonly names: ShortNames;
  readonly roles: Roles;
  readonly inTitle: boolean;
}

/** Reads one sentence against what is remembered, and remembers it. */
function settle(
  read: ReadText,
  { at, before, names, roles, inTitle }: Step,
): { own: Remembered; found: Anaphor[] } {
  const own = remember(read, at, inTitle);
  own.pacts.push(...pactsOf(read, own));
  const context: Context = { read, own, before, roles };
  const found = inTitle ? [] : anaphorsOf(context, names);
  introduce(names, read, own);
  const coup = coupIn(read, own);
  if (coup !== undefined) hold(roles, COUP, coup);
  for (const referent of own.referents) {
    const { role, party } = referent.mention;
    if (role && party.state) hold(roles, role, referent);
  }
  return { own: withAnaphors(own, found), found };
}

function hold({ last, ambiguous }: Roles, role: string, referent: Referent): void {
  const known = last.get(role);
  if (known !== undefined && known.mention.party.state !== referent.mention.party.state) ambiguous.add(role);
  last.set(role, referent);
}

function anaphorsOf(context: Context, names: ShortNames): Anaphor[] {
  const { own } = context;
  const found: Anaphor[] = [];
  for (let at = 0; at < own.sentence.words.length; at += 1) {
    for (const pronoun of pronounAt(context, at)) found.push(throughOther(pronoun, found));
    const other = definiteAt(context, at) ?? shortNameAt(context, names, at);
    if (other !== undefined) found.push(other);
  }
  for (const mention of own.mentions.actors) {
    const office =
      mention.owner === undefined ? officeOf(context, mention) : ownedBy(context, mention.owner, found);
    if (office !== undefined) found.push(office);
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** `their` after `the two countries`: who those are, not the phrase. */
function throughOther(pronoun: Anaphor, found: readonly Anaphor[]): Anaphor {
  const [antecedent] = pronoun.antecedents;
  const other = found.find(
    (one) =>
      one.reading === pronoun.reading &&
      one.head !== pronoun.head &&
      antecedent !== undefined &&
      one.start <= antecedent.start &&
      antecedent.end <= one.end,
  );
  if (other === undefined || pronoun.inTitle) return pronoun;
  const { start, end } = pronoun;
  const actors = other.actors.map((actor) => ({ ...actor, mention: { start, end, how: 'anaphor' } }));
  return {
    ...pronoun,
    actors,
    antecedents: other.antecedents,
    inTitle: other.inTitle,
    sure: pronoun.sure && other.sure,
  };
}

/** `its prime minister`: the office with the state that its possessive means. */
function ownedBy({ own }: Context, owner: number, found: readonly Anaphor[]): Anaphor | undefined {
  const meant = found.find(
    (one) => one.reading === 'actor' && one.from <= owner && one.to >= owner && one.actors.length === 1,
  );
  const mention = own.mentions.actors.find((one) => one.owner === owner)!;
  const whose = meant?.actors[0];
  if (meant === undefined || whose?.state === null || whose?.state === undefined) return undefined;
  return anaphor(own, mention, {
    reading: 'actor',
    actors: [{ ...mention.actor, state: whose.state }],
    antecedents: meant.antecedents,
    inTitle: meant.inTitle,
    sure: meant.sure,
  });
}

/** What later words may mean counts those that this sentence meant: `It signed` makes Kigali a subject again. */
function withAnaphors(own: Remembered, found: readonly Anaphor[]): Remembered {
  const { words } = own.sentence;
  const meant = found
    .filter((one) => one.reading === 'actor' && one.actors.length > 0 && one.sure)
    .map((one): Referent => {
      const [actor] = one.actors;
      const mention = { ...one, actor: actor!, party: actor!, plural: one.actors.length > 1, definite: true };
      return {
        actors: one.actors,
        span: { start: one.start, end: one.end },
        from: one.from,
        to: one.to,
        plural: one.actors.length > 1,
        subject: /^nsubj/.test(words[one.head]!.deprel),
        located: false,
        mention,
      };
    });
  const pacts = found
    .filter((one) => one.reading === 'pact' && one.sure)
    .map((one) => ({
      parties: one.actors,
      span: { start: one.start, end: one.end },
      word: one.head,
      sure: true,
    }));
  const kept = own.referents.filter(
    ({ from, to, mention }) => !found.some((one) => isOther(one, { from, to, mention })),
  );
  return { ...own, referents: [...kept, ...meant], pacts: [...own.pacts, ...pacts] };
}

/** True where a family name that the lexicon gives to a politician is somebody else's in this document. */
function isOther(one: Anaphor, { from, to, mention }: Pick<Referent, 'from' | 'to' | 'mention'>): boolean {
  const [actor] = one.actors;
  return (
    one.reading === 'actor' &&
    one.from === from &&
    one.to === to &&
    mention.actor.class === 'person' &&
    actor?.class === 'person' &&
    actor.id !== mention.actor.id
  );
}
