// `entente score`: how well this reader does on anybody's own gold files.
import type { Command } from 'commander';
import { addScoreClaims } from './score-claims.js';
import { addScoreEvents } from './score-events.js';

/** Adds the command with what it scores; `score GOLD` alone scores claims. */
export function addScore(program: Command): void {
  const score = program
    .command('score')
    .description('score this reader on a gold file of your own, of claims or of events')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente score claims my-claims.jsonl\n  $ entente score events my-events.jsonl',
    );
  addScoreClaims(score);
  addScoreEvents(score);
}
