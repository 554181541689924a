// The room: documents, one document, claims. One query object gives the page, its JSON and its CSV.
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Store } from '../../store/store.js';
import { Claims } from '../view/claims.js';
import { Documents } from '../view/documents.js';
import { Layout } from '../view/layout.js';
import { csv, endingOf } from './answer.js';
import { claimsCsv, documentsCsv } from './csv.js';
import { addDocumentPages } from './documents.js';
import { claimsQuery, documentsQuery, pageCount, queryString, window } from './query.js';

/** What the room shows, and by whom it may be asked. */
export interface RoomOptions {
  readonly store: Store;
  readonly version: string;
  /** Where set, every request needs `Authorization: Bearer` with it. */
  readonly token?: string;
  /** Host names that requests may carry; a page that rebinds its own name to loopback is refused. Any where empty. */
  readonly hosts?: readonly string[];
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};
const STYLE = readFileSync(new URL('../view/style.css', import.meta.url), 'utf8');

/** The room as an application that answers requests. */
export function createRoom(options: RoomOptions): Hono {
  const { store, version } = options;
  const app = new Hono();
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    const refusal = refused(context, options);
    if (refusal !== undefined) return context.text(refusal, 403);
    await next();
  });
  app.get('/', (context) => context.redirect('/documents'));
  app.get('/style.css', (context) => context.text(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));

  app.get('/:list{documents(\\.json|\\.csv)?}', async (context) => {
    const query = parsed(documentsQuery, context);
    const listed = await store.documents({
      ...window(query),
      ...(query.text !== undefined && { text: query.text }),
    });
    const ending = endingOf(context.req.param('list'));
    if (ending === 'csv') return csv(context, documentsCsv(listed.rows));
    if (ending === 'json') return context.json(listed);
    const link = (changes: Record<string, number>, form = ''): string =>
      `/documents${form}${queryString({ ...query, ...changes })}`;
    return context.html(
      <Layout title="Documents" current="documents" version={version}>
        <Documents
          listed={listed}
          text={query.text ?? ''}
          page={query.page}
          pages={pageCount(listed.total)}
          link={link}
        />
      </Layout>,
    );
  });

  addDocumentPages(app, options);

  app.get('/:list{claims(\\.json|\\.csv)?}', async (context) => {
    const query = parsed(claimsQuery, context);
    const { page, ...filters } = query;
    const set = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const ending = endingOf(context.req.param('list'));
    const listed = await store.claims({ ...set, ...(ending === '' && window({ page })) });
    if (ending === 'csv') return csv(context, claimsCsv(listed.rows));
    if (ending === 'json') return context.json(listed);
    const link = (changes: Partial<typeof query>, form = ''): string =>
      `/claims${form}${queryString({ ...query, ...changes })}`;
    return context.html(
      <Layout title="Claims" current="claims" version={version}>
        <Claims listed={listed} query={query} pages={pageCount(listed.total)} link={link} />
      </Layout>,
    );
  });

  app.notFound((context) =>
    context.html(
      <Message title="Nothing here" text="There is no page at this address." version={version} />,
      404,
    ),
  );
  app.onError((error, context) => {
    const bad = error instanceof BadQuery;
    const text = bad ? error.message : 'The room could not answer. The record is unharmed.';
    return context.html(
      <Message title={bad ? 'This can not be asked' : 'An error'} text={text} version={version} />,
      bad ? 400 : 500,
    );
  });
  return app;
}

const Message = ({ title, text, version }: { title: string; text: string; version: string }) => (
  <Layout title={title} current="" version={version}>
    <h1>{title}</h1>
    <p>{text}</p>
    <p>
      <a href="/documents">All documents</a>
    </p>
  </Layout>
);

/** A query that the room does not know. */
class BadQuery extends Error {}

function parsed<Schema extends z.ZodType>(schema: Schema, context: Context): z.infer<Schema> {
  const result = schema.safeParse(context.req.query());
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BadQuery(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown'}`);
}

function refused(context: Context, { token, hosts = [] }: RoomOptions): string | undefined {
  const host = (context.req.header('host') ?? '').replace(/:\d+$/, '');
  if (hosts.length > 0 && !hosts.includes(host)) return 'This room answers to its own address only.';
  if (token !== undefined && context.req.header('authorization') !== `Bearer ${token}`)
    return 'This room needs its token: Authorization: Bearer …';
  return undefined;
}
