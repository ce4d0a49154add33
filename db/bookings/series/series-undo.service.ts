import { recordAudit } from '#db/audit/record';
import type { Ctx } from '#db/shared/ctx';
import { DomainError } from '#db/shared/domain-error';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { refuseBarred } from '../booking-bars.service.ts';
import { type Booking, type FreedOffer, LeftDate } from '../bookings.contract.ts';
import { bookingErrors } from '../bookings.errors.ts';
import {
  checkStillOpen,
  clearOffers,
  findFormerHere,
  undoCancellation,
} from '../cancel-booking.service.ts';
import { getBooking, saveBooking } from '../place-booking.service.ts';
import { offerFreed, settleWaiting } from '../queue/offers.service.ts';
import { endSqueezes, moveSqueezed, planSqueezeAgain, spansWithout } from '../squeeze.service.ts';
import * as waiting from '../waiting.repository.ts';
import { seriesErrors } from './series.errors.ts';
import {
  getStoredSeries,
  keepSeries,
  type StoredSeries,
  type StoodBefore,
  wordsOf,
} from './series-store.service.ts';

/**
 * Takes back the last change or cancellation of many dates of a series, as one act, while nothing else was done to the
 * series. Every date that can goes back to where it stood; one whose time somebody has by now, or that was changed by
 * itself since, stays and is named, and so is whoever was offered the time that is left. Throws `series.nothing-to-undo`, or why no date at all can go back.
 */
export async function undoSeriesChange(
  ctx: Ctx,
  asked: { readonly seriesId: StoredSeries['id']; readonly version: number },
): Promise<{ readonly undone: number; readonly left: LeftDate[]; readonly offers: FreedOffer[] }> {
  const series = await getStoredSeries(ctx, asked.seriesId);
  const { reference, wayBack } = series;
  if (series.version !== asked.version)
    throw seriesErrors.error('series.changed-by-someone-else', { reference });
  if (wayBack === undefined) throw seriesErrors.error('series.nothing-to-undo', { reference });

  const undone: string[] = [];
  const left: LeftDate[] = [];
  const offers: FreedOffer[] = [];
  let refusal: DomainError | undefined;
  // The last date first: where one date took the place of another, that place is empty again by then.
  for (const date of wayBack.dates.toReversed()) {
    const current = await getBooking(ctx, date.id);
    try {
      if (current.version !== date.version)
        throw seriesErrors.error('series.date-changed-since', { reference: current.reference });
      if (date.before === null) await undoCancellation(ctx, current);
      else offers.push(...(await putBack(ctx, current, date.before)));
      undone.unshift(current.reference);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusal = error;
      left.unshift(LeftDate.parse({ ...current, words: error.message }));
    }
  }
  if (undone.length === 0 && refusal !== undefined) throw refusal;
  await wantAgain(ctx, series, wayBack);
  await keepSeries(ctx, series.id, { periods: wayBack.periods });
  await recordAudit(ctx, {
    action: 'series.change-undone',
    objectType: 'series',
    objectId: series.id,
    before: { words: wordsOf(series, series.periods) },
    after: {
      words: wordsOf(series, wayBack.periods),
      bookings: undone,
      left: left.map((date) => date.reference),
    },
  });
  return { undone: undone.length, left, offers };
}

/**
 * Puts one date back, with what it held. Whatever refuses it does so before anything is written. Answers to whom the
 * time it leaves was offered.
 */
async function putBack(ctx: Ctx, current: Booking, before: StoodBefore): Promise<FreedOffer[]> {
  const note = { action: 'booking.change-undone' };
  const asBefore = { ...current, ...before };
  if (
    current.facilityId === before.facilityId &&
    current.startsAt === before.startsAt &&
    current.endsAt === before.endsAt
  ) {
    const { responsiblePersonId, purpose, expectedNumber } = before;
    await refuseBarred(ctx, { ...asBefore, date: dateOf(before.startsAt) });
    await saveBooking(ctx, current, { responsiblePersonId, purpose, expectedNumber }, note);
    return [];
  }
  const now = localDateTimeOf(ctx.now());
  if (before.startsAt < now)
    throw bookingErrors.error('booking.in-the-past', { startsAt: before.startsAt, now });
  await checkStillOpen(ctx, asBefore);
  await refuseBarred(ctx, { ...asBefore, date: dateOf(before.startsAt) });
  const former = await findFormerHere(ctx, asBefore);
  const takenBack = await clearOffers(ctx, asBefore, former);
  const plan = await planSqueezeAgain(ctx, asBefore, former);
  const giversHold = await spansWithout(ctx, current.id);
  const held = plan === undefined ? {} : { heldFrom: plan.held.from, heldUntil: plan.held.until };
  await moveSqueezed(ctx, { id: current.id, plan, reason: former?.reason ?? '', giversHold }, () =>
    saveBooking(ctx, current, { ...before, ...held }, note),
  );
  for (const offer of takenBack) await endSqueezes(ctx, offer);
  return offerFreed(ctx, current);
}

/** Dates that were still wanted are wanted again as they were, at the same place in the queue. */
async function wantAgain(
  ctx: Ctx,
  series: StoredSeries,
  { wanted }: NonNullable<StoredSeries['wayBack']>,
): Promise<void> {
  for (const { id, version, before } of wanted) {
    const one = await waiting.findById(ctx, id);
    if (one === undefined || one.version !== version || one.seriesId !== series.id) continue;
    if (before !== null) await waiting.move(ctx, id, before);
    else
      await settleWaiting(ctx, one, {
        state: 'waiting',
        bookingId: null,
        offerUntil: null,
        settledWhy: '',
      });
  }
}
