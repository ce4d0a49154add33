import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { placesIn } from '../../electron/host/data-folder.ts';
import type { Caller } from '../../electron/host/dispatch.ts';
import type { Program } from '../../electron/host/program.ts';
import type { MadeBooking } from './bookings-data.ts';
import {
  callerOf,
  copyCentre,
  type KnownIds,
  makeCentre,
  readIds,
  signIn,
  startOn,
} from './centre.ts';
import type { DoorSays, Stops } from './door.ts';
import { openFloor } from './floor.ts';
import type { Way } from './measure.ts';
import { type ProcessorTime, timeOf } from './processor-time.ts';

/** One centre three times over: a bare file for the floor, the program in this process, the program behind its door. */
export type OpenCentre = {
  readonly size: number;
  readonly folder: string;
  readonly ids: KnownIds;
  readonly floor: Database.Database;
  readonly program: Program;
  readonly caller: Caller;
  readonly door: Door;
  readonly close: () => Promise<void>;
};

export type Door = {
  readonly post: (name: string, input: unknown) => Promise<string>;
  /** The same call to a server that does nothing. */
  readonly postBare: () => Promise<string>;
  /** Watches the owner process's event loop while `work` runs. */
  readonly watch: (work: () => Promise<void>) => Promise<Stops>;
  /** Processor time of the owner process. */
  readonly time: ProcessorTime;
  readonly close: () => Promise<void>;
};

export async function openCentre(
  parent: string,
  bookings: readonly MadeBooking[],
  /** Writes what else the centre holds into its file. */
  load: (file: string) => void = () => undefined,
): Promise<OpenCentre> {
  const size = bookings.length;
  const folder = (use: string): string => join(parent, `${size}-${use}`);
  await makeCentre(folder('kept'), bookings);
  load(placesIn(folder('kept'), 'practice').database);
  for (const use of ['floor', 'inside', 'door']) copyCentre(folder('kept'), folder(use));
  const ids = readIds(folder('kept'));
  const program = await startOn(folder('inside'));
  const door = await openDoor(folder('door'));
  const floor = openFloor(folder('floor'));
  return {
    size,
    folder: folder('kept'),
    ids,
    floor,
    program,
    caller: callerOf(signIn(program, ids.manager).session),
    door,
    async close() {
      floor.close();
      await door.close();
      await program.close();
    },
  };
}

async function openDoor(folder: string): Promise<Door> {
  const child = fork(fileURLToPath(new URL('door.ts', import.meta.url)), [folder]);
  const hears = async (): Promise<DoorSays> => {
    const [said] = (await once(child, 'message')) as [DoorSays];
    return said;
  };
  const at = await hears();
  if (!('address' in at)) throw new Error('The door told no address');
  // A browser keeps up to six connections open to one address.
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const bareAgent = new Agent({ keepAlive: true, maxSockets: 6 });
  return {
    post: (name, input) =>
      post({ agent, cookie: at.cookie, url: `${at.address}api/${name}`, input }),
    time: timeOf(child.pid ?? 0),
    postBare: () => post({ agent: bareAgent, cookie: at.cookie, url: at.bare, input: {} }),
    async watch(work) {
      child.send('begin');
      await work();
      child.send('end');
      const said = await hears();
      if (!('longestMs' in said)) throw new Error('The door told no delay');
      return said;
    },
    async close() {
      agent.destroy();
      bareAgent.destroy();
      await closeChild(child);
    },
  };
}

async function closeChild(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.send('close');
  await gone;
}

/** One call on a kept-open connection; answers the body once its last byte is here. */
function post(call: {
  readonly agent: Agent;
  readonly cookie: string;
  readonly url: string;
  readonly input: unknown;
}): Promise<string> {
  const body = JSON.stringify(call.input);
  return new Promise((resolve, reject) => {
    const sent = request(
      call.url,
      {
        method: 'POST',
        agent: call.agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-trc-desk': '1',
          cookie: call.cookie,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(Buffer.concat(parts).toString()));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What an answer must be for the call to count. `refusal` is the code of a refusal that is wanted. */
export type Expected = { readonly refusal?: string; readonly see?: (value: unknown) => boolean };

type Answer =
  | { ok: true; value: unknown }
  | { ok: false; error: { code: string; message: string } };

function checked(expected: Expected): (answer: unknown) => void {
  return (answer) => {
    const result = (typeof answer === 'string' ? JSON.parse(answer) : answer) as Answer;
    const isRight = result.ok
      ? expected.refusal === undefined && (expected.see?.(result.value) ?? true)
      : result.error.code === expected.refusal;
    if (!isRight) throw new Error(`An answer is wrong: ${JSON.stringify(result).slice(0, 300)}`);
  };
}

/** The same call of a procedure as two ways: through dispatch in this process, and through HTTP to the other one. */
export function ways(
  centre: OpenCentre,
  call: { readonly name: string; readonly input: (i: number) => unknown } & Expected,
): { readonly inside: Way; readonly door: Way } {
  const check = checked(call);
  return {
    inside: {
      run: (i) => centre.program.dispatch(centre.caller, call.name, call.input(i)),
      check,
    },
    door: {
      run: (i) => centre.door.post(call.name, call.input(i)),
      time: centre.door.time,
      check,
    },
  };
}
