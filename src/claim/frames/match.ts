// Frames over a sentence: which predicate words say something, and who fills which role.
import type { Language } from '../../language/language.js';
import type { ActorMention, PlaceMention } from '../../mention/actor.js';
import { Arguments } from './arguments.js';
import { isStranded } from './astray.js';
import { type Frame, type FrameIndex, framesOf, type Need, type RoleSource } from './frame.js';
import { actorsOf, type Mentions, placesOf } from './mentions.js';
import type { Nouns } from './nouns.js';
import type { Tree } from './tree.js';

/** One filled role. */
export interface Filled {
  readonly role: string;
  readonly actors: readonly ActorMention[];
  readonly places: readonly PlaceMention[];
  /** Head words of the arguments that it came from. */
  readonly heads: readonly number[];
}

/** A frame that fits a predicate word. */
export interface Match {
  readonly frame: Frame;
  readonly predicate: number;
  readonly arguments: Arguments;
  readonly roles: readonly Filled[];
  /** How much of the frame is borne out: companions, conditions and roles. */
  readonly weight: number;
}

/** Everything a sentence gives to match against. */
export interface Scene {
  readonly tree: Tree;
  readonly language: Language;
  readonly mentions: Mentions;
  readonly nouns: Nouns;
}

/** The best match of every predicate word of a sentence, in order. */
export function matches(scene: Scene): Match[] {
  const frames = framesOf(scene.language);
  const found: Match[] = [];
  scene.tree.words.forEach((_, at) => {
    const candidates = candidatesAt(scene.tree, at, frames);
    if (candidates.length === 0) return;
    let best: Match | undefined;
    for (const frame of candidates) {
      const match = matchAt(scene, frame, at);
      if (match !== undefined && (best === undefined || match.weight > best.weight)) best = match;
    }
    if (best !== undefined) found.push(best);
  });
  return found;
}

/** The frames of a word: by its lemma, by its form where the lemma is unknown or the tag is another, by its compound (`green-lighted`). */
function candidatesAt(tree: Tree, at: number, { byLemma, byForm }: FrameIndex): readonly Frame[] {
  const { lemma, form, upos } = tree.word(at);
  if (!/^(?:VERB|AUX|NOUN|PROPN|ADJ|ADV)$/.test(upos)) return NONE;
  const lower = form.toLowerCase();
  const joined =
    tree.words[at - 1]?.form === '-' && at >= 2
      ? (byForm.get(`${tree.word(at - 2).form.toLowerCase()}-${lower}`) ?? NONE)
      : NONE;
  const found = new Set([...joined, ...(byLemma.get(lemma.toLowerCase()) ?? NONE)]);
  for (const frame of byForm.get(lower) ?? NONE) found.add(frame);
  return [...found].filter((frame) => tagged(tree, at, frame));
}

const NONE: readonly Frame[] = [];

/** True where the word's tag is the frame's, or one that taggers take it for. */
function tagged(tree: Tree, at: number, { upos, lemma, language }: Frame): boolean {
  const tag = tree.word(at).upos;
  if (tag === upos) return true;
  switch (upos) {
    case 'VERB':
      if (language === 'fr' && tree.word(at).form === lemma && isInfinitive(tree, at)) return true;
      if (language === 'fr' && (hasSubject(tree, at) || isStranded(tree, at))) return true;
      return tag === 'AUX' || (/^(?:NOUN|ADJ|PROPN)$/.test(tag) && looksVerbal(tree, at));
    case 'NOUN':
      return (
        tag === 'PROPN' ||
        (/^(?:VERB|ADJ)$/.test(tag) && tree.childrenBy(at, 'det').length > 0) ||
        (tag === 'ADJ' && tree.childrenBy(at, 'cop').length > 0)
      );
    default:
      return tag === 'VERB' || tag === 'ADV' || (tag === 'NOUN' && tree.childrenBy(at, 'cop').length > 0);
  }
}

