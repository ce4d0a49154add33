import type { Facility } from '#db/facilities/facilities.contract';
import type { Group } from '#db/groups/groups.contract';
import type { Person } from '#db/people/people.contract';
import { addSearchEntry, type SearchEntry, saveSearchEntry } from '#db/search/search.service';
import type { Ctx } from '#db/shared/ctx';
import { dateOf, timeOf } from '#db/shared/local-date';
import { formatShortDate, formatTimeRange } from '#db/shared/plain-words';
import type { Booking } from './bookings.contract.ts';
import * as lists from './booking-lists.repository.ts';

/** What a booking is found by and shown as. */
export function searchEntryOf(booking: Booking): SearchEntry {
  const when = `${formatShortDate(dateOf(booking.startsAt))} ${booking.startsAt.slice(0, 4)}, ${formatTimeRange(timeOf(booking.startsAt), timeOf(booking.endsAt))}`;
  return {
    kind: 'booking',
    id: booking.id,
    title: `${booking.reference} ${booking.bookerName}`,
    detail: `${booking.facilityName}, ${when}${booking.status === 'cancelled' ? ', cancelled' : ''}`,
    words: [
      booking.reference,
      booking.bookerName,
      booking.facilityName,
      booking.needs,
      booking.notes,
    ],
    sortKey: booking.startsAt,
  };
}

/** A new booking goes into the index in the unit of work that makes it. */
export async function indexBooking(ctx: Ctx, booking: Booking): Promise<void> {
  await addSearchEntry(ctx, searchEntryOf(booking));
}

export async function reindexBooking(ctx: Ctx, booking: Booking): Promise<void> {
  await saveSearchEntry(ctx, searchEntryOf(booking));
}

/** A room under a new name is found by it in all its bookings. */
export async function reindexBookingsOfFacility(ctx: Ctx, facility: Facility): Promise<void> {
  for (const booking of await lists.listOf(ctx, { facilityId: facility.id }))
    await reindexBooking(ctx, booking);
}

/** A group under a new name is found by it in all its bookings. */
export async function reindexBookingsOfGroup(ctx: Ctx, group: Group): Promise<void> {
  for (const booking of await lists.listOf(ctx, { groupId: group.id }))
    await reindexBooking(ctx, booking);
}

/** A person under a new name is found by it in all their bookings. */
export async function reindexBookingsOfPerson(ctx: Ctx, person: Person): Promise<void> {
  for (const booking of await lists.listOf(ctx, { personId: person.id }))
    await reindexBooking(ctx, booking);
}

/** Bookings that name somebody else now, or nobody. */
export async function reindexBookingsById(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const booking of await lists.listByIds(ctx, ids)) await reindexBooking(ctx, booking);
}
