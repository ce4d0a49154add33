import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { paperFrameOf } from '#db/settings/papers.service';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core.close());

it('every paper says whose it is, its size, and when and by whom it was printed', async () => {
  expect(await core.core.unit(PROGRAM, 'reads', (ctx) => paperFrameOf(ctx, 'large'))).toEqual({
    letterhead: {
      centre: 'Elm Street Tenant Resource Centre',
      council: 'Southampton City Council',
      team: 'Tenant Participation Unit (TPU)',
      address: ['1 Elm Street', 'Southampton'],
      phone: '023 8000 0000',
    },
    size: 'large',
    practice: false,
    printedAt: '2027-01-04T09:00',
    printedBy: 'TRC Desk',
  });
});
