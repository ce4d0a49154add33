import type { DayOfBookings } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { bookingErrors } from '#db/bookings/bookings.errors';
import {
  checkHours,
  findClash,
  findNextFree,
  isOutsideInvolvement,
  isOverCapacity,
  openingWords,
  type Span,
} from '#db/bookings/bookings.rules';
import type { Facility } from '#db/facilities/facilities.contract';
import type { WeekHours } from '#db/settings/settings.contract';
import {
  atTime,
  dateOf,
  LocalDate,
  type LocalDateTime,
  LocalEndTime,
  LocalTime,
  timeOf,
  weekdayOf,
} from '#db/shared/local-date';

/** As much of the form as decides whether the room can be had. */
export type WantedTime = {
  readonly facilityId: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly expectedNumber: number | null;
  readonly purpose: string;
  /** The booking being changed, which never stands in its own way. */
  readonly exceptId?: string | undefined;
};

/** Something the person should know before saving. A `problem` will be refused; the others will not. */
export type PreviewLine = {
  readonly kind: 'problem' | 'warning' | 'note';
  readonly words: string;
};

export type Preview = {
  readonly facility: Facility | undefined;
  readonly span: Span | undefined;
  readonly clash: BookingCard | undefined;
  readonly lines: readonly PreviewLine[];
  /** First free time of the same length that day, offered when the room is taken. */
  readonly nextFreeFrom: LocalDateTime | null;
  /** Another room that can be had at the very time, offered when the room is taken. */
  readonly freeRoom: Facility | null;
};

/**
 * What the core would say about the booking as typed so far, from the same rules and in the same
 * sentences. It warns; only the core decides.
 */
export function previewBooking(
  day: DayOfBookings,
  wanted: WantedTime,
  now: LocalDateTime,
): Preview {
  const found = day.facilities.find((each) => each.id === wanted.facilityId);
  const facility = found && { ...found, hours: hoursThatDay(day, found) };
  const span = spanOf(wanted);
  const notes = notesOn(wanted, facility);
  if (facility === undefined || span === undefined || day.date !== wanted.date) {
    return { facility, span, clash: undefined, lines: notes, nextFreeFrom: null, freeRoom: null };
  }
  const asked = { ...span, facilityId: facility.id, exceptId: wanted.exceptId };
  // How many places are free is for the core to say; one booking there does not take them all.
  const clash = facility.units > 1 ? undefined : findClash(asked, day.bookings);
  const nextFreeFrom =
    clash === undefined
      ? null
      : findNextFree({ wanted: asked, held: day.bookings, hours: facility.hours });
  const freeRoom =
    clash === undefined ? null : (findFreeRoom(day, { ...asked, wanted }, now) ?? null);
  return {
    facility,
    span,
    clash,
    nextFreeFrom,
    freeRoom,
    lines: [
      ...(clash === undefined ? [] : [clashLine({ facility, clash, nextFreeFrom, freeRoom })]),
      ...hoursLines(day, facility, span, now),
      ...notes,
    ],
  };
}

/** The room's hours as they are on that day, after bank holidays and closures; its week's where nothing more is known. */
function hoursThatDay(day: DayOfBookings, facility: Facility): WeekHours | null {
  const open = day.open.find((each) => each.facilityId === facility.id);
  if (open === undefined || open.spans === null) return facility.hours;
  return open.spans.map((span) => ({
    weekday: weekdayOf(day.date),
    opensAt: timeOf(span.from),
    closesAt: dateOf(span.until) === day.date ? timeOf(span.until) : MIDNIGHT,
  }));
}

const MIDNIGHT = LocalEndTime.parse('24:00');

