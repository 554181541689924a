// `npm run codebook`: writes docs/codebook/ from the schema of claims; reads the build in dist/.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codebookPages } from '../dist/claim/codebook/pages.js';

const folder = path.join(import.meta.dirname, '..', 'docs', 'codebook');
mkdirSync(folder, { recursive: true });
for (const [name, content] of codebookPages()) writeFileSync(path.join(folder, name), content);
