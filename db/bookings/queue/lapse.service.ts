import type { Ctx } from '#db/shared/ctx';
import { dateOf, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatShortDate, formatTime } from '#db/shared/plain-words';
import type { Booking } from '../bookings.contract.ts';
import { listOverdueIds } from '../overdue.repository.ts';
import { offerFreed, settleWaiting } from './offers.service.ts';
import { getBooking, saveBooking } from '../place-booking.service.ts';
import { endSqueezes } from '../squeeze.service.ts';
import * as waitings from '../waiting.repository.ts';

/** True when a hold, an offer or a request has run out, or somebody waits for a time that has come. */
export async function isAnythingOverdue(ctx: Ctx): Promise<boolean> {
  const overdue = await listOverdueIds(ctx);
  return overdue.bookingIds.length > 0 || overdue.hasPassed;
}

/**
 * Ends holds after their last day, offers after their moment and requests that nobody decided before they began, offers the time to the next who waits, and takes
 * those off the queue whose time has come. Whatever depends on free time does this first, and the host does it every
 * minute; either way it is the program that acts, not whoever happens to be at the desk.
 */
export async function lapseOverdue(asked: Ctx): Promise<void> {
  const overdue = await listOverdueIds(asked);
  if (overdue.bookingIds.length === 0 && !overdue.hasPassed) return;
  const ctx: Ctx = { ...asked, actor: { kind: 'program' } };
  for (const id of overdue.bookingIds) await lapse(ctx, await getBooking(ctx, id));
  for (const waiting of await waitings.listPassed(ctx, localDateTimeOf(ctx.now())))
    await settleWaiting(ctx, waiting, {
      state: 'passed',
      bookingId: null,
      offerUntil: null,
      settledWhy: 'The time has come without a free room',
    });
}

async function lapse(ctx: Ctx, before: Booking): Promise<void> {
  const why = whyLapsed(before);
  const after = await saveBooking(
    ctx,
    before,
    { status: 'lapsed', cancelReason: why },
    { action: 'booking.lapsed', reason: why },
  );
  await endSqueezes(ctx, after);
  const waiting = await waitings.findByBooking(ctx, before.id);
  if (waiting !== undefined)
    await settleWaiting(ctx, waiting, {
      state: 'withdrawn',
      bookingId: before.id,
      offerUntil: null,
      settledWhy: why,
    });
  await offerFreed(ctx, before);
}

function whyLapsed({ status, lapsesOn, offerUntil }: Booking): string {
  if (status === 'requested') return 'Nobody decided before it began';
  if (offerUntil === null)
    return `Held until ${lapsesOn === null ? 'then' : formatShortDate(lapsesOn)} and not confirmed`;
  const until = localDateTimeOf(offerUntil);
  return `Offered until ${formatTime(timeOf(until))} on ${formatShortDate(dateOf(until))} and not answered`;
}
