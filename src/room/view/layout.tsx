// The frame of every page of the room.
import type { Child, FC } from 'hono/jsx';

interface LayoutProps {
  readonly title: string;
  readonly current: 'documents' | 'claims' | '';
  readonly version: string;
  readonly children?: Child;
}

/** Head, navigation, main and footer. */
export const Layout: FC<LayoutProps> = ({ title, current, version, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Entente`}</title>
      <link rel="stylesheet" href="/style.css" />
      <link rel="icon" href="data:," />
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="site">
        <a class="name" href="/documents">
          Entente
        </a>
        <nav aria-label="Main">
          <a href="/documents" aria-current={current === 'documents' ? 'page' : undefined}>
            Documents
          </a>
          <a href="/claims" aria-current={current === 'claims' ? 'page' : undefined}>
            Claims
          </a>
        </nav>
      </header>
      <main id="main">{children}</main>
      <footer class="site">
        <p>Every line is tied to the sentence that says it. Entente {version}</p>
      </footer>
    </body>
  </html>
);

interface PagerProps {
  readonly path: string;
  readonly page: number;
  readonly pages: number;
  readonly link: (page: number) => string;
}

/** Links to the pages before and after, nothing where there is only one. */
export const Pager: FC<PagerProps> = ({ path, page, pages, link }) =>
  pages <= 1 ? null : (
    <nav class="pager" aria-label="Pages">
      {page > 1 ? (
        <a href={`${path}${link(page - 1)}`} rel="prev">
          Previous
        </a>
      ) : null}
      <span>{`Page ${page} of ${pages}`}</span>
      {page < pages ? (
        <a href={`${path}${link(page + 1)}`} rel="next">
          Next
        </a>
      ) : null}
    </nav>
  );
