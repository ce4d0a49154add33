import type { Ctx } from '#db/shared/ctx';
import { dateOf, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { countOf, formatShortDate, formatTime, formatTimeRange } from '#db/shared/plain-words';
import { type NewTask, putTask, settleTasks } from '#db/tasks/tasks.service';
import type { Booking, SeriesId } from './bookings.contract.ts';
import { countRequested } from './series.repository.ts';

/**
 * Puts what a booking's state asks of the desk on the list of tasks, and settles what it no longer asks. The dates of a
 * series that wait for approval are one task, which goes with the last of them.
 */
export async function followUpBooking(ctx: Ctx, booking: Booking): Promise<void> {
  const { seriesId } = booking;
  if (seriesId !== null) await followUpRequests(ctx, { ...booking, seriesId });
  const about = { objectType: 'booking', objectId: booking.id };
  const isOneOfMany = seriesId !== null && booking.status === 'requested';
  const wanted = isOneOfMany ? undefined : taskFor(booking);
  for (const kind of KINDS) if (kind !== wanted?.kind) await settleTasks(ctx, { ...about, kind });
  if (wanted !== undefined)
    await putTask(ctx, { ...about, path: `/bookings/${booking.id}`, ...wanted });
}

/** One task for all dates of a series that wait for approval, with how many they are and the first of them. */
async function followUpRequests(
  ctx: Ctx,
  { seriesId, bookerName }: Pick<Booking, 'bookerName'> & { readonly seriesId: SeriesId },
): Promise<void> {
  const about = { kind: 'bookings.request', objectType: 'series', objectId: seriesId };
  const waiting = await countRequested(ctx, seriesId);
  if (waiting === undefined) return settleTasks(ctx, about);
  const { count, reference, facilityName, startsAt, endsAt } = waiting;
  const first = `${formatShortDate(dateOf(startsAt))}, ${formatTimeRange(timeOf(startsAt), timeOf(endsAt))}`;
  await putTask(ctx, {
    ...about,
    path: '/rooms/queue',
    words: `Approve or refuse ${countOf(count, 'date')} of ${reference} for ${bookerName}: ${facilityName}, ${count === 1 ? '' : 'the first on '}${first}.`,
    role: 'officer',
    dueOn: dateOf(startsAt),
  });
}

const KINDS = ['bookings.hold', 'bookings.request', 'bookings.offer'] as const;

type Wanted = Pick<NewTask, 'kind' | 'words' | 'role' | 'dueOn'>;

/** Ring about an offer or a hold, approve a request; nothing for any other state. */
function taskFor(booking: Booking): Wanted | undefined {
  const { bookerName, facilityName } = booking;
  const when = `${formatShortDate(dateOf(booking.startsAt))}, ${formatTimeRange(timeOf(booking.startsAt), timeOf(booking.endsAt))}`;
  const what = `${facilityName}, ${when}`;
  switch (booking.status) {
    case 'provisional':
      return {
        kind: 'bookings.hold',
        words: `Ask ${bookerName} whether they want ${what}. It is held until ${booking.lapsesOn === null ? 'then' : formatShortDate(booking.lapsesOn)}.`,
        role: null,
        dueOn: booking.lapsesOn,
      };
    case 'requested':
      return {
        kind: 'bookings.request',
        words: `Approve or refuse ${booking.reference} for ${bookerName}: ${what}.`,
        role: 'officer',
        dueOn: dateOf(booking.startsAt),
      };
    case 'offered': {
      const until = booking.offerUntil === null ? undefined : localDateTimeOf(booking.offerUntil);
      const words =
        until === undefined
          ? ''
          : ` The offer stands until ${formatTime(timeOf(until))} on ${formatShortDate(dateOf(until))}.`;
      return {
        kind: 'bookings.offer',
        words: `Ring ${bookerName}: ${what} is free.${words}`,
        role: null,
        dueOn: until === undefined ? null : dateOf(until),
      };
    }
    default:
      return undefined;
  }
}
