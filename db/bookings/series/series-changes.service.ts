import { personal, recordAudit } from '#db/audit/record';
import type { Ctx } from '#db/shared/ctx';
import { type LocalDate, localDateTimeOf } from '#db/shared/local-date';
import { changeBooking } from '../booking-life.service.ts';
import { type Booking, type FreedOffer, HOLDING_STATUSES } from '../bookings.contract.ts';
import { cancelBooking } from '../cancel-booking.service.ts';
import { settleWaiting, takeBackOffer } from '../queue/offers.service.ts';
import {
  changeOf,
  planSeriesChange,
  readScope,
  type Scoped,
} from './plan-series-change.service.ts';
import type { SeriesChange } from './series.contract.ts';
import { seriesErrors } from './series.errors.ts';
import { changePeriods, periodOf, placeIn } from './series-change.rules.ts';
import * as allSeries from '../series.repository.ts';
import {
  keepSeries,
  type StoodBefore,
  type StoredSeries,
  type WayBack,
  wordsOf,
} from './series-store.service.ts';
import * as waiting from '../waiting.repository.ts';

/** What the list says of a date that nothing stands in the way of. */
const STAYS_BY_ITSELF: ReadonlySet<string> = new Set([
  'Nothing changes',
  'Left as it is',
  'Moved before',
]);

/**
 * Changes the dates of the list as it was shown; each is an ordinary change of its booking, which keeps its id.
 * Answers to whom the freed times were offered.
 */
export async function changeSeries(ctx: Ctx, wanted: SeriesChange): Promise<FreedOffer[]> {
  const { series, change, planned } = await planSeriesChange(ctx, wanted);
  const changed = planned.filter((one) => one.changes !== undefined);
  if (changed.length === 0)
    throw seriesErrors.error('series.nothing-to-change', {
      reference: series.reference,
      // The dates that were asked to change and cannot share their reason more often than not.
      why:
        planned.find(
          ({ booking, words }) =>
            booking.originalDate >= change.fromDate &&
            booking.status === 'confirmed' &&
            !STAYS_BY_ITSELF.has(words),
        )?.words ?? '',
    });

  const offers: FreedOffer[] = [];
  for (const { booking, changes } of changed) {
    if (changes === undefined) continue;
    offers.push(...(await changeBooking(ctx, changeOf({ booking, ...changes }))).offers);
  }
  const periods = changePeriods(series.periods, change);
  const stillWanted = await moveStillWanted(ctx, series, { periods, fromDate: change.fromDate });
  const dates = changed.map(({ booking }) => ({ id: booking.id, before: stoodBefore(booking) }));
  await keepSeries(ctx, series.id, {
    periods,
    wayBack: await wayBackOf(ctx, series, { dates, wanted: stillWanted }),
  });
  await recordAudit(ctx, {
    action: 'series.changed',
    objectType: 'series',
    objectId: series.id,
    before: { words: wordsOf(series, series.periods) },
    after: {
      words: wordsOf(series, periods),
      bookings: changed.map(({ booking }) => booking.reference),
    },
  });
  return offers;
}

/** The way back of an act that has just been done, with the versions at which it left everything. */
async function wayBackOf(
  ctx: Ctx,
  { id, periods }: StoredSeries,
  act: {
    readonly dates: readonly Omit<WayBack['dates'][number], 'version'>[];
    readonly wanted: readonly Omit<WayBack['wanted'][number], 'version'>[];
  },
): Promise<WayBack> {
  const occurrences = await allSeries.listOccurrences(ctx, id);
  const versions = new Map(occurrences.map((booking) => [booking.id, booking.version]));
  const wanted: WayBack['wanted'][number][] = [];
  for (const one of act.wanted) {
    const version = (await waiting.findById(ctx, one.id))?.version ?? 0;
    wanted.push({ ...one, version });
  }
  const dates = act.dates.map((date) => ({ ...date, version: versions.get(date.id) ?? 0 }));
  return { periods, dates, wanted };
}

