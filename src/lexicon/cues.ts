// The cue words of who says it and how sure it is, by language, compiled once.
import { tableRows } from './table.js';

/** What an attribution cue is: see the column `pattern` of attribution-cues.tsv. */
export type SayingPattern =
  | 'say-verb'
  | 'say-form'
  | 'according-to'
  | 'noun'
  | 'reckoning'
  | 'claim-noun'
  | 'medium';

/** A word of saying. */
export interface SayingCue {
  /** False where the word says something only with a clause of its own ("shows that"). */
  readonly strong: boolean;
  /** True where what is said may be a noun ("announced the delivery"). */
  readonly event: boolean;
}

/** What a modality cue governs or where it stands: see the column `scope` of modality-cues.tsv. */
export type CueScope =
  | 'governs-comp'
  | 'governs-noun'
  | 'adverb'
  | 'auxiliary'
  | 'adjective'
  | 'determiner'
  | 'noun'
  | 'mark'
  | 'time'
  | 'background'
  | 'own';

/** A word that says how sure a thing is. `modality` is one of the codebook's nine. */
export interface ModalityCue {
  readonly modality: string;
  /** Empty, `passive` or `conditional`: the form that the word must have. */
  readonly when: string;
  /** True where who asks, urges or denies belongs to the attribution. */
  readonly speaker: boolean;
}

const sayings = new Map<string, ReadonlyMap<string, SayingCue>>();
const modalities = new Map<string, ReadonlyMap<string, readonly ModalityCue[]>>();

/** The words of saying of a language and pattern, by lemma (lower case, plain apostrophes). */
export function sayingCues(language: string, pattern: SayingPattern): ReadonlyMap<string, SayingCue> {
  const key = `${language}/${pattern}`;
  const known = sayings.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, SayingCue>();
  for (const row of tableRows('attribution-cues.tsv')) {
    if (row['language'] !== language || row['pattern'] !== pattern) continue;
    const cue = { strong: row['strength'] === 'strong', event: row['content']!.includes('event') };
    const lemma = plain(row['lemma']!);
    if (!made.has(lemma)) made.set(lemma, cue);
  }
  sayings.set(key, made);
  return made;
}

/** The modality cues of a language and scope, by form or lemma; several where the form of the word decides. */
export function modalityCues(language: string, scope: CueScope): ReadonlyMap<string, readonly ModalityCue[]> {
  const key = `${language}/${scope}`;
  const known = modalities.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, ModalityCue[]>();
  for (const row of tableRows('modality-cues.tsv')) {
    if (row['language'] !== language || row['scope'] !== scope) continue;
    const cue = { modality: row['modality']!, when: row['when']!, speaker: row['speaker'] === 'yes' };
    const form = plain(row['form']!);
    made.set(form, [...(made.get(form) ?? []), cue]);
  }
  modalities.set(key, made);
  return made;
}

const plain = (form: string): string => form.toLowerCase().replace(/’/g, "'");
