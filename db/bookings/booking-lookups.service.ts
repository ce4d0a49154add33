import { MASKED } from '#db/people/people.rules';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { bookingLookupProcedures } from './booking-lookups.contract.ts';
import { findLastIdOf, listSqueezesOf, listUndecidedIds } from './booking-lookups.repository.ts';
import { maskBooking } from './booking-mask.rules.ts';
import type { Booking, BookingId } from './bookings.contract.ts';
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

  async squeezes(ctx, { id }) {
    const found = await listSqueezesOf(ctx, id);
    const isAuditor = ctx.actor.kind === 'user' && ctx.actor.role === 'auditor';
    return isAuditor ? found.map((squeeze) => ({ ...squeeze, reason: MASKED })) : [...found];
  },
};

async function maskedBooking(ctx: Ctx, id: BookingId): Promise<readonly Booking[]> {
  const booking = await findById(ctx, id);
  return booking === undefined ? [] : [maskBooking(booking, ctx.actor)];
}
