// One document: its text with the evidence marked in place, its claims beside it, its frame when asked.
import type { FC } from 'hono/jsx';
import { quantityLabel } from '../../base/quantity.js';
import type { Claim } from '../../claim/claim.js';
import type { Block, Document } from '../../document/document.js';
import { segmentsOf } from './highlight.js';
import { fillerName, timeWords } from './labels.js';

interface DocumentProps {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly frame: boolean;
}

/** The page of a document. */
export const DocumentPage: FC<DocumentProps> = ({ document, claims, frame }) => {
  const inTitle = claims.filter(({ evidence }) => evidence.where === 'title');
  const inText = claims.filter(({ evidence }) => evidence.where !== 'title');
  return (
    <>
      <header class="head">
        <h1 lang={document.language?.value}>
          <Marked text={document.title?.value ?? 'Without a title'} offset={0} claims={inTitle} />
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
            <Framed document={document} claims={inText} />
          ) : (
            document.blocks.map((block) => <BlockView document={document} block={block} claims={inText} />)
          )}
        </article>
        <section class="notes" aria-label="Claims">
          <h2>{claims.length === 1 ? '1 claim' : `${claims.length} claims`}</h2>
          {claims.length === 0 ? <p>Nothing was read out of this document.</p> : null}
          {claims.map((claim) => (
            <ClaimCard claim={claim} />
          ))}
        </section>
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

const BlockView: FC<{ document: Document; block: Block; claims: readonly Claim[] }> = ({
  document,
  block,
  claims,
}) => {
  const marked = (
    <Marked text={document.text.slice(block.start, block.end)} offset={block.start} claims={claims} />
  );
  if (block.kind === 'heading') return <h2>{marked}</h2>;
  if (block.kind === 'quote') return <blockquote>{marked}</blockquote>;
  return <p class={block.kind}>{marked}</p>;
};

const Marked: FC<{ text: string; offset: number; claims: readonly Claim[] }> = ({ text, offset, claims }) => (
  <>
    {segmentsOf(text, offset, claims).map(({ text: part, claims: over, begins }) =>
      over.length === 0 ? (
        part
      ) : (
        <>
          {begins.map(({ id, kind }) => (
            <a class={`label kind-${kind}`} id={`evidence-${id}`} href={`#claim-${id}`}>
              {kind}
            </a>
          ))}
          <mark class={`kind-${over[0]!.kind} modality-${over[0]!.modality}`}>{part}</mark>
        </>
      ),
    )}
  </>
);

/** All visible text of the page in its order: the article, and every other part with its name. */
const Framed: FC<{ document: Document; claims: readonly Claim[] }> = ({ document, claims }) => {
  const parts = [
    ...document.blocks.map((block) => ({
      at: block.visible.start,
      view: <BlockView document={document} block={block} claims={claims} />,
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

const ClaimCard: FC<{ claim: Claim }> = ({ claim }) => (
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
  </article>
);

const Row: FC<{ name: string; children?: string }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
