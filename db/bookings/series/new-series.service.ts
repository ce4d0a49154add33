import { recordAudits } from '#db/audit/record';
import { addSearchEntries } from '#db/search/search.service';
import { takeReference, takeReferences } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { type DomainError, mustExist } from '#db/shared/domain-error';
import { atTime, type LocalDate } from '#db/shared/local-date';
import { bookingAuditNote } from '../booking-audit.service.ts';
import { checkCanBook, refuseOverlap } from '../booking-checks.service.ts';
import { searchEntryOf } from '../booking-search.service.ts';
import { followUpBooking } from '../booking-tasks.service.ts';
import type { SeriesId } from '../bookings.contract.ts';
import * as bookings from '../bookings.repository.ts';
import {
  namesOf,
  newStoredBooking,
  type Placement,
  useOf,
  withNames,
} from '../place-booking.service.ts';
import { expandDates } from './recurrence.ts';
import { formatSeries, isClockChange, leftOutWords, ruleTextOf } from './recurrence.rules.ts';
import type { WaitingId } from '../queue/queue.contract.ts';
import { findSameWish } from '../queue/same-wish.rules.ts';
import type { NewSeries, SeriesDate, SeriesPreview } from './series.contract.ts';
import { seriesErrors } from './series.errors.ts';
import type { Occurrence, SeriesPeriod } from './series-change.rules.ts';
import type { DateAsked, DateHold } from './series-judge.rules.ts';
import { type PlannedDate, planDates, type Place } from './series-plan.rules.ts';
import * as allSeries from '../series.repository.ts';
import { detailsJsonOf, type StoredSeries } from './series-store.service.ts';
import { readWorld, type SeriesWorld } from './series-world.service.ts';
import * as waiting from '../waiting.repository.ts';

/** The plan of a new series: what the preview shows is what saving writes. */
type NewSeriesPlan = {
  readonly dates: readonly LocalDate[];
  readonly planned: readonly PlannedDate<DateHold>[];
  readonly world: SeriesWorld;
};

async function planSeries(ctx: Ctx, wanted: NewSeries): Promise<NewSeriesPlan> {
  const dates = expandDates(wanted);
  const stray = wanted.choices.find((chosen) => !dates.includes(chosen.originalDate));
  if (stray !== undefined)
    throw seriesErrors.error('series.unknown-date', { date: stray.originalDate });

  const { facilityId, from, until } = wanted;
  const asked = (place: Place): DateAsked => ({
    details: detailsOf(wanted),
    layoutOf: facilityId,
    place,
  });
  const places = dates.map((date): Place => ({ facilityId, from, until, date }));
  const targets = wanted.choices.flatMap(({ to }) => (to === null ? [] : [to]));
  const world = await readWorld(ctx, [...places, ...targets].map(asked), {
    movesToNextOpen: wanted.onClosedDay === 'next-open',
  });
  const planned = planDates<DateHold>({
    dates,
    place: { facilityId, from, until },
    onClosedDay: wanted.onClosedDay,
    choices: wanted.choices,
    judge: (place, taken) => world.judge(asked(place), taken),
    findNextOpen: (place) => world.findNextOpen(asked(place)),
  });
  return { dates, planned: await withoutSecondWishes(ctx, wanted, planned), world };
}

/** A date for which the same booker waits already is not put on the list a second time, and says so. */
async function withoutSecondWishes(
  ctx: Ctx,
  { booker }: NewSeries,
  planned: readonly PlannedDate<DateHold>[],
): Promise<readonly PlannedDate<DateHold>[]> {
  if (!planned.some((date) => date.outcome === 'want')) return planned;
  const open = await waiting.listOpen(ctx);
  return planned.map((date) => {
    const isSecond =
      date.outcome === 'want' && findSameWish(open, { ...date.place, booker }) !== undefined;
    if (!isSecond) return date;
    const why = date.words.endsWith('.') ? date.words : `${date.words}.`;
    return {
      ...date,
      outcome: 'drop',
      words: `${why} They already wait for this time, so it is not put on the list again.`,
    };
  });
}

