import type { Ctx } from '#db/shared/ctx';
import { atTime, localDateTimeOf, weekdayOf } from '#db/shared/local-date';
import type { BookingId, ChangeBooking } from '../bookings.contract.ts';
import { bookingErrors } from '../bookings.errors.ts';
import { findOverCapacity } from '../judge.rules.ts';
import { getBooking } from '../place-booking.service.ts';
import type { SeriesChange, SeriesDifference, SeriesScope } from './series.contract.ts';
import { seriesErrors } from './series.errors.ts';
import {
  changePeriods,
  type DatedChange,
  type MovedBooking,
  type Occurrence,
  periodOf,
  placeIn,
  placeOf,
  type PlannedChange,
  planChange,
  type SharedFacts,
} from './series-change.rules.ts';
import type { DateAsked, DateHold } from './series-judge.rules.ts';
import { getStoredSeries, type StoredSeries } from './series-store.service.ts';
import { readWorld, type SeriesWorld } from './series-world.service.ts';

/** A series at the version that was read, and the booking from which on it is acted upon. */
export type Scoped = {
  readonly seriesId: StoredSeries['id'];
  readonly scope: SeriesScope;
  readonly fromBookingId: BookingId;
  readonly version: number;
};

/** Reads what an act on a series is about; refused when it was changed since, or the booking is none of its dates. */
export async function readScope(
  ctx: Ctx,
  { seriesId, fromBookingId, version }: Scoped,
): Promise<{ readonly series: StoredSeries; readonly from: Occurrence }> {
  const series = await getStoredSeries(ctx, seriesId);
  const { reference } = series;
  if (series.version !== version)
    throw seriesErrors.error('series.changed-by-someone-else', { reference });
  const from = series.occurrences.find((booking) => booking.id === fromBookingId);
  if (from === undefined) {
    const stranger = await getBooking(ctx, fromBookingId);
    throw seriesErrors.error('series.not-of-series', {
      reference: stranger.reference,
      series: reference,
    });
  }
  return { series, from };
}

/** What a change does to every booking of a series: the difference list shows it, and saving does it. */
export type SeriesChangePlan = {
  readonly series: StoredSeries;
  readonly change: DatedChange;
  readonly planned: readonly PlannedChange[];
  readonly world: SeriesWorld;
};

export async function planSeriesChange(ctx: Ctx, wanted: SeriesChange): Promise<SeriesChangePlan> {
  const { series, from } = await readScope(ctx, wanted);
  if (wanted.purpose === 'legal-dispute') throw bookingErrors.error('booking.legal-dispute', {});
  const change = datedChange(ctx, wanted, { series, from });
  const known = new Set(series.occurrences.map((booking) => booking.originalDate));
  const stray = wanted.choices.find((chosen) => !known.has(chosen.originalDate));
  if (stray !== undefined)
    throw seriesErrors.error('series.unknown-date', { date: stray.originalDate });

  const world = await readWorld(ctx, candidates(wanted, series, change), {
    movesToNextOpen: series.onClosedDay === 'next-open',
  });
  const planned = planChange<DateHold>({
    occurrences: series.occurrences,
    periods: series.periods,
    change,
    choices: wanted.choices,
    now: localDateTimeOf(ctx.now()),
    judge: (moved, asked) => world.judge(askedOf(moved), asked),
    findNextOpen: (moved) =>
      series.onClosedDay === 'next-open' ? world.findNextOpen(askedOf(moved)) : undefined,
    findRefusal: (booking, facts) =>
      findTooMany(world, booking, facts) ?? findBarOfNewHolder(world, booking, facts),
    // BOOK-04: nobody should learn only afterwards that the desk is not staffed then.
    noteOn: (booking, { judgement }) =>
      judgement.isOutOfHours && !booking.isOutOfHours ? 'Out of office hours' : '',
  });
  return { series, change, planned, world };
}

function findTooMany(
  world: SeriesWorld,
  booking: Occurrence,
  { expectedNumber }: SharedFacts,
): string | undefined {
  if (expectedNumber === booking.expectedNumber) return undefined;
  const { layoutId } = booking;
  return findOverCapacity(world.facilityOf(booking.facilityId), { layoutId, expectedNumber })
    ?.message;
}

/** Whoever is to answer for a date from now on may be barred from its room (BOOK-12), which saving would refuse. */
function findBarOfNewHolder(
  world: SeriesWorld,
  booking: Occurrence,
  facts: SharedFacts,
): string | undefined {
  if (facts.responsiblePersonId === booking.responsiblePersonId) return undefined;
  return world.findBar(askedOf({ booking, place: placeOf(booking), facts }));
}

