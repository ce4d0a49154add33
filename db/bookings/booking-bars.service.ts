import type { Facility } from '#db/facilities/facilities.contract';
import { readStops, whatLapseStops } from '#db/recognition/read-recognition.service';
import type { Stop } from '#db/recognition/recognition.contract';
import type { Asked, Restriction } from '#db/restrictions/restrictions.contract';
import { readBarring, whatBars } from '#db/restrictions/restrictions.service';
import type { Ctx } from '#db/shared/ctx';
import type { DomainError } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import type { CreateBooking } from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';

type Barrable = Pick<CreateBooking, 'booker' | 'responsiblePersonId' | 'facilityId' | 'date'>;

/** What bars, or warns about, the booker or the responsible person from this room on that day (BOOK-12, BOOK-13). */
export async function listBars(ctx: Ctx, wanted: Barrable): Promise<readonly Restriction[]> {
  return whatBars(ctx, {
    subjects: [wanted.booker, { kind: 'person', personId: wanted.responsiblePersonId }],
    asked: { kind: 'facility', facilityId: wanted.facilityId },
    on: wanted.date,
  });
}

/** What the lack of recognition does to a group's free room on that day (GRP-01); nothing for a person. */
export async function stopByRecognition(
  ctx: Ctx,
  { booker, date }: Pick<Barrable, 'booker' | 'date'>,
): Promise<Stop | undefined> {
  return booker.kind === 'group' ? whatLapseStops(ctx, booker.groupId, 'rooms', date) : undefined;
}

/** The refusal of a group that is not recognised, where a manager has switched that on. */
export const unrecognisedError = (stop: Stop): DomainError =>
  bookingErrors.error('booking.needs-recognition', { why: stop.why });

/** What refuses the booker or the responsible person, for many days, asked of what was read once; whoever has a whole room has its parts. */
export async function readBars(
  ctx: Ctx,
  who: Pick<Barrable, 'booker' | 'responsiblePersonId'>,
): Promise<
  (facility: Pick<Facility, 'id' | 'partIds'>, date: LocalDate) => DomainError | undefined
> {
  const barring = await readBarring(ctx, [
    who.booker,
    { kind: 'person', personId: who.responsiblePersonId },
  ]);
  const stopOn =
    who.booker.kind === 'group' ? await readStops(ctx, who.booker.groupId, 'rooms') : undefined;
  return (facility, date) => {
    const rooms = [facility.id, ...facility.partIds];
    const asked = rooms.map((facilityId): Asked => ({ kind: 'facility', facilityId }));
    const bar = barring(asked, date).find((one) => one.effect === 'bars');
    if (bar !== undefined) return barredError(bar);
    const stop = stopOn?.(date);
    return stop?.stops === true ? unrecognisedError(stop) : undefined;
  };
}

/** The refusal of somebody from whom the room was taken away. */
export function barredError(restriction: Restriction): DomainError {
  return bookingErrors.error('booking.barred', {
    who: restriction.subjectName,
    scopeWords: restriction.scopeWords,
    from: restriction.from,
    until: restriction.until,
    reason: restriction.reason,
    reference: restriction.reference,
    restrictionId: restriction.id,
  });
}

/** Refuses a booking for somebody who may not use the room on that day, or for a group that is not recognised where that matters. */
export async function refuseBarred(ctx: Ctx, wanted: Barrable): Promise<void> {
  const bar = (await listBars(ctx, wanted)).find((one) => one.effect === 'bars');
  if (bar !== undefined) throw barredError(bar);
  const stop = await stopByRecognition(ctx, wanted);
  if (stop?.stops === true) throw unrecognisedError(stop);
}
