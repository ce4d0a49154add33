import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '#db/shared/instant';
import { takeOwnerLock } from '../../electron/host/single-owner-lock.ts';
import { newCentreFolder } from '../support/open-test-core.ts';
import { newHome, startTestProgram } from '../support/program-for-tests.ts';

const child = fileURLToPath(new URL('single-owner-child.ts', import.meta.url));
const NOW = '2027-01-04T09:04:00.000Z' as Instant;

let home = '';
let file = '';
const running: ChildProcess[] = [];
beforeEach(() => {
  home = newHome();
  file = join(home, 'centre.sqlite');
});
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.kill('SIGKILL');
    if (one.exitCode === null && one.signalCode === null) await once(one, 'exit');
  }
  rmSync(home, { recursive: true, force: true });
});

/** Starts a process that wants the file; answers what it says first. */
async function another(
  since = '',
): Promise<{ readonly said: string; readonly process: ChildProcess }> {
  const started = spawn(process.execPath, [child, file, since], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(started);
  const [said] = (await once(createInterface({ input: started.stdout }), 'line')) as [string];
  return { said, process: started };
}

describe('One owner for one file', () => {
  it('is told who has it, on which computer and since when', async () => {
    await another(NOW);
    const refusal = (() => {
      try {
        takeOwnerLock(file, NOW);
        return undefined;
      } catch (error) {
        return error as Error & { readonly code: string };
      }
    })();
    expect(refusal?.code).toBe('host.in-use');
    expect(refusal?.message).toBe(
      `These records are already open: ${userInfo().username} on ${hostname()} since 9:04am on 4 January 2027. Use that window, or close it and start TRC Desk again.`,
    );
  });

  it('gets the file at once when the owner was killed', async () => {
    const { process: owner } = await another();
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    expect(() => takeOwnerLock(file, NOW).release()).not.toThrow();
  });

  it('gets the file at once when the owner let go of it', () => {
    takeOwnerLock(file, NOW).release();
    expect(() => takeOwnerLock(file, NOW).release()).not.toThrow();
  });

  it('is exactly one of eight that start together', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => another()));
    const said = all.map((one) => one.said);
    expect(said.filter((words) => words === 'owner')).toHaveLength(1);
    expect(said.filter((words) => words.startsWith('These records are already open'))).toHaveLength(
      7,
    );
  });

  it('keeps a second program from opening the centre, and loses nothing by it', async () => {
    const centre = await newCentreFolder();
    const first = await startTestProgram({ home: centre });
    await expect(startTestProgram({ home: centre })).rejects.toMatchObject({ code: 'host.in-use' });
    expect((await first.nobody().call('session.current', {})).isSetUp).toBe(true);
    await first.stop();
    const second = await startTestProgram({ home: centre });
    await second.close();
  });
});
