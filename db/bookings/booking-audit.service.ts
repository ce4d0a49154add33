import { type AuditFacts, type AuditNote, personal, recordAudit } from '#db/audit/record';
import { ACCESS_WORDS } from '#db/facilities/facilities.contract';
import type { Ctx } from '#db/shared/ctx';
import { joinWords } from '#db/shared/plain-words';
import type { Booking } from './bookings.contract.ts';

/**
 * What the audit trail keeps of a booking. Names, needs, notes and reasons may tell about a person and are sealed under
 * the responsible person's key; times, room, purpose and who acted stay readable.
 */
function facts(booking: Booking): AuditFacts {
  const subject = booking.responsiblePersonId;
  return {
    reference: booking.reference,
    room: booking.facilityName,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    status: booking.status,
    bookedFor:
      booking.booker.kind === 'group'
        ? booking.bookerName
        : personal(booking.booker.personId, booking.bookerName),
    responsible: personal(subject, booking.responsibleName),
    purpose: booking.purpose,
    expectedNumber: booking.expectedNumber,
    outOfHours: booking.isOutOfHours,
    ...unusualFacts(booking),
    ...(booking.needs === '' ? {} : { needs: personal(subject, booking.needs) }),
    ...(booking.notes === '' ? {} : { notes: personal(subject, booking.notes) }),
  };
}

/** What few bookings have; left out where it is as usual, so that the record stays short. */
function unusualFacts(booking: Booking): AuditFacts {
  const subject = booking.responsiblePersonId;
  return {
    ...(booking.units === 1 ? {} : { places: booking.units }),
    ...(booking.layoutName === '' ? {} : { layout: booking.layoutName }),
    ...(booking.heldFrom === booking.startsAt ? {} : { heldFrom: booking.heldFrom }),
    ...(booking.heldUntil === booking.endsAt ? {} : { heldUntil: booking.heldUntil }),
    ...(booking.lapsesOn === null ? {} : { lapsesOn: booking.lapsesOn }),
    ...(booking.offerUntil === null ? {} : { offerUntil: booking.offerUntil }),
    ...(booking.isLateCancellation ? { lateCancellation: true } : {}),
    ...(booking.originalDate === null ? {} : { dateOfSeries: booking.originalDate }),
    ...(booking.accessNeeds.length === 0
      ? {}
      : { accessNeeds: personal(subject, joinWords(accessWords(booking))) }),
    ...(booking.crechePlaces === 0 ? {} : { crechePlaces: booking.crechePlaces }),
    ...(booking.thingsWanted.length === 0
      ? {}
      : { thingsWanted: booking.thingsWanted.map((one) => `${one.quantity} ${one.what}`) }),
    ...(booking.keyholder === '' ? {} : { keyholder: personal(subject, booking.keyholder) }),
    ...(booking.hoursReason === ''
      ? {}
      : { whyOutsideHours: personal(subject, booking.hoursReason) }),
    ...(booking.lateEntryReason === ''
      ? {}
      : { whyEnteredLate: personal(subject, booking.lateEntryReason) }),
    ...(booking.mayShowName ? { mayShowName: true } : {}),
    ...(booking.attendance === 'expected' ? {} : { attendance: booking.attendance }),
    ...(booking.headcount === null ? {} : { headcount: booking.headcount }),
  };
}

const accessWords = (booking: Booking): readonly string[] =>
  booking.accessNeeds.map((need) => ACCESS_WORDS[need]);

/** Only the facts that differ, so that a time line shows the change and nothing else. */
function differing(one: AuditFacts, other: AuditFacts): AuditFacts {
  const text = (value: unknown): string => JSON.stringify(value ?? null);
  return Object.fromEntries(
    Object.entries(one).filter(([field, value]) => text(value) !== text(other[field])),
  );
}

/** A line about a booking: what happened, and the facts before and after it. */
export type BookingNote = {
  readonly action: string;
  readonly before?: Booking;
  readonly after: Booking;
  readonly reason?: string | undefined;
  /** What is worth keeping beside the booking's own facts, such as who agreed to a move. */
  readonly facts?: AuditFacts | undefined;
};

/** The line as the audit trail keeps it, for acts that write many of them at once. */
export function bookingAuditNote(note: BookingNote): AuditNote {
  const after = facts(note.after);
  const before = note.before === undefined ? {} : facts(note.before);
  return {
    action: note.action,
    objectType: 'booking',
    objectId: note.after.id,
    reason: personal(note.after.responsiblePersonId, note.reason ?? ''),
    before: differing(before, after),
    after: { ...differing(after, before), ...note.facts },
  };
}

/** Writes the booking's line in the audit trail, in the unit of work of the change. */
export async function auditBooking(ctx: Ctx, note: BookingNote): Promise<void> {
  await recordAudit(ctx, bookingAuditNote(note));
}
