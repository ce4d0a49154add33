import { mustExist } from '#db/shared/domain-error';
import type { Booking } from '#db/bookings/bookings.contract';
import type { PersonId } from '#db/people/people.contract';
import type { TestCore } from '../open-test-core.ts';
import { aBooking, bookingDetails } from './bookings.ts';
import { theRoom } from './facilities.ts';
import { aWaiting } from './queue.ts';
import { aFacilityUsedAs } from './rooms-in-use.ts';
import { aSeries, changeFrom, seriesDetails } from './series.ts';

type At = Pick<TestCore, 'as'>;

const ON = '2027-01-05';
const PERIOD = { from: '2027-01-01', until: '2027-01-31' };

const which = ({ id, version }: Pick<Booking, 'id' | 'version'>) => ({ id, version });

const whoIs = (personId: PersonId) => {
  const booker = { kind: 'person', personId } as const;
  return { booker, responsiblePersonId: personId };
};

type Diary = Awaited<ReturnType<typeof aDiaryThatNames>>;

/** Bookings of every kind for somebody, with something about them in every free text. */
export async function aDiaryThatNames(core: At, personId: PersonId) {
  const [desk, officer, manager] = [core.as('desk'), core.as('officer'), core.as('manager')];
  const who = whoIs(personId);
  const meeting = await theRoom(core, 'Meeting Room');
  const small = await theRoom(core, 'Small Room');

  const today = { ...who, date: '2027-01-04', facilityId: small.id };
  const made = await aBooking(core, { ...today, from: '09:00', until: '10:00' });
  const used = await desk.call('bookings.startUse', which(made));
  await desk.call('bookings.stopUse', {
    ...which(used),
    checklist: { tidy: true, crockery: null, equipment: true, nothingLeft: false },
    damage: 'Scorched table',
    found: ['Hearing-aid in a box', 'Hearing-aid of a child'],
    notes: 'Quarrelled with the next',
  });
  const [found] = await desk.call('bookings.found', {});
  const { id } = mustExist(found, 'two things were found');
  await desk.call('bookings.settleFound', { id, how: 'Fetched by a neighbour', version: 1 });
  await aBooking(core, { ...today, from: '14:00', until: '15:00', facilityId: meeting.id });
  const late = await aBooking(core, {
    ...today,
    date: '2026-12-30',
    lateEntry: { reason: 'Bereaved at the time' },
  });
  await desk.call('bookings.cancel', { ...which(late), reason: 'Hospital again' });

  const booking = await aBooking(core, {
    ...who,
    date: ON,
    needs: 'Interpreter',
    accessNeeds: ['hearing-loop'],
    notes: 'Dialysis until nine',
    setupMinutes: 30,
    cleardownMinutes: 30,
  });
  await officer.call(
    'bookings.create',
    await bookingDetails(core, {
      date: ON,
      from: '12:00',
      until: '13:00',
      squeeze: { reason: 'Funeral tea' },
    }),
  );
  await manager.call(
    'bookings.create',
    await bookingDetails(core, {
      ...who,
      date: '2027-01-10',
      outsideHours: { keyholder: 'Mr Ibbotson', reason: 'Count of the ballot' },
    }),
  );
  await aWaiting(core, { ...who, date: ON });
  await aBooking(core, { ...who, date: '2027-01-12', hold: { lapsesOn: '2027-01-06' } });
  const room = await aFacilityUsedAs(core, { needsApproval: true });
  await aBooking(core, { ...who, date: '2027-01-13', facilityId: room.id });
  await aBooking(core, { ...who, date: '2027-03-08' });
  const series = await aSeries(core, {
    ...who,
    end: { kind: 'until', date: '2027-03-22' },
  });
  return { meeting, booking, made, late, series };
}

