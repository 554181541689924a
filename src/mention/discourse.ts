// What sentences refer back to, resolved within a document.
import type { Parse } from '../language/language.js';
import type { SentenceMentions } from './actor.js';

/** The mentions of each sentence with what refers back added. */
export function resolve(_parse: Parse, mentions: readonly SentenceMentions[]): readonly SentenceMentions[] {
  return mentions;
}
