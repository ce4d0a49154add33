import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cookieNameOf, openWebDoor } from '../../electron/web/server.ts';
import { readIds, signIn, startOn } from './centre.ts';
import { ownTime } from './processor-time.ts';

/**
 * The browser door on a measured centre, as a process of its own like the real one. Started with the centre's
 * folder; tells its address and a signed-in cookie, and answers 'begin' and 'end' around a stretch in which the
 * delay of its event loop is watched.
 */
export type DoorSays =
  | { readonly address: string; readonly bare: string; readonly cookie: string }
  | Stops;

/**
 * The longest stretches in which the event loop did one thing only: by the clock on the wall, as the desk feels it,
 * and in time of the processor, without what other programs took meanwhile.
 */
export type Stops = {
  readonly longestMs: number;
  readonly p99Ms: number;
  readonly longestCpuMs: number;
};

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

/** How often a look is taken at the clocks; a stop seems longer by as much at most. */
const LOOK_MS = 5;
const delay = monitorEventLoopDelay({ resolution: LOOK_MS });
let longestCpuMs = 0;
let had = 0;
const look = (): void => {
  const has = ownTime() ?? 0;
  longestCpuMs = Math.max(longestCpuMs, has - had);
  had = has;
};
let looking: NodeJS.Timeout | undefined;
const say = (what: DoorSays): void => void process.send?.(what);

process.on('message', (word) => {
  if (word === 'begin') {
    delay.enable();
    delay.reset();
    had = ownTime() ?? 0;
    longestCpuMs = 0;
    looking = setInterval(look, LOOK_MS);
  } else if (word === 'end') {
    delay.disable();
    clearInterval(looking);
    look();
    say({ longestMs: delay.max / 1e6, p99Ms: delay.percentile(99) / 1e6, longestCpuMs });
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
