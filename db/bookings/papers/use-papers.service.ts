import { openDayOf, readOpening } from '#db/calendar/opening.service';
import type { OpenDay } from '#db/calendar/calendar.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import { getFacility, listFacilities } from '#db/facilities/facilities.service';
import { MASKED } from '#db/people/people.rules';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import {
  addDays,
  dateOf,
  lastDayOfMonth,
  type LocalDate,
  localDateTimeOf,
  startOfMonth,
  startOfWeek,
  timeOf,
  weekdayOf,
} from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { formatDateNoWeekday, formatTime } from '#db/shared/plain-words';
import * as lists from '../booking-lists.repository.ts';
import { maskBooking } from '../booking-mask.rules.ts';
import type { bookingUseProcedures } from '../use/booking-use.contract.ts';
import * as use from '../booking-use.repository.ts';
import { type Booking, type BookingId, PURPOSE_WORDS } from '../bookings.contract.ts';
import type { CheckOutSheetValues } from './check-out-sheet.pdf.ts';
import type { DoorSignValues } from './door-sign.pdf.ts';
import type { MonthOverviewValues } from './month-overview.pdf.ts';
import { getBooking } from '../place-booking.service.ts';
import { endTimeOf, publicName, STATUS_WORDS } from './public-name.rules.ts';
import type { WeekSheetBooking, WeekSheetValues } from './week-sheet.pdf.ts';

type PaperVerbs = 'printWeekSheet' | 'printMonthOverview' | 'printDoorSign' | 'printCheckOutSheet';

/** More bookings than any week or month of a centre has. */
const MOST_BOOKINGS = 5000;

/** The diary's papers for desk, wall and door, and the check-out sheet. */
export const usePapers: Pick<Handlers<typeof bookingUseProcedures>, PaperVerbs> = {
  async printWeekSheet(steps, wanted) {
    const values = await steps.unit((ctx) => weekSheetValues(ctx, wanted));
    const from = startOfWeek(wanted.date);
    return drawPaperAs(steps, {
      paper: 'week-sheet',
      values,
      title: `Week sheet from ${formatDateNoWeekday(from)}`,
      fileName: `week-sheet-${from}${wanted.audience === 'public' ? '-public' : ''}.pdf`,
    });
  },

  async printMonthOverview(steps, { date, facilityId, size }) {
    const values = await steps.unit((ctx) => monthValues(ctx, facilityId, date, size));
    return drawPaperAs(steps, {
      paper: 'month-overview',
      values,
      title: `Month of ${values.facility}`,
      fileName: `month-overview-${date.slice(0, 7)}.pdf`,
    });
  },

  async printDoorSign(steps, { date, facilityId, size }) {
    const values = await steps.unit((ctx) => doorSignValues(ctx, facilityId, date, size));
    return drawPaperAs(steps, {
      paper: 'door-sign',
      values,
      title: `Door sign of ${values.facility} for ${formatDateNoWeekday(date)}`,
      fileName: `door-sign-${date}.pdf`,
    });
  },

  async printCheckOutSheet(steps, { id, size }) {
    const values = await steps.unit((ctx) => checkOutValues(ctx, id, size));
    return drawPaperAs(steps, {
      paper: 'check-out-sheet',
      values,
      title: `Check-out sheet ${values.reference}`,
      fileName: `check-out-sheet-${values.reference}.pdf`,
    });
  },
};

/** Bookings that hold a room and start between two days, as the reader may see them. */
async function listHeld(
  ctx: Ctx,
  from: LocalDate,
  until: LocalDate,
  facilityId: Facility['id'] | null,
): Promise<readonly Booking[]> {
  const { bookings } = await lists.listStarting(ctx, {
    from,
    until,
    facilityId,
    withCancelled: false,
    limit: MOST_BOOKINGS,
    offset: 0,
  });
  return bookings.map((booking) => maskBooking(booking, ctx.actor));
}

/** Null when it is open, or when nobody has entered hours; otherwise why it is closed all day. */
const closedWhy = (day: OpenDay): string | null => (day.spans?.length === 0 ? day.why : null);

