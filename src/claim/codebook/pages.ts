// The codebook as pages in Markdown: one a kind, and the index with the fields that all kinds have.
import { EntenteError } from '../../base/error.js';
import { CLAIM_KINDS, type Claim, type ClaimKind } from '../claim.js';
import { KINDS } from '../kinds.js';
import { claimShape } from '../schema.js';
import { codebookEntries, type Entry, entryOf } from './entries.js';
import { claimShowing, PUBLISHED, valuesAt } from './example.js';
import { type Field, fieldsOf } from './shape.js';

/** The pages by file name; throws where a field has no entry, an entry no field, or an example does not show its field. */
export function codebookPages(): ReadonlyMap<string, string> {
  const book = new Book();
  const pages = new Map([['README.md', book.index()]]);
  for (const kind of CLAIM_KINDS) pages.set(`${kind}.md`, book.kind(kind));
  book.close();
  return pages;
}

class Book {
  readonly #entries = codebookEntries();
  readonly #used = new Set<string>();

  /** The page of a kind: a claim in full, its roles, its own fields. */
  kind(kind: ClaimKind): string {
    const entry = this.#entry(kind);
    const { roles, fields } = KINDS[kind];
    const own = fieldsOf(fields);
    return page([
      `# ${kind}`,
      entry.meaning,
      ...this.#shown(entry),
      '## Roles',
      this.#table('role', kind, roles.map(plainField)),
      ...(own.length === 0 ? [] : ['## Own fields', this.#table('field', kind, own)]),
      ...own.flatMap((field) => this.#values(kind, field)),
      'Every claim has [these fields](README.md#fields-of-every-claim) too.',
    ]);
  }

  /** The index: the kinds, and the fields that every claim has. */
  index(): string {
    const fields = fieldsOf(claimShape);
    return page([
      '# Codebook',
      'Written by `npm run codebook` from the schema of claims and the table `src/lexicon/codebook.tsv`. Every example is what the reader of this version makes of the sentence beside it, as if published on ' +
        `${PUBLISHED}. Ids and mentions are left out of whole claims.`,
      'A claim is one thing that one sentence says states, forces, groups, organisations or companies do with, for or against each other. It says no more than its sentence; what is not said is absent.',
      '## Kinds',
      table(
        ['kind', 'what it is'],
        CLAIM_KINDS.map((kind) => [`[${kind}](${kind}.md)`, this.#entry(kind).meaning]),
      ),
      '## Fields of every claim',
      this.#table('field', 'claim', fields),
      ...fields.flatMap((field) => this.#part(field)),
    ]);
  }

  /** Throws where the table has an entry that the schema knows nothing of. */
  close(): void {
    const left = [...this.#entries.keys()].filter((path) => !this.#used.has(path));
    if (left.length > 0)
      throw new EntenteError('bad-shape', `the schema has no ${left.join(', ')}`, { source: 'codebook.tsv' });
  }

  #entry(path: string): Entry {
    this.#used.add(path);
    return entryOf(this.#entries, path);
  }

  /** A field that has parts or values of its own. */
  #part(field: Field): string[] {
    const path = `claim.${field.name}`;
    const title = `### ${field.name}`;
    if (field.name === 'kind') return [];
    if (field.parts.length === 0) return field.values.length === 0 ? [] : this.#values('claim', field);
    return [
      title,
      this.#table('part', path, field.parts),
      ...field.parts.flatMap((part) => this.#values(path, part)),
    ];
  }

  #table(title: string, owner: string, fields: readonly Field[]): string {
    return table(
      [title, 'meaning', 'example', 'read as'],
      fields.map((field) => {
        const entry = this.#entry(`${owner}.${field.name}`);
        const name = `\`${field.name}\`${field.optional ? ', may be absent' : ''}`;
        return [
          name,
          entry.meaning,
          ...(field.values.length > 0 && !field.several
            ? [`[below](#${field.name})`, '']
            : exampleCells(entry)),
        ];
      }),
    );
  }

  /** The values of a field, each with its example; where it holds several at once, only their names. */
  #values(owner: string, { name, values, several }: Field): string[] {
    if (values.length === 0) return [];
    const title = `### ${name}`;
    if (several) return [title, `${values.map((value) => `\`${value}\``).join(', ')}.`];
    const rows = values.map((value) => this.#entry(`${owner}.${name}.${value}`));
    const told = rows.some(({ meaning }) => meaning !== '');
    return [
      title,
      table(
        ['value', ...(told ? ['meaning'] : []), 'example'],
        rows.map((entry, at) => [
          `\`${values[at]!}\``,
          ...(told ? [entry.meaning] : []),
          exampleCells(entry)[0],
        ]),
      ),
    ];
  }

  /** A sentence, and the claim that is read from it without ids and mentions. */
  #shown(entry: Entry): string[] {
    const shown = JSON.stringify(brief(claimShowing(entry)), null, 2);
    return [`> ${entry.example}`, `\`\`\`json\n${shown}\n\`\`\``];
  }
}

const plainField = (name: string): Field => ({
  name,
  optional: false,
  values: [],
  several: false,
  parts: [],
});

/** The sentence and what is read there; checks that it is. */
function exampleCells(entry: Entry): [string, string] {
  if (entry.example === '') return ['–', ''];
  const values = valuesAt(claimShowing(entry), entry.path);
  const shown = values.map((value) => JSON.stringify(bare(value)));
  return [entry.example, [...new Set(shown)].map((one) => `\`${one}\``).join(' ')];
}

/** A claim without what is only of use to a machine, its fields in the order of the schema. */
function brief(claim: Claim): object {
  const { document: _, ...place } = claim.evidence;
  const filled = Object.entries(claim.roles).filter(([, fillers]) => fillers.length > 0);
  const roles = Object.fromEntries(filled.map(([role, all]) => [role, all.map(bare)]));
  const own = { ...claim, roles, evidence: place };
  const names = Object.keys(claimShape.shape).filter((name) => name !== 'id');
  return Object.fromEntries(names.map((name) => [name, own[name as keyof typeof own]]));
}

/** A value without its mention. */
function bare(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('mention' in value)) return value;
  const { mention: _, ...rest } = value;
  return rest;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
