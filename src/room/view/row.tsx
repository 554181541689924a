// A name and what it holds, as a line of a description list.
import type { Child, FC } from 'hono/jsx';

/** One line of a `<dl>`. */
export const Row: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
