// No regular expression of the project takes more than linear time, whatever the text: every literal is checked, and
// every pattern that is put together while pages are read.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';
import { beforeAll, describe, expect, it, vi } from 'vitest';

/** A pattern and where it stands. */
interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
  .sort();

/** The literals of a file, and whether it puts patterns together. */
function patternsOf(file: string): { literals: Pattern[]; makes: boolean } {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const literals: Pattern[] = [];
  let makes = false;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      makes = true;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { literals, makes };
}

/** What is wrong with a pattern: quantifiers that try the same signs in more than one way, or from every start. */
function faults({ file, source, flags }: Pattern): string[] {
  return analyse({ source, flags }).reports.map(
    ({ type, exponential }) =>
      `${file}: /${source.slice(0, 200)}/${flags} ${type}${exponential ? ', exponential' : ''}`,
  );
}

describe('regular expressions', () => {
  const found = files.map((file) => ({ file, ...patternsOf(file) }));

  it('are found', () => {
    expect(found.flatMap(({ literals }) => literals).length).toBeGreaterThan(400);
    expect(faults({ file: 'here', source: '\\s+$', flags: '' })).toHaveLength(1);
    expect(faults({ file: 'here', source: '^(?:a+)+$', flags: '' })[0]).toContain('exponential');
  });

  it('take linear time as literals', () => {
    expect(found.flatMap(({ literals }) => literals.flatMap(faults))).toEqual([]);
  });

  describe('put together', () => {
    const made = new Map<string, Pattern>();
    const Plain = RegExp;

    beforeAll(async () => {
      const watched = new Proxy(Plain, {
        construct(target, args: [string | RegExp, string?]) {
          const pattern = new target(...args);
          const { source, flags } = pattern;
          const line = new Error().stack?.split('\n')[2] ?? '';
          const key = `${line} ${source}`;
          if (!made.has(key))
            made.set(key, { file: files.find((name) => line.includes(`/src/${name}`)) ?? '', source, flags });
          return pattern;
        },
      });
      vi.stubGlobal('RegExp', watched);
      await readEverything();
      vi.unstubAllGlobals();
    }, 120_000);

    it('are seen in every file that makes some', () => {
      const makers = found.filter(({ makes }) => makes).map(({ file }) => file);
      const seen = new Set([...made.values()].map(({ file }) => file));
      expect(makers.filter((file) => !seen.has(file))).toEqual([]);
    });

    it('take linear time', () => {
      const own = [...made.values()].filter(({ file }) => file !== '');
      expect(own.flatMap(faults)).toEqual([]);
    });
  });
});

/** Reads the examples with everything that there is, so that each pattern is made. */
async function readEverything(): Promise<void> {
  const { baselineReader, claimReader, readDocument } = await import('./index.js');
  const { lineageDocument } = await import('./lineage/document.js');
  const { markersOf } = await import('./lineage/markers/markers.js');
  const { readPages } = await import('./page/read.js');
  const options = { stdin: process.stdin, now: () => '2026-01-01T00:00:00Z' };
  for await (const result of readPages([path.join(root, '..', 'examples')], options)) {
    if (!('page' in result)) continue;
    const document = readDocument(result.page);
    for (const reader of [baselineReader, claimReader]) reader.read(document);
    markersOf(lineageDocument(document));
  }
}
