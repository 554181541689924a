// Frames over a sentence: which predicate words say something, and who fills which role.
import type { Language } from '../../language/language.js';
import { type Frame, framesOf, type Need, type Place } from './frame.js';
import { type Functions, functionsOf } from './functions.js';
import { actorsOf, type Mentions, placesOf, type Somebody, type Somewhere } from './mentions.js';
import type { Tree } from './tree.js';

/** What is asked of the noun at the head of an argument. */
export interface NounKnowledge {
  /** True where the phrase headed by the word is of the class: `arms`, `force`, `instrument` … */
  is(word: number, className: string): boolean;
  /** True for a noun that only counts: `dozens`, `centaine`. */
  counts(lemma: string): boolean;
}

/** One filled role. */
export interface Filled {
  readonly role: string;
  readonly actors: readonly Somebody[];
  readonly places: readonly Somewhere[];
  /** Head words of the arguments that it came from. */
  readonly heads: readonly number[];
}

/** A frame that fits a predicate word. */
export interface Match {
  readonly frame: Frame;
  readonly predicate: number;
  readonly functions: Functions;
  readonly roles: readonly Filled[];
  /** How much of the frame is borne out: conditions and roles. */
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
  scene.tree.words.forEach(({ lemma }, at) => {
    const candidates = frames.get(lemma.toLowerCase());
    if (candidates === undefined) return;
    const functions = functionsOf(scene.tree, at);
    let best: Match | undefined;
    for (const frame of candidates) {
      const match = matchAt(scene, frame, at, functions);
      if (match !== undefined && (best === undefined || match.weight > best.weight)) best = match;
    }
    if (best !== undefined) found.push(best);
  });
  return found;
}

const SAME_TAG: Readonly<Record<string, readonly string[]>> = {
  VERB: ['VERB', 'AUX'],
  NOUN: ['NOUN', 'PROPN'],
  ADJ: ['ADJ', 'VERB', 'ADV'],
};

function matchAt(scene: Scene, frame: Frame, at: number, functions: Functions): Match | undefined {
  const { tree } = scene;
  if (!(SAME_TAG[frame.upos] ?? [frame.upos]).includes(tree.word(at).upos)) return undefined;
  for (const { function: name, lemma } of frame.companions)
    if (!hasCompanion(scene, functions, at, { name, lemma })) return undefined;
  for (const need of frame.needs) if (meets(scene, functions, need) === need.not) return undefined;
  const roles = frame.roles.map(({ role, choices }) => fill(scene, functions, role, choices));
  const filled = roles.filter(
    ({ actors, places, heads }) => actors.length + places.length > 0 || heads.length > 0,
  );
  const named = roles.filter(({ actors, places }) => actors.length + places.length > 0);
  const weight =
    3 * frame.companions.length +
    2 * frame.needs.filter(({ not }) => !not).length +
    2 * named.length +
    filled.length * 0.1;
  return { frame, predicate: at, functions, roles, weight };
}

function hasCompanion(
  { tree }: Scene,
  functions: Functions,
  at: number,
  { name, lemma }: { name: string; lemma: string },
): boolean {
  if (name === 'refl') return functions.has('refl');
  const wanted = lemma.toLowerCase();
  if (name === 'prt') {
    const near = [...tree.children(at), at + 1].filter((word) => word < tree.words.length);
    return near.some((word) => tree.word(word).lemma.toLowerCase() === wanted && word > at && word <= at + 4);
  }
  return (functions.get(name) ?? []).some((word) => tree.word(word).lemma.toLowerCase() === wanted);
}

function meets({ tree, mentions, nouns }: Scene, functions: Functions, need: Need): boolean {
  return (functions.get(need.function) ?? []).some((at) =>
    need.classes.some((name) => {
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
          return nouns.is(tree.content(at, nouns.counts), name);
      }
    }),
  );
}

function fill(
  scene: Scene,
  functions: Functions,
  role: string,
  choices: readonly (readonly Place[])[],
): Filled {
  const empty = { role, actors: [], places: [], heads: [] };
  let fallback: Filled = empty;
  for (const choice of choices) {
    const actors: Somebody[] = [];
    const places: Somewhere[] = [];
    const heads: number[] = [];
    for (const { function: name, inside } of choice)
      for (const word of functions.get(name) ?? []) {
        const at = scene.tree.content(word, scene.nouns.counts);
        heads.push(word);
        for (const one of actorsOf(scene.tree, at, scene.mentions, inside))
          if (!actors.includes(one)) actors.push(one);
        for (const one of placesOf(scene.tree, at, scene.mentions))
          if (!places.includes(one)) places.push(one);
      }
    if (actors.length + places.length > 0) return { role, actors, places, heads };
    if (heads.length > 0 && fallback.heads.length === 0) fallback = { role, actors, places, heads };
  }
  return fallback;
}
