import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import type { Ctx } from '#db/shared/ctx';
import { countTry, FRESH, remainingLockOut, type TryState } from '#db/users/lock-out.rules';
import { newSecrets } from '#db/users/secrets';
import { proveSecret } from '#db/users/sign-in.service';
import { placesIn } from '../../electron/host/data-folder.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { newCentreFolder, openBareCore } from '../support/open-test-core.ts';

let home = '';
let file = '';
beforeEach(async () => {
  home = await newCentreFolder();
  file = placesIn(home, 'real').database;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** What the file says of the tries against an account, read from outside. */
function triesOf(name: string): TryState {
  const raw = new Database(file, { readonly: true });
  try {
    return raw
      .prepare(
        `SELECT failed_tries AS failedTries, lock_level AS lockLevel,
                locked_at_steady AS lockedAtSteady, locked_for_ms AS lockedForMs
         FROM app_user WHERE name = ?`,
      )
      .get(name) as TryState;
  } finally {
    raw.close();
  }
}

describe('A try that is cut short', () => {
  it('counts, 200 times, each time the program stops while it compares', async () => {
    const clock = newFixedClock();
    let expected: TryState = FRESH;
    for (let n = 0; n < 200; n += 1) {
      const core = await openBareCore(home, { clock });
      const stopped = proveSecret(
        {
          unit: <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
            core.unit(PROGRAM, 'writes', work),
          slow: { matchesSecret: () => Promise.reject(new Error('The power went')) },
        },
        { name: 'dee' },
        { secret: 'guess', action: 'user.signed-in', withPin: false },
      );
      await expect(stopped).rejects.toThrow('The power went');
      await core.close();
      expected = countTry(expected, clock.steadyMilliseconds());
      expect(triesOf('dee')).toEqual(expected);
      clock.advance(remainingLockOut(expected, clock.steadyMilliseconds()));
    }
    expect(expected.lockLevel).toBe(40);
  }, 120_000);

  it('counts when the program is killed in the middle, and the fifth shuts the account', async () => {
    // A stored passphrase so costly to compare with that the kill always comes first.
    const costly = await newSecrets(16).hashSecret('the right one');
    const raw = new Database(file);
    raw.prepare('UPDATE app_user SET passphrase_hash = ? WHERE name = ?').run(costly, 'dee');
    raw.close();
    const child = fileURLToPath(new URL('try-child.ts', import.meta.url));
    for (let n = 1; n <= 5; n += 1) {
      const started = spawn(process.execPath, [child, home, 'dee'], { stdio: 'ignore' });
      const exited = once(started, 'exit');
      while (triesOf('dee').failedTries < n && started.exitCode === null) await wait(3);
      started.kill('SIGKILL');
      await exited;
      expect(triesOf('dee').failedTries).toBe(n);
    }
    expect(triesOf('dee')).toMatchObject({ lockLevel: 1, lockedForMs: 15 * 60_000 });
  }, 120_000);
});