/** A French verb in the present that is tagged as a noun or adjective: it has a subject and no copula. */
const hasSubject = (tree: Tree, at: number): boolean =>
  /^(?:NOUN|ADJ|PROPN)$/.test(tree.word(at).upos) &&
  tree.childrenBy(at, 'nsubj').some((child) => child < at) &&
  tree.childrenBy(at, 'cop', 'det', 'case', 'aux').length === 0;

/** A French infinitive that is tagged as a noun behind its preposition: `s'apprête à déployer mille policiers`. */
function isInfinitive(tree: Tree, at: number): boolean {
  const [before, after] = [tree.words[at - 1], tree.words[at + 1]];
  return (
    /(?:er|ir|re)$/.test(tree.word(at).form) &&
    before?.upos === 'ADP' &&
    before.token !== tree.words[at - 2]?.token &&
    /^(?:PROPN|NOUN|DET|NUM)$/.test(after?.upos ?? '')
  );
}

/** A word that is tagged as a noun or adjective but stands as a verb does: bare, right after a name or noun, before another. */
function looksVerbal(tree: Tree, at: number): boolean {
  if (tree.childrenBy(at, 'cop', 'det', 'nmod:poss', 'case').length > 0) {
    const passive =
      tree.childrenBy(at, 'cop').length > 0 && /(?:ed|en|t|und|é|ée|és|ées)$/.test(tree.word(at).form);
    return passive && tree.word(at).upos === 'ADJ';
  }
  const before = tree.words[at - 1];
  const after = tree.words[at + 1];
  if (before === undefined || after === undefined) return false;
  const top = ['root', 'conj', 'ccomp', 'parataxis', 'amod', 'appos'].includes(tree.relation(at));
  return top && /^(?:PROPN|NOUN)$/.test(before.upos) && /^(?:PROPN|NOUN|DET|ADJ|NUM|PRON)$/.test(after.upos);
}

/** What each part of a frame adds: a companion is surest, since it is a word; a filled role is worth more than an argument nobody is named in. */
const WEIGHT = { companion: 3, need: 2, named: 2, heard: 0.2, state: 0.5 } as const;

/** Roles that hold both sides. */
const SEVERAL = new Set(['parties', 'participants']);

/** Roles whose fillers are participants, and counted as such. */
const AGAIN = new Set(['contact.visitor', 'contact.host']);

/** Roles that a place fills; any other a place only goes with. */
const LOCAL = new Set(['place', 'where', 'host', 'scope', 'holder', 'items']);

/** Roles that another role's state may fill as well: a ruler is toppled where he rules. */
const SOMEWHERE = new Set(['place', 'where']);

function matchAt(scene: Scene, frame: Frame, at: number): Match | undefined {
  const { tree } = scene;
  const args = Arguments.of(tree, at, frame);
  if (args === undefined) return undefined;
  for (const need of frame.needs) if (meets(scene, args, need) === need.not) return undefined;
  const roles = fillAll(scene, args, frame);
  const named = roles.reduce(
    (sum, { actors, places, role }) =>
      sum +
      (AGAIN.has(`${frame.kind}.${role}`)
        ? 0
        : Math.min(actors.length + places.length, SEVERAL.has(role) ? 2 : 1)),
    0,
  );
  const heard = roles.reduce(
    (sum, { heads, role }) => sum + Math.min(heads.length, SEVERAL.has(role) ? 2 : 1),
    0,
  );
  const state = frame.upos === 'ADJ' && /^(?:acl|amod)/.test(tree.relation(at)) ? WEIGHT.state : 0;
  const weight =
    WEIGHT.companion * frame.companions.length +
    WEIGHT.need * frame.needs.filter(({ not }) => !not).length +
    WEIGHT.named * named +
    WEIGHT.heard * heard +
    state;
  return { frame, predicate: at, arguments: args, roles, weight };
}

