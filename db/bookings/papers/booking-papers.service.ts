import { findChainHead } from '#db/audit/audit.service';
import { conditionsOfUse } from '#db/conditions/conditions-of-use.rules';
import { readOpening } from '#db/calendar/opening.service';
import { getFacility, listFacilities } from '#db/facilities/facilities.service';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { dateOf, type LocalDate, localDateTimeOf, timeOf } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { BookingFormValues } from './booking-form.pdf.ts';
import * as lists from '../booking-lists.repository.ts';
import { listSqueezesOf } from '../booking-lookups.repository.ts';
import { maskBooking } from '../booking-mask.rules.ts';
import type { BookingSlipValues } from './booking-slip.pdf.ts';
import type { bookingsContract } from '../bookings-api.contract.ts';
import { type Booking, type BookingId, PURPOSE_WORDS, type Squeeze } from '../bookings.contract.ts';
import type { DaySheetBooking, DaySheetValues } from './day-sheet.pdf.ts';
import {
  attendanceFacts,
  heldOf,
  moreOf,
  openingNote,
  setUpOf,
  stateOf,
} from './paper-facts.rules.ts';
import { getBooking } from '../place-booking.service.ts';
import { endTimeOf, STATUS_WORDS } from './public-name.rules.ts';
import { formatRepeat } from '../series/recurrence.rules.ts';
import { Repeat } from '../series/series.contract.ts';
import * as series from '../series.repository.ts';

type PaperVerbs = 'printSlip' | 'printDaySheet' | 'printBlankForm';

/**
 * The papers of the bookings module: each is gathered in one unit of work and drawn outside it, so that nobody
 * waits for a drawing.
 */
export const bookingPapers: Pick<Handlers<typeof bookingsContract>, PaperVerbs> = {
  async printSlip(steps, { id, size }) {
    const values = await steps.unit(async (ctx) => {
      const booking = await getBooking(ctx, id);
      return slipValues(ctx, maskBooking(booking, ctx.actor), size);
    });
    return drawPaperAs(steps, {
      paper: 'booking-slip',
      values,
      title: `Booking slip ${values.reference}`,
      fileName: `booking-slip-${values.reference}.pdf`,
    });
  },

  async printDaySheet(steps, { date, size }) {
    const values = await steps.unit((ctx) => daySheetValues(ctx, date, size));
    return drawPaperAs(steps, {
      paper: 'day-sheet',
      values,
      title: `Day sheet for ${formatDateNoWeekday(date)}`,
      fileName: `day-sheet-${date}.pdf`,
    });
  },

  async printBlankForm(steps, { size }) {
    const values = await steps.unit((ctx) => blankFormValues(ctx, size));
    return drawPaperAs(steps, {
      paper: 'booking-form',
      values,
      title: 'Room booking form',
      fileName: 'room-booking-form.pdf',
    });
  },
};

async function slipValues(ctx: Ctx, booking: Booking, size: PaperSize): Promise<BookingSlipValues> {
  const facility = await getFacility(ctx, booking.facilityId);
  return {
    ...(await paperFrameOf(ctx, size)),
    reference: booking.reference,
    facility: booking.facilityName,
    date: dateOf(booking.startsAt),
    from: timeOf(booking.startsAt),
    until: endTimeOf(booking),
    isOutOfHours: booking.isOutOfHours,
    held: heldOf(booking),
    state: stateOf(booking),
    booker: booking.booker.kind === 'group' ? booking.responsibleName : booking.bookerName,
    group: booking.booker.kind === 'group' ? booking.bookerName : '',
    responsibleName: booking.responsibleName,
    responsiblePhone: booking.responsiblePhone,
    purpose: PURPOSE_WORDS[booking.purpose],
    expectedNumber: booking.expectedNumber,
    needs: booking.needs,
    more: moreOf(booking, {
      unitName: facility.unitName,
      series: await seriesWords(ctx, booking),
      directions: facility.directions,
    }),
    notes: booking.notes,
    conditions: conditionsOfUse(await figuresOn(ctx, todayOf(ctx))),
    issuedBy: booking.takenBy === '' ? 'TRC Desk' : booking.takenBy,
    issuedAt: localDateTimeOf(booking.requestedAt),
    cancelled:
      booking.cancelledAt === null
        ? null
        : { at: localDateTimeOf(booking.cancelledAt), reason: booking.cancelReason },
  };
}

/** How the series of a booking repeats, with the series' reference. */
async function seriesWords(ctx: Ctx, booking: Booking): Promise<string> {
  const row = booking.seriesId === null ? undefined : await series.findById(ctx, booking.seriesId);
  if (row === undefined) return '';
  const repeat = Repeat.parse(JSON.parse(row.repeat_json));
  return `${formatRepeat(repeat, booking.originalDate ?? dateOf(booking.startsAt))}\n${row.reference}`;
}

async function daySheetValues(ctx: Ctx, date: LocalDate, size: PaperSize): Promise<DaySheetValues> {
  const { bookings: found } = await lists.listStarting(ctx, {
    from: date,
    until: date,
    facilityId: null,
    withCancelled: false,
    limit: 500,
    offset: 0,
  });
  // Nobody's booking disappears because its room was taken out of use.
  const facilities = (await listFacilities(ctx)).filter(
    (one) => one.isActive || found.some((booking) => booking.facilityId === one.id),
  );
  const opening = await readOpening(ctx, date, date);
  const squeezes = new Map<BookingId, readonly Squeeze[]>();
  for (const booking of found) squeezes.set(booking.id, await listSqueezesOf(ctx, booking.id));
  return {
    ...(await paperFrameOf(ctx, size)),
    date,
    facilities: facilities.map((facility) => {
      const open = opening.openOn(facility, date);
      return {
        name: facility.name,
        closed: open.spans?.length === 0 ? open.why : null,
        note: openingNote(open),
        bookings: found
          .filter((booking) => booking.facilityId === facility.id)
          .map((booking) =>
            toDaySheetBooking(maskBooking(booking, ctx.actor), {
              unitName: facility.unitName,
              squeezes: squeezes.get(booking.id) ?? [],
            }),
          ),
      };
    }),
    auditAnchor: await findChainHead(ctx),
  };
}

function toDaySheetBooking(
  booking: Booking,
  beside: Parameters<typeof setUpOf>[1],
): DaySheetBooking {
  return {
    reference: booking.reference,
    from: timeOf(booking.startsAt),
    until: endTimeOf(booking),
    bookedFor: booking.bookerName,
    responsibleName: booking.responsibleName,
    responsiblePhone: booking.responsiblePhone,
    purpose: PURPOSE_WORDS[booking.purpose],
    expectedNumber: booking.expectedNumber,
    isOutOfHours: booking.isOutOfHours,
    needs: booking.needs,
    notes: booking.notes,
    setUp: [...setUpOf(booking, beside)],
    status: STATUS_WORDS[booking.status],
    attendance: attendanceFacts(booking),
  };
}

async function blankFormValues(ctx: Ctx, size: PaperSize): Promise<BookingFormValues> {
  return {
    ...(await paperFrameOf(ctx, size)),
    facilities: (await listFacilities(ctx))
      .filter((facility) => facility.isActive)
      .map((facility) => facility.name),
    conditions: conditionsOfUse(await figuresOn(ctx, todayOf(ctx))),
  };
}
