// Pronouns and possessives: `it`, `they`, `his`, `elle`, `leur`.
import type { Word } from '../../language/language.js';
import { cuesOf } from '../../lexicon/actor-cues.js';
import type { Actor } from '../actor.js';
import { type Anaphor, anaphor } from './anaphor.js';
import { type Context, cueOf, isSubject, type Referent, type Remembered } from './memory.js';

const NOBODY = new Set(['expl', 'expl:subj', 'expl:comp', 'expl:pass', 'expl:pv']);
const LOOK_BACK = 2;

/** A referent with the sentence that has it. */
export interface Pick {
  readonly referent: Referent;
  readonly of: Remembered;
  readonly sure: boolean;
}

/** What a pronoun at `at` means: nobody, an actor, an agreement, or either. */
export function pronounAt(context: Context, at: number): Anaphor[] {
  const { own, read } = context;
  const word = own.sentence.words[at]!;
  const kind = kindOf(context, word);
  if (kind === undefined || isNobody(context, word, at)) return [];
  const found: Anaphor[] = [];
  const pick = referentOf(context, at, kind);
  const pact = kind === 'it' && !/^itself$/i.test(word.form) ? pactFor(context, at) : undefined;
  const signing =
    pact !== undefined && cueOf(read, own.sentence.words[word.head - 1], 'signing') !== undefined;
  const place = { from: at, to: at, head: at };
  if (pick !== undefined)
    found.push(
      anaphor(own, place, {
        reading: 'actor',
        actors: pick.referent.actors,
        antecedents: [pick.referent.span],
        inTitle: pick.of.inTitle,
        sure: pick.sure && !signing,
      }),
    );
  if (pact !== undefined) found.push(anaphor(own, place, { ...pact, sure: pact.sure && signing }));
  return found;
}

type Kind = 'it' | 'they' | 'person' | 'any';

function kindOf({ read }: Context, word: Word): Kind | undefined {
  if ((word.upos !== 'PRON' && word.upos !== 'DET') || /^\p{Lu}{2,}$/u.test(word.form)) return undefined;
  if (
    word.upos === 'DET' &&
    !/Poss=Yes|PronType=Prs/.test(word.feats) &&
    cueOf(read, word, 'possessive') === undefined
  )
    return undefined;
  const value = cueOf(read, { ...word, lemma: word.form.toLowerCase() }, 'pronoun');
  if (value === undefined) return undefined;
  if (value === 'he' || value === 'she') return 'person';
  if (value === 'il' || value === 'elle') return 'any';
  if (value === 'it' && word.upos === 'DET' && read.language === 'fr') return 'any';
  return value === 'they' ? 'they' : read.language === 'fr' ? undefined : 'it';
}

/** `it rains`, `il faut`: the subject is nobody. */
function isNobody({ own, read }: Context, word: Word, at: number): boolean {
  if (NOBODY.has(word.deprel)) return true;
  if (cueOf(read, word, 'pronoun') !== 'it' && cueOf(read, word, 'pronoun') !== 'il') return false;
  const { words } = own.sentence;
  const head = words[word.head - 1];
  if (head === undefined || !isSubject(words, at)) return false;
  if (words.some((one) => one.head === word.head && one.deprel === 'cop') && head.upos !== 'PROPN')
    return true;
  const clause = words.some(
    (one) => one.head === word.head && /^(?:csubj|ccomp|xcomp|advcl)/.test(one.deprel),
  );
  return cueOf(read, head, 'impersonal') !== undefined && (read.language === 'fr' || clause);
}

/** Whom the pronoun means: the subject before it in its sentence, the subject of the sentence before, else the only one there. */
export function referentOf(context: Context, at: number, kind: Kind): Pick | undefined {
  const fits = (referent: Referent): boolean => agrees(context, referent, kind);
  const { own, before } = context;
  const here = own.referents.filter((referent) => referent.to < at && fits(referent));
  const subjects = here.filter((referent) => referent.subject);
  if (kind === 'it' && subjects.length > 0 && isNearer(context, subjects.at(-1)!, at)) return undefined;
  if (subjects.length > 0) return { referent: subjects.at(-1)!, of: own, sure: subjects.length === 1 };
  for (const remembered of before.slice(0, LOOK_BACK)) {
    const all = remembered.referents.filter(fits);
    const subject = all.find((referent) => referent.subject) ?? (all.length === 1 ? all[0] : undefined);
    const sure =
      here.length === 0 && remembered === before[0] && (kind === 'person' || subjectIs(remembered, subject));
    if (subject !== undefined) return { referent: subject, of: remembered, sure };
    if (all.length > 1) break;
  }
  return here.length === 1 ? { referent: here[0]!, of: own, sure: false } : undefined;
}

/** True where `this terrorist organisation`, of which nobody knows who it is, stands between the subject and the pronoun. */
function isNearer({ own, read }: Context, { to }: Referent, at: number): boolean {
  const { words } = own.sentence;
  const groups = cuesOf(read.language, 'organisation');
  return words.some(
    (word, index) =>
      index > to &&
      index < at &&
      groups.has(word.lemma.toLowerCase()) &&
      words.some((one) => one.head === index + 1 && /^(?:this|that|cette?|ce)$/i.test(one.form)),
  );
}

/** True where the main verb's subject is the referent, and no thing that the pronoun might mean as well. */
function subjectIs({ sentence }: Remembered, referent: Referent | undefined): boolean {
  const root = sentence.words.findIndex((word) => word.head === 0);
  const subject = sentence.words.findIndex(
    (word) => word.head === root + 1 && word.deprel.startsWith('nsubj'),
  );
  return referent !== undefined && (subject < 0 || (referent.from <= subject && subject <= referent.to));
}

const ONE = new Set([
  'state',
  'igo',
  'company',
  'armed-group',
  'government',
  'opposition',
  'ngo',
  'media',
  'forces',
  'police',
]);

function agrees({ own }: Context, referent: Referent, kind: Kind): boolean {
  const actor: Actor = referent.actors[0]!;
  if ((referent.mention.unsure && actor.class !== 'person') || referent.located) return false;
  if (kind === 'they') return referent.plural;
  if (referent.plural) return false;
  if (kind === 'person') return actor.class === 'person' && referent.mention.role !== 'presidency';
  if (kind === 'any') return own.sentence !== undefined;
  return ONE.has(actor.class);
}

function pactFor(
  { own, before }: Context,
  at: number,
): (Omit<Parameters<typeof anaphor>[2], 'sure'> & { sure: boolean }) | undefined {
  const here = own.pacts.filter((pact) => pact.word < at).at(-1);
  const from = here === undefined ? before[0] : own;
  const pact = here ?? before[0]?.pacts.at(-1);
  if (pact === undefined || from === undefined) return undefined;
  return {
    reading: 'pact',
    actors: pact.parties,
    antecedents: [pact.span],
    inTitle: from.inTitle,
    sure: pact.sure,
  };
}