/** The moments typed; undefined until day, start and end can be read and the end lies after the start. */
export function spanOf(wanted: Pick<WantedTime, 'date' | 'from' | 'until'>): Span | undefined {
  const date = LocalDate.safeParse(wanted.date).data;
  const from = LocalTime.safeParse(wanted.from).data;
  const until = LocalEndTime.safeParse(wanted.until).data;
  if (date === undefined || from === undefined || until === undefined) return undefined;
  return until > from ? { from: atTime(date, from), until: atTime(date, until) } : undefined;
}

function clashLine(found: {
  readonly facility: Facility;
  readonly clash: BookingCard;
  readonly nextFreeFrom: LocalDateTime | null;
  readonly freeRoom: Facility | null;
}): PreviewLine {
  const { facility, clash } = found;
  const refusal = bookingErrors.error('booking.clash', {
    facilityName: facility.name,
    otherId: clash.id,
    otherReference: clash.reference,
    otherBookerName: clash.bookerName,
    otherFrom: clash.heldFrom,
    otherUntil: clash.heldUntil,
    nextFreeFrom: found.nextFreeFrom,
    freeRoomId: found.freeRoom?.id ?? null,
    freeRoomName: found.freeRoom?.name ?? null,
  });
  return problem(refusal.message);
}

function hoursLines(
  day: DayOfBookings,
  facility: Facility,
  wanted: Span,
  now: LocalDateTime,
): readonly PreviewLine[] {
  const verdict = checkHours({ ...facility, wanted, now, officeHours: day.officeHours });
  switch (verdict) {
    case 'past':
      return [
        problem(bookingErrors.error('booking.in-the-past', { startsAt: wanted.from, now }).message),
      ];
    case 'closed':
      return [
        problem(
          bookingErrors.error('booking.room-closed', {
            facilityName: facility.name,
            date: day.date,
            opens: openingWords(facility.hours ?? [], day.date),
          }).message,
        ),
      ];
    case 'walk-in-only':
      return [
        problem(
          bookingErrors.error('booking.not-bookable', { facilityName: facility.name }).message,
        ),
      ];
    case 'out-of-hours':
      return [
        {
          kind: 'note',
          words:
            'Out of hours: nobody is at the desk for all of that time. The booking is marked so in the diary and on the slip.',
        },
      ];
    case 'inside-office-hours':
    case 'ends-before-it-starts':
      return [];
  }
}

function problem(words: string): PreviewLine {
  return { kind: 'problem', words };
}

/** BOOK-06 is told, not refused; a number above what the room holds is refused (BOOK-24). */
function notesOn(wanted: WantedTime, facility: Facility | undefined): readonly PreviewLine[] {
  const notes: PreviewLine[] = [];
  if (facility && isOverCapacity(facility.capacity, wanted.expectedNumber)) {
    notes.push(
      problem(
        bookingErrors.error('booking.too-many-people', {
          facilityName: facility.name,
          capacity: facility.capacity ?? 0,
          expected: wanted.expectedNumber ?? 0,
        }).message,
      ),
    );
  }
  if (isOutsideInvolvement(wanted.purpose)) {
    notes.push({
      kind: 'note',
      words:
        'Work in the centre should be about tenant involvement. You can still book; the purpose is kept on record.',
    });
  }
  return notes;
}

function findFreeRoom(
  day: DayOfBookings,
  asked: Span & {
    readonly facilityId: string;
    readonly exceptId: string | undefined;
    readonly wanted: WantedTime;
  },
  now: LocalDateTime,
): Facility | undefined {
  return day.facilities.find(
    (other) =>
      other.isActive &&
      other.isBookable &&
      other.id !== asked.facilityId &&
      !isOverCapacity(other.capacity, asked.wanted.expectedNumber) &&
      findClash({ ...asked, facilityId: other.id }, day.bookings) === undefined &&
      ['inside-office-hours', 'out-of-hours'].includes(
        checkHours({
          ...other,
          hours: hoursThatDay(day, other),
          wanted: { from: asked.from, until: asked.until },
          now,
          officeHours: day.officeHours,
        }),
      ),
  );
}
