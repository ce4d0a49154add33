import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cookieNameOf, openWebDoor } from '../../electron/web/server.ts';
import { readIds, signIn, startOn } from './centre.ts';

/**
 * The browser door on a measured centre, as a process of its own like the real one. Started with the centre's
 * folder; tells its address and a signed-in cookie, and answers 'begin' and 'end' around a stretch in which the
 * delay of its event loop is watched.
 */
export type DoorSays =
  | { readonly address: string; readonly bare: string; readonly cookie: string }
  | { readonly longestMs: number; readonly p99Ms: number };

const folder = process.argv[2] ?? '';
const pagesFolder = join(folder, 'pages');
mkdirSync(join(pagesFolder, 'assets'), { recursive: true });
writeFileSync(join(pagesFolder, 'index.html'), '<!doctype html><title>Bench</title>');

const program = await startOn(folder);
const door = await openWebDoor(program, { port: 0, pagesFolder });
const { token } = signIn(program, readIds(folder).manager);
/** The least that a call costs on this machine: Node's own server in this very process, answering at once. */
const bare = createServer((request, response) => {
  request.resume().on('end', () => response.end('{"ok":true,"value":{}}'));
});
await once(bare.listen(0, '127.0.0.1'), 'listening');

const delay = monitorEventLoopDelay({ resolution: 5 });
const say = (what: DoorSays): void => void process.send?.(what);

process.on('message', (word) => {
  if (word === 'begin') {
    delay.enable();
    delay.reset();
  } else if (word === 'end') {
    delay.disable();
    say({ longestMs: delay.max / 1e6, p99Ms: delay.percentile(99) / 1e6 });
  } else if (word === 'close')
    void door
      .close()
      .then(() => program.close())
      .then(() => process.exit(0));
});
say({
  address: door.address,
  bare: `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`,
  cookie: `${cookieNameOf(program.folder(), program.mode)}=${token}`,
});
