import { findChainHead } from '#db/audit/audit.service';
import { conditionsOfUse } from '#db/conditions/conditions-of-use.rules';
import { listFacilities } from '#db/facilities/facilities.service';
import { figuresOn, getCentre, todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx, Steps } from '#db/shared/ctx';
import {
  dateOf,
  type LocalDate,
  type LocalEndTime,
  localDateTimeOf,
  timeOf,
} from '#db/shared/local-date';
import type { Paper, PaperSize } from '#db/shared/paper';
import type { PaperFrame } from '#db/shared/pdf/frame';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { BookingFormValues } from './booking-form.pdf.ts';
import { maskBooking } from './booking-mask.rules.ts';
import type { BookingSlipValues } from './booking-slip.pdf.ts';
import type { bookingsContract } from './bookings-api.contract.ts';
import { type Booking, PURPOSE_WORDS } from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';
import * as lists from './booking-lists.repository.ts';
import * as bookings from './bookings.repository.ts';
import { spansOn } from './bookings.rules.ts';
import type { DaySheetBooking, DaySheetValues } from './day-sheet.pdf.ts';

type PaperVerbs = 'printSlip' | 'printDaySheet' | 'printBlankForm';

/**
 * The papers of the bookings module: each is gathered in one unit of work and drawn outside it, so that nobody
 * waits for a drawing.
 */
export const bookingPapers: Pick<Handlers<typeof bookingsContract>, PaperVerbs> = {
  async printSlip(steps, { id, size }) {
    const values = await steps.unit(async (ctx) => {
      const booking = await bookings.findById(ctx, id);
      if (booking === undefined) throw bookingErrors.error('booking.not-found', { id });
      return slipValues(ctx, maskBooking(booking, ctx.actor), size);
    });
    return draw(steps, {
      paper: 'booking-slip',
      values,
      title: `Booking slip ${values.reference}`,
      fileName: `booking-slip-${values.reference}.pdf`,
    });
  },

  async printDaySheet(steps, { date, size }) {
    const values = await steps.unit((ctx) => daySheetValues(ctx, date, size));
    return draw(steps, {
      paper: 'day-sheet',
      values,
      title: `Day sheet for ${formatDateNoWeekday(date)}`,
      fileName: `day-sheet-${date}.pdf`,
    });
  },

  async printBlankForm(steps, { size }) {
    const values = await steps.unit((ctx) => blankFormValues(ctx, size));
    return draw(steps, {
      paper: 'booking-form',
      values,
      title: 'Room booking form',
      fileName: 'room-booking-form.pdf',
    });
  },
};

async function draw(
  steps: Steps,
  job: {
    readonly paper: string;
    readonly values: unknown;
    readonly title: string;
    readonly fileName: string;
  },
): Promise<Paper> {
  const drawn = await steps.slow.drawPaper({ paper: job.paper, values: job.values });
  return {
    title: job.title,
    fileName: job.fileName,
    pages: drawn.pages,
    missingGlyphs: [...drawn.missingGlyphs],
    base64: Buffer.from(drawn.bytes).toString('base64'),
  };
}

async function frameOf(ctx: Ctx, size: PaperSize): Promise<PaperFrame> {
  const centre = await getCentre(ctx);
  return {
    letterhead: {
      centre: centre.name === '' ? 'Tenant Resource Centre' : centre.name,
      council: centre.council,
      team: centre.team,
      address: centre.addressLines,
      phone: centre.phone,
    },
    size,
    practice: ctx.mode === 'practice',
    printedAt: localDateTimeOf(ctx.now()),
    printedBy: ctx.actor.kind === 'user' ? ctx.actor.displayName : 'TRC Desk',
  };
}

const endOf = (booking: Booking): LocalEndTime => {
  const time = timeOf(booking.endsAt);
  return time === '00:00' ? ('24:00' as LocalEndTime) : time;
};

async function slipValues(ctx: Ctx, booking: Booking, size: PaperSize): Promise<BookingSlipValues> {
  return {
    ...(await frameOf(ctx, size)),
    reference: booking.reference,
    facility: booking.facilityName,
    date: dateOf(booking.startsAt),
    from: timeOf(booking.startsAt),
    until: endOf(booking),
    isOutOfHours: booking.isOutOfHours,
    booker: booking.booker.kind === 'group' ? booking.responsibleName : booking.bookerName,
    group: booking.booker.kind === 'group' ? booking.bookerName : '',
    responsibleName: booking.responsibleName,
    responsiblePhone: booking.responsiblePhone,
    purpose: PURPOSE_WORDS[booking.purpose],
    expectedNumber: booking.expectedNumber,
    needs: booking.needs,
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

async function daySheetValues(ctx: Ctx, date: LocalDate, size: PaperSize): Promise<DaySheetValues> {
  const facilities = (await listFacilities(ctx)).filter((facility) => facility.isActive);
  const { bookings: found } = await lists.listStarting(ctx, {
    from: date,
    until: date,
    facilityId: null,
    withCancelled: false,
    limit: 500,
    offset: 0,
  });
  return {
    ...(await frameOf(ctx, size)),
    date,
    facilities: facilities.map((facility) => ({
      name: facility.name,
      closed:
        facility.hours !== null && spansOn(facility.hours, date).length === 0 ? 'Closed' : null,
      bookings: found
        .filter((booking) => booking.facilityId === facility.id)
        .map((booking) => toDaySheetBooking(maskBooking(booking, ctx.actor))),
    })),
    auditAnchor: await findChainHead(ctx),
  };
}

function toDaySheetBooking(booking: Booking): DaySheetBooking {
  return {
    reference: booking.reference,
    from: timeOf(booking.startsAt),
    until: endOf(booking),
    bookedFor: booking.bookerName,
    responsibleName: booking.responsibleName,
    responsiblePhone: booking.responsiblePhone,
    purpose: PURPOSE_WORDS[booking.purpose],
    expectedNumber: booking.expectedNumber,
    isOutOfHours: booking.isOutOfHours,
    needs: booking.needs,
    notes: booking.notes,
    status: 'Confirmed',
  };
}

async function blankFormValues(ctx: Ctx, size: PaperSize): Promise<BookingFormValues> {
  return {
    ...(await frameOf(ctx, size)),
    facilities: (await listFacilities(ctx))
      .filter((facility) => facility.isActive)
      .map((facility) => facility.name),
    conditions: conditionsOfUse(await figuresOn(ctx, todayOf(ctx))),
  };
}
