import { recordAudit } from '#db/audit/record';
import { getFacility } from '#db/facilities/facilities.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { DomainError } from '#db/shared/domain-error';
import { dateOf } from '#db/shared/local-date';
import { refuseBarred } from '../booking-bars.service.ts';
import {
  type Booking,
  type BookingId,
  type BookingStatus,
  LeftDate,
} from '../bookings.contract.ts';
import * as bookings from '../bookings.repository.ts';
import { checkStillOpen } from '../cancel-booking.service.ts';
import { lapseOverdue } from './lapse.service.ts';
import { offerFreed, settleWaiting } from './offers.service.ts';
import { checkUnchanged, getBooking, saveBooking } from '../place-booking.service.ts';
import type { queueProcedures } from './queue.contract.ts';
import { queueErrors } from './queue.errors.ts';
import { endSqueezes } from '../squeeze.service.ts';
import * as waitings from '../waiting.repository.ts';

type AnswerVerbs =
  | 'confirmOffer'
  | 'withdrawOffer'
  | 'confirmHold'
  | 'confirmRequest'
  | 'confirmRequests'
  | 'withdrawRequest';

type Which = { readonly id: BookingId; readonly version: number };

/** Words that undecided bookings wait for: an offer, a hold or a request becomes a booking, or holds nothing any more. */
export const bookingAnswers: Pick<Handlers<typeof queueProcedures>, AnswerVerbs> = {
  async confirmOffer(ctx, which) {
    const before = await getUndecided(ctx, which, 'offered');
    const waiting = await waitings.findByBooking(ctx, before.id);
    const after = await saveBooking(
      ctx,
      before,
      {
        status: await statusOnceWanted(ctx, before),
        offerUntil: null,
        ...(await seriesOf(ctx, waiting)),
      },
      { action: 'booking.offer-accepted' },
    );
    if (waiting !== undefined)
      await settleWaiting(ctx, waiting, {
        state: 'booked',
        bookingId: before.id,
        offerUntil: null,
        settledWhy: '',
      });
    return after;
  },

  async withdrawOffer(ctx, { reason, staysWaiting, ...which }) {
    const before = await getUndecided(ctx, which, 'offered');
    const after = await saveBooking(
      ctx,
      before,
      { status: 'lapsed', cancelReason: reason },
      { action: 'booking.offer-declined', reason },
    );
    const waiting = await waitings.findByBooking(ctx, before.id);
    if (waiting !== undefined)
      await settleWaiting(ctx, waiting, {
        state: staysWaiting ? 'waiting' : 'withdrawn',
        bookingId: staysWaiting ? null : before.id,
        offerUntil: null,
        settledWhy: reason,
      });
    await endSqueezes(ctx, after);
    const offers = await offerFreed(ctx, before, waiting === undefined ? [] : [waiting.id]);
    return { ...after, offers };
  },

  async confirmHold(ctx, which) {
    const before = await getUndecided(ctx, which, 'provisional');
    return saveBooking(
      ctx,
      before,
      { status: await statusOnceWanted(ctx, before), lapsesOn: null },
      { action: 'booking.hold-confirmed' },
    );
  },

  async confirmRequest(ctx, which) {
    return approve(ctx, which);
  },

  async confirmRequests(ctx, { seriesId, dates }) {
    const approved: Booking[] = [];
    const left: LeftDate[] = [];
    let refusal: DomainError | undefined;
    for (const which of dates) {
      const before = await getBooking(ctx, which.id);
      if (before.seriesId !== seriesId)
        throw queueErrors.error('queue.not-of-that-series', { reference: before.reference });
      try {
        approved.push(await approve(ctx, which));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refusal ??= error;
        left.push(LeftDate.parse({ ...before, words: error.message }));
      }
    }
    if (approved.length === 0 && refusal !== undefined) throw refusal;
    await recordAudit(ctx, {
      action: 'series.approved',
      objectType: 'series',
      objectId: seriesId,
      after: {
        bookings: approved.map(({ reference }) => reference),
        left: left.map(({ reference }) => reference),
      },
    });
    return { approved, left };
  },

  async withdrawRequest(ctx, { reason, ...which }) {
    const before = await getUndecided(ctx, which, 'requested');
    const after = await saveBooking(
      ctx,
      before,
      { status: 'refused', cancelReason: reason },
      { action: 'booking.refused', reason },
    );
    await endSqueezes(ctx, after);
    return { ...after, offers: await offerFreed(ctx, before) };
  },
};

/** Approves one request. Whatever refuses it does so before anything is written. */
async function approve(ctx: Ctx, which: Which): Promise<Booking> {
  const before = await getUndecided(ctx, which, 'requested');
  await checkStillOpen(ctx, before);
  await refuseBarred(ctx, { ...before, date: dateOf(before.startsAt) });
  return saveBooking(ctx, before, { status: 'confirmed' }, { action: 'booking.approved' });
}

/** The refusal of a booking that is not in the state that was expected. */
const NOT_THAT = {
  offered: (d: { reference: string }) => queueErrors.error('queue.not-an-offer', d),
  provisional: (d: { reference: string }) => queueErrors.error('queue.not-a-hold', d),
  requested: (d: { reference: string }) => queueErrors.error('queue.not-a-request', d),
} as const;

/** A booking that waits for a word, in the state that was expected and at the version that was seen. */
async function getUndecided(
  ctx: Ctx,
  which: Which,
  status: keyof typeof NOT_THAT,
): Promise<Booking> {
  await lapseOverdue(ctx);
  const before = await getBooking(ctx, which.id);
  if (before.status !== status) throw NOT_THAT[status]({ reference: before.reference });
  await checkUnchanged(ctx, before, which.version);
  return before;
}

/** Once it is wanted for sure, a booking is confirmed, or waits for approval where its room asks for that. */
async function statusOnceWanted(ctx: Ctx, booking: Booking): Promise<BookingStatus> {
  await checkStillOpen(ctx, booking);
  await refuseBarred(ctx, { ...booking, date: dateOf(booking.startsAt) });
  const facility = await getFacility(ctx, booking.facilityId);
  return facility.needsApproval ? 'requested' : 'confirmed';
}

/** A date of a series that was still wanted is that date again, unless another booking has become it. */
async function seriesOf(
  ctx: Ctx,
  waiting: waitings.StoredWaiting | undefined,
): Promise<Pick<Booking, 'seriesId' | 'originalDate'>> {
  const none = { seriesId: null, originalDate: null };
  if (waiting === undefined || waiting.seriesId === null || waiting.originalDate === null)
    return none;
  const { seriesId, originalDate } = waiting;
  const isTaken = await bookings.hasDateOfSeries(ctx, seriesId, originalDate);
  return isTaken ? none : { seriesId, originalDate };
}
