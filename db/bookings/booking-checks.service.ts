import type { Facility } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import { officeHoursOn } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { assertNever, type DomainError } from '#db/shared/domain-error';
import {
  dateOf,
  endOfDay,
  type LocalDateTime,
  localDateTimeOf,
  startOfDay,
} from '#db/shared/local-date';
import type { BookingCard, ChangeBooking, CreateBooking } from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';
import * as lists from './booking-lists.repository.ts';
import * as bookings from './bookings.repository.ts';
import {
  checkHours,
  findClash,
  findNextFree,
  isOverCapacity,
  openingWords,
} from './bookings.rules.ts';

export type WantedSlot = {
  readonly wanted: CreateBooking | ChangeBooking;
  readonly facility: Facility;
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
  readonly exceptId?: string;
  /** A booking that keeps its start may run longer or move rooms although it has begun. */
  readonly isStartKept?: boolean;
};

/**
 * Asks every rule of a room whether it can be had; throws the first refusal.
 * Answers whether the booking lies outside office hours (BOOK-04).
 */
export async function checkCanBook(ctx: Ctx, slot: WantedSlot): Promise<boolean> {
  const { facility, startsAt, endsAt, wanted } = slot;
  if (!facility.isActive)
    throw bookingErrors.error('booking.room-not-in-use', { facilityName: facility.name });
  const isOutOfHours = await checkTheHours(ctx, slot);
  checkRoomForAll(facility, wanted.expectedNumber);
  const inTheWay = await lists.listLiveBetween(ctx, startsAt, endsAt, facility.id);
  const clash = findClash(asWanted(slot), inTheWay);
  if (clash !== undefined) throw await clashError(ctx, slot, clash);
  return isOutOfHours;
}

/** Refuses more people than the room holds; also when only the number of an agreed booking changes. */
export function checkRoomForAll(facility: Facility, expected: number | null): void {
  if (isOverCapacity(facility.capacity, expected))
    throw bookingErrors.error('booking.too-many-people', {
      facilityName: facility.name,
      capacity: facility.capacity ?? 0,
      expected: expected ?? 0,
    });
}

const asWanted = (slot: WantedSlot) => ({
  facilityId: slot.facility.id,
  from: slot.startsAt,
  until: slot.endsAt,
  exceptId: slot.exceptId,
});

async function checkTheHours(ctx: Ctx, slot: WantedSlot): Promise<boolean> {
  const { facility, startsAt, endsAt } = slot;
  const date = dateOf(startsAt);
  const now = localDateTimeOf(ctx.now());
  const verdict = checkHours({
    wanted: { from: startsAt, until: endsAt },
    now: slot.isStartKept === true ? startsAt : now,
    isBookable: facility.isBookable,
    hours: facility.hours,
    officeHours: await officeHoursOn(ctx, date),
  });
  switch (verdict) {
    case 'inside-office-hours':
      return false;
    case 'out-of-hours':
      return true;
    case 'past':
      throw bookingErrors.error('booking.in-the-past', { startsAt, now });
    case 'ends-before-it-starts':
      throw bookingErrors.error('booking.ends-before-it-starts', {});
    case 'closed':
      throw bookingErrors.error('booking.room-closed', {
        facilityName: facility.name,
        date,
        opens: openingWords(facility.hours ?? [], date),
      });
    case 'walk-in-only':
      throw bookingErrors.error('booking.not-bookable', { facilityName: facility.name });
    default:
      return assertNever(verdict);
  }
}

/** The refusal of a taken room, with what helps: who has it, when it is free next, which other room is free. */
export async function clashError(
  ctx: Ctx,
  slot: WantedSlot,
  clash: BookingCard,
): Promise<DomainError> {
  const date = dateOf(slot.startsAt);
  const day = await lists.listLiveBetween(ctx, startOfDay(date), endOfDay(date), null);
  const nextFree = findNextFree({
    wanted: asWanted(slot),
    held: day,
    hours: slot.facility.hours,
  });
  const other = await findFreeRoom(ctx, slot, day);
  return bookingErrors.error('booking.clash', {
    facilityName: slot.facility.name,
    otherId: clash.id,
    otherReference: clash.reference,
    otherBookerName: clash.bookerName,
    otherFrom: clash.heldFrom,
    otherUntil: clash.heldUntil,
    nextFreeFrom: nextFree,
    freeRoomId: other?.id ?? null,
    freeRoomName: other?.name ?? null,
  });
}

/** Another bookable room that is open, free and large enough at the very time that was asked for. */
async function findFreeRoom(
  ctx: Ctx,
  slot: WantedSlot,
  day: readonly BookingCard[],
): Promise<Facility | undefined> {
  const officeHours = await officeHoursOn(ctx, dateOf(slot.startsAt));
  const now = localDateTimeOf(ctx.now());
  const wanted = { from: slot.startsAt, until: slot.endsAt };
  return (await listFacilities(ctx)).find((room) => {
    if (room.id === slot.facility.id || !room.isActive || !room.isBookable) return false;
    if (isOverCapacity(room.capacity, slot.wanted.expectedNumber)) return false;
    const verdict = checkHours({
      wanted,
      now,
      isBookable: room.isBookable,
      hours: room.hours,
      officeHours,
    });
    const isOpen = verdict === 'inside-office-hours' || verdict === 'out-of-hours';
    return isOpen && findClash({ ...wanted, facilityId: room.id }, day) === undefined;
  });
}

/**
 * The database's own guard has the last word. Since units of work run one at a time it speaks only when a rule
 * above was passed by, which is a defect; it is logged as one.
 */
export function refuseOverlap(error: unknown): never {
  if (bookings.isOverlapRefusal(error))
    throw new Error('The overlap guard refused what the clash rule had let through', {
      cause: error,
    });
  throw error;
}
