// Sets up what is missing and nothing else: the packages of the lock file, then the build. Node's own modules only.
import { execFileSync, execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const stamp = path.join(root, 'node_modules', '.entente-setup');
const entry = path.join(root, 'dist', 'cli', 'main.js');
const say = (text) => process.stderr.write(`${text}\n`);

checkNode();
install();
build();

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Entente needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the packages of the lock file …');
  execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: root, stdio: ['ignore', 2, 2] });
  writeFileSync(stamp, wanted);
}

function build() {
  linkCommand();
  if (
    existsSync(entry) &&
    statSync(entry).mtimeMs >=
      newest(['src', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json'])
  )
    return;
  say('Building …');
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
}

/** `npx entente` looks into node_modules/.bin of this folder too. */
function linkCommand() {
  const link = path.join(root, 'node_modules', '.bin', 'entente');
  if (existsSync(link) || process.platform === 'win32') return;
  mkdirSync(path.dirname(link), { recursive: true });
  try {
    symlinkSync('../../dist/cli/main.js', link);
  } catch {
    // the link is there and points to a build that is not made yet
  }
}

function newest(names) {
  return Math.max(...names.map((name) => newestBelow(path.join(root, name))));
}

function newestBelow(file) {
  const found = statSync(file);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(file).map((name) => newestBelow(path.join(file, name))));
}
