// Frames: what a predicate word says of whom. Rows of the `frames-*.tsv` tables of the lexicon, by lemma.
import { EntenteError } from '../../base/error.js';
import type { Language } from '../../language/language.js';
import { tableRows } from '../../lexicon/table.js';
import { CLAIM_KINDS, type ClaimKind } from '../claim.js';
import { formsOf } from './forms.js';

/** An argument of a predicate by its voice-normalised function: `subj`, `obj`, `iobj`, `loc`, `comp`, `mod`, or a preposition; `^obj` is the predicate's own, not its companion's. */
export interface Place {
  readonly function: string;
  /** Actors anywhere inside the phrase count, not only its head. */
  readonly inside: boolean;
}

/** Where a role is filled from: of the places that are joined all count, of several such lists the first that gives somebody. */
export interface RoleSource {
  readonly role: string;
  readonly choices: readonly (readonly Place[])[];
}

/** A condition on an argument: its head noun is of one of the classes, or is not. */
export interface Need {
  /** One of these functions has such an argument. */
  readonly places: readonly Place[];
  readonly classes: readonly string[];
  readonly not: boolean;
}

/** A companion that the predicate must have: `prt:over`, `into:force`, `obj:talk|negotiation`; `inside` for anywhere in the phrase; the lemma `*` for any word. */
export interface Companion {
  readonly function: string;
  readonly lemmas: readonly string[];
  readonly inside: boolean;
}

/** What a predicate says. */
export interface Frame {
  /** `en sell VERB 1`: language, lemma, tag and number, for `--why`. */
  readonly name: string;
  readonly language: Language;
  readonly lemma: string;
  readonly upos: string;
  readonly companions: readonly Companion[];
  readonly kind: ClaimKind;
  readonly fields: Readonly<Record<string, string>>;
  readonly roles: readonly RoleSource[];
  readonly needs: readonly Need[];
  /** True for a verb none of whose roles, needs and companions is an object. */
  readonly intransitive: boolean;
  /** PLOVER type where the kind's own does not hold. */
  readonly event: string | null;
  readonly example: string;
  readonly expect: string;
}

const TABLES: readonly { readonly file: string; readonly language: Language }[] = [
  { file: 'frames-en-domain.tsv', language: 'en' },
  { file: 'frames-en-general.tsv', language: 'en' },
  { file: 'frames-fr.tsv', language: 'fr' },
];

/** The frames of a language by lemma, and by each form that the rules of inflection give. */
export interface FrameIndex {
  readonly byLemma: ReadonlyMap<string, readonly Frame[]>;
  readonly byForm: ReadonlyMap<string, readonly Frame[]>;
}

const indexes = new Map<Language, FrameIndex>();

/** The frames of a language. */
export function framesOf(language: Language): FrameIndex {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const byLemma = new Map<string, Frame[]>();
  const byForm = new Map<string, Frame[]>();
  const add = (index: Map<string, Frame[]>, key: string, frame: Frame): void => {
    const same = index.get(key);
    if (same === undefined) index.set(key, [frame]);
    else same.push(frame);
  };
  for (const table of TABLES.filter((one) => one.language === language))
    tableRows(table.file).forEach((row, at) => {
      const frame = frameOf(row, { ...table, line: at + 2 });
      add(byLemma, frame.lemma, frame);
      for (const form of formsOf(frame.lemma, frame.upos, language)) add(byForm, form, frame);
    });
  const index = { byLemma, byForm };
  indexes.set(language, index);
  return index;
}

function frameOf(
  row: Readonly<Record<string, string>>,
  { file, language, line }: { file: string; language: Language; line: number },
): Frame {
  const kind = row['kind'] as ClaimKind;
  if (!CLAIM_KINDS.includes(kind))
    throw new EntenteError('bad-shape', `no kind of claim: ${row['kind']}`, { source: file, line });
  const lemma = row['lemma']!;
  return Object.freeze({
    name: `${language} ${lemma} ${row['upos']} ${file.replace(/^frames-|\.tsv$/g, '')}:${line}`,
    ...{ language, lemma, upos: row['upos']!, kind },
    companions: parts(row['with']).map((part) => {
      const [name = '', word = ''] = part.split(':');
      return {
        function: name.replace('*', ''),
        lemmas: word.toLowerCase().split('|'),
        inside: name.endsWith('*'),
      };
    }),
    fields: Object.fromEntries(parts(row['fields']).map((part) => part.split('=') as [string, string])),
    roles: parts(row['roles']).map(roleOf),
    needs: parts(row['needs']).map(needOf),
    intransitive:
      row['upos'] === 'VERB' && !/\bi?obj\b/.test(`${row['with']} ${row['roles']} ${row['needs']}`),
    event: row['event'] === '' ? null : row['event']!,
    example: row['example']!,
    expect: row['expect']!,
  });
}

function roleOf(part: string): RoleSource {
  const [role = '', sources = ''] = part.split('=');
  const choices = sources
    .split('|')
    .map((choice) =>
      choice.split('+').map((name) => ({ function: name.replace('*', ''), inside: name.endsWith('*') })),
    );
  return { role, choices };
}

function needOf(part: string): Need {
  const not = part.startsWith('!');
  const [name = '', classes = ''] = part.replace('!', '').split('~');
  const places = name
    .split('|')
    .map((one) => ({ function: one.replace('*', ''), inside: one.endsWith('*') }));
  return { places, classes: classes.split('|'), not };
}

const parts = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