/** A change with the date from which it counts; all means all that are to come. */
function datedChange(
  ctx: Ctx,
  wanted: SeriesChange,
  { series, from }: { readonly series: StoredSeries; readonly from: Occurrence },
): DatedChange {
  const { repeat, reference } = series;
  const goesByWeekday = repeat.kind === 'weekly' || repeat.kind === 'monthly-by-weekday';
  if (wanted.weekday !== null && !goesByWeekday)
    throw seriesErrors.error('series.weekday-fixed', { reference });
  const now = localDateTimeOf(ctx.now());
  const coming = series.occurrences.find((booking) => booking.startsAt >= now);
  return {
    from: wanted.from,
    until: wanted.until,
    facilityId: wanted.facilityId,
    responsiblePersonId: wanted.responsiblePersonId,
    purpose: wanted.purpose,
    expectedNumber: wanted.expectedNumber,
    fromDate: wanted.scope === 'all' ? (coming ?? from).originalDate : from.originalDate,
    movedWeekday:
      wanted.weekday === null
        ? null
        : { weekday: weekdayOf(from.originalDate), to: wanted.weekday },
  };
}

/** Every place that any booking of the series may go to, to be read at once. */
function candidates(
  wanted: SeriesChange,
  series: StoredSeries,
  change: DatedChange,
): readonly DateAsked[] {
  const periods = changePeriods(series.periods, change);
  const choices = new Map(wanted.choices.map((chosen) => [chosen.originalDate, chosen.to]));
  return series.occurrences.flatMap((booking) => {
    const place =
      choices.get(booking.originalDate) ??
      placeIn(periodOf(periods, booking.originalDate), booking.originalDate);
    const { responsiblePersonId } = wanted;
    // Whoever is to answer for it may be barred where the one before was not.
    const people = responsiblePersonId === null ? [] : [{ ...booking, responsiblePersonId }];
    return [booking, ...people].map((facts) => askedOf({ booking, place, facts }));
  });
}

/** A booking of the series with its new place and facts, as its own form would hold it. */
export function changeOf({ booking, place, facts }: MovedBooking): ChangeBooking {
  const isSameRoom = place.facilityId === booking.facilityId;
  // Minutes that came from a layout belong to the room with that layout.
  const keepsMinutes = isSameRoom || booking.layoutId === null;
  return {
    id: booking.id,
    version: booking.version,
    ...place,
    booker: booking.booker,
    responsiblePersonId: facts.responsiblePersonId,
    purpose: facts.purpose,
    expectedNumber: facts.expectedNumber,
    needs: booking.needs,
    notes: booking.notes,
    units: booking.units,
    layoutId: isSameRoom ? booking.layoutId : null,
    setupMinutes: keepsMinutes ? booking.setupMinutes : null,
    cleardownMinutes: keepsMinutes ? booking.cleardownMinutes : null,
    accessNeeds: booking.accessNeeds,
    crechePlaces: booking.crechePlaces,
    thingsWanted: booking.thingsWanted,
    mayShowName: booking.mayShowName,
    outsideHours:
      booking.keyholder === ''
        ? null
        : { keyholder: booking.keyholder, reason: booking.hoursReason },
    squeeze: null,
    agreement: null,
    askedBy: 'holder',
  };
}

function askedOf(moved: MovedBooking): DateAsked {
  const { booking, place } = moved;
  return {
    details: changeOf(moved),
    layoutOf: place.facilityId,
    place,
    exceptId: booking.id,
    ...(place.facilityId === booking.facilityId
      ? {
          kept: {
            layoutId: booking.layoutId,
            around: { setup: booking.setupMinutes, cleardown: booking.cleardownMinutes },
          },
        }
      : {}),
  };
}

/** The difference list of a change: which dates change, which stay and why; nothing is saved. */
export async function previewSeriesChange(
  ctx: Ctx,
  wanted: SeriesChange,
): Promise<{ differences: SeriesDifference[]; changes: number; stays: number }> {
  const { planned, world } = await planSeriesChange(ctx, wanted);
  const differences = planned.map((one) => differenceOf(one, world));
  const changes = planned.filter((one) => one.changes !== undefined).length;
  return { differences, changes, stays: planned.length - changes };
}

function differenceOf({ booking, words, changes }: PlannedChange, world: SeriesWorld) {
  return {
    bookingId: booking.id,
    reference: booking.reference,
    before: {
      facilityName: booking.facilityName,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
    },
    after:
      changes === undefined
        ? null
        : {
            facilityName: world.facilityOf(changes.place.facilityId).name,
            startsAt: atTime(changes.place.date, changes.place.from),
            endsAt: atTime(changes.place.date, changes.place.until),
          },
    outcome: changes === undefined ? ('stays' as const) : ('changes' as const),
    words,
  };
}
