import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import type { Origin } from '#db/shared/ctx';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
let isStopped: boolean;
beforeEach(async () => {
  core = await openTestCore();
  isStopped = false;
});
afterEach(() => core.close());

/** A caller who may stop: every look whether to go on is refused from then on. */
const origin: Origin = {
  ...PROGRAM,
  act: {
    progress: () => undefined,
    checkGoing: () => {
      if (isStopped) throw new Error('Stopped');
    },
  },
};
const addGroup = () =>
  core.core.unit(origin, 'writes', async (ctx) => {
    await core.core.api.groups.add(ctx, { name: 'Ashdown TRA', kind: 'tra', phone: '' });
    isStopped = true;
  });
const groupCount = async () => (await core.as('desk').call('groups.list', {})).total;

describe('A unit of work whose caller may stop it', () => {
  it.each(['reads', 'writes'] as const)(
    'that %s is not begun once it was stopped',
    async (kind) => {
      const begun: string[] = [];
      isStopped = true;
      const asked = core.core.unit(origin, kind, async () => void begun.push(kind));
      await expect(asked).rejects.toThrow('Stopped');
      expect(begun).toEqual([]);
    },
  );

  it('keeps nothing when it was stopped at the very end, and the next one is kept whole', async () => {
    await expect(addGroup()).rejects.toThrow('Stopped');
    expect(await groupCount()).toBe(0);
    await core.as('desk').call('groups.add', { name: 'Birch Court TRA', kind: 'tra', phone: '' });
    expect(await groupCount()).toBe(1);
  });
});
