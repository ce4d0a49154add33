import type { Booking } from '#db/bookings/bookings.contract';
import { mustExist } from '#db/shared/domain-error';
import type { DoorClient } from './door-client.ts';
import { EMPTY_DAY } from './desk.ts';

/** What a test says about a booking that was taken before it begins. */
type BookedPart = {
  readonly room?: string;
  readonly date?: string;
  readonly from?: string;
  readonly until?: string;
  readonly group?: string;
  readonly person?: string;
  readonly expectedNumber?: number;
  readonly needs?: string;
  readonly notes?: string;
};

/** A booking taken at the door by another program: Meeting Room, 2pm to 4pm on the empty day, unless told. */
export async function booked(client: DoorClient, part: BookedPart = {}): Promise<Booking> {
  const { room = 'Meeting Room', group = 'Oak Estate TRA', person = 'Imogen Farthing' } = part;
  const facilities = await client.call('facilities.list', {});
  const facility = mustExist(
    facilities.find((each) => each.name === room),
    'the practice centre has that room',
  );
  const known = await client.call('groups.list', { text: group });
  const booker =
    known.groups.find((each) => each.name === group) ??
    (await client.call('groups.add', { name: group, kind: 'tra', phone: '07700 900123' }));
  const responsible = await client.call('people.add', {
    name: person,
    kind: 'tenant',
    phone: '07700 900456',
  });
  return client.call('bookings.create', {
    facilityId: facility.id,
    date: part.date ?? EMPTY_DAY,
    from: part.from ?? '14:00',
    until: part.until ?? '16:00',
    booker: { kind: 'group', groupId: booker.id },
    responsiblePersonId: responsible.id,
    purpose: 'group-meeting',
    expectedNumber: part.expectedNumber ?? 12,
    needs: part.needs ?? '',
    notes: part.notes ?? '',
  });
}
