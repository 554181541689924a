// Documents and claims as a person reads them in a terminal.

import type { Time } from '../base/date.js';
import { quantityLabel } from '../base/quantity.js';
import type { Claim, Marker, RoleFiller } from '../claim/claim.js';
import type { Dyad } from '../claim/events/dyad.js';
import type { Explained, Why } from '../claim/read/reader.js';
import type { Document, Found } from '../document/document.js';
import { stateName } from '../lexicon/states.js';
import { colours as pc } from './colours.js';

const QUOTE = 70;
const LABEL = 10;

/** The document's head: title, date, byline, outlet, language, findings and frame. */
export function documentView(document: Document): string {
  const { title, byline, published, outlet, language, frame, visible, findings, text } = document;
  const outletName =
    outlet === undefined
      ? undefined
      : { value: outlet.value.name ?? outlet.value.domain, basis: outlet.basis };
  const lines = [
    pc.bold(title?.value ?? '(no title)'),
    row('date', published),
    row(
      'byline',
      byline.length === 0
        ? undefined
        : { value: byline.map(({ value }) => value).join(', '), basis: byline[0]!.basis },
    ),
    row('outlet', outletName),
    row('language', language),
    label('text', `${text.length} characters in ${document.blocks.length} blocks`),
    ...findings.map(({ kind, note }) => label('finding', `${pc.yellow(kind)} ${pc.dim(note)}`)),
    ...frame
      .filter(({ kind }) => kind !== 'title')
      .map(({ kind, start, end }) =>
        label('frame', `${kind.padEnd(15)} ${pc.dim(short(visible.slice(start, end)))}`),
      ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The markers and claims below the head, each claim with its sentence and, where asked for, its reasons. */
export function claimsView(
  document: Document,
  { explained, markers, why }: { explained: readonly Explained[]; markers: readonly Marker[]; why: boolean },
): string {
  const marks = markers.map((marker) =>
    label('marker', `${pc.yellow(marker.kind)} ${short(marker.quote)} ${pc.dim(marker.why)}`),
  );
  const head = marks.length === 0 ? '' : `${marks.join('\n')}\n`;
  if (explained.length === 0) return `${head}\n  ${pc.dim(noClaims(document))}\n\n`;
  const views = explained.map(
    (one) => `${claimView(document, one.claim)}${why ? whyView(document, one) : ''}`,
  );
  return `${head}\n${views.join('\n')}\n`;
}

function whyView(document: Document, { claim, why }: Explained): string {
  const text = claim.evidence.where === 'title' ? (document.title?.value ?? '') : document.text;
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const lines: (readonly [string, string])[] = [
    ['frame', `${why.frame} on "${words(why.predicate)}"`],
    ...why.roles.map(({ role, by }) => [role, by] as const),
    ...(why.modality === undefined ? [] : [['modality', `"${words(why.modality)}"`] as const]),
    ...(why.time === undefined ? [] : [['time', timeReason(why.time, words)] as const]),
  ];
  return lines.map(([name, reason]) => `      ${pc.dim(`${name.padEnd(LABEL)}${reason}`)}\n`).join('');
}

const timeReason = (
  time: NonNullable<Why['time']>,
  words: (span: { start: number; end: number }) => string,
): string => (typeof time === 'string' ? time : `"${words(time)}"`);

function noClaims({ language }: Document): string {
  const code = language?.value;
  if (code !== undefined && code !== 'en' && code !== 'fr')
    return `no claims: documents in "${code}" are not read yet (English and French are)`;
  return 'no claims';
}

/** The title and the events below it, each with the words that it was read from. */
export function eventsView({ title, text }: Document, events: readonly Dyad[]): string {
  const lines = events.map(({ source, target, type, cameo, start, end, where }) => {
    const quote = (where === 'title' ? (title?.value ?? '') : text).slice(start, end);
    const code = cameo === undefined ? '' : pc.dim(` ${cameo}`);
    return `  ${source ?? '---'} ${pc.bold(pc.cyan(type))}${code} ${target ?? '---'}  ${pc.dim(short(quote))}`;
  });
  const body = lines.length > 0 ? lines : [`  ${pc.dim('no events')}`];
  return `${pc.bold(title?.value ?? '(no title)')}\n${body.join('\n')}\n\n`;
}

/** One claim: kind and sides, what is known of it, and the sentence with the evidence marked. */
export function claimView(document: Document, claim: Claim): string {
  const { kind, fields, modality, attribution, quantities, time, evidence, confidence } = claim;
  const stage = typeof fields['stage'] === 'string' ? ` ${fields['stage']}` : '';
  const head = `  ${pc.bold(pc.cyan(kind))}${stage}  ${rolesLabel(claim)}`;
  const speaker = attribution.map((link) => link.speaker).join(' < ');
  const facts = [
    modality === 'fact' ? '' : pc.magenta(modality),
    speaker === '' ? '' : `said by ${speaker}`,
    quantities.map(quantityLabel).join(', '),
    timeLabel(time),
    `confidence ${confidence.toFixed(2)}`,
  ].filter((fact) => fact !== '');
  const where = evidence.where === 'title' ? 'title' : `${evidence.start}-${evidence.end}`;
  return `${head}\n    ${pc.dim(facts.join(' · '))}\n    ${marked(document, claim)} ${pc.dim(`[${where}]`)}\n`;
}

/** Who and what: `parties: Russia, Mali`. */
export function rolesLabel({ roles }: Claim): string {
  return Object.entries(roles)
    .filter(([, fillers]) => fillers.length > 0)
    .map(([role, fillers]) => `${pc.dim(`${role}:`)} ${fillers.map(fillerLabel).join(', ')}`)
    .join('  ');
}

function fillerLabel(filler: RoleFiller): string {
  if ('item' in filler) return filler.item;
  if ('place' in filler) return filler.place;
  return filler.class === 'state' && filler.id !== null ? stateName(filler.id) : filler.name;
}

/** `2013-01-01 to 2017-12-31`, `no later than 2021-04-11`, `time unknown`. */
export function timeLabel({ start, end, basis }: Time): string {
  if (basis === 'bound')
    return end === undefined
      ? start === undefined
        ? 'time unknown'
        : `from ${start}`
      : `no later than ${end}`;
  if (start === end) return start ?? 'time unknown';
  return `${start ?? '…'} to ${end ?? '…'}`;
}

const CONTEXT = 60;

function marked(document: Document, { evidence }: Claim): string {
  const text = evidence.where === 'title' ? (document.title?.value ?? '') : document.text;
  const before =
    text
      .slice(Math.max(0, evidence.start - CONTEXT), evidence.start)
      .split('\n')
      .pop() ?? '';
  const after = text.slice(evidence.end, evidence.end + CONTEXT).split('\n')[0] ?? '';
  return `${pc.dim(before)}${pc.underline(evidence.quote)}${pc.dim(after)}`;
}

function row(name: string, found: Found<string> | undefined): string {
  return label(
    name,
    found === undefined ? pc.yellow('none') : `${found.value} ${pc.dim(`(${found.basis})`)}`,
  );
}

function label(name: string, value: string): string {
  return `  ${pc.dim(name.padEnd(LABEL))}${value}`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > QUOTE ? `${line.slice(0, QUOTE)}…` : line;
}
