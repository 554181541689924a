// Words that govern arguments in a way of their own: prepositions of agents and places, verbs of control, linking and movement.
import { grammarWords } from '../../lexicon/grammar-words.js';

/** Verbs whose object does what the embedded verb says: "asked France to leave". */
export const OBJECT_CONTROL = grammarWords('object-control');
/** French verbs whose past has `être` and is no passive. */
export const MOVING = grammarWords('moved-with-etre');
/** Adverbs before a preposition that make it no other: `out of`. */
export const LEADING = grammarWords('leading-adverb');
/** Verbs whose object or complement says what the subject is. */
export const LINKING = grammarWords('linking-verb');
/** Prepositions of who does what is suffered. */
export const AGENT = grammarWords('agent');
/** Prepositions that say where. */
export const LOCATIVE = grammarWords('locative');
/** Prepositions of what belongs to a noun. */
export const POSSESSIVE = grammarWords('possessive');
