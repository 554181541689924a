// The baseline reader: names of states, word lists and patterns. Honest, small, and there to be beaten.
import { type Document, documentDay } from '../../document/document.js';
import type { Claim, ClaimReader } from '../claim.js';
import { makeClaim } from '../make.js';
import { type Sentence, sentencesOf } from '../sentences.js';
import { agreementPattern } from './agreement.js';
import { eventOf, type Pattern, type Reading, type SentenceContext } from './context.js';
import { attributionOf, modalityOf, timeOf } from './cues.js';
import { shadow, stateMentions } from './mentions.js';
import { presencePattern } from './presence.js';
import { sharePattern } from './share.js';
import { transferPattern } from './transfer.js';

const NAME = 'baseline/1';
const PATTERNS: readonly Pattern[] = [sharePattern, agreementPattern, presencePattern, transferPattern];
const LANGUAGES = new Set(['en', 'fr']);

/** Reads English and French documents; any other language gives no claims. */
export const baselineReader: ClaimReader = Object.freeze({
  name: NAME,
  read(document: Document): readonly Claim[] {
    const language = document.language?.value ?? 'en';
    if (!LANGUAGES.has(language)) return [];
    const claims = sentencesOf(document).flatMap((sentence) => claimsOf(document, sentence, language));
    return [...new Map(claims.map((claim) => [claim.id, claim])).values()];
  },
});

function claimsOf(document: Document, sentence: Sentence, language: string): Claim[] {
  const text = shadow(sentence.text);
  const states = stateMentions(text, language);
  if (states.length === 0) return [];
  const attribution = attributionOf(sentence, text, language);
  const context: SentenceContext = {
    sentence,
    text,
    language,
    states,
    attribution,
    documentDay: documentDay(document),
  };
  return PATTERNS.flatMap((pattern) => pattern(context)).map((reading) =>
    claimOf(document, context, reading),
  );
}

function claimOf(document: Document, context: SentenceContext, reading: Reading): Claim {
  const { sentence, text, language, attribution } = context;
  const { start, end, kind, roles, fields, quantities, confidence } = reading;
  const modality = modalityOf(text, language);
  return makeClaim(document, {
    kind,
    roles,
    fields,
    quantities,
    event: eventOf(kind, String(fields['stage'] ?? ''), modality),
    time: reading.time ?? timeOf(text, context.documentDay),
    attribution,
    modality,
    evidence: { start: sentence.start + start, end: sentence.start + end, where: sentence.where },
    background: /\b(?:since|depuis)\b|\bhad\b/iu.test(text),
    confidence,
    reader: NAME,
  });
}