function meets(scene: Scene, args: Arguments, { places, classes, not }: Need): boolean {
  return places.some(({ function: name, inside }) =>
    (not ? args.get(name) : args.all(name)).some((at) =>
      classes.some((wanted) => isOf(scene, at, { wanted, inside })),
    ),
  );
}

/** True where the argument headed by a word is of a class. */
function isOf(
  { tree, mentions, nouns }: Scene,
  at: number,
  { wanted, inside }: { wanted: string; inside: boolean },
): boolean {
  const actors = (): ActorMention[] => actorsOf(tree, at, mentions, inside);
  switch (wanted) {
    case 'actor':
      return actors().length > 0;
    case 'state':
    case 'igo':
    case 'person':
      return actors().some(({ actor }) => actor.class === wanted);
    case 'ruler':
      return (
        actors().some(({ role }) => RULERS.has(role ?? '')) ||
        nouns.is(tree, tree.content(at, nouns.counts), wanted)
      );
    case 'place':
      return placesOf(tree, at, mentions).length > 0 || actors().length > 0;
    default:
      return nouns.is(tree, tree.content(at, nouns.counts), wanted);
  }
}

/** Offices of those who rule, known by the name that the lexicon has for them. */
const RULERS = new Set(['head-of-state', 'head-of-government', 'monarch', 'junta-leader']);

/** What a role was filled with, and whether from anywhere inside a phrase. */
interface Draft extends Filled {
  readonly loose: boolean;
}

/** All roles: those that heads of arguments fill first, then from what is left inside phrases, in the order of the frame. */
function fillAll(scene: Scene, args: Arguments, { roles }: Frame): Filled[] {
  const drafts = roles.map((source) => fill(scene, args, source, []));
  const done = drafts.filter(({ loose }) => !loose);
  return drafts.map((draft, at) => {
    if (!draft.loose) return draft;
    const again = fill(scene, args, roles[at]!, done);
    done.push(again);
    return again;
  });
}

function fill(
  scene: Scene,
  args: Arguments,
  { role, choices }: RoleSource,
  before: readonly Filled[],
): Draft {
  let heard: readonly number[] = [];
  let only: Draft | undefined;
  const others = SOMEWHERE.has(role) ? [] : before;
  for (const choice of choices) {
    const actors: ActorMention[] = [];
    const places: PlaceMention[] = [];
    const heads: number[] = [];
    const loose = choice.some(({ inside }) => inside);
    for (const { function: name, inside } of choice)
      for (const word of args.get(name)) {
        const at = scene.tree.content(word, scene.nouns.counts);
        heads.push(word);
        const found = actorsOf(scene.tree, at, scene.mentions, inside).filter(
          (one) => !actors.includes(one) && !(inside && taken(others, one.party.state ?? one.party.id)),
        );
        actors.push(...(inside && !SEVERAL.has(role) ? leading(scene.tree, found) : found));
        for (const one of placesOf(scene.tree, at, scene.mentions))
          if (!places.includes(one) && !(inside && taken(others, one.place.state ?? null))) places.push(one);
      }
    const draft = { role, actors, places, heads, loose };
    if (actors.length + (LOCAL.has(role) ? places.length : 0) > 0) return draft;
    if (places.length > 0) only ??= draft;
    if (heard.length === 0) heard = heads;
  }
  return only ?? { role, actors: [], places: [], heads: heard, loose: false };
}

/** The first of several actors and those that are coordinated with it or mark the same noun. */
function leading(tree: Tree, actors: readonly ActorMention[]): readonly ActorMention[] {
  const [first] = actors;
  if (first === undefined) return actors;
  const joined = new Set(tree.conjuncts(first.head));
  return actors.filter(({ head, from }) => joined.has(head) || joined.has(from) || head === first.head);
}

const taken = (roles: readonly Filled[], state: string | null | undefined): boolean =>
  state !== null &&
  state !== undefined &&
  roles.some(({ actors }) => actors.some(({ party }) => (party.state ?? party.id) === state));
