// The one error class of Entente: what went wrong, where, and what to do.

/** Why a thing failed, told apart by code and never by message text. */
export type ErrorCode =
  | 'not-found'
  | 'no-permission'
  | 'too-large'
  | 'too-deep'
  | 'timeout'
  | 'bad-json'
  | 'bad-shape'
  | 'bad-archive'
  | 'not-text'
  | 'empty'
  | 'refused-address'
  | 'network'
  | 'http-status'
  | 'bad-span'
  | 'bad-date'
  | 'bad-quantity'
  | 'bad-record'
  | 'bad-model'
  | 'usage'
  | 'interrupted';

/** Where in the world an error happened: a file and line, a document and UTF-16 offset, or an address. */
export interface ErrorPlace {
  readonly source?: string;
  readonly line?: number;
  readonly byte?: number;
  readonly document?: string;
  readonly offset?: number;
}

/** Everything {@link EntenteError} needs beside its code and message. */
export interface ErrorDetail extends ErrorPlace {
  /** One imperative sentence: what the user can do about it. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** Thrown for broken input and wrong use only; what is merely unknown is a value and never an error. */
export class EntenteError extends Error {
  override readonly name = 'EntenteError';
  readonly code: ErrorCode;
  readonly place: ErrorPlace;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    const { hint, cause, ...place } = detail;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.place = place;
    this.hint = hint;
  }

  /** One line for a person: `pages.jsonl:3: not JSON (Unexpected token). Mend or remove the line.` */
  get line(): string {
    const where = placeLabel(this.place);
    const hint = this.hint === undefined ? '' : `. ${this.hint}`;
    return `${where}${where === '' ? '' : ': '}${this.message.replace(/\.$/, '')}${hint}`;
  }
}

function placeLabel({ source, line, byte, document, offset }: ErrorPlace): string {
  const file = source === undefined ? '' : `${source}${line === undefined ? '' : `:${line}`}`;
  const inside = document === undefined ? '' : `document ${document.slice(0, 12)}`;
  const at = offset === undefined ? (byte === undefined ? '' : `byte ${byte}`) : `offset ${offset}`;
  return [file, inside, at].filter((part) => part !== '').join(', ');
}

/** The error itself when it is ours, else one that wraps it under `code`. */
export function asEntenteError(error: unknown, code: ErrorCode, detail: ErrorDetail = {}): EntenteError {
  if (error instanceof EntenteError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new EntenteError(code, message, { ...detail, cause: error });
}
