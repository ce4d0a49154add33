import { clearOpenDaysBetween } from '#db/calendar/opening.service';
import { getFacility } from '#db/facilities/facilities.service';
import { MASKED } from '#db/people/people.rules';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { countOf } from '#db/shared/plain-words';
import type { bookingLookupProcedures } from './booking-lookups.contract.ts';
import { findLastIdOf, listSqueezesOf, listUndecidedIds } from './booking-lookups.repository.ts';
import { maskBooking } from './booking-mask.rules.ts';
import type { Booking, BookingId } from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';
import { findById } from './bookings.repository.ts';

/** What the form, the queue and the details ask beside the diary. */
export const bookingLookups: Handlers<typeof bookingLookupProcedures> = {
  async lastOf(ctx, { booker }) {
    const id = await findLastIdOf(ctx, booker);
    const last = id === undefined ? undefined : await findById(ctx, id);
    return last === undefined ? null : maskBooking(last, ctx.actor);
  },

  async undecided(ctx) {
    const found: Booking[] = [];
    for (const id of await listUndecidedIds(ctx)) found.push(...(await maskedBooking(ctx, id)));
    return found;
  },

  async notice(ctx, { id }) {
    const booking = await getBooking(ctx, id);
    const facility = await getFacility(ctx, booking.facilityId);
    const wanted = facility.noticeOpenDays;
    if (wanted === null) return { isLate: false, words: '' };
    const today = dateOf(localDateTimeOf(ctx.now()));
    const date = dateOf(booking.startsAt);
    const given = date <= today ? 0 : await clearOpenDaysBetween(ctx, facility, today, date);
    const isLate = given < wanted;
    const rule = `${facility.name} asks for ${countOf(wanted, 'open day')} between the cancellation and the booking`;
    return {
      isLate,
      words: isLate
        ? `This is a late cancellation: ${rule}, and there ${given === 1 ? 'is' : 'are'} ${given}.`
        : `In good time: ${rule}.`,
    };
  },

  async squeezes(ctx, { id }) {
    const found = await listSqueezesOf(ctx, id);
    return isAuditor(ctx.actor)
      ? found.map((squeeze) => ({ ...squeeze, reason: MASKED }))
      : [...found];
  },
};

async function getBooking(ctx: Ctx, id: BookingId): Promise<Booking> {
  const booking = await findById(ctx, id);
  if (booking === undefined) throw bookingErrors.error('booking.not-found', { id });
  return booking;
}

async function maskedBooking(ctx: Ctx, id: BookingId): Promise<readonly Booking[]> {
  const booking = await findById(ctx, id);
  return booking === undefined ? [] : [maskBooking(booking, ctx.actor)];
}