async function weekSheetValues(
  ctx: Ctx,
  wanted: {
    readonly date: LocalDate;
    readonly facilityId: Facility['id'] | null;
    readonly audience: 'desk' | 'public';
    readonly size: PaperSize;
  },
): Promise<WeekSheetValues> {
  const from = startOfWeek(wanted.date);
  const until = addDays(from, 6);
  const bookings = await listHeld(ctx, from, until, wanted.facilityId);
  const opening = await readOpening(ctx, from, until);
  const facilities =
    wanted.facilityId === null
      ? (await listFacilities(ctx)).filter((one) => one.isActive)
      : [await getFacility(ctx, wanted.facilityId)];
  const week = Array.from({ length: 7 }, (_, i) => addDays(from, i));
  const isShown = (date: LocalDate): boolean =>
    weekdayOf(date) < 6 ||
    bookings.some((booking) => dateOf(booking.startsAt) === date) ||
    facilities.some((one) => closedWhy(opening.openOn(one, date)) === null);
  const dates = week.filter(isShown);
  return {
    ...(await paperFrameOf(ctx, wanted.size)),
    audience: wanted.audience,
    dates,
    facilities: facilities.map((facility) => ({
      name: facility.name,
      days: dates.map((date) => ({
        closed: closedWhy(opening.openOn(facility, date)),
        bookings: bookings
          .filter(
            (booking) => booking.facilityId === facility.id && dateOf(booking.startsAt) === date,
          )
          .map((booking) => toWeekBooking(booking, wanted.audience)),
      })),
    })),
  };
}

function toWeekBooking(booking: Booking, audience: 'desk' | 'public'): WeekSheetBooking {
  const when = { from: timeOf(booking.startsAt), until: endTimeOf(booking) };
  if (audience === 'public') return { ...when, words: publicName(booking), lines: [] };
  return {
    ...when,
    words: booking.bookerName,
    lines: [
      PURPOSE_WORDS[booking.purpose],
      ...(booking.status === 'confirmed' ? [] : [STATUS_WORDS[booking.status]]),
      ...(booking.isOutOfHours ? ['Out of hours'] : []),
      ...(booking.layoutName === '' ? [] : [booking.layoutName]),
      ...(booking.heldFrom === booking.startsAt
        ? []
        : [`Set-up from ${formatTime(timeOf(booking.heldFrom))}`]),
      ...(booking.heldUntil === booking.endsAt
        ? []
        : [`Clear-down until ${formatTime(timeOf(booking.heldUntil))}`]),
      booking.reference,
    ],
  };
}

async function monthValues(
  ctx: Ctx,
  facilityId: Facility['id'],
  date: LocalDate,
  size: PaperSize,
): Promise<MonthOverviewValues> {
  const facility = await getFacility(ctx, facilityId);
  const [from, until] = [startOfMonth(date), lastDayOfMonth(date)];
  const bookings = await listHeld(ctx, from, until, facilityId);
  const opening = await readOpening(ctx, from, until);
  const days: LocalDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return {
    ...(await paperFrameOf(ctx, size)),
    facility: facility.name,
    days: days.map((day) => ({
      date: day,
      closed: closedWhy(opening.openOn(facility, day)),
      taken: bookings
        .filter((booking) => dateOf(booking.startsAt) === day)
        .map((booking) => ({ from: timeOf(booking.startsAt), until: endTimeOf(booking) })),
    })),
  };
}

async function doorSignValues(
  ctx: Ctx,
  facilityId: Facility['id'],
  date: LocalDate,
  size: PaperSize,
): Promise<DoorSignValues> {
  const facility = await getFacility(ctx, facilityId);
  const bookings = await listHeld(ctx, date, date, facilityId);
  return {
    ...(await paperFrameOf(ctx, size)),
    facility: facility.name,
    date,
    closed: closedWhy(await openDayOf(ctx, facility, date)),
    bookings: bookings
      .filter((booking) => booking.attendance !== 'no-show')
      .map((booking) => ({
        from: timeOf(booking.startsAt),
        until: endTimeOf(booking),
        words: publicName(booking),
      })),
  };
}

async function checkOutValues(
  ctx: Ctx,
  id: BookingId,
  size: PaperSize,
): Promise<CheckOutSheetValues> {
  const booking = maskBooking(await getBooking(ctx, id), ctx.actor);
  const closeOut = await use.findCloseOut(ctx, id);
  const found = closeOut === undefined ? [] : await use.listFoundOf(ctx, id);
  const isMasked = isAuditor(ctx.actor);
  const masked = (text: string): string => (isMasked && text !== '' ? MASKED : text);
  return {
    ...(await paperFrameOf(ctx, size)),
    reference: booking.reference,
    facility: booking.facilityName,
    date: dateOf(booking.startsAt),
    from: timeOf(booking.startsAt),
    until: endTimeOf(booking),
    bookedFor: booking.bookerName,
    responsibleName: booking.responsibleName,
    noted:
      closeOut === undefined || booking.checkedOutAt === null
        ? null
        : {
            at: localDateTimeOf(booking.checkedOutAt),
            ...closeOut.checklist,
            people: booking.headcount,
            damage: masked(closeOut.damage),
            found: found.map((item) => masked(item.what)),
            notes: masked(closeOut.notes),
          },
  };
}
