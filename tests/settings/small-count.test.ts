import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { smallCountOf } from '#db/settings/small-count.service';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const smallCount = (): Promise<number> => core.core.unit(PROGRAM, 'reads', smallCountOf);

describe('A small count of people', () => {
  it('is one under the council’s figure, and under 5 where the council says nothing', async () => {
    expect(await smallCount()).toBe(5);
    await core.as('manager').call('settings.setParameter', {
      name: 'people.smallCount',
      value: 8,
      from: '2027-01-04',
    });
    expect(await smallCount()).toBe(8);
  });
});
