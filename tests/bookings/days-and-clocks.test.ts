import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking, bookingDetails } from '../support/builders/bookings.ts';
import { aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import { seriesDetails } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

type Part = Parameters<typeof bookingDetails>[1];
const LATE = { lateEntry: { reason: 'Found in the paper diary' } };

const refusalOf = async (part: Part) =>
  core.as('desk').refusal('bookings.create', await bookingDetails(core, part));

/** A room that is open at every hour, so that only the clock says no. */
const nightRoom = async () => (await aFacilityUsedAs(core, {}, { hours: null })).id;

describe('A day far away', () => {
  it('is not entered late when it is more than 400 days ago', async () => {
    const facilityId = await nightRoom();
    const refused = await refusalOf({ facilityId, date: '2025-11-29', ...LATE });
    expect(refused).toMatchObject({ code: 'booking.too-long-ago', field: 'date' });
    expect(refused.message).toContain('Enter a day from Sunday 30 November 2025 on');
    const made = await aBooking(core, { facilityId, date: '2025-11-30', ...LATE });
    expect(made.lateEntryReason).toBe(LATE.lateEntry.reason);
  });

  it('is told so before anybody offers to enter it late', async () => {
    expect(await refusalOf({ date: '1990-01-05' })).toMatchObject({ code: 'booking.too-long-ago' });
  });

  it('is not booked when it is more than three years ahead, whatever the room allows', async () => {
    const far = await aFacilityUsedAs(core, { daysAhead: 3650 }, { name: 'Den', hours: null });
    for (const facilityId of [await nightRoom(), far.id]) {
      const refused = await refusalOf({ facilityId, date: '2030-01-05' });
      expect(refused).toMatchObject({ code: 'booking.beyond-the-diary', field: 'date' });
      expect(refused.message).toContain('Choose a day up to Friday 4 January 2030');
      await aBooking(core, { facilityId, date: '2030-01-04' });
    }
  });

  it('is told by the room’s own figure where that is less', async () => {
    const near = await aFacilityUsedAs(core, { daysAhead: 30 }, { name: 'Den', hours: null });
    expect(await refusalOf({ facilityId: near.id, date: '2199-01-03' })).toMatchObject({
      code: 'booking.too-far-ahead',
      details: { lastDate: '2027-02-03' },
    });
  });
});

describe('The night on which the clocks change', () => {
  it.each([
    ['01:00', '03:00', 'from', 'start'],
    ['01:30', '02:30', 'from', 'start'],
    ['00:00', '01:30', 'until', 'end'],
  ] as const)(
    'has no time from 1am to 2am in March: %s to %s',
    async (from, until, field, word) => {
      const facilityId = await nightRoom();
      const refused = await refusalOf({ facilityId, date: '2027-03-28', from, until });
      expect(refused).toMatchObject({ code: 'booking.hour-left-out', field });
      expect(refused.message).toBe(
        `The clocks go forward at 01:00 on Sunday 28 March 2027, straight to 02:00, so there is no such time to ${word} that night. Choose a time before 1am or from 2am on.`,
      );
    },
  );

  it('takes what ends when the clocks change, and what starts right after', async () => {
    const facilityId = await nightRoom();
    for (const [date, from, until] of [
      ['2027-03-28', '00:00', '01:00'],
      ['2027-03-28', '02:00', '03:00'],
      ['2027-03-30', '01:00', '02:00'],
    ])
      expect(await aBooking(core, { facilityId, date, from, until })).toMatchObject({
        startsAt: `${date}T${from}`,
        endsAt: `${date}T${until}`,
      });
  });

  it('shows the date of a series that falls into the hour left out as refused, with why', async () => {
    const wanted = await seriesDetails(core, {
      facilityId: await nightRoom(),
      from: '01:00',
      until: '02:00',
      repeat: { kind: 'picked', dates: ['2027-03-21', '2027-03-28'] },
      end: { kind: 'count', count: 2 },
    });
    const shown = await core.as('desk').call('bookings.previewSeries', wanted);
    expect(shown.dates.map(({ verdict }) => verdict)).toEqual(['free', 'refused']);
    expect(shown.dates[1]?.words).toContain('The clocks go forward at 01:00');
  });

  it('takes the hour that comes twice in October, with a note', async () => {
    const facilityId = await nightRoom();
    const night = { facilityId, date: '2027-10-31', from: '01:00', until: '02:00' } as const;
    const { hold: _h, ...details } = await bookingDetails(core, night);
    const lines = async (date: string) =>
      (await core.as('desk').call('bookings.foresee', { ...details, date, id: null })).lines.map(
        ({ code }) => code,
      );
    expect(await lines('2027-10-31')).toContain('booking.hour-comes-twice');
    expect(await lines('2027-10-24')).not.toContain('booking.hour-comes-twice');
    expect(await aBooking(core, night)).toMatchObject({ status: 'confirmed' });
  });
});