function detailsOf(wanted: NewSeries): DateAsked['details'] {
  const {
    facilityId: _room,
    date: _date,
    from: _from,
    until: _until,
    repeat: _repeat,
    end: _end,
    onClosedDay: _onClosedDay,
    choices: _choices,
    ...details
  } = wanted;
  return details;
}

/** Every date of a new series with what is in its way; nothing is saved. */
export async function previewSeries(ctx: Ctx, wanted: NewSeries): Promise<SeriesPreview> {
  const { dates, planned, world } = await planSeries(ctx, wanted);
  const count = (outcome: SeriesDate['outcome']): number =>
    planned.filter((date) => date.outcome === outcome).length;
  return {
    words: formatSeries({ ...wanted, dates }),
    dates: planned.map((date) => ({
      originalDate: date.originalDate,
      facilityId: date.place.facilityId,
      facilityName: world.facilityOf(date.place.facilityId).name,
      startsAt: atTime(date.place.date, date.place.from),
      endsAt: atTime(date.place.date, date.place.until),
      verdict: date.verdict,
      outcome: date.outcome,
      isMoved: date.isMoved,
      isClockChange: isClockChange(date.place.date),
      words: date.words,
    })),
    booked: count('book'),
    wanted: count('want'),
    dropped: count('drop'),
    leftOut: leftOutWords(wanted, lastLookedAt(wanted, dates)),
  };
}

function lastLookedAt({ end, date }: NewSeries, dates: readonly LocalDate[]): LocalDate {
  return end.kind === 'until' ? end.date : (dates.at(-1) ?? date);
}

/**
 * Books every date of a series that the plan lets through, keeps those that were dropped as still wanted, and writes
 * the series with its rule. Throws `series.nothing-to-book`, and whatever refuses every date alike.
 */
export async function createSeries(ctx: Ctx, wanted: NewSeries): Promise<StoredSeries> {
  const plan = await planSeries(ctx, wanted);
  const booked = plan.planned.filter(hasHold);
  if (booked[0] === undefined) throw await nothingToBook(ctx, wanted, plan);

  const id = ctx.newId() as SeriesId;
  const reference = await takeReference(ctx, 'SER', yearOf(plan.dates[0] ?? wanted.date));
  const period: SeriesPeriod = {
    fromDate: plan.dates[0] ?? wanted.date,
    facilityId: wanted.facilityId,
    from: wanted.from,
    until: wanted.until,
    responsiblePersonId: wanted.responsiblePersonId,
    purpose: wanted.purpose,
    expectedNumber: wanted.expectedNumber,
    movedWeekdays: [],
  };
  await allSeries.insert(ctx, {
    id,
    reference,
    rule: ruleTextOf(wanted),
    repeat_json: JSON.stringify(wanted.repeat),
    end_json: JSON.stringify(wanted.end),
    on_closed_day: wanted.onClosedDay,
    details_json: detailsJsonOf({ periods: [period] }),
    requested_at: ctx.now(),
    taken_by_user_id: userIdOf(ctx.actor),
    version: 1,
  });
  const made = await writeBookings(ctx, wanted, { id, booked });
  const stillWanted = plan.planned.filter((date) => date.outcome === 'want');
  await waiting.insertAll(
    ctx,
    stillWanted.map((date) => wantedRow(ctx, wanted, { id, date })),
  );

  await addSearchEntries(ctx, made.map(searchEntryOf));
  await recordAudits(ctx, [
    {
      action: 'series.created',
      objectType: 'series',
      objectId: id,
      after: {
        reference,
        words: formatSeries({ ...wanted, dates: plan.dates }),
        bookings: made.map((booking) => booking.reference),
        stillWanted: stillWanted.map((date) => date.originalDate),
      },
    },
    ...made.map((booking) => bookingAuditNote({ action: 'booking.created', after: booking })),
  ]);
  // The dates are one task between them, so that any of them puts it on the list.
  const requested = made.find((booking) => booking.status === 'requested');
  if (requested !== undefined) await followUpBooking(ctx, requested);
  const { repeat, onClosedDay } = wanted;
  return { id, reference, repeat, onClosedDay, periods: [period], occurrences: made, version: 1 };
}

