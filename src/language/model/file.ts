// Model files: a magic word, a version, a checksum, a header in JSON, and named sections of bytes.
import { createHash } from 'node:crypto';
import { EntenteError } from '../../base/error.js';

const MAGIC = 'ENTENTE\u0001';
const HASH_BYTES = 32;

/** What a model file holds. */
export interface ModelFile {
  readonly header: Readonly<Record<string, unknown>>;
  readonly sections: ReadonlyMap<string, Uint8Array>;
}

/** The bytes of a file: magic, SHA-256 of all that follows it, length of the header, header, sections, each at a multiple of 8. */
export function packModel({ header, sections }: ModelFile): Uint8Array {
  let at = 0;
  const places = [...sections].map(([name, bytes]) => {
    const place = { name, at, length: bytes.length };
    at += Math.ceil(bytes.length / 8) * 8;
    return place;
  });
  const head = new TextEncoder().encode(JSON.stringify({ ...header, sections: places }));
  const start = MAGIC.length + HASH_BYTES + 8;
  const base = Math.ceil((start + head.length) / 8) * 8;
  const file = new Uint8Array(base + at);
  file.set(new TextEncoder().encode(MAGIC));
  new DataView(file.buffer).setUint32(MAGIC.length + HASH_BYTES, head.length, true);
  file.set(head, start);
  for (const { name, at: place } of places) file.set(sections.get(name)!, base + place);
  file.set(checksum(file), MAGIC.length);
  return file;
}

/** The parts of a file; throws `bad-model` for one that is no model or is damaged. */
export function unpackModel(file: Uint8Array, source: string): ModelFile {
  const magic = new TextDecoder().decode(file.subarray(0, MAGIC.length));
  if (magic !== MAGIC)
    throw new EntenteError('bad-model', 'this file is no model of this version', { source });
  const stored = file.subarray(MAGIC.length, MAGIC.length + HASH_BYTES);
  const found = checksum(file);
  if (!stored.every((byte, at) => byte === found[at]))
    throw new EntenteError('bad-model', 'the checksum of the model is wrong', {
      source,
      hint: 'Fetch the file again.',
    });
  const length = new DataView(file.buffer, file.byteOffset).getUint32(MAGIC.length + HASH_BYTES, true);
  const start = MAGIC.length + HASH_BYTES + 8;
  const { sections, ...header } = JSON.parse(
    new TextDecoder().decode(file.subarray(start, start + length)),
  ) as {
    sections: { name: string; at: number; length: number }[];
  };
  const base = Math.ceil((start + length) / 8) * 8;
  return {
    header,
    sections: new Map(
      sections.map(({ name, at, length: size }) => [name, file.subarray(base + at, base + at + size)]),
    ),
  };
}

function checksum(file: Uint8Array): Uint8Array {
  return createHash('sha256')
    .update(file.subarray(MAGIC.length + HASH_BYTES))
    .digest();
}
