// Why a claim was made: its frame, its predicate, how each role was filled, the words of modality and time.
import type { FC } from 'hono/jsx';
import type { Span } from '../../base/span.js';
import type { Claim } from '../../claim/claim.js';
import type { Why } from '../../claim/read/why.js';
import type { Document } from '../../document/document.js';
import { Row } from './row.js';

interface WhyProps {
  readonly document: Document;
  readonly claim: Claim;
  readonly why: Why;
}

/** How a filler was resolved, in words; what is not listed here is said as it is. */
const HOW: Readonly<Record<string, string>> = {
  name: 'by its name',
  acronym: 'by its acronym',
  noun: 'by a noun',
  office: 'by an office',
  capital: 'a capital for its state',
  demonym: 'by a word for its people',
  anaphor: 'refers back',
};

/** The reasons, folded. */
export const WhyDetails: FC<WhyProps> = ({ document, claim, why }) => {
  const text = claim.evidence.where === 'title' ? (document.title?.value ?? '') : document.text;
  const words = ({ start, end }: Span): string => `“${text.slice(start, end)}”`;
  return (
    <details>
      <summary>Why</summary>
      <dl>
        <Row name="frame">
          <code>{why.frame}</code>
        </Row>
        <Row name="predicate">{words(why.predicate)}</Row>
        {rolesIn(why).map(({ role, by }) => (
          <Row name={role}>{byWords(by)}</Row>
        ))}
        <Row name="modality">
          {why.modality === undefined ? `${claim.modality}: no word says otherwise` : words(why.modality)}
        </Row>
        <Row name="time">{timeReason(why, words)}</Row>
        {claim.attribution.map(({ speaker, cue }) => (
          <Row name="said by">{cue === '' ? speaker : `${speaker}: “${cue}”`}</Row>
        ))}
      </dl>
    </details>
  );
};

/** The roles that words fill; one that had none in its own place may come again with where it was found. */
export function rolesIn({ roles }: Why): Why['roles'] {
  return roles.filter(({ by }) => by !== '');
}

function timeReason({ time }: Why, words: (span: Span) => string): string {
  if (time === undefined) return 'no word of time in the clause';
  return typeof time === 'string' ? time : words(time);
}

/** "Russia · name" -> "“Russia”, by its name". */
function byWords(by: string): string {
  const [words = '', ...how] = by.split(' · ');
  if (how.length === 0) return words.startsWith('the only') ? words : `“${words}”`;
  return [words === '' ? '' : `“${words}”`, ...how.map((one) => HOW[one] ?? one)]
    .filter((part) => part !== '')
    .join(', ');
}