function stoodBefore(booking: Booking): StoodBefore {
  return {
    facilityId: booking.facilityId,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    heldFrom: booking.heldFrom,
    heldUntil: booking.heldUntil,
    layoutId: booking.layoutId,
    setupMinutes: booking.setupMinutes,
    cleardownMinutes: booking.cleardownMinutes,
    status: booking.status,
    isOutOfHours: booking.isOutOfHours,
    keyholder: booking.keyholder,
    hoursReason: booking.hoursReason,
    responsiblePersonId: booking.responsiblePersonId,
    purpose: booking.purpose,
    expectedNumber: booking.expectedNumber,
  };
}

/** Dates that are still wanted are wanted at the new time; who was offered one already keeps that offer. Answers how each was before. */
async function moveStillWanted(
  ctx: Ctx,
  series: StoredSeries,
  to: { readonly periods: StoredSeries['periods']; readonly fromDate: LocalDate },
): Promise<readonly Omit<WayBack['wanted'][number], 'version'>[]> {
  const moved: Omit<WayBack['wanted'][number], 'version'>[] = [];
  for (const one of await waiting.listOfSeries(ctx, series.id)) {
    const { id, state, originalDate } = one;
    if (state !== 'waiting' || originalDate === null || originalDate < to.fromDate) continue;
    const period = periodOf(to.periods, originalDate);
    const { responsiblePersonId, purpose, expectedNumber } = period;
    const facts = { responsiblePersonId, purpose, expectedNumber };
    await waiting.move(ctx, id, { ...placeIn(period, originalDate), ...facts });
    moved.push({
      id,
      before: {
        facilityId: one.facilityId,
        date: one.date,
        from: one.from,
        until: one.until,
        responsiblePersonId: one.responsiblePersonId,
        purpose: one.purpose,
        expectedNumber: one.expectedNumber,
      },
    });
  }
  return moved;
}

/**
 * Cancels the bookings that are to come, each with the notice its room asks for, and gives up the dates still wanted.
 * Answers to whom the freed times were offered.
 */
export async function cancelSeries(
  ctx: Ctx,
  wanted: Scoped & { readonly reason: string },
): Promise<FreedOffer[]> {
  const { series, from } = await readScope(ctx, wanted);
  const now = localDateTimeOf(ctx.now());
  const isInScope = (originalDate: LocalDate | null): boolean =>
    originalDate !== null && (wanted.scope === 'all' || originalDate >= from.originalDate);
  const open = (await waiting.listOfSeries(ctx, series.id)).filter((one) =>
    isInScope(one.originalDate),
  );
  const coming = series.occurrences.filter(
    (booking) =>
      isInScope(booking.originalDate) &&
      booking.startsAt >= now &&
      booking.attendance === 'expected' &&
      HOLDING_STATUSES.includes(booking.status),
  );
  if (open.length + coming.length === 0)
    throw seriesErrors.error('series.nothing-to-cancel', { reference: series.reference });

  // Given up first, so that what the series frees is offered to others and not to itself.
  for (const one of open) await giveUp(ctx, one, wanted.reason);
  const offers: FreedOffer[] = [];
  for (const { id, version } of coming)
    offers.push(...(await cancelBooking(ctx, { id, version, reason: wanted.reason })).offers);
  const gone = ({ id }: { readonly id: string }) => ({ id: id as never, before: null });
  await keepSeries(ctx, series.id, {
    periods: series.periods,
    wayBack: await wayBackOf(ctx, series, { dates: coming.map(gone), wanted: open.map(gone) }),
  });
  await recordAudit(ctx, {
    action: 'series.cancelled',
    objectType: 'series',
    objectId: series.id,
    reason: personal(from.responsiblePersonId, wanted.reason),
    after: {
      bookings: coming.map((booking) => booking.reference),
      stillWanted: open.flatMap(({ originalDate }) => originalDate ?? []),
    },
  });
  return offers;
}

async function giveUp(ctx: Ctx, one: waiting.StoredWaiting, reason: string): Promise<void> {
  if (one.bookingId !== null) await takeBackOffer(ctx, one.bookingId, reason);
  const standing = (await waiting.findById(ctx, one.id)) ?? one;
  await settleWaiting(ctx, standing, {
    state: 'withdrawn',
    bookingId: null,
    offerUntil: null,
    settledWhy: reason,
  });
}
