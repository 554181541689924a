// What holds for documents of every form: given facts win, and what is missing is a finding.
import type { Finding, Found } from './document.js';

/** The caller's own word where there is one, else what was found. */
export function givenOr(
  given: string | undefined,
  found: Found<string> | undefined,
): Found<string> | undefined {
  return given === undefined ? found : { value: given, basis: 'given' };
}

interface Known {
  readonly title: Found<string> | undefined;
  readonly byline: readonly Found<string>[];
  readonly published: Found<string> | undefined;
  readonly text: string;
}

/** What a reader of the page should know that it lacks. */
export function documentFindings({ title, byline, published, text }: Known): Finding[] {
  const findings: Finding[] = [];
  if (title === undefined) findings.push({ kind: 'title-missing', note: 'the page has no headline' });
  if (byline.length === 0) findings.push({ kind: 'byline-missing', note: 'nobody signs the text' });
  if (published === undefined)
    findings.push({ kind: 'date-missing', note: 'the page gives no date of publication' });
  if (text === '') findings.push({ kind: 'no-article', note: 'no running text was found on the page' });
  return findings;
}
