// One document with its lineage, and two tied documents side by side.
import type { Hono } from 'hono';
import type { Store } from '../../store/store.js';
import { DocumentPage } from '../view/document.js';
import { titleWords } from '../view/labels.js';
import { Layout } from '../view/layout.js';
import { TiePage } from '../view/tie.js';
import { csv, endingOf } from './answer.js';
import { claimsCsv } from './csv.js';
import { markersCsv, passagesCsv, tiesCsv } from './lineage-csv.js';

const ID = '[0-9a-f]{64}';
const FORMS = '(\\.json|\\.csv)?';

/** Adds the pages of a document. */
export function addDocumentPages(app: Hono, { store, version }: { store: Store; version: string }): void {
  app.get(`/documents/:id{${ID}${FORMS}}`, async (context) => {
    const [id = ''] = context.req.param('id').split('.');
    const found = await store.document(id);
    if (found === undefined) return context.notFound();
    const ending = endingOf(context.req.param('id'));
    if (ending === 'csv') return csv(context, claimsCsv((await store.claims({ document: id })).rows));
    const marked = await store.markers(id);
    const [ties, families] = [await store.ties(id), await store.families(id)];
    if (ending === 'json') return context.json({ ...found, ...marked, ties, families });
    return context.html(
      <Layout title={titleWords(found.document)} current="documents" version={version}>
        <DocumentPage
          {...found}
          lineage={{ id, marked, ties, families }}
          frame={context.req.query('frame') === '1'}
        />
      </Layout>,
    );
  });

  app.get(`/documents/:id{${ID}}/:part{(ties|markers)${FORMS}}`, async (context) => {
    const { id, part } = context.req.param();
    if ((await store.document(id)) === undefined) return context.notFound();
    const ending = endingOf(part);
    if (ending === '') return context.redirect(`/documents/${id}#lineage`);
    if (part.startsWith('markers')) {
      const marked = await store.markers(id);
      return ending === 'csv' ? csv(context, markersCsv(id, marked)) : context.json(marked);
    }
    const ties = await store.ties(id);
    return ending === 'csv' ? csv(context, tiesCsv(id, ties)) : context.json(ties);
  });

  app.get(`/documents/:id{${ID}}/ties/:other{${ID}${FORMS}}`, async (context) => {
    const id = context.req.param('id');
    const [otherId = ''] = context.req.param('other').split('.');
    const tie = (await store.ties(id)).find(({ other }) => other.id === otherId)?.tie;
    const document = (await store.document(id))?.document;
    const other = (await store.document(otherId))?.document;
    if (tie === undefined || document === undefined || other === undefined) return context.notFound();
    const ending = endingOf(context.req.param('other'));
    if (ending === 'csv') return csv(context, passagesCsv(tie, document, other));
    if (ending === 'json')
      return context.json({ tie, texts: { [id]: document.text, [otherId]: other.text } });
    return context.html(
      <Layout
        title={`${titleWords(document)} beside ${titleWords(other)}`}
        current="documents"
        version={version}
      >
        <TiePage tie={tie} document={document} other={other} />
      </Layout>,
    );
  });
}
