import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facility } from '#db/facilities/facilities.contract';
import { aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import {
  aPastUse,
  aSession,
  sessionDetails,
  theSeat,
  theSuite,
} from '../support/builders/usage.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
let suite: Facility;
beforeEach(async () => {
  core = await openTestCore();
  core.clock.set('2027-01-05T10:00:00.000Z');
  suite = await theSuite(core, { minimumAge: 16 });
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const grownUp = { isOldEnough: true };
const nothingUsed = { copies: 0, colourCopies: 0, notes: '' };

describe('A session', () => {
  it('begins until the minute in which the office closes, and not in it', async () => {
    core.clock.set('2027-01-05T16:59:00.000Z');
    await aSession(core, suite, grownUp);
    core.clock.set('2027-01-05T17:00:00.000Z');
    expect(
      await desk().refusal('usage.start', await sessionDetails(core, suite, grownUp)),
    ).toMatchObject({ code: 'usage.out-of-hours' });
  });

  it('is not ended with more pages in colour than pages, nor once it was taken back', async () => {
    const { usage } = await aSession(core, suite, grownUp);
    const stop = { id: usage.id, ...nothingUsed };
    expect(
      await desk().refusal('usage.stop', { ...stop, version: 1, copies: 3, colourCopies: 4 }),
    ).toMatchObject({ code: 'usage.more-colour-than-pages' });
    await desk().call('usage.withdraw', { id: usage.id, version: 1, reason: 'Entered twice' });
    expect(await desk().refusal('usage.stop', { ...stop, version: 2 })).toMatchObject({
      code: 'usage.withdrawn',
    });
  });
});

describe('A use entered afterwards', () => {
  const recordRefusal = async (part: object) =>
    desk().refusal('usage.record', {
      startedAt: '2027-01-04T10:00',
      minutes: 60,
      ...nothingUsed,
      ...((await sessionDetails(core, suite, { ...grownUp, ...part })) as object),
    });

  it('names the adult who came along, as a session does', async () => {
    expect(await recordRefusal({ isOldEnough: null })).toMatchObject({
      code: 'usage.age-not-answered',
    });
    expect(await recordRefusal({ isOldEnough: false })).toMatchObject({
      code: 'usage.adult-needed',
    });
    const { usage } = await aPastUse(core, suite, { isOldEnough: false, accompaniedBy: 'Mo Day' });
    expect(usage.accompaniedBy).toBe('Mo Day');
  });

  it('was at a computer of that room', async () => {
    const other = await aFacilityUsedAs(core, { units: 2 });
    const { id, version } = other;
    const named = await core.as('manager').call('facilities.setSeats', {
      id,
      version,
      seats: ['Laptop A', 'Laptop B'].map((name) => ({ id: null, name })),
    });
    expect(await recordRefusal({ seatId: theSeat(named, 'Laptop A').id })).toMatchObject({
      code: 'usage.no-such-seat',
    });
    const { usage } = await aPastUse(core, suite, {
      ...grownUp,
      seatId: theSeat(suite, 'PC 1').id,
    });
    expect(usage.seatName).toBe('PC 1');
  });
});
