import { z } from 'zod';
import { EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Booker, Booking, BookingId, Squeeze } from './bookings.contract.ts';

/** Questions of the form, the queue and the details that a screen asks beside the diary itself. */
export const bookingLookupProcedures = {
  lastOf: procedure({
    summary: 'The booking a group or person took last, for “Same as last time”.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ booker: Booker }).strict(),
    output: Booking.nullable(),
  }),
  undecided: procedure({
    summary:
      'Bookings that hold a room and still wait for a word: provisional, asked for, offered.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(Booking),
  }),
  notice: procedure({
    summary: 'Whether cancelling a booking today would be late by its room’s own rule.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: BookingId }).strict(),
    output: z.object({ isLate: z.boolean(), words: z.string() }),
  }),
  squeezes: procedure({
    summary: 'Set-up and clear-down time that a booking gave up or gained, as it stands.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: BookingId }).strict(),
    output: z.array(Squeeze),
  }),
};
