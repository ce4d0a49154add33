import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facility } from '#db/facilities/facilities.contract';
import { aPastUse, sessionDetails, theSuite } from '../support/builders/usage.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
let suite: Facility;
beforeEach(async () => {
  core = await openTestCore();
  core.clock.set('2027-01-05T10:00:00.000Z');
  suite = await theSuite(core);
});
afterEach(() => core.close());

const desk = () => core.as('desk');

describe('A use entered afterwards', () => {
  it('keeps when it happened and when it was entered', async () => {
    core.clock.set('2027-01-07T09:00:00.000Z');
    const { usage } = await aPastUse(core, suite, { startedAt: '2027-01-04T10:00', minutes: 130 });
    expect(usage).toMatchObject({
      startedAt: '2027-01-04T10:00',
      endedAt: '2027-01-04T12:10',
      minutes: 130,
      recordedAt: '2027-01-07T09:00:00.000Z',
    });
  });

  it('is refused when it is not over yet', async () => {
    const details = await sessionDetails(core, suite);
    expect(
      await desk().refusal('usage.record', {
        ...(details as object),
        startedAt: '2027-01-05T09:30',
        minutes: 60,
        copies: 0,
        colourCopies: 0,
        notes: '',
      }),
    ).toMatchObject({ code: 'usage.not-over-yet' });
  });

  it('is refused when it is more than 400 days ago, with the first day that can be entered', async () => {
    const details = await sessionDetails(core, suite);
    const over = { minutes: 60, copies: 0, colourCopies: 0, notes: '' };
    const wanted = (startedAt: string) => ({ ...(details as object), ...over, startedAt });
    const refused = await desk().refusal('usage.record', wanted('1990-01-05T09:00'));
    expect(refused).toMatchObject({
      code: 'usage.too-long-ago',
      field: 'startedAt',
      details: { firstDay: '2025-12-01' },
    });
    const late = await desk().refusal('usage.record', wanted('2025-11-30T23:00'));
    expect(late.code).toBe('usage.too-long-ago');
    const kept = await desk().call('usage.record', wanted('2025-12-01T09:00') as never);
    expect(kept.usage.startedAt).toBe('2025-12-01T09:00');
  });

  it('is refused with more pages in colour than pages', async () => {
    const details = await sessionDetails(core, suite);
    expect(
      await desk().refusal('usage.record', {
        ...(details as object),
        startedAt: '2027-01-04T09:30',
        minutes: 0,
        copies: 3,
        colourCopies: 4,
        notes: '',
      }),
    ).toMatchObject({
      code: 'usage.more-colour-than-pages',
      message:
        'Of 3 pages 4 cannot be in colour. Enter all pages first, then how many of them were in colour.',
    });
  });
});
