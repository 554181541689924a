// The front door: what other programs may use.

export { addDays, type Time, time } from './base/date.js';
export { EntenteError, type ErrorCode, type ErrorPlace } from './base/error.js';
export { contentId } from './base/id.js';
export { type Quantity, quantity } from './base/quantity.js';
export { checkedQuote, contains, overlaps, type Quote, quoteOf, type Span } from './base/span.js';
export { baselineReader } from './claim/baseline/reader.js';
export type { Claim, ClaimKind, ClaimReader, Marker, Modality } from './claim/claim.js';
export { claimReader, type Explained, explain } from './claim/read/reader.js';
export { parseClaim } from './claim/schema.js';
export type { Document } from './document/document.js';
export { readDocument } from './document/read.js';
export type { Language, Name, Parse, ParsedSentence, Word } from './language/language.js';
export { type ParseOptions, parse } from './language/parse.js';
export { writeConllu } from './language/write-conllu.js';
export type { Page, PageResult } from './page/page.js';
export { type ReadPagesOptions, readPages } from './page/read.js';
export { openStore, type Store } from './store/store.js';
