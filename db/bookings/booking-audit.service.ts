import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import type { Ctx } from '#db/shared/ctx';
import type { Booking } from './bookings.contract.ts';

/**
 * What the audit trail keeps of a booking. Names, needs and notes may tell about a person and are sealed under
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
    ...(booking.needs === '' ? {} : { needs: personal(subject, booking.needs) }),
    ...(booking.notes === '' ? {} : { notes: personal(subject, booking.notes) }),
  };
}

/** Only the facts that differ, so that a time line shows the change and nothing else. */
function differing(one: AuditFacts, other: AuditFacts): AuditFacts {
  const text = (value: unknown): string => JSON.stringify(value ?? null);
  return Object.fromEntries(
    Object.entries(one).filter(([field, value]) => text(value) !== text(other[field])),
  );
}

/** Writes the booking's line in the audit trail, in the unit of work of the change. */
export async function auditBooking(
  ctx: Ctx,
  note: {
    readonly action: string;
    readonly before?: Booking;
    readonly after: Booking;
    readonly reason?: string;
  },
): Promise<void> {
  const after = facts(note.after);
  const before = note.before === undefined ? {} : facts(note.before);
  await recordAudit(ctx, {
    action: note.action,
    objectType: 'booking',
    objectId: note.after.id,
    reason: note.reason ?? '',
    before: differing(before, after),
    after: differing(after, before),
  });
}
