// The list of documents.
import type { FC } from 'hono/jsx';
import type { DocumentRow, Listed } from '../../store/store.js';
import { Pager } from './layout.js';

interface DocumentsProps {
  readonly listed: Listed<DocumentRow>;
  readonly text: string;
  readonly page: number;
  readonly pages: number;
  readonly link: (changes: Record<string, number>, ending?: string) => string;
}

/** Documents, newest first, each with what it holds and what it lacks. */
export const Documents: FC<DocumentsProps> = ({ listed, text, page, pages, link }) => (
  <>
    <h1>Documents</h1>
    <form class="filters" method="get" action="/documents">
      <label>
        Title or outlet <input type="search" name="text" value={text} />
      </label>
      <button type="submit">Search</button>
    </form>
    <p class="count">
      {`${listed.total} documents`} · <a href={link({}, '.json')}>JSON</a> ·{' '}
      <a href={link({}, '.csv')}>CSV</a>
    </p>
    <ol class="documents">
      {listed.rows.map((row) => (
        <li>
          <DocumentItem {...row} />
        </li>
      ))}
    </ol>
    <Pager path="" page={page} pages={pages} link={(to) => link({ page: to })} />
  </>
);

const DocumentItem: FC<DocumentRow> = ({ document, kinds, ties, markers, isMachineRewritten }) => (
  <article>
    <h2 lang={document.language?.value}>
      <a href={`/documents/${document.id}`}>{document.title?.value ?? 'Without a title'}</a>
    </h2>
    <p class="meta">
      <span>{document.outlet?.value.name ?? document.outlet?.value.domain ?? 'Outlet unknown'}</span>
      <span>{document.published?.value.slice(0, 10) ?? 'No date'}</span>
      <span>
        {document.byline.length > 0 ? document.byline.map(({ value }) => value).join(', ') : 'No byline'}
      </span>
      <span>{document.language?.value ?? ''}</span>
    </p>
    <p class="tags">
      {Object.entries(kinds).map(([kind, count]) => (
        <span class={`tag kind-${kind}`}>{`${count} ${kind}`}</span>
      ))}
      {ties === 0 ? null : <span class="tag">{ties === 1 ? '1 tie' : `${ties} ties`}</span>}
      {isMachineRewritten ? <span class="tag finding">rewritten by machine</span> : null}
      {isMachineRewritten || markers === 0 ? null : (
        <span class="tag">{markers === 1 ? '1 trace' : `${markers} traces`}</span>
      )}
      {document.findings.map(({ kind, note }) => (
        <span class="tag finding" title={note}>
          {kind.replace(/-/g, ' ')}
        </span>
      ))}
    </p>
  </article>
);
