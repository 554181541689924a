// The gold of `../shared`, opened for measuring: pages, claims, and the scorers that judge what is read from them.
import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const shared = path.join(import.meta.dirname, '..', '..', 'shared');

/** True where the gold and the scorers stand beside the project. */
export const present = existsSync(path.join(shared, 'gold')) && existsSync(path.join(shared, 'score'));

/** The path of a gold file. */
export const goldFile = (name) => path.join(shared, 'gold', name);

/** The pages of a set as JSONL objects for `entente read`, raw bytes in base64; of an id that occurs twice the last counts. */
export function pageLines(set) {
  const lines = gunzipSync(readFileSync(goldFile(`pages/${set}.jsonl.gz`)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const pages = new Map();
  for (const line of lines) {
    const { id, url, html, enc } = JSON.parse(line);
    pages.set(id, {
      id,
      url,
      bytes: Buffer.from(html, enc === 'latin1' ? 'latin1' : 'utf8').toString('base64'),
    });
  }
  return [...pages.values()];
}

/** A scorer's figures as an object. */
export function score(scorer, gold, system, options = []) {
  const out = execFileSync(
    process.execPath,
    [path.join(shared, 'score', scorer), gold, system, '--json', ...options],
    { maxBuffer: 1 << 28 },
  );
  return JSON.parse(out.toString('utf8'));
}

/** The raw text of a gold file as its scorer prints it. */
export function scorerText(scorer, gold) {
  return execFileSync(process.execPath, [path.join(shared, 'score', scorer), '--text', gold], {
    maxBuffer: 1 << 28,
  }).toString('utf8');
}
