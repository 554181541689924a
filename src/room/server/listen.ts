// Opens the room on an address and closes it again.
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { EntenteError } from '../../base/error.js';
import type { Store } from '../../store/store.js';
import { createRoom } from './app.js';

/** Where the room is opened. */
export interface ListenOptions {
  readonly store: Store;
  readonly version: string;
  /** Loopback where not given; any other address needs a token. */
  readonly host?: string;
  /** The first port tried; only this one where given. 0 takes any free port. */
  readonly port?: number;
  readonly token?: string;
}

/** An open room. */
export interface OpenedRoom {
  readonly url: string;
  close(): Promise<void>;
}

const FIRST_PORT = 4747;
const TRIES = 20;
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]', '::1'];

/** Opens the room; throws `usage` for a public address without a token or a port that is taken. */
export async function openRoom({
  store,
  version,
  host = '127.0.0.1',
  port,
  token,
}: ListenOptions): Promise<OpenedRoom> {
  const local = LOOPBACK.includes(host);
  if (!local && (token === undefined || token === '')) {
    throw new EntenteError('usage', `the room does not open on ${host} without a token`, {
      hint: 'Set ENTENTE_TOKEN, or leave --host out.',
    });
  }
  const app = createRoom({
    store,
    version,
    ...(token !== undefined && !local && { token }),
    ...(local && { hosts: LOOPBACK }),
  });
  const last = port === undefined ? FIRST_PORT + TRIES : port;
  for (let at = port ?? FIRST_PORT; at <= last; at += 1) {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    const taken = await listening(server, at, host);
    if (!taken) return opened(server, host);
  }
  const hint = 'Name another with --port.';
  throw new EntenteError(
    'usage',
    port === undefined ? `ports ${FIRST_PORT} to ${last} are all taken` : `port ${port} is taken`,
    { hint },
  );
}

/** False once the server listens; true where the port is taken. */
function listening(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(true) : reject(error),
    );
    server.listen(port, host, () => resolve(false));
  });
}

function opened(server: Server, host: string): OpenedRoom {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const name = host.includes(':') ? `[${host.replace(/[[\]]/g, '')}]` : host;
  return {
    url: `http://${name}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
