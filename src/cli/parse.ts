// `entente parse`: raw text to CoNLL-U, or to one JSON object a sentence.
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { EntenteError } from '../base/error.js';
import { identify } from '../language/identify.js';
import { isLanguage, LANGUAGES, type Language } from '../language/language.js';
import { parse } from '../language/parse.js';
import { writeConllu } from '../language/write-conllu.js';
import { fileError } from '../page/files.js';
import { EXIT, print } from './run.js';

interface ParseCommandOptions {
  readonly lang?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addParse(program: Command): void {
  program
    .command('parse')
    .description('parse raw text into sentences, words, lemmas, tags, trees and names (CoNLL-U)')
    .argument('<inputs...>', 'text files, or - for standard input')
    .option('--lang <code>', `language of the text: ${LANGUAGES.join(' or ')}; found out where not given`)
    .option('--json', 'one JSON object a sentence instead of CoNLL-U')
    .addHelpText(
      'after',
      '\nNames stand in MISC as NER=B-PER. Empty lines end a sentence.\n\nExample:\n  $ echo "Mali signed an accord with Russia." | entente parse - --lang en',
    )
    .action(async (inputs: string[], options: ParseCommandOptions, command: Command) => {
      if (options.lang !== undefined && !isLanguage(options.lang))
        command.error(`error: --lang is ${LANGUAGES.join(' or ')}, not ${options.lang}`, {
          exitCode: EXIT.usage,
        });
      process.exitCode = await parseAll(inputs, options);
    });
}

async function parseAll(inputs: readonly string[], { lang, json }: ParseCommandOptions): Promise<number> {
  let failed = 0;
  for (const input of inputs) {
    try {
      const text = textOf(input);
      const parsed = parse(text, { language: isLanguage(lang) ? lang : languageOf(text, input) });
      await print(
        json === true
          ? parsed.sentences.map((one) => `${JSON.stringify(one)}\n`).join('')
          : writeConllu(parsed),
      );
    } catch (error) {
      if (!(error instanceof EntenteError) || error.code === 'bad-model') throw error;
      failed += 1;
      process.stderr.write(`${error.line}\n`);
    }
  }
  return failed > 0 ? EXIT.failed : EXIT.done;
}

function languageOf(text: string, source: string): Language {
  const found = identify(text);
  if (isLanguage(found)) return found;
  throw new EntenteError(
    'bad-shape',
    `there is no model for the language of this text (${found ?? 'unknown'})`,
    {
      source,
      hint: `Say --lang ${LANGUAGES.join(' or --lang ')} to parse it all the same.`,
    },
  );
}

function textOf(input: string): string {
  try {
    return readFileSync(input === '-' ? 0 : input, 'utf8');
  } catch (cause) {
    throw fileError(cause, input);
  }
}
