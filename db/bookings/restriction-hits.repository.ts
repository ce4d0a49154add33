import type { FacilityId } from '#db/facilities/facilities.contract';
import type { Subject } from '#db/restrictions/restrictions.contract';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import type { Booking } from './bookings.contract.ts';
import { HOLDS, type RowWithNames, toBooking, WITH_NAMES } from './bookings.repository.ts';

/** Which bookings are looked for: whose, of which rooms (null is all), from which day to which. */
export type ConcernedBy = {
  readonly subject: Subject;
  readonly facilityIds: readonly FacilityId[] | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** None that ended before. */
  readonly endsAfter: LocalDateTime;
  /** With those cancelled since that moment; null is without. */
  readonly cancelledSince: Instant | null;
};

/** Bookings for a group or person, or for which a person answers, in time order. */
export async function listConcerned(ctx: Ctx, wanted: ConcernedBy): Promise<readonly Booking[]> {
  const { subject } = wanted;
  const [whose, ids] =
    subject.kind === 'group'
      ? ['b.group_id = ?', [subject.groupId]]
      : ['(b.person_id = ? OR b.responsible_person_id = ?)', [subject.personId, subject.personId]];
  const rooms = wanted.facilityIds;
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE ${whose} AND b.ends_at > ? AND substr(b.starts_at, 1, 10) >= ?
       AND (? IS NULL OR substr(b.starts_at, 1, 10) <= ?)
       AND (b.status ${HOLDS} OR (? IS NOT NULL AND b.status = 'cancelled' AND b.cancelled_at >= ?))
       ${rooms === null ? '' : `AND b.facility_id IN (${rooms.map(() => '?').join(', ')})`}
     ORDER BY b.starts_at, b.id`,
    [
      ...ids,
      wanted.endsAfter,
      wanted.from,
      wanted.until,
      wanted.until,
      wanted.cancelledSince,
      wanted.cancelledSince,
      ...(rooms ?? []),
    ],
  );
  return rows.map(toBooking);
}
