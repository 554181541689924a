// Frames over a sentence: which predicate words say something, and who fills which role.
import type { Language } from '../../language/language.js';
import type { ActorMention, PlaceMention } from '../../mention/actor.js';
import { Arguments } from './arguments.js';
import { type Frame, framesOf, type Need, type Place } from './frame.js';
import { actorsOf, type Mentions, placesOf } from './mentions.js';
import type { NounKnowledge } from './nouns.js';
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
  readonly nouns: NounKnowledge;
}

/** The best match of every predicate word of a sentence, in order. */
export function matches(scene: Scene): Match[] {
  const frames = framesOf(scene.language);
  const found: Match[] = [];
  scene.tree.words.forEach(({ lemma, form }, at) => {
    const candidates = spelt(lemma.toLowerCase(), form)
      .map((one) => frames.get(one))
      .find((list) => list !== undefined);
    if (candidates === undefined) return;
    let best: Match | undefined;
    for (const frame of candidates) {
      const match = matchAt(scene, frame, at);
      if (match !== undefined && (best === undefined || match.weight > best.weight)) best = match;
    }
    if (best !== undefined) found.push(best);
  });
  return found;
}

/** A lemma, and what it may be where `-ed` or `-ing` was cut off wrongly: `extradit`, `raide`, `cancell`. */
const spelt = (lemma: string, form: string): string[] =>
  /(?:ed|ing)$/i.test(form) ? [lemma, `${lemma}e`, lemma.replace(/e$|([lmnprt])(?=\1$)/, '')] : [lemma];

const SAME_TAG: Readonly<Record<string, readonly string[]>> = {
  VERB: ['VERB', 'AUX'],
  NOUN: ['NOUN', 'PROPN'],
  ADJ: ['ADJ', 'VERB', 'ADV'],
};
/** What each part of a frame adds: a companion is surest, since it is a word; a filled role is worth more than an argument nobody is named in. */
const WEIGHT = { companion: 3, need: 2, named: 2, heard: 0.2 } as const;

function matchAt(scene: Scene, frame: Frame, at: number): Match | undefined {
  const { tree } = scene;
  if (!(SAME_TAG[frame.upos] ?? [frame.upos]).includes(tree.word(at).upos)) return undefined;
  const args = Arguments.of(tree, at, frame.companions);
  if (args === undefined) return undefined;
  for (const need of frame.needs) if (meets(scene, args, need) === need.not) return undefined;
  const roles: Filled[] = [];
  for (const { role, choices } of frame.roles)
    roles.push(fill(scene, args, { role, choices, before: roles }));
  const named = roles.filter(({ actors, places }) => actors.length + places.length > 0).length;
  const heard = roles.filter(({ heads }) => heads.length > 0).length;
  const weight =
    WEIGHT.companion * frame.companions.length +
    WEIGHT.need * frame.needs.filter(({ not }) => !not).length +
    WEIGHT.named * named +
    WEIGHT.heard * heard;
  return { frame, predicate: at, arguments: args, roles, weight };
}

function meets({ tree, mentions, nouns }: Scene, args: Arguments, { functions, classes }: Need): boolean {
  return functions
    .flatMap((name) => args.get(name))
    .some((at) =>
      classes.some((name) => {
        switch (name) {
          case 'actor':
            return actorsOf(tree, at, mentions, false).length > 0;
          case 'state':
            return actorsOf(tree, at, mentions, false).some(({ actor }) => actor.class === 'state');
          case 'igo':
            return actorsOf(tree, at, mentions, false).some(({ actor }) => actor.class === 'igo');
          case 'person':
            return actorsOf(tree, at, mentions, false).some(({ actor }) => actor.class === 'person');
          case 'place':
            return placesOf(tree, at, mentions).length > 0 || actorsOf(tree, at, mentions, false).length > 0;
          default:
            return nouns.is(tree, tree.content(at, nouns.counts), name);
        }
      }),
    );
}

function fill(
  scene: Scene,
  args: Arguments,
  {
    role,
    choices,
    before,
  }: { role: string; choices: readonly (readonly Place[])[]; before: readonly Filled[] },
): Filled {
  let heard: readonly number[] = [];
  for (const choice of choices) {
    const actors: ActorMention[] = [];
    const places: PlaceMention[] = [];
    const heads: number[] = [];
    for (const { function: name, inside } of choice)
      for (const word of args.get(name)) {
        const at = scene.tree.content(word, scene.nouns.counts);
        heads.push(word);
        for (const one of actorsOf(scene.tree, at, scene.mentions, inside))
          if (!actors.includes(one) && !(inside && taken(before, one))) actors.push(one);
        for (const one of placesOf(scene.tree, at, scene.mentions))
          if (!places.includes(one)) places.push(one);
      }
    if (actors.length + places.length > 0) return { role, actors, places, heads };
    if (heard.length === 0) heard = heads;
  }
  return { role, actors: [], places: [], heads: heard };
}

const taken = (roles: readonly Filled[], one: ActorMention): boolean =>
  roles.some(({ actors }) => actors.some(({ party }) => party.id !== null && party.id === one.party.id));
