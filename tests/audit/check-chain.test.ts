import { setImmediate as nextRequest } from 'node:timers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordAudit } from '#db/audit/record';
import { PROGRAM } from '#db/open-core';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

it('serves the desk between the turns of a check of the whole record', async () => {
  await core.core.unit(PROGRAM, 'writes', async (ctx) => {
    for (let i = 0; i < 1200; i += 1)
      await recordAudit(ctx, { action: 'bench.noted', objectType: 'note', objectId: String(i) });
  });
  let served = 0;
  let isChecking = true;
  const serve = (): void => {
    served += 1;
    if (isChecking) nextRequest(serve);
  };
  nextRequest(serve);
  const check = await core.as('manager').call('audit.check', {});
  isChecking = false;
  expect(check.isWhole).toBe(true);
  expect(served).toBeGreaterThanOrEqual(2);
});
