import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingRoomsFreeAt } from '#db/bookings/rooms-free.service';
import { PROGRAM } from '#db/open-core';
import { LocalDate, LocalTime } from '#db/shared/local-date';
import { aBooking } from '../support/builders/bookings.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

/** Names of the meeting rooms that were free on Tuesday 5 January 2027. */
const freeAt = (from: string, until: string): Promise<readonly string[]> =>
  core.core.unit(PROGRAM, 'reads', async (ctx) =>
    (
      await meetingRoomsFreeAt(
        ctx,
        LocalDate.parse('2027-01-05'),
        LocalTime.parse(from),
        LocalTime.parse(until),
      )
    ).map(({ name }) => name),
  );

describe('Meeting rooms at a time', () => {
  it('are free unless they are booked at some part of it', async () => {
    await aBooking(core, { from: '10:00', until: '12:00' });
    expect(await freeAt('09:00', '10:00')).toEqual(['Meeting Room', 'Small Room']);
    expect(await freeAt('11:00', '13:00')).toEqual(['Small Room']);
    expect(await freeAt('12:00', '13:00')).toEqual(['Meeting Room', 'Small Room']);
  });

  it('are not free while the centre is closed, and no other facility is among them', async () => {
    expect(await freeAt('20:00', '22:00')).toEqual([]);
    expect(await freeAt('19:00', '21:00')).not.toContain('Computer Suite');
  });
});
