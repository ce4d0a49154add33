import type { Booking, ChangeBooking, CreateBooking } from '#db/bookings/bookings.contract';
import type { TestCore } from '../open-test-core.ts';
import { theRoom } from './facilities.ts';
import { aGroup } from './groups.ts';
import { aPerson } from './people.ts';

/** A booking as it is typed; a room may be named, and whoever is not named is entered first. */
export async function bookingDetails(
  core: Pick<TestCore, 'as'>,
  part: { readonly [K in keyof CreateBooking]?: unknown } & { readonly room?: string } = {},
) {
  const { room = 'Meeting Room', ...rest } = part;
  const facilityId = part.facilityId ?? (await theRoom(core, room)).id;
  const responsiblePersonId = part.responsiblePersonId ?? (await aPerson(core)).id;
  const booker = part.booker ?? { kind: 'group', groupId: (await aGroup(core)).id };
  return {
    date: '2027-01-05',
    from: '10:00',
    until: '12:00',
    purpose: 'group-meeting',
    expectedNumber: 8,
    needs: '',
    notes: '',
    ...rest,
    facilityId,
    responsiblePersonId,
    booker,
  } as unknown as CreateBooking;
}

/** A booking that the desk has taken: Tuesday 5 January 2027, 10am to noon, unless told. */
export async function aBooking(
  core: Pick<TestCore, 'as'>,
  part: Parameters<typeof bookingDetails>[1] = {},
): Promise<Booking> {
  return core.as('desk').call('bookings.create', await bookingDetails(core, part));
}

/** What the form of an existing booking holds, ready to be changed. */
export function changeOf(
  booking: Booking,
  part: { readonly [K in keyof ChangeBooking]?: unknown } = {},
) {
  return {
    id: booking.id,
    version: booking.version,
    facilityId: booking.facilityId,
    date: booking.startsAt.slice(0, 10),
    from: booking.startsAt.slice(11),
    until: booking.endsAt.endsWith('T00:00') ? '24:00' : booking.endsAt.slice(11),
    booker: booking.booker,
    responsiblePersonId: booking.responsiblePersonId,
    purpose: booking.purpose,
    expectedNumber: booking.expectedNumber,
    needs: booking.needs,
    notes: booking.notes,
    ...part,
  } as never;
}