type Booked = PlannedDate<DateHold> & { readonly hold: DateHold };
const hasHold = (date: PlannedDate<DateHold>): date is Booked => date.hold !== undefined;
const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** Writes the bookings of a new series under references of their own years. */
async function writeBookings(
  ctx: Ctx,
  wanted: NewSeries,
  of: { readonly id: SeriesId; readonly booked: readonly Booked[] },
): Promise<readonly Occurrence[]> {
  const names = await namesOf(ctx, wanted);
  const references = await referencesFor(ctx, of.booked);
  const made = of.booked.map((date, index) => {
    const { facility, judgement, wanted: typed } = date.hold;
    const placement: Placement = {
      facility,
      names,
      allowed: { judgement, held: judgement.held, squeeze: undefined },
      series: { seriesId: of.id, originalDate: date.originalDate },
    };
    const stored = newStoredBooking(ctx, typed, placement, references[index] ?? '');
    const { originalDate } = date;
    return { stored, booking: { ...withNames(stored, placement), originalDate } };
  });
  await bookings
    .insertAll(
      ctx,
      made.map(({ stored }) => stored),
    )
    .catch(refuseOverlap);
  return made.map(({ booking }) => booking);
}

/** One reference for each date, in the order of the dates, numbered in the year of its own day. */
async function referencesFor(ctx: Ctx, booked: readonly Booked[]): Promise<readonly string[]> {
  const years = booked.map(({ place }) => yearOf(place.date));
  const taken = new Map<number, string[]>();
  for (const year of new Set(years)) {
    const count = years.filter((one) => one === year).length;
    taken.set(year, [...(await takeReferences(ctx, 'BKG', year, count))]);
  }
  return years.map((year) =>
    mustExist(taken.get(year)?.shift(), 'as many were taken as there are'),
  );
}

/** A dropped date as it stands in the queue, with all that its booking is to hold when the time is free. */
function wantedRow(
  ctx: Ctx,
  wanted: NewSeries,
  of: { readonly id: SeriesId; readonly date: PlannedDate<DateHold> },
): waiting.NewRow {
  const { originalDate, place, words } = of.date;
  return {
    id: ctx.newId() as WaitingId,
    kind: 'still-wanted',
    facilityId: place.facilityId,
    date: place.date,
    from: place.from,
    until: place.until,
    units: wanted.units,
    booker: wanted.booker,
    responsiblePersonId: wanted.responsiblePersonId,
    purpose: wanted.purpose,
    expectedNumber: wanted.expectedNumber,
    seriesId: of.id,
    originalDate,
    why: words,
    requestedAt: ctx.now(),
    state: 'waiting',
    bookingId: null,
    offerUntil: null,
    version: 1,
    details: {
      layoutId: wanted.layoutId,
      setupMinutes: wanted.setupMinutes,
      cleardownMinutes: wanted.cleardownMinutes,
      needs: wanted.needs,
      notes: wanted.notes,
      accessNeeds: wanted.accessNeeds,
      crechePlaces: wanted.crechePlaces,
      thingsWanted: wanted.thingsWanted,
      mayShowName: wanted.mayShowName,
    },
    settledWhy: '',
  };
}

/** The refusal of a series of which no date can be booked: the rule itself where every date breaks one. */
async function nothingToBook(
  ctx: Ctx,
  wanted: NewSeries,
  { planned, world }: NewSeriesPlan,
): Promise<DomainError> {
  const first = mustExist(planned[0], 'a series has at least one date');
  const broken = planned.find((date) => date.verdict === 'refused' && date.outcome === 'want');
  if (broken !== undefined && planned.every((date) => date.verdict !== 'clash')) {
    const typed = { ...wanted, ...broken.place, hold: null, lateEntry: null };
    await checkCanBook(ctx, world.facilityOf(broken.place.facilityId), {
      wanted: typed,
      use: useOf(typed),
    });
  }
  return seriesErrors.error('series.nothing-to-book', {
    first: first.originalDate,
    why: first.words.endsWith('.') ? first.words : `${first.words}.`,
  });
}
