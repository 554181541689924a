// One document: its text with the evidence marked in place, its claims beside it, its frame when asked.
import type { Child, FC } from 'hono/jsx';
import { quantityLabel } from '../../base/quantity.js';
import type { Claim } from '../../claim/claim.js';
import type { Why } from '../../claim/read/why.js';
import type { Block, Document } from '../../document/document.js';
import type { TextMarker } from '../../lineage/markers/marker.js';
import { type Segment, segmentsOf } from './highlight.js';
import { fillerName, timeWords } from './labels.js';
import { Lineage, type LineageProps } from './lineage.js';
import { Row } from './row.js';
import { WhyDetails } from './why.js';

interface DocumentProps {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly reasons: Readonly<Record<string, Why>>;
  readonly lineage: LineageProps;
  readonly frame: boolean;
}

/** What is marked in a text. */
interface Marks {
  readonly claims: readonly Claim[];
  readonly markers: readonly TextMarker[];
}

/** The page of a document. */
export const DocumentPage: FC<DocumentProps> = ({ document, claims, reasons, lineage, frame }) => {
  const inTitleMarkers = lineage.marked.markers.filter(({ where }) => where === 'title');
  const markers = lineage.marked.markers.filter(({ where }) => where === 'text');
  const inTitle = claims.filter(({ evidence }) => evidence.where === 'title');
  const inText = claims.filter(({ evidence }) => evidence.where !== 'title');
  return (
    <>
      <header class="head">
        <h1 lang={document.language?.value}>
          <Marked
            text={document.title?.value ?? 'Without a title'}
            offset={0}
            claims={inTitle}
            markers={inTitleMarkers}
          />
        </h1>
        <Facts document={document} />
        <p class="count">
          {frame ? (
            <a href={`/documents/${document.id}`}>Show the article</a>
          ) : (
            <a href={`/documents/${document.id}?frame=1`}>Show the page's frame</a>
          )}{' '}
          · <a href={`/documents/${document.id}.json`}>JSON</a> ·{' '}
          <a href={`/documents/${document.id}.csv`}>CSV</a>
        </p>
      </header>
      <div class="reading">
        <article class="text" lang={document.language?.value}>
          {frame ? (
            <Framed document={document} claims={inText} markers={markers} />
          ) : (
            document.blocks.map((block) => (
              <BlockView document={document} block={block} claims={inText} markers={markers} />
            ))
          )}
        </article>
        <div class="notes">
          <Lineage {...lineage} />
          <section aria-labelledby="claims-title">
            <h2 id="claims-title">{claims.length === 1 ? '1 claim' : `${claims.length} claims`}</h2>
            {claims.length === 0 ? <p>Nothing was read out of this document.</p> : null}
            {claims.map((claim) => (
              <ClaimCard document={document} claim={claim} why={reasons[claim.id]} />
            ))}
          </section>
        </div>
      </div>
    </>
  );
};

const Facts: FC<{ document: Document }> = ({ document }) => (
  <dl class="facts">
    <Fact
      name="Outlet"
      value={document.outlet?.value.name ?? document.outlet?.value.domain}
      basis={document.outlet?.basis}
    />
    <Fact name="Published" value={document.published?.value} basis={document.published?.basis} />
    <Fact
      name="Byline"
      value={document.byline.map(({ value }) => value).join(', ') || undefined}
      basis={document.byline[0]?.basis}
    />
    <Fact name="Language" value={document.language?.value} basis={document.language?.basis} />
    {document.findings.map(({ kind, note }) => (
      <div class="finding">
        <dt>{kind.replace(/-/g, ' ')}</dt>
        <dd>{note}</dd>
      </div>
    ))}
  </dl>
);

const Fact: FC<{ name: string; value: string | undefined; basis: string | undefined }> = ({
  name,
  value,
  basis,
}) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {value ?? 'none'} {basis === undefined ? null : <small>{basis}</small>}
    </dd>
  </div>
);

const BlockView: FC<{ document: Document; block: Block } & Marks> = ({ document, block, ...marks }) => {
  const marked = (
    <Marked text={document.text.slice(block.start, block.end)} offset={block.start} {...marks} />
  );
  if (block.kind === 'heading') return <h2>{marked}</h2>;
  if (block.kind === 'quote') return <blockquote>{marked}</blockquote>;
  return <p class={block.kind}>{marked}</p>;
};

const Marked: FC<{ text: string; offset: number } & Marks> = ({ text, offset, claims, markers }) => (
  <>
    {segmentsOf(text, offset, claims, markers).map((segment) => {
      const { claims: over, begins } = segment;
      if (over.length === 0) return traced(segment);
      return (
        <>
          {begins.map(({ id, kind }) => (
            <a class={`label kind-${kind}`} id={`evidence-${id}`} href={`#claim-${id}`}>
              {kind}
            </a>
          ))}
          <mark class={`kind-${over[0]!.kind} modality-${over[0]!.modality}`}>{traced(segment)}</mark>
        </>
      );
    })}
  </>
);

/** Words with a marker over them are told by their kind where the pointer rests; the list beside the text says why. */
const traced = ({ text, markers }: Segment): Child =>
  markers.length === 0 ? (
    text
  ) : (
    <span
      class="trace"
      title={markers.map(({ kind, why }) => `${kind.replace(/-/g, ' ')}: ${why}`).join('; ')}
    >
      {text}
    </span>
  );

/** All visible text of the page in its order: the article, and every other part with its name. */
const Framed: FC<{ document: Document } & Marks> = ({ document, ...marks }) => {
  const parts = [
    ...document.blocks.map((block) => ({
      at: block.visible.start,
      view: <BlockView document={document} block={block} {...marks} />,
    })),
    ...document.frame.map(({ start, end, kind }) => ({
      at: start,
      view: (
        <div class="part">
          <span class="part-name">{kind.replace(/_/g, ' ')}</span>
          <p>{document.visible.slice(start, end)}</p>
        </div>
      ),
    })),
  ];
  return <>{parts.sort((a, b) => a.at - b.at).map(({ view }) => view)}</>;
};

const ClaimCard: FC<{ document: Document; claim: Claim; why: Why | undefined }> = ({
  document,
  claim,
  why,
}) => (
  <article class={`card kind-${claim.kind}`} id={`claim-${claim.id}`}>
    <h3>
      <a href={`#evidence-${claim.id}`}>
        {claim.kind}{' '}
        {typeof claim.fields['stage'] === 'string' ? (
          <span class="stage">{claim.fields['stage']}</span>
        ) : null}
      </a>{' '}
      <span class={`tag modality-${claim.modality}`}>{claim.modality}</span>
    </h3>
    <dl>
      {Object.entries(claim.roles)
        .filter(([, fillers]) => fillers.length > 0)
        .map(([role, fillers]) => (
          <Row name={role}>{fillers.map(fillerName).join(', ')}</Row>
        ))}
      {claim.quantities.length > 0 ? (
        <Row name="quantities">{claim.quantities.map(quantityLabel).join(', ')}</Row>
      ) : null}
      <Row name="time">{timeWords(claim.time)}</Row>
      <Row name="said by">
        {claim.attribution.map(({ speaker }) => speaker).join(' < ') || 'the text itself'}
      </Row>
      {claim.event === null ? null : <Row name="event">{claim.event.type}</Row>}
      <Row name="confidence">{claim.confidence.toFixed(2)}</Row>
    </dl>
    <blockquote>{claim.evidence.quote}</blockquote>
    {why === undefined ? null : <WhyDetails document={document} claim={claim} why={why} />}
  </article>
);
