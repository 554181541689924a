// Builds `dist/` anew: TypeScript to JavaScript, and the tables and styles beside it.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
  { cwd: root, stdio: 'inherit' },
);
copy(path.join(root, 'src'), dist);
const entry = path.join(dist, 'cli', 'main.js');
chmodSync(entry, 0o755);
const now = new Date();
utimesSync(entry, now, now);

function copy(from, to) {
  for (const name of readdirSync(from)) {
    const source = path.join(from, name);
    if (statSync(source).isDirectory()) copy(source, path.join(to, name));
    else if (/\.(?:tsv|css)$/.test(name)) cpSync(source, path.join(to, name));
  }
}
