// `entente open`: the room on a record.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { EntenteError } from '../base/error.js';
import { openRoom } from '../room/server/listen.js';
import { openStore, type Store } from '../store/store.js';
import { EXIT, print } from './run.js';
import { VERSION } from './version.js';

/** How the room is opened. */
export interface OpenOptions {
  readonly port?: number;
  readonly host?: string;
  /** False for `--no-open`. */
  readonly open: boolean;
}

/** Adds the command. */
export function addOpen(program: Command): void {
  program
    .command('open')
    .description('open the room: documents, claims and their sentences in the browser')
    .option('--record <path>', 'the record', 'entente.db')
    .option('--port <number>', 'the port (default: 4747 or the next free one)', portOf)
    .option('--host <address>', 'the address to listen on; any but loopback needs ENTENTE_TOKEN')
    .option('--no-open', 'do not open a browser')
    .addHelpText('after', '\nExample:\n  $ entente open --record sahel.db --no-open')
    .action(async (options: OpenOptions & { record: string }) => {
      if (!existsSync(options.record)) {
        throw new EntenteError('not-found', 'no such record', {
          source: options.record,
          hint: 'Make one with: entente add examples',
        });
      }
      const store = openStore(options.record);
      await serve(store, options);
      await store.close();
    });
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new EntenteError('usage', `--port ${text} is no port`, { hint: 'Name a number from 0 to 65535.' });
}

/** Serves the room until Ctrl-C or SIGTERM, then closes it cleanly. */
export async function serve(store: Store, { port, host, open }: OpenOptions): Promise<void> {
  const token = process.env['ENTENTE_TOKEN'];
  const room = await openRoom({
    store,
    version: VERSION,
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(token !== undefined && { token }),
  });
  await print(
    `The room is open at ${room.url}\n${process.stdin.isTTY === true ? 'Ctrl-C closes it.\n' : ''}`,
  );
  if (open && onDesktop()) launch(room.url);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await room.close();
  process.exitCode = EXIT.done;
}

function onDesktop(): boolean {
  const { env, platform, stdout } = process;
  if (env['CI'] !== undefined || stdout.isTTY !== true) return false;
  return (
    platform === 'darwin' ||
    platform === 'win32' ||
    env['DISPLAY'] !== undefined ||
    env['WAYLAND_DISPLAY'] !== undefined
  );
}

function launch(url: string): void {
  const [command, args]: [string, string[]] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
