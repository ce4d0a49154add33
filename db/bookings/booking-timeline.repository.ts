import type { Party } from '#db/people/party.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { addDays } from '#db/shared/local-date';
import type { BookingStatus, Purpose } from './bookings.contract.ts';

/** As much of a booking as one line of a timeline says. */
export type TimelineBooking = {
  readonly id: string;
  readonly facilityName: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: BookingStatus;
  readonly purpose: Purpose;
  readonly isNoShow: number;
  readonly groupName: string | null;
  readonly responsibleName: string;
};

export type TimelinePart = {
  readonly when: 'past' | 'coming';
  readonly today: LocalDate;
  readonly limit: number;
};

/**
 * Bookings of a group or person and, of a person, those for which they answer, the latest first or the soonest first.
 * Each column is read by an index of its own, so that somebody with thousands of bookings costs no more than anybody.
 */
export async function listForTimeline(
  ctx: Ctx,
  of: Party,
  part: TimelinePart,
): Promise<readonly TimelineBooking[]> {
  if (of.kind === 'group') return listBy(ctx, 'b.group_id = ?', of.groupId, part);
  return [
    ...(await listBy(ctx, 'b.person_id = ?', of.personId, part)),
    ...(await listBy(
      ctx,
      'b.responsible_person_id = ? AND b.person_id IS NOT b.responsible_person_id',
      of.personId,
      part,
    )),
  ];
}

function listBy(
  ctx: Ctx,
  where: string,
  id: string,
  { when, today, limit }: TimelinePart,
): Promise<readonly TimelineBooking[]> {
  const [days, order] = when === 'past' ? ['b.starts_at < ?', 'DESC'] : ['b.starts_at >= ?', 'ASC'];
  return ctx.tx.query(
    `SELECT b.id, f.name AS facilityName, b.starts_at AS startsAt, b.ends_at AS endsAt, b.status, b.purpose,
            b.is_no_show AS isNoShow, g.name AS groupName, p.name AS responsibleName
     FROM booking b
     JOIN facility f ON f.id = b.facility_id
     JOIN person p ON p.id = b.responsible_person_id
     LEFT JOIN tenant_group g ON g.id = b.group_id
     WHERE ${where} AND ${days} ORDER BY b.starts_at ${order} LIMIT ?`,
    [id, addDays(today, 1), limit],
  );
}
