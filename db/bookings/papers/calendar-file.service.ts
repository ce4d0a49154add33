import { getFacility } from '#db/facilities/facilities.service';
import { getGroup } from '#db/groups/groups.service';
import type { Centre } from '#db/settings/settings.contract';
import { getCentre } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { Download } from '#db/shared/download';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { countOf } from '#db/shared/plain-words';
import * as lists from '../booking-lists.repository.ts';
import { maskBooking } from '../booking-mask.rules.ts';
import type { bookingUseProcedures } from '../use/booking-use.contract.ts';
import { bookingUseErrors } from '../use/booking-use.errors.ts';
import { listOfGroupStarting } from '../booking-use.repository.ts';
import { type Booking, PURPOSE_WORDS } from '../bookings.contract.ts';
import { type CalendarEntry, formatCalendar } from './calendar-file.ts';
import { getBooking } from '../place-booking.service.ts';
import { publicName } from './public-name.rules.ts';

type ExportCalendar = Handlers<typeof bookingUseProcedures>['exportCalendar'];
type Wanted = Parameters<ExportCalendar>[1];

/** Most bookings in one file. */
const LONGEST_FILE = 5000;

/** A calendar file for other programs. Nobody's phone or needs are ever in it. */
export const exportCalendar: ExportCalendar = (steps, wanted) =>
  steps.unit(async (ctx): Promise<Download> => {
    if (wanted.until < wanted.from)
      throw bookingUseErrors.error('booking.calendar-days-reversed', { from: wanted.from });
    const centre = await getCentre(ctx);
    const { name, bookings, isPublic } = await bookingsFor(ctx, wanted);
    const entries = bookings.map((booking) =>
      entryOf(maskBooking(booking, ctx.actor), centre, isPublic),
    );
    return {
      title: `Calendar of ${name}, ${countOf(entries.length, 'booking')}`,
      fileName: `${foldForSearch(name).replaceAll(/[^a-z0-9]+/g, '-')}.ics`,
      mediaType: 'text/calendar',
      text: formatCalendar(name, ctx.now(), entries),
    };
  });

/** Which bookings, under which name; a room's file goes round, so that names stand in it only with leave (PPL-10). */
async function bookingsFor(
  ctx: Ctx,
  { of, from, until }: Wanted,
): Promise<{ name: string; bookings: readonly Booking[]; isPublic: boolean }> {
  switch (of.kind) {
    case 'booking': {
      const booking = await getBooking(ctx, of.id);
      return { name: booking.reference, bookings: [booking], isPublic: false };
    }
    case 'group': {
      const group = await getGroup(ctx, of.groupId);
      const bookings = await listOfGroupStarting(ctx, group.id, { from, until });
      return { name: group.name, bookings, isPublic: false };
    }
    case 'facility': {
      const facility = await getFacility(ctx, of.facilityId);
      return {
        name: facility.name,
        bookings: await listOfRoom(ctx, facility.id, from, until),
        isPublic: true,
      };
    }
  }
}

async function listOfRoom(
  ctx: Ctx,
  facilityId: Booking['facilityId'],
  from: LocalDate,
  until: LocalDate,
): Promise<readonly Booking[]> {
  const found = await lists.listStarting(ctx, {
    from,
    until,
    facilityId,
    withCancelled: true,
    limit: LONGEST_FILE,
    offset: 0,
  });
  return found.bookings;
}

function entryOf(booking: Booking, centre: Centre, isPublic: boolean): CalendarEntry {
  const who = isPublic ? publicName(booking) : booking.bookerName;
  const place = [centre.name, ...centre.addressLines].filter((line) => line !== '');
  return {
    uid: `${booking.id}@${centre.presetId}.trc-desk`,
    version: booking.version,
    status: booking.status,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    summary: `${who}: ${booking.facilityName}`,
    location: [booking.facilityName, ...place].join(', '),
    description: isPublic
      ? booking.reference
      : `${booking.reference}\n${PURPOSE_WORDS[booking.purpose]}`,
  };
}
