// Whether a claim recalls what was known before rather than reports news.

import { modalityCues } from '../lexicon/cues.js';
import { grammarWords } from '../lexicon/grammar-words.js';
import { clauseVerb, isPassive, sharesClause, tenseOf } from './clause.js';
import { sayingsOver } from './saying.js';
import type { Tree } from './tree.js';

/** Options of {@link backgroundOf}. */
export interface BackgroundOptions {
  /** ISO day of the document: a year before its own is no news. */
  readonly day?: string;
  /** True for a measure over a period, whose years are its own. */
  readonly measure?: boolean;
}

const RECENT_DAYS = 120;
const MS_PER_DAY = 86_400_000;

/** True where the sentence recalls: a pluperfect, a "since", a year gone by, "once", a relative clause without news. */
export function backgroundOf(tree: Tree, at: number, options: BackgroundOptions = {}): boolean {
  const verb = clauseVerb(tree, at);
  const { tense } = tenseOf(tree, verb);
  if (tense === 'future') return false;
  const text = ownText(tree, verb);
  if (tense === 'pluperfect' && !reported(tree, at)) return true;
  if (options.measure === true) return false;
  if (SINCE.test(text) || recalls(tree, verb)) return true;
  const dated = oldYear(text, options.day);
  if (dated !== undefined) return dated;
  return aside(tree, verb) && !FRESH.test(text);
}

/** A pluperfect under a past verb of saying is only a past. */
const reported = (tree: Tree, at: number): boolean =>
  sayingsOver(tree, at, false).some(({ how }) => how === 'governs' || how === 'aside');

const SINCE = / (?:since|depuis) (?!(?:then|qu))/;
const FRESH =
  / (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|this (?:week|month|year|morning)|last (?:week|month|night)|next|tomorrow|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|demain|cette (?:semaine|année)|ce mois|prochaine?|\d{1,2} [a-zéû]+) /;

function recalls(tree: Tree, verb: number): boolean {
  const table = modalityCues(tree.language, 'background');
  return tree.children(verb).some((word) => tree.word(word).upos === 'ADV' && table.has(tree.form(word)));
}

const sameClause = (tree: Tree, a: number, b: number): boolean =>
  a === b ||
  (tree.head(a) === b && sharesClause(tree, b, a)) ||
  (tree.head(b) === a && sharesClause(tree, a, b));

/** The words of the verb's own clause, those of clauses below it left out, as plain text. */
function ownText(tree: Tree, verb: number): string {
  const own = tree.words.map((_, word) =>
    sameClause(tree, clauseVerb(tree, word), verb) ? tree.form(word) : '',
  );
  return ` ${own.join(' ').replace(/' /g, "'")} `.replace(/ +/g, ' ');
}

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const YEAR = new RegExp(`(?:(${MONTHS}),? )?(?<![-\\p{L}\\d])((?:19|20)\\d\\d)(?![-\\d])`, 'gu');
const ATTRIBUTIVE = / (?:the|its|their|le|la|l'|cet|cette|a|an) $/;

/** True for a year gone by, false for the document's own, undefined where no year is said. */
function oldYear(text: string, day: string | undefined): boolean | undefined {
  if (day === undefined) return undefined;
  let found: boolean | undefined;
  for (const match of text.matchAll(YEAR)) {
    if (ATTRIBUTIVE.test(text.slice(0, match.index))) continue;
    const month = match[1] === undefined ? 11 : MONTHS.split('|').indexOf(match[1]) % 12;
    const end = Date.UTC(Number(match[2]), month + 1, 0);
    const allowed = match[1] === undefined ? 0 : RECENT_DAYS;
    const old = Number(match[2]) < Number(day.slice(0, 4)) && (Date.parse(day) - end) / MS_PER_DAY > allowed;
    found = (found ?? true) && old;
  }
  return found;
}

/** A relative clause or a participle after a noun tells what the noun is known by. */
function aside(tree: Tree, verb: number): boolean {
  const clause = tree.pathUp(verb).find((node) => tree.relation(node) !== 'conj') ?? verb;
  if (tree.relation(clause) !== 'acl') return false;
  if (/:relcl$/.test(tree.word(clause).deprel)) return opensRelative(tree, clause);
  return isPassive(tree, clause) || tree.childrenBy(clause, 'aux').length > 0;
}

/** A relative clause that its pronoun opens; without one the tree may be wrong. */
const RELATIVE = grammarWords('relative');
const opensRelative = (tree: Tree, clause: number): boolean =>
  [0, 1].some((step) => RELATIVE.has(tree.form(Math.min(clause, tree.first(clause) + step))));