/** What is asked about bookings when a diary names somebody. */
export async function asksOfBookings(
  core: At,
  personId: PersonId,
  { meeting, booking, made, late, series }: Diary,
): Promise<Record<string, readonly unknown[]>> {
  const who = whoIs(personId);
  const { booker } = who;
  const size = 'normal';
  const span = { date: ON, facilityId: meeting.id };
  const form = await bookingDetails(core, { ...who, date: ON, from: '11:00', until: '12:00' });
  return {
    'bookings.today': [{}],
    'bookings.onDay': [{ date: ON }],
    'bookings.onWeek': [{ date: ON }],
    'bookings.inMonth': [{ date: ON }],
    'bookings.findFree': [{ minutes: 60, from: ON, until: ON }],
    'bookings.foresee': [{ ...form, id: null }],
    'bookings.between': [{ from: '2027-01-04', until: ON }],
    'bookings.list': [{ ...PERIOD, from: '2026-12-28', withCancelled: true }],
    'bookings.ofBooker': [{ booker, from: '2027-01-04' }],
    'bookings.get': [{ id: booking.id }, { id: late.id }],
    'bookings.printSlip': [
      { id: booking.id, size },
      { id: late.id, size },
    ],
    'bookings.printDaySheet': [{ date: ON, size }],
    'bookings.printBlankForm': [{ size }],
    'bookings.previewSeries': [
      await seriesDetails(core, { end: { kind: 'until', date: '2027-03-22' } }),
      await seriesDetails(core, {
        ...who,
        from: '14:00',
        until: '15:00',
        end: { kind: 'until', date: '2027-03-22' },
      }),
    ],
    'bookings.series': [{ id: series.id }],
    'bookings.previewSeriesChange': [
      changeFrom(series, '2027-03-01', { from: '13:00', until: '14:00' }),
    ],
    'bookings.queue': [{ withSettled: true }],
    'bookings.closeOut': [{ id: made.id }],
    'bookings.found': [{}],
    'bookings.printWeekSheet': ['desk', 'public'].map((audience) => ({
      ...span,
      audience,
      size,
    })),
    'bookings.printMonthOverview': [{ ...span, size }],
    'bookings.printDoorSign': [{ ...span, size }],
    'bookings.printCheckOutSheet': [{ id: made.id, size }],
    'bookings.exportCalendar': [
      { ...PERIOD, of: { kind: 'booking', id: booking.id } },
      { ...PERIOD, of: { kind: 'facility', facilityId: meeting.id } },
    ],
    'bookings.lastOf': [{ booker }],
    'bookings.undecided': [{}],
    'bookings.notice': [{ id: booking.id }],
    'bookings.squeezes': [{ id: booking.id }],
  };
}

/** Where a manager then reads which of the words. */
export const BOOKINGS_READ_BY_A_MANAGER: Readonly<Record<string, readonly string[]>> = {
  'bookings.today': ['name'],
  'bookings.onDay': ['name', 'needs'],
  'bookings.onWeek': ['name', 'needs'],
  'bookings.foresee': ['name', 'restricted'],
  'bookings.between': ['name', 'needs'],
  'bookings.list': [
    'name',
    'phone',
    'needs',
    'access',
    'notes',
    'keyholder',
    'openedFor',
    'enteredLate',
    'cancelled',
  ],
  'bookings.ofBooker': ['name', 'phone', 'needs', 'access', 'notes', 'keyholder', 'openedFor'],
  'bookings.get': ['name', 'phone', 'needs', 'access', 'notes', 'enteredLate', 'cancelled'],
  'bookings.printSlip': ['name', 'phone', 'needs', 'access', 'notes', 'cancelled'],
  'bookings.printDaySheet': ['name', 'phone', 'needs', 'access', 'notes'],
  'bookings.previewSeries': ['name', 'restricted'],
  'bookings.series': ['name', 'phone'],
  'bookings.previewSeriesChange': ['name', 'restricted'],
  'bookings.queue': ['name', 'phone'],
  'bookings.closeOut': ['damage', 'checkOutNotes'],
  'bookings.found': ['found', 'cameBack'],
  'bookings.printWeekSheet': ['name'],
  'bookings.printCheckOutSheet': ['name', 'damage', 'checkOutNotes', 'found'],
  'bookings.exportCalendar': ['name'],
  'bookings.lastOf': ['name', 'phone'],
  'bookings.undecided': ['name', 'phone'],
  'bookings.squeezes': ['squeezed'],
};
