// Subjects, objects and companions that the tree has elsewhere: what the order of the words says of them.
import { describe, expect, it } from 'vitest';
import { parse } from '../../language/parse.js';
import { mentionsIn } from '../../mention/actors.js';
import { rolesOf } from '../read/roles.js';
import { Tree } from '../tree.js';
import { type Match, matches } from './match.js';
import { nounsOf } from './nouns.js';

describe('frames', () => {
  it('take a subject with an object of its own for who does it', () => {
    expect(read("Eritrea's generals threatened Djibouti with war.", 'statement')).toEqual({
      speaker: ['ERI'],
      addressee: ['DJI'],
    });
  });

  it('give a statement whose thing it is about, not only where', () => {
    expect(read('Oslo condemned the coup in Niger.', 'statement')).toEqual({
      speaker: ['NOR'],
      addressee: ['NER'],
    });
  });

  it('find a companion beside its preposition, wherever the tree ties it', () => {
    expect(read('Latvia has put two brigades along its frontier with Belarus on alert.', 'event')).toEqual({
      actor: ['LVA'],
      recipient: ['BLR'],
    });
  });

  it('give the object before a participle to the verb that it belongs to', () => {
    const found = matchesOf(
      'Chad expels its Libyan advisers and abrogates the friendship treaty concluded earlier.',
    );
    expect(found.map(({ frame }) => frame.lemma)).toContain('abrogate');
  });
});

function matchesOf(text: string): Match[] {
  const parsed = parse(text, { language: 'en' });
  const [sentence] = parsed.sentences;
  return matches({
    tree: Tree.of(parsed, sentence!),
    mentions: mentionsIn(sentence!, { text, language: 'en' }),
    ...{ language: 'en', nouns: nounsOf('en') },
  });
}

/** The states in the roles of the match of a kind. */
function read(text: string, kind: string): Record<string, readonly string[]> {
  const match = matchesOf(text).find(({ frame }) => frame.kind === kind);
  const roles = match === undefined ? {} : rolesOf(match, () => []);
  return Object.fromEntries(
    Object.entries(roles).map(([role, fillers]) => [
      role,
      fillers.flatMap((one) => ('state' in one && one.state != null ? [one.state] : [])),
    ]),
  );
}
