#!/usr/bin/env node
// The cases as one gold file, one JSON object a line, for `entente score` and the claim scorer:
//   node scripts/cases-gold.mjs OUT.jsonl
// A line is {id, lang, date, dateline, title, text, claims}. It holds the text that a case expects and not the text that
// the reader finds on the page: a score on it is about claims alone. Exit: 0 written, 1 a case is broken, 2 wrong use.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CASES = path.join(import.meta.dirname, '..', 'cases');

/** The gold lines of all cases, in the order of their names. */
function goldItems() {
  return readdirSync(CASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map(goldItem);
}

function goldItem(name) {
  const file = path.join(CASES, name, 'expected.json');
  const { document, claims } = readJson(file);
  for (const { quote, where } of claims) {
    const source = where === 'title' ? document.title : document.text;
    if (!source.includes(quote))
      throw new Error(`${file}: not in the ${where}: "${quote}". Copy it to the letter.`);
  }
  const { language: lang, published: date, title, text } = document;
  return { id: name, lang, date, dateline: null, title, text, claims };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}

function main([out, ...rest]) {
  if (out === undefined || out.startsWith('-') || rest.length > 0) {
    console.error('usage: node scripts/cases-gold.mjs OUT.jsonl');
    return 2;
  }
  try {
    const items = goldItems();
    writeFileSync(out, items.map((item) => `${JSON.stringify(item)}\n`).join(''));
    const claims = items.reduce((sum, item) => sum + item.claims.length, 0);
    console.error(`${out}: ${items.length} cases, ${claims} claims`);
    return 0;
  } catch (error) {
    console.error(error.message);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
